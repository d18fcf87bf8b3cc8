"""Last year's quarters under one heading, this year's under another; two targets."""

import random

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Span, Time
from tests.layouts.truth import Covers, Good, Indicator, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _target(made: Indicator, time: Time) -> Cell:
    return cells.number(made, made.targets[time]) if made.good is not Good.NEITHER else Cell(None)


def _year_end(made: Indicator, last: Time) -> Cell:
    if made.good is Good.NEITHER:
        return Cell(None)
    target = made.targets[last]
    if made.covers is Covers.PERIOD and made.unit is Unit.COUNT:
        return cells.number(made, target * 4)
    better = target * (0.95 if made.good is Good.LOW else 1.01)
    return cells.number(made, round(better, 0 if made.unit is Unit.COUNT else 3))


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng), truth.reported
    assert last is not None
    figures: list[Column] = []
    for time in wide.times_of(truth):
        now = time.reporting_year == last.reporting_year
        group = f"{'Current' if now else 'Previous'} performance ({time.label})"
        actual = f"Q{time.number} actual" if time == last else f"Q{time.number}"
        figures.append(columns.figure(time, (group, actual)))
    targets = [
        Column((f"Q{last.number} target",), lambda i: _target(i, last), "target"),
        Column(("Year End target",), lambda i: _year_end(i, last)),
    ]
    all_columns = [*columns.descriptions(truth, words), *figures, *targets,
                   *columns.judgements(truth, words)]  # fmt: skip
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, all_columns, top))


LAYOUT = Layout(
    "previous and current performance",
    Wants(
        spans=(Span.QUARTER,),
        history=(5, 5),
        target=("by_period",),
        tolerance=("none",),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
