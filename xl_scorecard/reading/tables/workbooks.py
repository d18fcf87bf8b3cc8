"""A workbook read under the rule set that fits it, whoever reads its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Protocol

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former, LeftOut, Scorecard
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.headers.header import HeadingWords
from xl_scorecard.reading.sheets.grids import WorkbookReader
from xl_scorecard.reading.tables.locate import locate, looks_like_scorecard
from xl_scorecard.reading.tables.scorecards import (
    NoTableError,
    heading_words,
    read_scorecard,
    wanted_sheet,
)
from xl_scorecard.reading.tables.turned import shaped_like_one


class SheetSource(Protocol):
    """The worksheets of a workbook: a closed file's, or those open in Excel."""

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""

    def top(self, name: str) -> Grid:
        """The first rows of a sheet, enough to tell whether it is a scorecard."""

    def whole(self, name: str) -> Grid:
        """All of a sheet."""


class FileSheets:
    """The worksheets of a closed workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._sheets = {sheet.name: sheet for sheet in workbook.worksheets}
        self._reader = WorkbookReader(workbook)

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return list(self._sheets)

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        return self._reader.top(self._sheets[name])

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        return self._reader.whole(self._sheets[name])


class _Once:
    """Sheets of a source, each read once."""

    def __init__(self, source: SheetSource) -> None:
        self._source = source
        self._tops: dict[str, Grid] = {}
        self._wholes: dict[str, Grid] = {}

    def scorecards(self, rule_set: RuleSet) -> list[Grid]:
        """The sheets that may be scorecards by their headings: the rule set's, else any."""
        words = heading_words(rule_set)
        for names in (self.wanted(rule_set), self._source.names):
            found = [name for name in names if self._may_be_scorecard(name, words)]
            if found:
                return [self._whole(name) for name in found]
        return []

    def by_shape(self, rule_set: RuleSet) -> list[Grid]:
        """The sheets whose first rows have a scorecard's shape, whatever their headings."""
        words = heading_words(rule_set)
        names = self.wanted(rule_set) or self._source.names
        return [self._whole(name) for name in names if shaped_like_one(self._top(name), words)]

    def wanted(self, rule_set: RuleSet) -> list[str]:
        """The sheets that the rule set names, or all."""
        return [name for name in self._source.names if wanted_sheet(name, rule_set)]

    def others(self, rule_set: RuleSet, scorecard: Scorecard) -> Iterator[LeftOut]:
        """The sheets that no table of a scorecard stands on."""
        read = {table.sheet for table in scorecard.tables}
        told = {left.sheet for left in scorecard.left_out}
        wanted = self.wanted(rule_set)
        for name in self._source.names:
            if name not in read and name not in told:
                why = "has no header row that names indicators and periods"
                if name not in wanted and read & set(wanted):
                    why = "the rule set names other sheets"
                yield LeftOut(name, "", "sheet", why)

    def _may_be_scorecard(self, name: str, words: HeadingWords) -> bool:
        """Whether a sheet is worth reading whole: a long one only where a table begins in its
        first rows, for it is likelier to be data, and costly."""
        top = self._top(name)
        if not looks_like_scorecard(top, words):
            return False
        return not top.goes_on or bool(locate(top, words))

    def _top(self, name: str) -> Grid:
        if name not in self._tops:
            self._tops[name] = self._source.top(name)
        return self._tops[name]

    def _whole(self, name: str) -> Grid:
        if name not in self._wholes:
            self._wholes[name] = self._source.whole(name)
        return self._wholes[name]


@dataclass(frozen=True)
class Fit:
    """A rule set that a workbook can be read under, what it reads, and how many rows it knows."""

    rule_set: RuleSet
    scorecard: Scorecard
    known: int


Choose = Callable[[list[Fit]], Fit]


def most_known(fits: list[Fit]) -> Fit:
    """The rule set that knows most of the rows."""
    return fits[0]


def read_workbook(
    name: str,
    source: SheetSource,
    rule_sets: list[RuleSet],
    period: str | None,
    former: Sequence[Former] = (),
    choose: Choose = most_known,
) -> tuple[RuleSet, Scorecard]:
    """The scorecard of a workbook and the rule set it was read under.

    Of several rule sets, those whose `files` patterns fit the workbook's `name` come first, then
    the one that knows most of the rows; where several know about as many, `choose` picks one, the
    best known coming first. Raises WorkbookError (no_scorecard) where nothing is found or fits.
    """
    sheets = _Once(source)
    fits: list[Fit] = []
    refused: WorkbookError | None = None
    for rule_set in _likely_first(rule_sets, name):
        try:
            scorecard = _read(sheets, rule_set, period, name, former)
        except WorkbookError as error:
            refused = refused or error
            continue
        known = sum(measure.rule is not None for measure in scorecard.measures)
        fits.append(Fit(rule_set, scorecard, known))
    if not fits:
        assert refused is not None  # there is a rule set, and it was tried
        raise refused from None
    fits.sort(key=lambda fit: -fit.known)
    if fits[0].known == 0 and len(rule_sets) > 1:
        names = ", ".join(rule_set.name for rule_set in rule_sets)
        raise WorkbookError(
            "no_scorecard",
            f"{name}: has a scorecard, but no indicator of it is in {names}; name the right rule "
            f"set with --rules, or make one with xl-scorecard rules draft",
        )
    near = [fit for fit in fits if 2 * fit.known >= fits[0].known]
    fit = choose(near) if len(near) > 1 else fits[0]
    return fit.rule_set, fit.scorecard


def _read(
    sheets: _Once, rule_set: RuleSet, period: str | None, name: str, former: Sequence[Former]
) -> Scorecard:
    """The scorecard under one rule set: by headings, or where there are none, by shape."""
    try:
        scorecard = read_scorecard(sheets.scorecards(rule_set), rule_set, period, name, former)
    except NoTableError as by_headings:
        shaped = sheets.by_shape(rule_set)
        if not shaped:
            raise by_headings from None  # it says what the headings lack
        scorecard = read_scorecard(shaped, rule_set, period, name, former)
    scorecard.left_out.extend(sheets.others(rule_set, scorecard))
    patterns = rule_set.workbook.files
    scorecard.files_fit = not patterns or _fits(name, patterns)
    return scorecard


def _likely_first(rule_sets: list[RuleSet], name: str) -> list[RuleSet]:
    """The rule sets whose file patterns fit a name, or all where none does."""
    fitting = [r for r in rule_sets if _fits(name, r.workbook.files)]
    return fitting or rule_sets


def _fits(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)
