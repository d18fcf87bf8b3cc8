"""Running totals headed by the months that they cover: Apr-Jun 2018, Apr-Sep 2018, Apr-Dec 2018."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import MONTHS, Span, Time
from tests.layouts.truth import Covers, Indicator, Truth
from tests.layouts.wants import Wants


def _heading(time: Time) -> str:
    end = time.months()[-1]
    return f"Apr-{MONTHS[end.number - 1][:3]} {end.year}"


def _or(last: Time) -> tuple[str, ...]:
    """What else a person may call it: by its last month, or the year that it completes."""
    year = (last.whole_year().printed(),) if last.number == 4 else ()
    return last.months()[-1].printed(), *year


def lay(truth: Truth, rng: random.Random) -> Laid:
    last = truth.reported
    assert last is not None

    def due(made: Indicator) -> Cell:
        return cells.number(made, made.targets[last])

    shown = [t for t in wide.times_of(truth) if t.reporting_year == last.reporting_year]
    figures = [columns.figure(time, (_heading(time),)) for time in shown]
    target = Column((rng.choice(("Target to date", "Profiled target")),), due, "target")
    laid = wide.one_sheet(truth, rng, figures=[target, *figures])
    laid.truth = replace(truth, or_reported=_or(last))
    return laid


LAYOUT = Layout(
    "April to date",
    Wants(
        spans=(Span.QUARTER,),
        history=(4, 4),
        covers=(Covers.TO_DATE,),
        target=("by_period",),
        tolerance=("none",),
        basis=(True,),
        travel=("none",),
        gaps=False,
    ),
    lay,
)
