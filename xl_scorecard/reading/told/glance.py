"""Why a sheet was not read: what was looked at, and what its nearest row lacks of a header."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Role, Scorecard
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.reading.headers.heading_words import HeadingWords, heading_words
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.tables.candidates import wanted_sheet
from xl_scorecard.reading.tables.editions import OTHER_PERIOD
from xl_scorecard.reading.told.explain import Glance
from xl_scorecard.reading.words.headings import role_of

NO_HEADER = "no header row that names indicators and periods"
_SHOWN = 3
_YEARS = range(1990, 2100)


@dataclass
class _Row:
    """What the headings of a row name."""

    row: int
    names: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    read_as: list[Period | None] = field(default_factory=list)

    @property
    def score(self) -> tuple[bool, int]:
        return bool(self.names) and bool(self.periods), 4 * len(self.names[:1]) + len(self.periods)


def glances(
    sheets: Sequence[Sheet], source: SheetSource, rule_set: RuleSet, scorecard: Scorecard | None
) -> Iterator[Glance]:
    """Every worksheet of a workbook, and of those without a table why they were not read.

    `sheets` are those there were before ours were taken out.
    """
    read = {table.sheet for table in scorecard.tables} if scorecard is not None else set()
    named = any(wanted_sheet(name, rule_set) for name in read)
    told = {
        left.sheet: left.why
        for left in (scorecard.left_out if scorecard is not None else ())
        if left.what == OTHER_PERIOD
    }
    for sheet in sheets:
        why_not = ""
        if sheet.name not in source.names:
            why_not = "ours: an earlier refresh made it"
        elif sheet.name not in read and named and not wanted_sheet(sheet.name, rule_set):
            why_not = f"the rule set names other sheets ({', '.join(rule_set.workbook.sheets)})"
        elif sheet.name not in read and sheet.name in told:
            why_not = told[sheet.name]
        elif sheet.name not in read:
            why_not = why_not_read(source.top(sheet.name), heading_words(rule_set))
        yield Glance(sheet.name, sheet.hidden, why_not)


def why_not_read(top: Grid, words: HeadingWords) -> str:
    """Why a sheet whose first rows are these was taken for no scorecard."""
    if not top.cells:
        return "the sheet is empty"
    rows: dict[int, _Row] = {}
    for (number, _), cell in sorted(top.cells.items()):
        row = rows.setdefault(number, _Row(number))
        if cell.text and role_of(cell.text, words.extra) in (Role.INDICATOR, Role.REFERENCE):
            row.names.append(cell.text)
        elif _may_be_a_period(cell) and (said := parse_period(cell.value, words.starts)):
            row.periods.append(_shown(cell))
            row.read_as.append(said.period)
    nearest = max(rows.values(), key=lambda row: row.score)  # of equals, the topmost
    if nearest.names and len(nearest.periods) > 2 * len(set(nearest.read_as)):
        return (
            f"row {nearest.row} names indicators ({_some(nearest.names)}) and dates closer than a "
            f"month ({_some(nearest.periods)}), which are no reporting periods"
        )
    if nearest.names and nearest.periods:
        return (
            f"row {nearest.row} names indicators ({_some(nearest.names)}) and periods "
            f"({_some(nearest.periods)}), but no row below it reads as an indicator"
        )
    if nearest.names:
        return (
            f"{NO_HEADER}; nearest is row {nearest.row}, which names indicators "
            f"({_some(nearest.names)}) but no period such as Q3 2018/19 or Oct-18"
        )
    if nearest.periods:
        return (
            f"{NO_HEADER}; nearest is row {nearest.row}, which names periods "
            f"({_some(nearest.periods)}) but has no heading such as Indicator, Measure or KPI"
        )
    return NO_HEADER


def _may_be_a_period(cell: Cell) -> bool:
    """Whether a cell may name a period; a number has to be a year, or any figure might."""
    if isinstance(cell.value, float):
        return cell.value in _YEARS
    return isinstance(cell.value, str | dt.date)


def _shown(cell: Cell) -> str:
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%b-%y")
    return f"{cell.value:g}" if isinstance(cell.value, float) else cell.text


def _some(texts: list[str]) -> str:
    """The first few texts, each once."""
    once = list(dict.fromkeys(texts))
    more = len(once) - _SHOWN
    return ", ".join(once[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
