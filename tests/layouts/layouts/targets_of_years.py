"""Last year's, this year's and next year's target side by side."""

import random
from collections.abc import Callable

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.truth import Covers, Good, Indicator, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _target(made: Indicator, step: int) -> Cell:
    if made.good is Good.NEITHER:
        return Cell("No target")
    if step == 0:
        return cells.number(made, made.year_target or 0)
    better = -1 if made.good is Good.LOW else 1
    value = (made.year_target or 0) * (1 + 0.02 * step * better)
    return cells.number(made, round(min(value, 0.99) if made.unit is Unit.PERCENT else value, 3))


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng), truth.reported
    assert last is not None
    form = rng.choice(("{} Target", "Target {}"))
    targets = []
    for step in (-1, 0, 1):
        year = last.whole_year().back(-step).label
        role = "target" if step == 0 else ""
        targets.append(Column((form.format(year),), _of_step(step), role))
    all_columns = [
        *columns.descriptions(truth, words),
        *wide.figure_columns(truth, rng),
        *targets,
        *columns.judgements(truth, words),
    ]
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, all_columns, top))


def _of_step(step: int) -> Callable[[Indicator], Cell]:
    return lambda i: _target(i, step)


LAYOUT = Layout(
    "targets of three years",
    Wants(
        target=("year",),
        tolerance=("none",),
        units=(Unit.PERCENT, Unit.DAYS, Unit.SCORE, Unit.RATIO),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
