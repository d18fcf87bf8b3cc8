"""Why a sheet was not read: what was looked at, and what its nearest row lacks of a header."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Role, Scorecard
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.tables.candidates import wanted_sheet
from xl_scorecard.reading.tables.editions import OTHER_PERIOD
from xl_scorecard.reading.tables.elsewhere import TARGETS
from xl_scorecard.reading.tables.feeding import REPEATED, SOURCE
from xl_scorecard.reading.tables.lists import LIST
from xl_scorecard.reading.told.explain import Glance
from xl_scorecard.reading.words.heading_words import HeadingWords, heading_words

NO_HEADER = "no header row that names indicators and periods"
_WHOLE = frozenset((OTHER_PERIOD, SOURCE, REPEATED, LIST, TARGETS))
"""What is left out with all of its table."""
_SHOWN = 3
_YEARS = range(1990, 2100)


@dataclass(frozen=True)
class _Row:
    """What the headings of a row name: indicators, periods as written, and those as read."""

    row: int
    names: tuple[str, ...]
    periods: tuple[str, ...]
    read_as: tuple[Period | None, ...]

    @property
    def score(self) -> tuple[bool, int]:
        """How near it comes to a header."""
        return bool(self.names) and bool(self.periods), 4 * len(self.names[:1]) + len(self.periods)

    @property
    def crowded(self) -> bool:
        """Whether it names dates that lie within one period."""
        return len(self.periods) > 2 * len(set(self.read_as))


def glances(
    sheets: Sequence[Sheet], source: SheetSource, rule_set: RuleSet, scorecard: Scorecard | None
) -> Iterator[Glance]:
    """Every worksheet of a workbook, and of those without a table why they were not read.

    `sheets` are those there were before ours were taken out.
    """
    words = heading_words(rule_set)
    told = _told(source, rule_set, scorecard)
    for sheet in sheets:
        why_not = told.get(sheet.name)
        if sheet.name not in source.names:
            why_not = "ours: an earlier refresh made it"
        elif why_not is None:
            why_not = why_not_read(source.top(sheet.name), words)
        yield Glance(sheet.name, sheet.hidden, why_not)


def _told(source: SheetSource, rule_set: RuleSet, scorecard: Scorecard | None) -> dict[str, str]:
    """Why sheets were not read as far as the scorecard tells, nothing for those that were."""
    if scorecard is None:
        return {}
    read = {table.sheet for table in scorecard.tables}
    told = {left.sheet: left.why for left in scorecard.left_out if left.what in _WHOLE}
    if any(wanted_sheet(name, rule_set) for name in read):
        others = f"the rule set names other sheets ({', '.join(rule_set.workbook.sheets)})"
        unwanted = (name for name in source.names if not wanted_sheet(name, rule_set))
        told |= dict.fromkeys(unwanted, others)
    return told | dict.fromkeys(read, "")


def why_not_read(top: Grid, words: HeadingWords) -> str:
    """Why a sheet whose first rows are these was taken for no scorecard."""
    if not top.cells:
        return "the sheet is empty"
    rows = (_row(number, cells, words) for number, cells in top.by_row.items())
    nearest = max(rows, key=lambda row: row.score)  # of equals, the topmost
    if nearest.names and nearest.crowded:
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


def _row(number: int, cells: list[Cell], words: HeadingWords) -> _Row:
    names = [c for c in cells if words.role(c.text) in (Role.INDICATOR, Role.REFERENCE)]
    others = [c for c in cells if c not in names and _may_be_a_period(c)]
    read = [(c, said) for c in others if (said := parse_period(c.value, words.starts))]
    return _Row(
        number,
        tuple(cell.text for cell in names),
        tuple(_shown(cell) for cell, _ in read),
        tuple(said.period for _, said in read),
    )


def _may_be_a_period(cell: Cell) -> bool:
    """Whether a cell may name a period; a number has to be a year, or any figure might."""
    if isinstance(cell.value, float):
        return cell.value in _YEARS
    return isinstance(cell.value, str | dt.date)


def _shown(cell: Cell) -> str:
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%b-%y")
    return f"{cell.value:g}" if isinstance(cell.value, float) else cell.text


def _some(texts: Sequence[str]) -> str:
    """The first few texts, each once."""
    once = list(dict.fromkeys(texts))
    more = len(once) - _SHOWN
    return ", ".join(once[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
