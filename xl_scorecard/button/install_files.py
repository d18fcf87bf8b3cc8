"""Files put in place whole, and taken away."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from xl_scorecard.errors import WorkbookError


def put(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move each into its place, in order.

    A file that already holds its bytes is left alone. Raises WorkbookError (write_failed) where
    the disk refuses or Excel holds one; no file is ever half written.
    """
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _told(path, "written"):
                if path.is_file() and path.read_bytes() == data:
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                written[path] = path.with_name(f".xl-scorecard-{secrets.token_hex(8)}")
                _write(written[path], data)
        for path, beside in written.items():
            with _told(path, "written"):
                beside.replace(path)
    finally:
        for beside in written.values():
            with contextlib.suppress(OSError):
                beside.unlink()


def take_away(path: Path) -> bool:
    """Delete a file; tells whether it was there. Raises WorkbookError where it is held."""
    with _told(path, "removed"):
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
    return True


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    """Say in one line what the disk would not do."""
    try:
        yield
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise WorkbookError(
            "write_failed",
            f"{path}: could not be {what} ({reason}); if Excel is open, close it and try again",
        ) from None
