"""Putting a finished file in the place of another, so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from xl_scorecard.errors import WorkbookError

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody has open cannot be replaced anyway
    fcntl = None  # type: ignore[assignment]

Stamp: TypeAlias = tuple[int, int, int]
_PREFIX = ".xl-scorecard-"
_DAY = 86_400
_BINARY = getattr(os, "O_BINARY", 0)
_OPEN_FILES = Path("/proc/self/fd")


def stamp_of(path: Path) -> Stamp:
    """What changes when a file is saved anew: its identity, length and time."""
    try:
        status = path.stat()
    except OSError as cause:
        raise WorkbookError(
            "unreadable", f"{path.name}: cannot be opened ({cause.strerror})"
        ) from None
    return status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep other runs off a file for as long as this one works on it.

    Raises WorkbookError (locked) where another run has it.
    """
    if fcntl is None:
        yield
        return
    try:
        stream = path.open("rb")
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise WorkbookError("unreadable", f"{path.name}: cannot be opened ({reason})") from None
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkbookError(
                "locked", f"{path.name}: another run is writing it; wait for that to end"
            ) from None
        except OSError:
            pass  # a volume without locks: the look at what changed before the swap remains
        yield


def write_whole(
    target: Path,
    write: Callable[[BinaryIO], None],
    *,
    source: Path,
    read_at: Stamp,
    close_source: Callable[[], None],
    target_at: Stamp | None = None,
) -> bool:
    """Write a file beside `target`, sync it and swap it in; tells whether it is unlike `source`.

    A symbolic link is followed to its file. Permissions and, where the volume has them, extended
    attributes are those of the file replaced, or of `source`. Raises WorkbookError (write_failed)
    where the disk refuses, or `source` was changed since `read_at`, or what stands in the target's
    place since `target_at`; then `target` is untouched.
    """
    target = Path(os.path.realpath(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(target, os.W_OK):
            raise WorkbookError(
                "locked", f"{target.name}: may not be written; make it writable, then run again"
            )
        with _unseen(target.parent) as (stream, put):
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
            close_source()
            changed = not _identical(stream, source)
            if _identical(stream, target):
                return changed
            _copy_standing(target if target.exists() else source, stream.fileno())
            _refuse_changed(source, read_at)
            if target_at is not None:
                _refuse_changed(target, target_at)
            put(target)
        _sync_folder(target.parent)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise WorkbookError(
            "write_failed",
            f"{target.name}: could not be written ({reason}); what was there is unchanged",
        ) from None
    return changed


def put_text(target: Path, text: str, *, new: bool = False) -> None:
    """Write a text file whole or not at all; one that must be `new` takes no other's place.

    Raises OSError.
    """
    put_bytes(target, text.encode("utf-8", "backslashreplace"), new=new)


def put_bytes(target: Path, data: bytes, *, new: bool = False) -> None:
    """Write a file whole or not at all, as a text is."""
    target = Path(os.path.realpath(target))
    with _unseen(target.parent) as (stream, put):
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        if target.exists():
            if new:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            _copy_standing(target, stream.fileno())
        elif hasattr(os, "fchmod"):
            os.fchmod(stream.fileno(), 0o666 & ~_mask())
        put(target)
    _sync_folder(target.parent)


def _mask() -> int:
    """Which permissions this user's new files do not have."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _unseen(folder: Path) -> Iterator[tuple[BinaryIO, Callable[[Path], None]]]:
    """A new file in a folder, and what puts it in a place; nothing stays if that is not called.

    Where the system can, the file has no name until it is whole, so that even a killed process
    leaves nothing behind; elsewhere a later run sweeps up.
    """
    _sweep(folder)
    name = folder / f"{_PREFIX}{secrets.token_hex(8)}"
    descriptor = _nameless(folder)
    named = descriptor is None
    if descriptor is None:
        descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o600)

    with os.fdopen(descriptor, "w+b") as stream:

        def put(target: Path) -> None:
            if named:
                stream.close()  # Windows moves no open file
            else:
                _link(stream.fileno(), name)
            name.replace(target)

        try:
            yield stream, put
        finally:
            if named:
                stream.close()
            with contextlib.suppress(OSError):
                name.unlink()


def _nameless(folder: Path) -> int | None:
    """A new file in a folder without a name, or None where the system has no such thing."""
    if not hasattr(os, "O_TMPFILE") or not _OPEN_FILES.is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
    except OSError:
        return None


def _link(descriptor: int, name: Path) -> None:
    """Give a nameless file its name (open(2), O_TMPFILE)."""
    folder = os.open(_OPEN_FILES, os.O_RDONLY)
    try:
        os.link(str(descriptor), name, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _sweep(folder: Path) -> None:
    """Take away what a run left that was killed more than a day ago."""
    for litter in folder.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - litter.stat().st_mtime > _DAY:
                litter.unlink()


def _identical(stream: BinaryIO, other: Path) -> bool:
    """Whether a written stream holds what a file holds."""
    if not other.is_file() or os.fstat(stream.fileno()).st_size != other.stat().st_size:
        return False
    stream.seek(0)
    with other.open("rb") as against:
        while block := stream.read(1 << 20):
            if against.read(len(block)) != block:
                return False
    return True


def _refuse_changed(source: Path, read_at: Stamp) -> None:
    if stamp_of(source) != read_at:
        raise WorkbookError(
            "write_failed",
            f"{source.name}: was saved by somebody else meanwhile; nothing was written, run again",
        )


def _copy_standing(source: Path, descriptor: int) -> None:
    """Give an open file the permissions, owner and extended attributes of another."""
    status = source.stat()
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, status.st_mode & 0o7777)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(source):
                with contextlib.suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(source, name))


def _sync_folder(folder: Path) -> None:
    """Make the swap itself last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
