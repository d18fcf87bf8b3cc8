"""A workbook read under the rule set that fits it."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former, Scorecard
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.reading.grids import WorkbookReader
from xl_scorecard.reading.locate import looks_like_scorecard
from xl_scorecard.reading.scorecards import (
    heading_words,
    no_scorecard_message,
    read_scorecard,
    wanted_sheet,
)


class _Sheets:
    """The sheets of one workbook, each read once."""

    def __init__(self, workbook: Workbook) -> None:
        self.all = workbook.worksheets
        self._reader = WorkbookReader(workbook)
        self._tops: dict[str, Grid] = {}
        self._wholes: dict[str, Grid] = {}

    def scorecards(self, rule_set: RuleSet) -> list[Grid]:
        """The sheets that may be scorecards: those the rule set names, else any."""
        words = heading_words(rule_set)
        named = [s for s in self.all if wanted_sheet(s.name, rule_set)]
        for sheets in (named, self.all):
            found = [s for s in sheets if looks_like_scorecard(self._top(s), words)]
            if found:
                return [self._whole(sheet) for sheet in found]
        return []

    def _top(self, sheet: Sheet) -> Grid:
        if sheet.name not in self._tops:
            self._tops[sheet.name] = self._reader.top(sheet)
        return self._tops[sheet.name]

    def _whole(self, sheet: Sheet) -> Grid:
        if sheet.name not in self._wholes:
            self._wholes[sheet.name] = self._reader.whole(sheet)
        return self._wholes[sheet.name]


def read_workbook(
    workbook: Workbook,
    rule_sets: list[RuleSet],
    period: str | None,
    former: Sequence[Former] = (),
) -> tuple[RuleSet, Scorecard]:
    """The scorecard of a workbook and the rule set it was read under.

    Of several rule sets, those whose `files` patterns fit come first, then the one that knows
    most of the rows. Raises WorkbookError (no_scorecard) where nothing is found or fits.
    """
    name = workbook.package.name
    sheets = _Sheets(workbook)
    best: tuple[int, RuleSet, Scorecard] | None = None
    seen_any = False
    refused: WorkbookError | None = None
    for rule_set in _likely_first(rule_sets, name):
        grids = sheets.scorecards(rule_set)
        if not grids:
            continue
        try:
            scorecard = read_scorecard(grids, rule_set, period, name, former)
        except WorkbookError as error:
            refused = refused or error
            continue
        seen_any = True
        known = sum(measure.rule is not None for measure in scorecard.measures)
        if best is None or known > best[0]:
            best = known, rule_set, scorecard
    if best is not None and (best[0] > 0 or len(rule_sets) == 1):
        return best[1], best[2]
    if seen_any:
        names = ", ".join(rule_set.name for rule_set in rule_sets)
        raise WorkbookError(
            "no_scorecard",
            f"{name}: has a scorecard, but no indicator of it is in {names}; name the right rule "
            "set with --rules",
        )
    raise refused or WorkbookError("no_scorecard", no_scorecard_message(name))


def _likely_first(rule_sets: list[RuleSet], name: str) -> list[RuleSet]:
    """The rule sets whose file patterns fit a name, or all where none does."""
    fitting = [r for r in rule_sets if _fits(name, r.workbook.files)]
    return fitting or rule_sets


def _fits(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)
