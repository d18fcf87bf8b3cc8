"""Which sheets of a workbook are worth reading whole."""

from __future__ import annotations

from fnmatch import fnmatchcase

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.sheet_marks import is_as_ours
from xl_scorecard.reading.headers.heading import names_period
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.tables.blocks import blocks_on
from xl_scorecard.reading.tables.locate import locate, nobody_knows
from xl_scorecard.reading.tables.said import said_sheets
from xl_scorecard.reading.tables.turned import locate_transposed
from xl_scorecard.reading.words.heading_words import HeadingWords, heading_words

_NAMES = frozenset((Role.INDICATOR, Role.REFERENCE))
_JUDGED = frozenset((Role.TARGET, Role.RAG, Role.POLARITY))


def wanted_sheet(name: str, rule_set: RuleSet) -> bool:
    """Whether a sheet's name fits the rule set's `sheets` patterns, if it has any."""
    patterns = rule_set.workbook.sheets
    return not patterns or any(fnmatchcase(name.casefold(), p.casefold()) for p in patterns)


def sheets_by_headings(source: SheetSource, rule_set: RuleSet) -> list[Grid]:
    """The sheets that may be scorecards by their headings: the rule set's, else any.

    With them are those whose layout the rule set says, and then no others than its own; raises
    WorkbookError where one of these is not there.
    """
    words = heading_words(rule_set)
    if rule_set.workbook.tables:
        return _with_said(source, rule_set, words)
    there = all_but_copies_of_ours(source)
    wanted = [name for name in there if wanted_sheet(name, rule_set)]
    for names in (wanted, there):
        found = [name for name in names if _may_be_scorecard(source.top(name), words)]
        if found:
            return [source.whole(name) for name in found]
    return []


def first_rows(source: SheetSource, rule_set: RuleSet) -> list[Grid]:
    """The first rows of each sheet that could be a scorecard."""
    return [source.top(name) for name in _wanted_or_any(source, rule_set)]


def _with_said(source: SheetSource, rule_set: RuleSet, words: HeadingWords) -> list[Grid]:
    """The sheets whose layout is said, and those of the rule set that may be scorecards."""
    wanted = _wanted(source, rule_set)
    said = said_sheets(source.names, wanted or source.names, rule_set.workbook.tables)
    return [
        source.whole(name)
        for name in source.names
        if name in said or (name in wanted and _may_be_scorecard(source.top(name), words))
    ]


def sheets_by_shape(source: SheetSource, rule_set: RuleSet, words: HeadingWords) -> list[Grid]:
    """The sheets whose first rows have a scorecard's shape, whatever their headings."""
    names = _wanted_or_any(source, rule_set)
    return [source.whole(name) for name in names if _shaped_like_one(source.top(name), words)]


def _wanted(source: SheetSource, rule_set: RuleSet) -> list[str]:
    """The sheets that the rule set names, or all."""
    return [name for name in all_but_copies_of_ours(source) if wanted_sheet(name, rule_set)]


def _wanted_or_any(source: SheetSource, rule_set: RuleSet) -> list[str]:
    return _wanted(source, rule_set) or all_but_copies_of_ours(source)


def all_but_copies_of_ours(source: SheetSource) -> list[str]:
    """The sheets, but for those that an officer copied from ours: their figures are repeated."""
    found = []
    for name in source.names:
        cells = source.top(name).cells
        if not is_as_ours({place: cell.text for place, cell in cells.items()}, name):
            found.append(name)
    return found


def _may_be_scorecard(top: Grid, words: HeadingWords) -> bool:
    """Whether a sheet is worth reading whole: a long one only where a table begins in its
    first rows, for it is likelier to be data, and costly."""
    if not _looks_like_scorecard(top, words):
        return False
    return not top.goes_on or bool(locate(top, words))


def _looks_like_scorecard(top: Grid, words: HeadingWords) -> bool:
    """Whether the first rows of a sheet may head a scorecard, merged blocks not being known."""
    said: set[Role | None] = set()
    period = False
    for cell in top.cells.values():  # headings come early: most cells need no look
        said.add(words.role(cell.text))
        named = not said.isdisjoint(_NAMES)
        if Role.OUTTURN in said and (named or not said.isdisjoint(_JUDGED)):
            return True
        period = period or names_period(cell, words)
        if named and period:
            return True
    return False


def _shaped_like_one(top: Grid, words: HeadingWords) -> bool:
    """Whether the first rows of a sheet have a scorecard's shape, upright or turned."""
    if blocks_on(top, words) or locate(top, words, by_shape=True):
        return True
    return bool(locate_transposed(top, words, nobody_knows))
