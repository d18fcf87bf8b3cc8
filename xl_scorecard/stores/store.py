"""What is asked of a store: what is there, to bring a file here, to put one there."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from xl_scorecard.errors import ScorecardError, UsageError, WorkbookError
from xl_scorecard.opc.archive import MAX_PART
from xl_scorecard.reading.sheets.scratch import scratch_folder
from xl_scorecard.stores.opening import filesystem_of
from xl_scorecard.stores.places import StorePath
from xl_scorecard.stores.said import is_missing, why

_TELLING = ("ETag", "etag", "generation", "LastModified", "last_modified", "modified", "mtime")
_PREFIX = ".xl-scorecard-"
_CHANGED = frozenset({"PreconditionFailed", "412", "ConditionalRequestConflict", "409"})
_Error: TypeAlias = Callable[[StorePath, str], ScorecardError]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stamp:
    """What changes when a file of a store is saved anew; `etag` where the store answers to it."""

    size: int
    told: str
    etag: str | None


@contextmanager
def _asking(place: StorePath, error: _Error) -> Iterator[Any]:
    """The file system of a place; whatever its library raises is `error`, with a line to say."""
    system = None
    try:
        system = filesystem_of(place)
        system.invalidate_cache()
        yield system
    except ScorecardError:
        raise
    except Exception as cause:
        _log.debug("%s: %s", place, type(cause).__name__)
        if system is not None and not is_missing(cause):
            type(system).clear_instance_cache()  # what is broken stays so: connect anew next time
        raise error(place, why(cause)) from None


def _wrong(place: StorePath, why: str) -> UsageError:
    return UsageError(f"{place}: {why}")


def _unreadable(place: StorePath, why: str) -> WorkbookError:
    return WorkbookError("unreadable", f"{place.name}: {why}")


def _not_written(place: StorePath, why: str) -> WorkbookError:
    return WorkbookError("write_failed", f"{place.name}: its output {place} {why}")


def _named(system: Any, place: StorePath) -> str:
    """A place as its file system names it."""
    return str(system._strip_protocol(str(place)))


# -- what is there ------------------------------------------------------------------------------


def kind_of(place: StorePath) -> Literal["file", "folder"] | None:
    """What is at a place; None where nothing is. Raises UsageError."""
    with _asking(place, _wrong) as system:
        found = _info(system, place)
        if found is None:
            return None
        return "folder" if found["type"] == "directory" else "file"


def _info(system: Any, place: StorePath) -> Any:
    """What a file system tells of a place; None where nothing is there."""
    try:
        return system.info(_named(system, place))
    except OSError as cause:
        if is_missing(cause):
            return None
        raise


def need_bucket(place: StorePath) -> None:
    """Raise UsageError where the bucket of a place is not there."""
    if not place.is_object:
        return
    # who may not look at the bucket as a whole may still put into a folder of it
    with _asking(place, _wrong) as system, suppress(PermissionError):
        if _info(system, StorePath(*place.parts[:2])) is None:
            raise FileNotFoundError


def files_below(folder: StorePath) -> list[str]:
    """The names of all files below a folder, folders in between with a /. Raises UsageError."""
    with _asking(folder, _wrong) as system:
        return _relative(system, folder, system.find(_named(system, folder)))


def files_in(folder: StorePath) -> list[str]:
    """The names of the files in a folder itself. Raises UsageError."""
    with _asking(folder, _wrong) as system:
        there = system.ls(_named(system, folder), detail=True)
        return _relative(system, folder, [e["name"] for e in there if e["type"] != "directory"])


def matching(pattern: StorePath, root: StorePath) -> list[str]:
    """The names below a root of what a pattern stands for: files, and those below folders."""
    with _asking(pattern, _wrong) as system:
        found = system.glob(_named(system, pattern), detail=True)
        names: set[str] = set()
        for name, told in found.items():
            names.update(system.find(name) if told["type"] == "directory" else [name])
        return _relative(system, root, names)


def _relative(system: Any, folder: StorePath, names: Iterable[str]) -> list[str]:
    start = _named(system, folder).strip("/") + "/"
    return sorted(name.strip("/").removeprefix(start) for name in names)


# -- bringing and putting -----------------------------------------------------------------------


def _stamp(system: Any, place: StorePath) -> Stamp | None:
    found = _info(system, place)
    if found is None or found["type"] == "directory":
        return None
    told = repr([found.get(word) for word in _TELLING])
    etag = found.get("ETag") if place.puts_if else None
    return Stamp(int(found["size"] or 0), told, etag)


def bring(place: StorePath, to: Path) -> Stamp:
    """Copy a file of a store into a new one here; returns what it was known by.

    Raises WorkbookError: unreadable where it is not there or came in part, too_large.
    """
    stamp = bring_if_there(place, to)
    if stamp is None:
        raise _unreadable(place, why(FileNotFoundError()))
    return stamp


def bring_if_there(place: StorePath, to: Path) -> Stamp | None:
    """The same, but that nothing need be there."""
    with _asking(place, _unreadable) as system:
        stamp = _stamp(system, place)
        if stamp is None:
            return None
        if stamp.size > MAX_PART:
            raise WorkbookError(
                "too_large", f"{place.name}: is of an absurd size; nothing was read"
            )
        system.get_file(_named(system, place), str(to))
        if to.stat().st_size != stamp.size:
            raise _unreadable(place, "was saved by somebody else meanwhile; run again")
        return stamp


def put(place: StorePath, file: Path, before: Stamp | None) -> None:
    """Put a file in a place, whole or not at all, where nothing but what was there `before` stands.

    Raises WorkbookError (write_failed) where that changed meanwhile, or the store refuses.
    """
    with _asking(place, _not_written) as system:
        if place.puts_if:
            _put_if(system, place, file, before)
            return
        if place.is_object:
            _refuse_changed(system, place, before)
            system.put_file(str(file), _named(system, place))
            return
        _put_beside(system, place, file, before)


def put_data(place: StorePath, data: bytes) -> None:
    """Put a file of ours in the place of what is there, whole or not at all.

    Raises WorkbookError (write_failed).
    """
    with scratch_folder() as folder:
        (folder / place.name).write_bytes(data)
        with _asking(place, _not_written) as system:
            before = _stamp(system, place)
        put(place, folder / place.name, before)


def _put_if(system: Any, place: StorePath, file: Path, before: Stamp | None) -> None:
    """The store itself looks whether what stands there is what we saw."""
    bucket, key, _ = system.split_path(_named(system, place))
    condition = {"IfNoneMatch": "*"} if before is None else {"IfMatch": before.etag}
    asked = {"Bucket": bucket, "Key": key, "Body": file.read_bytes()}
    try:
        system.call_s3("put_object", **asked, **condition)
    except OSError as cause:
        code = _code_of(cause)
        if isinstance(cause, FileExistsError) or code in _CHANGED:
            raise _changed(place) from None
        if before is not None and code == "NoSuchKey":
            raise _changed(place) from None
        if code != "NotImplemented":
            raise
        _refuse_changed(system, place, before)  # one of a kind that has no conditions
        system.call_s3("put_object", **asked)


def _code_of(cause: BaseException) -> str:
    answer = getattr(cause.__cause__, "response", None) or {}
    return str(answer.get("Error", {}).get("Code", ""))


def _put_beside(system: Any, place: StorePath, file: Path, before: Stamp | None) -> None:
    """Put it there under another name, then rename it: nobody sees half of it."""
    target = _named(system, place)
    folder = _named(system, StorePath(*place.parts[:-1]))
    beside = f"{folder.rstrip('/')}/{_PREFIX}{secrets.token_hex(8)}"
    system.makedirs(folder, exist_ok=True)
    try:
        system.put_file(str(file), beside)
        if system.info(beside)["size"] != file.stat().st_size:
            raise _not_written(place, "went there in part; what was there is unchanged")
        _refuse_changed(system, place, before)
        _rename(system, place.scheme, beside, target)
    except BaseException:
        with suppress(Exception):
            system.rm_file(beside)
        raise


def _rename(system: Any, scheme: str, name: str, target: str) -> None:
    if scheme == "smb":  # its own rename takes no other file's place
        import smbclient

        start = f"\\\\{system.host}"
        before, after = (f"{start}{each}".replace("/", "\\") for each in (name, target))
        smbclient.replace(before, after, port=system.port or 445)
    else:
        system.mv(name, target)


def _refuse_changed(system: Any, place: StorePath, before: Stamp | None) -> None:
    if _stamp(system, place) != before:
        raise _changed(place)


def _changed(place: StorePath) -> WorkbookError:
    return _not_written(
        place, "was written by somebody else meanwhile; theirs was left alone, run again"
    )
