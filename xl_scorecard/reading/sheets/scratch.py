"""Folders for scratch copies: they go when they are closed, and those of killed runs are swept."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be deleted
    fcntl = None  # type: ignore[assignment]

_PREFIX = "xl-scorecard-"
_IN_USE = "in-use"
_MINUTE, _DAY = 60, 86_400


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that only this user may enter, for as long as this is open."""
    sweep()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (folder / _IN_USE).open("wb") as stream:
            if fcntl is not None:
                with suppress(OSError):
                    fcntl.flock(stream, fcntl.LOCK_EX)
            yield folder


def sweep() -> None:
    """Take away the scratch folders of runs that were killed: a copy in them is in the open."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether a folder is one that this user made, and no link to somewhere else."""
    mine = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
    return mine and folder.is_dir() and not folder.is_symlink()


def _is_left(folder: Path) -> bool:
    """Whether no run uses a folder any more: whoever does holds a lock in it."""
    age = time.time() - folder.lstat().st_mtime
    if fcntl is None:
        return age > _DAY
    try:
        with (folder / _IN_USE).open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return age > 1  # not one that is about to be locked
    except FileNotFoundError:
        return age > _MINUTE
    except BlockingIOError:
        return False
