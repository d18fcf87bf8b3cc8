"""Figures and targets typed as texts with their unit: 84.2%, 26 days, £1,200, 9m 02s."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Time, form_for
from tests.layouts.truth import Covers, Indicator, Truth, Unit
from tests.layouts.wants import Wants


def _in_words(made: Indicator, time: Time) -> Cell:
    value = made.figures[time].value
    return cells.figure(made, time) if value is None else Cell(cells.in_words(made, value))


def _of(column: Column) -> Column:
    time = column.time
    assert time is not None
    return replace(column, cell=lambda i: _in_words(i, time))


def lay(truth: Truth, rng: random.Random) -> Laid:
    times = wide.times_of(truth)
    figures = columns.figures(times, form_for(rng, times[-1]))
    texts = [_of(column) for column in figures]
    laid = wide.one_sheet(truth, rng, figures=texts)
    laid.truth = replace(truth, due=("number-as-text",))
    return laid


LAYOUT = Layout(
    "figures as texts with units",
    Wants(
        units=(Unit.PERCENT, Unit.DAYS, Unit.DURATION, Unit.MONEY),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        bare_percent=(False,),
        target=("figure", "words"),
    ),
    lay,
)
