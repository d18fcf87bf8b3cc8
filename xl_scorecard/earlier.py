"""Earlier quarters: the workbooks beside one, or named, that are read to hold it against them.

They are read and never written. What keeps one from being read is a note, not a failure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.tables.earlier_quarters import (
    Earlier,
    EarlierQuarter,
    figures_in_common,
    indicators_in_common,
)
from xl_scorecard.reading.tables.workbooks import fits_files, read_workbook

if TYPE_CHECKING:
    from xl_scorecard.writing.swap import Stamp

_ALIKE = 0.005
"""How far figures may differ, relative to one, that are the same but for rounding."""


@dataclass(frozen=True)
class Candidate:
    """A workbook that may be of an earlier quarter, and the period that its name says.

    `near` says of one that is called otherwise that all words of one name are in the other.
    """

    path: Path
    period: Period | None = None
    near: bool = False


@dataclass(frozen=True)
class Before:
    """Among which workbooks those of earlier quarters are sought, and how many are wanted.

    `alike` are called like the workbook but for the period, or were named by the user, who `asked`
    in these words; the latest come first. `others` may be it, for all that their names say.
    """

    alike: tuple[Candidate, ...] = ()
    others: tuple[Candidate, ...] = ()
    asked: str = ""
    most: int = 1

    def absolute(self) -> Before:
        """The same, wherever the working folder is."""
        alike, others = (
            tuple(replace(each, path=each.path.absolute()) for each in among)
            for among in (self.alike, self.others)
        )
        return replace(self, alike=alike, others=others)


def earlier_quarters(
    before: Before, password: str | None, rule_set: RuleSet, scorecard: Scorecard
) -> Earlier:
    """The workbooks of earlier quarters than a scorecard's, read under its rule set."""
    if not rule_set.name:
        return Earlier()
    found: list[EarlierQuarter] = []
    notes: list[str] = []
    for candidate in before.alike:
        if len(found) == before.most or (found and candidate.period is None):
            break
        said = candidate.period
        if said is not None and said.end >= scorecard.period.end:
            continue
        quarter = _tried(candidate, rule_set, password, notes, asked=before.asked != "")
        if quarter is not None and quarter.period.end < scorecard.period.end:
            found.append(quarter)
        elif quarter is not None and len(before.alike) == 1 and before.asked:
            notes.append(
                f"{candidate.path.name}: reports {quarter.period.words}, which is not before "
                f"{scorecard.period.words}; it was not compared"
            )
    if not before.alike and not found:
        found = _of_others(before.others, rule_set, scorecard, password)
    if before.asked and not found and not notes:
        notes.append(f"{before.asked}: no workbook of an earlier quarter of this one is there")
    latest = sorted(found, key=lambda quarter: quarter.period, reverse=True)[: before.most]
    return Earlier(tuple(latest), tuple(notes))


def _tried(
    candidate: Candidate, rule_set: RuleSet, password: str | None, notes: list[str], *, asked: bool
) -> EarlierQuarter | None:
    """A workbook as read; None where it cannot be, which is noted of one that is it for sure."""
    try:
        read = _kept_or_read if asked else _read
        return read(candidate, rule_set, password)
    except WorkbookError as error:
        said = error.message
    except Exception as cause:  # of a workbook that is only looked at
        said = f"{candidate.path.name}: cannot be read ({type(cause).__name__})"
    if asked or candidate.period is not None:
        notes.append(f"{said}; it was not compared")
    return None


_kept: list[tuple[tuple[Path, Stamp, RuleSet], EarlierQuarter]] = []
"""What was read last of a workbook that several are held against."""


def _kept_or_read(candidate: Candidate, rule_set: RuleSet, password: str | None) -> EarlierQuarter:
    """A workbook that every workbook of a run may be held against, read once by a process."""
    from xl_scorecard.reading.sheets.files import refuse_other_than_file
    from xl_scorecard.writing.swap import stamp_of

    refuse_other_than_file(candidate.path)
    key = (candidate.path, stamp_of(candidate.path), rule_set)
    if not _kept or _kept[0][0] != key:
        _kept[:] = [(key, _read(candidate, rule_set, password))]
    return _kept[0][1]


def _read(candidate: Candidate, rule_set: RuleSet, password: str | None) -> EarlierQuarter:
    # Here and not above: beside most workbooks that are open in Excel there is none to be read.
    from xl_scorecard.file_host import FileHost, OpenedFile
    from xl_scorecard.reading.sheets.files import open_package

    path = candidate.path
    with open_package(path, password, at_once=True) as package:
        host = FileHost(OpenedFile(path, None, package, None))
        with host.sheets() as source:
            rules = [_as_of(rule_set, candidate.period)]
            _, scorecard = read_workbook(path.name, source, rules, None, host.former)
    return EarlierQuarter(path.name, scorecard)


def _as_of(rule_set: RuleSet, period: Period | None) -> RuleSet:
    """A rule set that does not say the period of now, which is not that of an earlier quarter."""
    if rule_set.workbook.period is None:
        return rule_set
    said = {"period": period.words if period is not None else None}
    return rule_set.model_copy(update={"workbook": rule_set.workbook.model_copy(update=said)})


def _of_others(
    others: Sequence[Candidate], rule_set: RuleSet, scorecard: Scorecard, password: str | None
) -> list[EarlierQuarter]:
    """Those of some workbooks, called whatever, that are of earlier quarters of one scorecard: most
    figures that both have are the same. Where none are in both, it must be near by its name."""
    found: list[EarlierQuarter] = []
    for candidate in others:
        if not fits_files(candidate.path.name, rule_set):
            continue
        try:
            quarter = _read(candidate, rule_set, password)
        except Exception:  # noqa: S112 (nobody said that it is of an earlier quarter)
            continue
        if quarter.period.end >= scorecard.period.end or not _are_alike(scorecard, quarter):
            continue
        both = figures_in_common(scorecard, quarter)
        same = sum(math.isclose(now, then, rel_tol=_ALIKE) for now, then in both)
        if 2 * same >= len(both) and (both or candidate.near):
            found.append(quarter)
    return found


def _are_alike(scorecard: Scorecard, quarter: EarlierQuarter) -> bool:
    """Whether most indicators of both are known to the rule set, and are the same."""
    there = max(len(quarter.scorecard.measures), len(scorecard.measures))
    known = sum(measure.rule is not None for measure in quarter.scorecard.measures)
    return 2 * min(known, indicators_in_common(scorecard, quarter)) >= there
