"""A period after the one reported whose figures all end in errors: is it the one reported?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.reading.figures.series import Figures

_FILLED_AHEAD = 3
"""As many errors and nothing else are formulas waiting for a quarter to come."""


def doubts_of_failed(tables: Sequence[Table], reported: Period) -> Iterator[Doubt]:
    """What to say where the period after the reported one is there in errors and gaps alone."""
    for table in tables:
        entered = _entered(table, reported)
        after = min(entered, default=None)
        if after is None or len(entered) > 1 or after != reported.next:
            continue
        errors = [cell for cell in entered[after] if isinstance(cell.value, CellError)]
        ahead = len(errors) >= _FILLED_AHEAD and len(errors) == len(entered[after])
        if not errors or ahead or any(isinstance(cell.value, float) for cell in entered[after]):
            continue
        first, shown = errors[0], str(errors[0].value)
        where = table.place(first.row, first.column)
        yield Doubt(
            About.PERIOD, table.sheet, where,
            f"{after.words} has {shown} and no figure, so {reported.words} is reported; mend the "
            f'formula, or say --period "{after.words}" if that is the one',
            found=shown, expected=f"a figure of {after.words}", severity=Severity.WARNING,
        )  # fmt: skip


def _entered(table: Table, reported: Period) -> dict[Period, list[Cell]]:
    """What stands for each period after the reported one of its length, blanks left out."""
    figures, found = Figures(table), dict[Period, list[Cell]]()
    for row in table.rows:
        for place in figures.series(row, None):
            period = place.period
            if period.grain is not reported.grain or period <= reported:
                continue
            cell = table.grid.cell(place.row, place.column)
            if cell is not None and cell.value not in (None, ""):
                found.setdefault(period, []).append(cell)
    return found
