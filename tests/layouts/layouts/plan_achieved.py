"""Plan, Achieved and what of the plan was achieved, below each period."""

import random

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Heading, Time, form_for
from tests.layouts.truth import Covers, Indicator, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _share(made: Indicator, time: Time) -> Cell:
    value, plan = made.figures[time].value, made.targets[time]
    if value is None or not plan:
        return Cell(None)
    return Cell(round(value / plan, 3), {"num_format": "0%"})


def _of_period(
    time: Time, heading: Heading, last: Time, said: tuple[str, str, str]
) -> list[Column]:
    return [
        Column((heading, said[0]), lambda i: cells.number(i, i.targets[time]),
               "target" if time == last else ""),
        columns.figure(time, (heading, said[1])),
        Column((heading, said[2]), lambda i: _share(i, time)),
    ]  # fmt: skip


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    times = wide.times_of(truth)
    form = form_for(rng, times[-1])
    said = rng.choice((("Plan", "Achieved", "%"), ("Plan", "Actual", "% of plan"),
                       ("Target", "Actual", "% achieved")))  # fmt: skip
    all_columns = columns.descriptions(truth, words)
    for time in times:
        all_columns += _of_period(time, form(time), times[-1], said)
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, all_columns, top))


LAYOUT = Layout(
    "plan, achieved and per cent",
    Wants(
        target=("by_period",),
        rag=("none",),
        history=(2, 4),
        tolerance=("none",),
        units=(Unit.COUNT, Unit.DAYS),
        covers=(Covers.PERIOD, Covers.SNAPSHOT),
        unit_column=(False,),
        basis=(False,),
        clear_names=True,
    ),
    lay,
)
