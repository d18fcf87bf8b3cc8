"""The swap where the system can do less than Linux: Windows, macOS, network shares, odd volumes."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.writing.systems import (
    OURS,
    names_beside,
    no_nameless_files,
    refusing,
    windows,
    write,
)
from xl_scorecard.errors import WorkbookError
from xl_scorecard.writing.swap import stamp_of, write_whole

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makes less of a Linux")


def test_the_new_file_takes_the_place_of_the_old_one(system: str, book: Path) -> None:
    assert write(book)
    assert book.read_bytes() == b"new"
    assert names_beside(book) == ["q3.xlsx"]


def test_a_new_file_is_made_in_a_new_folder(system: str, book: Path) -> None:
    out = book.parent / "out" / "deep" / "q3.xlsx"
    assert write(out, source=book)
    assert (out.read_bytes(), book.read_bytes()) == (b"new", b"old")
    assert names_beside(out) == ["q3.xlsx"]


def test_what_is_the_same_is_left_alone(system: str, book: Path) -> None:
    before = stamp_of(book)
    assert not write(book, b"old")
    assert stamp_of(book) == before
    assert names_beside(book) == ["q3.xlsx"]


def test_a_copy_that_is_the_same_as_its_source_is_written_and_said_to_be_unchanged(
    system: str, book: Path
) -> None:
    out = book.with_name("copy.xlsx")
    assert not write(out, b"old", source=book)
    assert out.read_bytes() == b"old"


def test_an_output_that_is_there_already_is_left_alone_and_said_to_be_unlike_its_source(
    system: str, book: Path
) -> None:
    out = book.with_name("copy.xlsx")
    out.write_bytes(b"new")
    before = stamp_of(out)
    assert write(out, b"new", source=book) is True
    assert stamp_of(out) == before
    assert names_beside(book) == ["copy.xlsx", "q3.xlsx"]


def test_a_full_disk_half_way_leaves_the_old_one_and_nothing_beside_it(
    system: str, book: Path
) -> None:
    def half(stream: BinaryIO) -> None:
        stream.write(b"half of i")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(WorkbookError, match="No space left on device") as caught:
        write_whole(book, half, source=book, read_at=stamp_of(book), close_source=lambda: None)
    assert caught.value.kind == "write_failed"
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, MemoryError, WorkbookError])
def test_whatever_stops_the_writing_nothing_stays(
    system: str, book: Path, stopped: type[BaseException]
) -> None:
    def broken(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise stopped(*(("unreadable", "broken") if stopped is WorkbookError else ()))

    with pytest.raises(stopped):
        write_whole(book, broken, source=book, read_at=stamp_of(book), close_source=lambda: None)
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]


def test_what_was_saved_meanwhile_is_left_alone(system: str, book: Path) -> None:
    read_at = stamp_of(book)

    def slow(stream: BinaryIO) -> None:
        stream.write(b"new")
        book.write_bytes(b"theirs")

    with pytest.raises(WorkbookError, match="saved by somebody else") as caught:
        write_whole(book, slow, source=book, read_at=read_at, close_source=lambda: None)
    assert caught.value.kind == "write_failed"
    assert book.read_bytes() == b"theirs"
    assert names_beside(book) == ["q3.xlsx"]


def test_the_source_is_closed_once_when_all_is_written_and_nothing_yet_swapped(
    system: str, book: Path
) -> None:
    seen: list[bytes] = []
    with book.open("rb") as source:  # as the package holds it while it is copied from

        def close() -> None:
            source.close()
            seen.append(book.read_bytes())

        def copied(stream: BinaryIO) -> None:
            stream.write(source.read() + b" and new")

        write_whole(book, copied, source=book, read_at=stamp_of(book), close_source=close)
    assert seen == [b"old"]
    assert book.read_bytes() == b"old and new"


def test_a_target_that_may_not_be_replaced_is_one_line_and_stays(
    system: str, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refusing(errno.EACCES))
    with pytest.raises(WorkbookError) as caught:
        write(book)
    assert caught.value.message == (
        "q3.xlsx: could not be written (Permission denied); what was there is unchanged"
    )
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]


def test_a_target_that_may_not_be_written_is_locked(
    system: str, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # root may all
    with pytest.raises(WorkbookError, match="make it writable") as caught:
        write(book)
    assert caught.value.kind == "locked"
    assert book.read_bytes() == b"old"
    out = book.with_name("other.xlsx")  # what is not there yet is nobody's
    write(out, source=book)
    assert out.read_bytes() == b"new"


def test_a_file_another_program_has_open_is_not_replaced_on_windows(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows(monkeypatch)
    with book.open("rb"), pytest.raises(WorkbookError, match="used by another process"):
        write(book)
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]


def test_a_name_that_is_taken_is_not_written_over(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_nameless_files(monkeypatch)
    monkeypatch.setattr("secrets.token_hex", lambda length: "f" * 2 * length)
    taken = book.with_name(f"{OURS}{'f' * 16}")
    taken.write_bytes(b"another run's")
    with pytest.raises(WorkbookError, match="File exists"):
        write(book)
    assert (book.read_bytes(), taken.read_bytes()) == (b"old", b"another run's")


def test_while_it_is_written_a_file_is_for_our_eyes_only(system: str, book: Path) -> None:
    modes: list[int] = []

    def look(stream: BinaryIO) -> None:
        stream.write(b"new")
        modes.append(os.fstat(stream.fileno()).st_mode & 0o777)

    write_whole(book, look, source=book, read_at=stamp_of(book), close_source=lambda: None)
    assert modes == [0o600]


def test_a_file_that_has_a_name_while_it_is_written_has_one_of_ours(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_nameless_files(monkeypatch)
    seen: list[str] = []

    def look(stream: BinaryIO) -> None:
        stream.write(b"new")
        seen.extend(name for name in names_beside(book) if name != book.name)

    write_whole(book, look, source=book, read_at=stamp_of(book), close_source=lambda: None)
    (name,) = seen
    assert name.startswith(OURS)


def test_a_nameless_file_is_not_seen_while_it_is_written(book: Path) -> None:
    seen: list[str] = []

    def look(stream: BinaryIO) -> None:
        stream.write(b"new")
        seen.extend(names_beside(book))

    write_whole(book, look, source=book, read_at=stamp_of(book), close_source=lambda: None)
    assert seen == ["q3.xlsx"]


def test_a_volume_that_gives_no_name_to_a_nameless_file_is_one_line(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    with pytest.raises(WorkbookError, match="Operation not permitted") as caught:
        write(book)
    assert caught.value.kind == "write_failed"
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]


def test_a_disk_that_does_not_keep_what_was_written_leaves_the_old_one(
    system: str, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(WorkbookError, match="Input/output error"):
        write(book)
    assert book.read_bytes() == b"old"
    assert names_beside(book) == ["q3.xlsx"]
