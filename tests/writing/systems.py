"""Systems that can do less than Linux: each refuses what it has not, call by call."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from xl_scorecard.writing import swap
from xl_scorecard.writing.swap import stamp_of, write_whole

OURS = ".xl-scorecard-"


def refusing(number: int) -> Callable[..., Any]:
    """A call that the system refuses."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def no_nameless_files(patch: pytest.MonkeyPatch) -> None:
    """macOS has no O_TMPFILE and no extended attributes that Python knows of."""
    patch.delattr(os, "O_TMPFILE")
    patch.delattr(os, "listxattr")


def _nameless_files_refused(patch: pytest.MonkeyPatch) -> None:
    """Network shares and old volumes: the system has them, the volume has not."""
    real = os.open

    def opened(path: Any, flags: int, *more: Any, **options: Any) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, "Operation not supported")
        return real(path, flags, *more, **options)

    patch.setattr(os, "open", opened)


def _no_list_of_open_files(patch: pytest.MonkeyPatch) -> None:
    """A jail without /proc, where a nameless file could not be given its name."""
    patch.setattr(swap, "_OPEN_FILES", Path("/nowhere/self/fd"))


def open_files() -> list[str]:
    """What this process has open."""
    return [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()]


def windows(patch: pytest.MonkeyPatch) -> None:
    """No locks, owners or modes; folders cannot be opened, nor open files be moved or deleted."""
    for name in ("O_TMPFILE", "fchown", "fchmod", "listxattr"):
        patch.delattr(os, name)
    patch.setattr(swap, "fcntl", None)
    real_open, real_replace, real_unlink = os.open, os.replace, os.unlink

    def opened(path: Any, *more: Any, **options: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_open(path, *more, **options)

    def replace(source: Any, target: Any) -> None:
        refuse_open(source, target)
        real_replace(source, target)

    def unlink(path: Any, **options: Any) -> None:
        refuse_open(path)
        real_unlink(path, **options)

    def refuse_open(*paths: Any) -> None:
        if any(os.path.realpath(path) in open_files() for path in paths):
            raise PermissionError(errno.EACCES, "The file is used by another process")

    patch.setattr(os, "open", opened)
    patch.setattr(os, "replace", replace)
    patch.setattr(os, "unlink", unlink)


SYSTEMS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "Linux": lambda patch: None,
    "macOS": no_nameless_files,
    "a network share": _nameless_files_refused,
    "a jail": _no_list_of_open_files,
    "Windows": windows,
}


def names_beside(path: Path) -> list[str]:
    """Everything in a file's folder."""
    return sorted(file.name for file in path.parent.iterdir())


def write(target: Path, data: bytes = b"new", source: Path | None = None) -> bool:
    """Put data in a file's place."""

    def all_of_it(stream: BinaryIO) -> None:
        stream.write(data)

    source = source or target
    return write_whole(
        target, all_of_it, source=source, read_at=stamp_of(source), close_source=lambda: None
    )
