"""Which workbooks may be those of earlier quarters: told by their names, without opening any."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

from xl_scorecard.batch.find import Found, find_workbooks, identity, is_file, is_folder
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import find_period, parse_period
from xl_scorecard.drafting.hints import rule_set_name
from xl_scorecard.earlier import Before, Candidate
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES, WORKBOOK_SUFFIXES
from xl_scorecard.stores.places import StorePath

_MOST_QUARTERS = 12
"""How many earlier quarters of a history count: three years."""

_MOST_LOOKED_AT = 3
"""How many workbooks whose names do not say their periods are opened to see."""

_FEW = 4
"""With how many more workbooks in a folder those called otherwise are opened at all."""


class EarlierFinder:
    """Finds the candidates for workbooks; a folder is listed once, however many are in it.

    Raises UsageError where `--before` or `--history` names nothing that can be one.
    """

    def __init__(self, options: Options) -> None:
        before, history = options.before, options.history
        if before is not None and history is not None:
            raise UsageError("--before names one workbook, --history a folder of them; say one")
        self._before = before
        self._history: _Folder | None = None
        self._folders: dict[Path, _Folder] = {}
        if before is not None and not is_file(before):
            what = "is a folder; --history takes one" if is_folder(before) else "is not there"
            raise UsageError(f"--before {before}: {what}; name the workbook of an earlier quarter")
        if history is not None:
            if not is_folder(history):
                raise UsageError(f"--history {history}: is no folder; --before takes a workbook")
            found = find_workbooks([history], None)
            self._history = _Folder((item.path, item.below) for item in found)

    def for_workbook(self, found: Found, starts: int) -> Before:
        """Where the earlier quarters of a workbook are to be sought."""
        if self._before is not None:
            asked = f"--before {self._before}"
            if identity(self._before) == identity(found.path):
                return Before()
            return Before((Candidate(self._before),), asked=asked)
        if self._history is not None:
            return self._history.before(found, starts, _MOST_QUARTERS, "--history")
        folder = found.path.parent
        if folder not in self._folders:
            self._folders[folder] = _Folder(_there(folder))
        return self._folders[folder].before(found, starts, 1, "")


class _Folder:
    """The workbooks of a folder, by what their names say but for the period."""

    def __init__(self, workbooks: Iterable[tuple[Path, PurePath]]) -> None:
        self._called: dict[str, list[tuple[Path, PurePath]]] = {}
        self._count = 0
        for path, place in workbooks:
            self._called.setdefault(rule_set_name(place.name), []).append((path, place))
            self._count += 1

    def before(self, found: Found, starts: int, most: int, asked: str) -> Before:
        """The candidates for a workbook."""
        own = rule_set_name(found.path.name)
        said = _period_named(found.below, starts)
        there = self._among(self._called.get(own, ()), found.path, starts)
        looks = max(most, _MOST_LOOKED_AT)
        alike = _earlier(there, said, looks)
        others: list[Candidate] = []
        if not alike and self._count <= _FEW + looks:
            strange = [
                replace(each, near=_one_in_other(own, called))
                for called, workbooks in self._called.items()
                if called != own and len(workbooks) == 1
                for each in self._among(workbooks, found.path, starts)
            ]
            others = _earlier(strange, said, looks)
        return Before(tuple(alike), tuple(others[:looks]), asked, most)

    @staticmethod
    def _among(
        workbooks: Iterable[tuple[Path, PurePath]], own: Path, starts: int
    ) -> list[Candidate]:
        return [
            Candidate(path, _period_named(place, starts))
            for path, place in workbooks
            if path != own and identity(path) != identity(own)
        ]


def _earlier(candidates: list[Candidate], said: Period | None, looks: int) -> list[Candidate]:
    """Those that may be of an earlier period than the one said, the latest first; then those whose
    names say none, where they are few."""
    dated = [c for c in candidates if c.period is not None]
    if said is not None:
        dated = [c for c in dated if c.period is not None and c.period.end < said.end]
    dated.sort(key=lambda c: (c.period.end if c.period is not None else 0, c.path), reverse=True)
    undated = [c for c in candidates if c.period is None]
    return [*dated[: 2 * looks], *(undated if len(undated) <= looks else ())]


def _one_in_other(one: str, other: str) -> bool:
    """Whether all words of one name are in the other: `childrens` and `childrens-scorecard`."""
    words, others = set(one.split("-")), set(other.split("-"))
    return words <= others or others <= words


def _period_named(place: PurePath, starts: int) -> Period | None:
    """The quarter or month that a file's name says, else the folders that it is in."""
    names = (place.stem, *(parent.name for parent in place.parents))
    said = (_said(name, starts) for name in names if name)
    return next((period for period in said if period is not None), None)


@lru_cache(maxsize=10_000)
def _said(name: str, starts: int) -> Period | None:
    words = parse_period(name, starts) or find_period(name.replace("_", " "), starts)
    return words.period if words is not None else None


def _there(folder: Path) -> Iterator[tuple[Path, PurePath]]:
    """The workbooks in a folder; none where it cannot be listed."""
    if isinstance(folder, StorePath):
        from xl_scorecard.batch.find_stored import stored_names

        yield from ((folder / name, PurePath(name)) for name in stored_names(folder))
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except OSError:
        return
    for name in names:
        known = PurePath(name).suffix.lower() in WORKBOOK_SUFFIXES | OTHER_SUFFIXES
        if known and not name.startswith(("~$", ".")):
            yield folder / name, PurePath(name)
