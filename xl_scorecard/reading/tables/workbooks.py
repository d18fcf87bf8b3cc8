"""A workbook read under the rule set that fits it, whoever reads its sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former, Scorecard
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.sheets.sources import SheetSource, read_once
from xl_scorecard.reading.tables.blocks import lacks_years, nameless
from xl_scorecard.reading.tables.candidates import (
    all_but_copies_of_ours,
    first_rows,
    sheets_by_headings,
    sheets_by_shape,
)
from xl_scorecard.reading.tables.cards import Cards
from xl_scorecard.reading.tables.other_times import other_times
from xl_scorecard.reading.tables.plans import plan_on
from xl_scorecard.reading.tables.scorecards import (
    NoTableError,
    no_scorecard_message,
    read_scorecard,
    relative_heading,
    words_around,
)
from xl_scorecard.reading.words.heading_words import HeadingWords


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
    sheets = read_once(source)
    fits: list[Fit] = []
    refused: list[WorkbookError] = []
    for rule_set in _likely_first(rule_sets, name):
        try:
            fits.append(_fit(rule_set, _read(sheets, rule_set, period, name, former)))
        except WorkbookError as error:
            refused.append(error)
    if not fits:
        raise refused[0] from None
    fits.sort(key=lambda fit: -fit.known)
    if fits[0].known == 0 and len(rule_sets) > 1:
        raise WorkbookError("no_scorecard", _nothing_known(name, rule_sets))
    near = [fit for fit in fits if 2 * fit.known >= fits[0].known]
    fit = choose(near) if len(near) > 1 else fits[0]
    return fit.rule_set, fit.scorecard


def _fit(rule_set: RuleSet, scorecard: Scorecard) -> Fit:
    known = sum(measure.rule is not None for measure in scorecard.measures)
    return Fit(rule_set, scorecard, known)


def _nothing_known(name: str, rule_sets: list[RuleSet]) -> str:
    names = ", ".join(rule_set.name for rule_set in rule_sets)
    return (
        f"{name}: has a scorecard, but no indicator of it is in {names}; name the right rule "
        "set with --rules, or make one with xl-scorecard rules draft"
    )


def _read(
    sheets: SheetSource, rule_set: RuleSet, period: str | None, name: str, former: Sequence[Former]
) -> Scorecard:
    """The scorecard under one rule set: by headings, or where there are none, by shape."""
    try:
        headed = sheets_by_headings(sheets, rule_set)
        others = _others(sheets, headed, rule_set)
        scorecard = read_scorecard(headed, rule_set, period, name, former, others)
    except NoTableError as by_headings:
        words = words_around(rule_set, period, name)
        shaped = sheets_by_shape(sheets, rule_set, words)
        if not shaped:
            told = period or rule_set.workbook.period
            raise _why_none(sheets, rule_set, words, name, told) or by_headings from None
        scorecard = read_scorecard(shaped, rule_set, period, name, former)
    return replace(scorecard, files_fit=fits_files(name, rule_set))


def fits_files(name: str, rule_set: RuleSet) -> bool:
    """Whether a rule set is for workbooks of a name, for all it says."""
    patterns = rule_set.workbook.files
    return not patterns or _fits(name, patterns)


def _others(sheets: SheetSource, read: list[Grid], rule_set: RuleSet) -> list[Grid]:
    """The other sheets, unless they are long, or copies of ours: they may be lists of targets.
    Those that the rule set names as tables of others' figures are read whole."""
    taken = {grid.sheet for grid in read}
    named = {each.sheet.casefold() for each in rule_set.workbook.comparators}
    names = [name for name in all_but_copies_of_ours(sheets) if name not in taken]
    tops = ((name, sheets.top(name)) for name in names)
    return [
        sheets.whole(name) if name.casefold() in named else top
        for name, top in tops
        if not top.goes_on or name.casefold() in named
    ]


def _why_none(
    sheets: SheetSource, rule_set: RuleSet, words: HeadingWords, name: str, told: str | None
) -> NoTableError | None:
    """What keeps a scorecard from being read that is one but for a single thing.

    `told` is the period that was told, which is not asked for again.
    """
    tops = first_rows(sheets, rule_set)
    for top in tops:
        if (card := Cards(top, words).unread) is not None:
            return NoTableError(
                "no_scorecard",
                f'{name}: sheet "{top.sheet}" has a card an indicator, and of the one named in '
                f"{card} it is not clear which cell is the figure, or of which period; say so "
                'with --period "Q3 2018/19", or figures: under workbook: tables: in the rule set',
            )
        if (where := nameless(top, words)) is not None:
            return NoTableError(
                "no_scorecard",
                f'{name}: sheet "{top.sheet}" has the figures of one indicator in {where}, and '
                "nothing above them says for sure which; say names: under workbook: tables: in the "
                "rule set",
            )
    lacking = (top for top in tops if told is None and lacks_years(top, words))
    if heading := relative_heading(lacking):
        return NoTableError("no_scorecard", no_scorecard_message(name, heading))
    if (times := other_times(tops)) is not None:
        return NoTableError("no_scorecard", no_scorecard_message(name, times=times))
    if (plan := next(filter(None, map(plan_on, tops)), None)) is not None:
        days = ", ".join(f'"{heading}"' for heading in plan.headings.values())
        return NoTableError(
            "no_scorecard",
            f'{name}: sheet "{plan.said.sheet}" has days ({days}) and no figures: to judge '
            "these as milestones, make a rule set with xl-scorecard rules draft",
        )
    return None


def _likely_first(rule_sets: list[RuleSet], name: str) -> list[RuleSet]:
    """The rule sets whose file patterns fit a name, or all where none does."""
    fitting = [r for r in rule_sets if _fits(name, r.workbook.files)]
    return fitting or rule_sets


def _fits(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)
