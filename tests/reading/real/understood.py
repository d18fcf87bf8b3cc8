"""What reading made of a workbook, put as a person would check it: by column letter and row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.reading.real.pages import Page, Row, book
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.running import run_checks
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.finding import Finding
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.indicator import Basis, Gap
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.rule_set import RuleSet, WorkbookHints, blank_rule_set
from xl_scorecard.domain.scorecard import Column, Measure, Outturn, Role, Scorecard, Table
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.rating.assess import rate
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.tables.scorecards import read_scorecard
from xl_scorecard.reading.tables.workbooks import read_workbook

Value = float | Gap | None
_OF_LAYOUT = {
    "names-by-shape", "header-duplicate", "period-duplicate", "period-gap", "hidden-data",
}  # fmt: skip


def rules(starts: str = "April", headings: dict[str, list[str]] | None = None) -> RuleSet:
    """A rule set that knows no indicator: the workbook has to speak for itself."""
    return blank_rule_set().model_copy(
        update={
            "financial_year_starts": starts,
            "workbook": WorkbookHints(headings=headings or {}),
        }
    )


def read(path: Path, rule_set: RuleSet | None = None, period: str | None = None) -> Scorecard:
    """A workbook as understood without any rule of its own."""
    with open_package(path) as package:
        sheets = FileSheets(Workbook(package))
        return read_workbook(path.name, sheets, [rule_set or rules()], period)[1]


def read_grids(*grids: Grid, rule_set: RuleSet | None = None) -> Scorecard:
    """Sheets as understood, without a file."""
    return read_scorecard(list(grids), rule_set or rules(), None, "scorecard.xlsx")


def unclear(scorecard: Scorecard) -> list[Finding]:
    """What checks of the layout find in it: headings, periods, hidden rows."""
    rule_set = rules()
    context = Context(scorecard, rule_set, rate(scorecard, rule_set.bands))
    return [finding for finding in run_checks(context).findings if finding.check in _OF_LAYOUT]


def only_table(scorecard: Scorecard) -> Table:
    """The one table there is."""
    (table,) = scorecard.tables
    return table


def roles(table: Table) -> dict[str, str]:
    """The role of each column by letter."""
    return {column_letters(c.index): c.role.value for c in table.columns}


def periods(table: Table) -> dict[str, str]:
    """The period of each outturn column by letter; `?` for one without."""
    return {
        column_letters(c.index): "?" if c.period is None else str(c.period)
        for c in table.by_role(Role.OUTTURN)
    }


def basis(table: Table, letter: str) -> Basis | None:
    """The basis of an outturn column: what it says, annual for a year that says nothing."""
    (column,) = (c for c in table.columns if column_letters(c.index) == letter)
    return _basis(column)


def _basis(column: Column) -> Basis | None:
    if column.basis is None and column.period is not None and column.period.grain is Grain.YEAR:
        return Basis.ANNUAL
    return column.basis


def measure(scorecard: Scorecard, name: str) -> Measure:
    """The one measure with this name."""
    found = [m for m in scorecard.measures if m.name == name]
    assert len(found) == 1, f"{name}: {len(found)} among {names(scorecard)}"
    return found[0]


def names(scorecard: Scorecard) -> list[str]:
    """The indicators' names in order."""
    return [m.name for m in scorecard.measures]


def said(outturn: Outturn) -> Value:
    """A value, or the reason why there is none."""
    return outturn.gap if outturn.value is None else outturn.value


def values(measure: Measure) -> dict[str, Value]:
    """Each outturn of a measure by the column it was read from: the value, or why there is none."""
    return {column_letters(o.column): said(o) for o in measure.outturns.values()}


def by_period(measure: Measure) -> dict[str, Value]:
    """Each outturn of a measure by period."""
    return {str(period): said(outturn) for period, outturn in sorted(measure.outturns.items())}


def typed(measure: Measure) -> str:
    """The status that an officer typed, as it stands there."""
    return measure.typed_rag.text if measure.typed_rag is not None else ""


def aims(scorecard: Scorecard) -> list[float | None]:
    """The targets that the reported period is held against."""
    found = [m.target_for(scorecard.period) for m in scorecard.measures]
    return [target.value if target is not None else None for target in found]


def read_rows(
    folder: Path, rows: list[Row], merged: list[str] | None = None, **more: Any
) -> Scorecard:
    """A workbook of one sheet, read; `more` is what else its page has."""
    return read(book(folder / "s.xlsx", Page("Scorecard", rows, merged or [], **more)))
