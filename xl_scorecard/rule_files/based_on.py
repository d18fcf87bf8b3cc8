"""A rule set that starts from another one, `based_on`, put together with what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.rule_files.plain_data import PlainData
from xl_scorecard.rule_files.shown import shown
from xl_scorecard.rule_files.slip import Path, UnreadableError

RULE_SUFFIXES = (".yaml", ".yml")
DEEPEST_BASE = 10
"""How many rule sets may stand on one another."""

_BY_ID = (("indicators",), ("checks", "rules"))
"""Lists whose entries are known again by their ids."""


def base_of(file: PlainData) -> str | None:
    """What a rule file names as the one it starts from; None where it names none."""
    said = file.data.get("based_on") if isinstance(file.data, dict) else None
    return said if isinstance(said, str) and said.strip() else None


def place_of_base(
    said: str, file: PlainData, path: FilePath, through: tuple[FilePath, ...]
) -> FilePath:
    """Where the rule set is that one at a path starts from; `through` are those that led here.

    Raises UnreadableError where it is none: only files called .yaml or .yml are ever opened.
    """
    at = file.place(("based_on",))

    def refuse(wrong: str) -> UnreadableError:
        return UnreadableError(at, f"based_on: {shown(said)} {wrong}")

    if PurePosixPath(said).is_absolute() or PureWindowsPath(said).drive or said.startswith("~"):
        raise refuse("is not written as seen from this file; write such as last-year.yaml")
    try:
        target = (path.parent / said).resolve()
        there = target.is_file()
    except (OSError, ValueError, RuntimeError):
        raise refuse("cannot be looked for; name a rule set beside this file") from None
    names = (PurePath(said), target)
    if any(name.suffix.lower() not in RULE_SUFFIXES for name in names):
        raise refuse("is not called .yaml or .yml; name a rule set")
    if not there:
        raise refuse("is not there; write it as seen from this file, such as last-year.yaml")
    if target in through:
        round_ = " on ".join(each.name for each in (*through[through.index(target) :], target))
        raise refuse(f"leads back to itself: {round_}; take based_on out of one")
    if len(through) >= DEEPEST_BASE:
        raise refuse(f"is the {DEEPEST_BASE + 1}th that one stands on another; write it out")
    return target


def put_together(base: Any, file: PlainData, said: str) -> PlainData:
    """A rule file with all that its base says and it does not: keys are taken one by one, also
    those below a key; a list or a value takes the place of the one that was there.

    Indicators and own checks are known by their ids. Places are those of the file.
    """
    moved: dict[Path, Path] = {}
    data = _merged(base, file.data, (), moved)
    keys, values, letters = (
        {_moved(path, moved): place for path, place in places.items()}
        for places in (file.keys, file.values, file.letters)
    )
    made = PlainData(data, keys, values, letters, based_on=said)
    made.top = file.place(("based_on",))
    made.slips = [replace(slip, path=_moved(slip.path, moved)) for slip in file.slips]
    return made


def _merged(base: Any, own: Any, path: Path, moved: dict[Path, Path]) -> Any:
    """What is said and, where it is silent, what its base says; `moved` is told where entries of
    lists have gone."""
    if path in _BY_ID and isinstance(base, list) and isinstance(own, list):
        return _by_id(base, own, path, moved)
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    there = {k: _merged(base[k], own[k], (*path, k), moved) if k in base else own[k] for k in own}
    return {**base, **there}


def _by_id(base: list[Any], own: list[Any], path: Path, moved: dict[Path, Path]) -> list[Any]:
    made = list(base)
    known = {id_: number for number, entry in enumerate(base) if (id_ := _id(entry)) is not None}
    for number, entry in enumerate(own):
        at = known.pop(_id(entry) or "", None)  # the second with an id is one too many
        if at is None:
            at = len(made)
            made.append(entry)
        else:
            made[at] = _merged(base[at], entry, (*path, at), moved)
        moved[(*path, number)] = (*path, at)
    return made


def _id(entry: Any) -> str | None:
    said = entry.get("id") if isinstance(entry, Mapping) else None
    return tidy(said) if isinstance(said, str) and said.strip() else None


def _moved(path: Path, moved: Mapping[Path, Path]) -> Path:
    for length in (2, 3):
        if to := moved.get(path[:length]):
            return (*to, *path[length:])
    return path
