"""Putting a finished file in the place of another, so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeAlias

from xl_scorecard.errors import WorkbookError

Stamp: TypeAlias = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp:
    """What changes when a file is saved anew: its identity, length and time."""
    try:
        status = path.stat()
    except OSError as cause:
        raise WorkbookError(
            "unreadable", f"{path.name}: cannot be opened ({cause.strerror})"
        ) from None
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_whole(
    target: Path,
    write: Callable[[BinaryIO], None],
    *,
    source: Path,
    read_at: Stamp,
    close_source: Callable[[], None],
) -> bool:
    """Write a file beside `target`, sync it and swap it in; tells whether it is unlike `source`.

    A symbolic link is followed to its file. Permissions and, where the volume has them, extended
    attributes are those of the file replaced, or of `source`. Raises WorkbookError (write_failed)
    where the disk refuses or `source` was changed since `read_at`; then `target` is untouched.
    """
    target = Path(os.path.realpath(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(target, os.W_OK):
            raise WorkbookError(
                "locked", f"{target.name}: may not be written; make it writable, then run again"
            )
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".xl-scorecard-")
    except OSError as cause:
        raise _failed(target, cause) from None
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        close_source()
        changed = not _identical(temporary, source)
        if _identical(temporary, target):
            return changed
        _refuse_changed(source, read_at)
        _copy_standing(target if target.exists() else source, temporary)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as cause:
        raise _failed(target, cause) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return changed


def _identical(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _refuse_changed(source: Path, read_at: Stamp) -> None:
    if stamp_of(source) != read_at:
        raise WorkbookError(
            "write_failed",
            f"{source.name}: was saved by somebody else meanwhile; nothing was written, run again",
        )


def _copy_standing(source: Path, target: Path) -> None:
    """Give a file the permissions, owner and extended attributes of another."""
    shutil.copymode(source, target)
    status = source.stat()
    with contextlib.suppress(OSError, AttributeError):
        os.chown(target, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(source):
                with contextlib.suppress(OSError):
                    os.setxattr(target, name, os.getxattr(source, name))


def _sync_folder(folder: Path) -> None:
    """Make the swap itself last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _failed(target: Path, cause: OSError) -> WorkbookError:
    reason = cause.strerror or str(cause)
    return WorkbookError(
        "write_failed",
        f"{target.name}: could not be written ({reason}); what was there is unchanged",
    )
