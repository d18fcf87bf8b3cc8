"""Goal, forecast and actual below each quarter."""

import random

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Heading, Time, form_for
from tests.layouts.truth import Covers, Good, Indicator, Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _goal(made: Indicator, time: Time) -> Cell:
    return cells.number(made, made.targets[time]) if made.good is not Good.NEITHER else Cell(None)


def _forecast(made: Indicator) -> Cell:
    return cells.number(made, round((made.benchmark or 0) * 1.01, 3))


def _of_period(time: Time, heading: Heading, last: Time, words: tuple[str, str]) -> list[Column]:
    return [
        Column((heading, words[0]), lambda i: _goal(i, time), "target" if time == last else ""),
        Column((heading, words[1]), _forecast),
        columns.figure(time, (heading, "Actual")),
    ]


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    times = wide.times_of(truth)
    said = rng.choice((("Goal", "Fcst"), ("Target", "Forecast")))
    form, shown = form_for(rng, times[-1]), columns.descriptions(truth, words)
    for time in times:
        shown += _of_period(time, form(time), times[-1], said)
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, shown, top))


LAYOUT = Layout(
    "goal, forecast and actual",
    Wants(
        target=("by_period",),
        rag=("none",),
        tolerance=("none",),
        history=(2, 4),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
