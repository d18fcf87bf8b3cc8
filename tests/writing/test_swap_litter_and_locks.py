"""Runs that were killed, runs at the same time, and files that others saved meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.writing.systems import (
    OURS,
    names_beside,
    no_nameless_files,
    refusing,
    write,
)
from xl_scorecard.errors import WorkbookError
from xl_scorecard.writing import swap
from xl_scorecard.writing.swap import held, stamp_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makes less of a Linux")


DAY = 86_400


def _litter(book: Path, name: str, age: float) -> Path:
    path = book.with_name(name)
    path.write_bytes(b"half")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_what_a_killed_run_left_is_swept_up_a_day_later(system: str, book: Path) -> None:
    swept = _litter(book, f"{OURS}0123456789abcdef", DAY + 60)
    fresh = _litter(book, f"{OURS}fedcba9876543210", DAY - 60)  # its run may still be at it
    others = [_litter(book, name, 9 * DAY) for name in (".xl-scorecard", "old.xlsx", ".other")]
    write(book)
    assert not swept.exists()
    assert fresh.exists()
    assert all(path.exists() for path in others)


def test_litter_that_may_not_be_deleted_stops_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_nameless_files(monkeypatch)
    stuck = _litter(book, f"{OURS}0", 2 * DAY)
    monkeypatch.setattr(os, "unlink", refusing(errno.EACCES))
    assert write(book)
    assert book.read_bytes() == b"new"
    assert stuck.exists()


_KILLED = """
import os, pathlib, signal, sys
if hasattr(os, "O_TMPFILE"):
    del os.O_TMPFILE
from xl_scorecard.writing.swap import stamp_of, write_whole
book = pathlib.Path(sys.argv[1])
write_whole(
    book, lambda stream: os.kill(os.getpid(), signal.SIGKILL), source=book,
    read_at=stamp_of(book), close_source=lambda: None,
)
"""


def test_a_run_killed_where_files_have_names_leaves_one_that_a_later_run_takes_away(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_nameless_files(monkeypatch)
    done = subprocess.run([sys.executable, "-c", _KILLED, book], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = (file for file in book.parent.iterdir() if file != book)
    assert left.name.startswith(OURS)
    write(book, b"newer")
    assert left.exists()
    os.utime(left, (time.time() - 2 * DAY,) * 2)
    write(book, b"newest")
    assert names_beside(book) == ["q3.xlsx"]


def test_a_second_run_steps_back_from_a_workbook_that_one_has(book: Path) -> None:
    with (
        held(book),
        pytest.raises(WorkbookError, match="another run is writing it") as caught,
        held(book),
    ):
        pass
    assert caught.value.kind == "locked"
    with held(book):  # and afterwards it is free
        pass


def test_where_the_system_has_no_locks_a_second_run_goes_on(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "fcntl", None)
    with held(book), held(book):
        assert write(book)
    assert book.read_bytes() == b"new"


def test_a_volume_without_locks_is_written_all_the_same(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", refusing(errno.ENOLCK))
    with held(book):
        assert write(book)
    assert book.read_bytes() == b"new"


def test_a_workbook_that_is_gone_cannot_be_held_or_stamped(book: Path) -> None:
    book.unlink()
    said = ("unreadable", "q3.xlsx: cannot be opened (No such file or directory)")
    with pytest.raises(WorkbookError) as caught, held(book):
        pass
    assert (caught.value.kind, caught.value.message) == said
    with pytest.raises(WorkbookError) as caught:
        stamp_of(book)
    assert (caught.value.kind, caught.value.message) == said


def test_a_stamp_tells_a_file_saved_anew_by_identity_length_and_time(book: Path) -> None:
    before = stamp_of(book)
    times = (book.stat().st_atime_ns, book.stat().st_mtime_ns)
    assert stamp_of(book) == before
    book.write_bytes(b"older")
    os.utime(book, ns=times)
    assert stamp_of(book) != before  # longer, at the same time
    book.write_bytes(b"olt")
    os.utime(book, ns=(times[0], times[1] + 1))
    assert stamp_of(book) != before  # later, of the same length
    twin = book.with_name("twin")
    twin.write_bytes(b"old")
    os.utime(twin, ns=times)
    twin.replace(book)
    assert stamp_of(book) != before  # another file, of the same length and time


@pytest.mark.parametrize("at", [0, (1 << 20) - 1, 1 << 20, (3 << 20) - 1])
def test_one_byte_anywhere_makes_a_long_file_another(book: Path, at: int) -> None:
    data = bytearray(3 << 20)
    book.write_bytes(data)
    assert not write(book, bytes(data))
    data[at] = 1
    assert write(book, bytes(data))
    assert book.read_bytes() == data
