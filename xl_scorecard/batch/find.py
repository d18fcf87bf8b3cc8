"""Which workbooks a command means, and where their outputs go."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from xl_scorecard.batch.passed_over import PassedOver, is_backup, is_temporary
from xl_scorecard.batch.patterns import expanded, is_pattern, root_of
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES, WORKBOOK_SUFFIXES
from xl_scorecard.stores.places import StorePath


@dataclass(frozen=True)
class Found:
    """A workbook, and its place below the folder it was found in; or it was `named` itself."""

    path: Path
    below: Path
    root: Path
    named: bool = False


def find_workbooks(
    paths: list[Path],
    leave_out: Path | None,
    tell: Callable[[str], None] | None = None,
) -> list[Found]:
    """Every workbook named, below a folder named, or that a pattern stands for; `leave_out` is the
    folder of outputs.

    Files of formats we cannot write are found too, so that the run says so instead of passing
    over them. A workbook that is reached in several ways, by another spelling or by a link, is
    found once. `tell` is told in a line of temporary files, backups and outputs that are passed
    over. Raises UsageError for a path that is not there.
    """
    found: dict[object, Found] = {}
    passed = PassedOver()
    for path in paths:
        for each in _at(path, leave_out, passed):
            known = found.get(identity(each.path), each)
            found[identity(each.path)] = replace(known, named=known.named or each.named)
    if paths and not found:
        places = ", ".join(str(path) for path in paths)
        raise UsageError(f"no workbook in {places}; name a folder that holds .xlsx or .xlsm files")
    if tell is not None:
        for line in passed.lines():
            tell(line)
    return list(found.values())


def _at(path: Path, leave_out: Path | None, passed: PassedOver) -> Iterator[Found]:
    """The workbooks that one path stands for."""
    if isinstance(path, StorePath):
        from xl_scorecard.batch.find_stored import find_stored  # for stores alone

        yield from find_stored(path, leave_out, passed)
        return
    out = None if isinstance(leave_out, StorePath) else leave_out
    if is_folder(path):
        for item in sorted(_below(path, out, passed)):
            yield Found(item, item.relative_to(path), path)
    elif _there(path):
        yield Found(path, Path(path.name), path.parent, named=True)
    elif is_pattern(path):
        yield from _meant(path, out, passed)
    else:
        raise UsageError(f"{path}: is not there; name a workbook or a folder")


def _meant(pattern: Path, leave_out: Path | None, passed: PassedOver) -> Iterator[Found]:
    """The workbooks that a pattern stands for: files, and all below folders."""
    root = root_of(pattern)
    for item in expanded(pattern):
        if _is_within(item, leave_out):
            continue
        if is_folder(item):
            below = sorted(_below(item, leave_out, passed))
            yield from (Found(each, each.relative_to(root), root) for each in below)
        elif is_workbook(item.name):
            if is_temporary(item.name):
                passed.note(root, "temporary file", item.name)
            else:
                yield Found(item, item.relative_to(root), root)


def _is_within(path: Path, folder: Path | None) -> bool:
    if folder is None:
        return False
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_workbook(name: str) -> bool:
    """Whether a file is called as workbooks are."""
    return Path(name).suffix.lower() in WORKBOOK_SUFFIXES | OTHER_SUFFIXES


def _there(path: Path) -> bool:
    """Whether a path leads to something, be it a link that leads nowhere."""
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in it
        return False


def identity(path: Path) -> object:
    """What is the same for all spellings of one file's name, be it there or not.

    Hard links are names of their own: a file that is written anew under one is not under the other.
    """
    if isinstance(path, StorePath):
        return str(path)
    real = os.path.realpath(path)
    try:
        status = path.stat()
    except OSError:  # not there, or a link that leads round and round
        return real
    # where upper and lower case are one, the file is the same, and its name but for that
    return status.st_dev, status.st_ino, real.casefold()


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that is too long to lead anywhere does not."""
    if isinstance(path, StorePath):
        from xl_scorecard.stores.store import kind_of

        return kind_of(path) == "folder"
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a path leads to a file."""
    if isinstance(path, StorePath):
        from xl_scorecard.stores.store import kind_of

        return kind_of(path) == "file"
    return path.is_file()


def _below(folder: Path, leave_out: Path | None, passed: PassedOver) -> Iterator[Path]:
    out = os.path.realpath(leave_out) if leave_out is not None else None
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        if out is not None:
            for name in [name for name in folders if os.path.realpath(here / name) == out]:
                folders.remove(name)
                for output in _below(here / name, None, PassedOver()):
                    passed.note(folder, "output", str(output.relative_to(folder)))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        workbooks = [name for name in files if is_workbook(name)]
        beside = {name.casefold() for name in workbooks}
        for name in workbooks:
            if is_temporary(name):
                passed.note(folder, "temporary file", str((here / name).relative_to(folder)))
            elif is_backup(name, beside):
                passed.note(folder, "backup", str((here / name).relative_to(folder)))
            else:
                yield here / name


def outputs(found: list[Found], out: Path | None, *, in_place: bool) -> list[Path]:
    """Where each workbook's output goes; raises UsageError where two would be one file."""
    if in_place:
        return [item.path for item in found]
    assert out is not None  # the command asked for one or the other
    places = [out / item.below for item in found]
    seen: dict[Path, Path] = {}
    for item, place in zip(found, places, strict=True):
        if place in seen:
            raise UsageError(
                f"{item.path} and {seen[place]} would both be written to {place}; "
                "run them into different folders"
            )
        if identity(place) == identity(item.path):
            raise UsageError(f"{place}: --out would overwrite it; say --in-place if that is meant")
        seen[place] = item.path
    return places
