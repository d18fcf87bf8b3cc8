"""How a workbook's sheets were understood, as the JSON of `check --explain` has it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class _Understood(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True)


class LeftOutPart(_Understood):
    """A cell or range that was not read, what it is and why it was not."""

    where: str
    what: str
    why: str


class DoubtPart(_Understood):
    """A reading that could be another: what is in doubt, where, and the rule set's key that
    settles it."""

    cell: str
    about: str
    message: str
    settle: str


class UnderstoodColumn(_Understood):
    """A column by its letter: heading and role; of a column of figures, period and basis."""

    column: str
    heading: str
    role: str
    period: str | None
    basis: str | None
    hidden: bool


class UnderstoodRow(_Understood):
    """A row of a table: an indicator, or a section heading with the section's name.

    `cell` is where the name stands.
    """

    row: int
    cell: str
    role: str
    reference: str
    name: str
    section: str
    hidden: bool


class UnderstoodBenchmark(_Understood):
    """A kind of benchmark of a table's indicators: of which period, where it stands (columns,
    or the rule set), how many indicators have it, and whether its figures are those of single
    authorities."""

    kind: str
    period: str | None
    where: str
    indicators: int
    ranked: bool = False


class UnderstoodTable(_Understood):
    """A scorecard found on a sheet.

    `missing_periods` lie between the first and the last of the same length and have no column;
    `values` counts the cells of figures by what is in them. Of a transposed table, columns are
    rows of the sheet, by number, and rows are columns of the sheet, counted from 1. Of one whose
    cells are arranged anew, a column is named by the cell of its first heading, a row by its
    name's, and there are no header rows. `said` are the entries under `workbook: tables:` that say
    the same.
    """

    range: str
    layout: str
    header_rows: list[int]
    columns: list[UnderstoodColumn]
    rows: list[UnderstoodRow]
    periods: list[str]
    missing_periods: list[str]
    values: dict[str, int]
    left_out: list[LeftOutPart]
    said: list[dict[str, Any]] = []
    benchmarks: list[UnderstoodBenchmark] = []


class UnderstoodSheet(_Understood):
    """A worksheet: the tables read from it and what is in doubt, or why it was not read."""

    sheet: str
    hidden: bool
    read: bool
    why_not: str | None
    left_out: list[LeftOutPart]
    tables: list[UnderstoodTable]
    doubts: list[DoubtPart] = []


class Understanding(_Understood):
    """Every worksheet of a workbook, in tab order."""

    sheets: list[UnderstoodSheet]
