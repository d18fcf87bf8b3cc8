"""Which workbooks of a store a command means, as `find` has it of folders on this machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from xl_scorecard.batch.find import Found, is_workbook
from xl_scorecard.batch.passed_over import PassedOver, is_backup, is_temporary
from xl_scorecard.batch.patterns import is_pattern, root_of
from xl_scorecard.errors import UsageError
from xl_scorecard.stores.places import StorePath
from xl_scorecard.stores.store import files_below, files_in, kind_of, matching


def find_stored(path: StorePath, leave_out: Path | None, passed: PassedOver) -> Iterator[Found]:
    """The workbooks at a place of a store: one, all below a folder, or those of a pattern.

    Raises UsageError where nothing is there.
    """
    kind = kind_of(path)
    if kind == "file":
        yield Found(path, Path(path.name), path.parent, named=True)
    elif kind == "folder":
        yield from _among(files_below(path), path, leave_out, passed, backups=True)
    elif is_pattern(path):
        root = root_of(path)
        assert isinstance(root, StorePath)
        names = matching(path, root)
        if not names:
            raise UsageError(f"{path}: nothing is called so; name a workbook or a folder")
        yield from _among(names, root, leave_out, passed, backups=False)
    else:
        raise UsageError(f"{path}: is not there; name a workbook or a folder")


def stored_names(folder: StorePath) -> list[str]:
    """The names of the workbooks in a folder itself."""
    names = files_in(folder)
    return sorted(name for name in names if is_workbook(name) and not is_temporary(name))


def _among(
    names: list[str], root: StorePath, leave_out: Path | None, passed: PassedOver, *, backups: bool
) -> Iterator[Found]:
    """The workbooks among files, named from a root on."""
    beside: dict[PurePath, set[str]] = {}
    for name in names:
        place = PurePath(name)
        beside.setdefault(place.parent, set()).add(place.name.casefold())
    for name in filter(is_workbook, names):
        place = PurePath(name)
        if any(part.startswith(".") and part != ".." for part in place.parts[:-1]):
            continue
        if _leads_elsewhere(name):
            passed.note(root, "misleading name", name)
        elif leave_out is not None and (root / name).is_relative_to(leave_out):
            passed.note(root, "output", name)
        elif is_temporary(place.name):
            passed.note(root, "temporary file", name)
        elif backups and is_backup(place.name, beside[place.parent]):
            passed.note(root, "backup", name)
        else:
            yield Found(root / name, Path(name), root)


def _leads_elsewhere(name: str) -> bool:
    """Whether a name, below a folder here, would be a file somewhere else: a store takes any."""
    return ".." in re.split(r"[/\\]", name) or "//" in name or PurePath(name).anchor != ""
