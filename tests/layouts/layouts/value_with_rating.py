"""The latest figure and its rating in one cell: 93% (GREEN)."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Time, form_for
from tests.layouts.truth import Covers, Indicator, Truth, Unit
from tests.layouts.wants import Wants


def _both(made: Indicator, time: Time) -> Cell:
    value = made.figures[time].value
    if value is None or not made.judged:
        return cells.figure(made, time)
    return Cell(f"{cells.in_words(made, value)} ({made.judged.upper()})")


def lay(truth: Truth, rng: random.Random) -> Laid:
    times = wide.times_of(truth)
    form = form_for(rng, times[-1])
    last = times[-1]
    figures = columns.figures(times[:-1], form)
    figures.append(Column((form(last),), lambda i: _both(i, last), "figure", last))
    laid = wide.one_sheet(truth, rng, figures=figures)
    laid.truth = replace(truth, due=("number-as-text",))
    return laid


LAYOUT = Layout(
    "figure and rating in one cell",
    Wants(
        rag=("none",),
        units=(Unit.PERCENT, Unit.COUNT, Unit.DAYS),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        bare_percent=(False,),
        target=("figure",),
    ),
    lay,
)
