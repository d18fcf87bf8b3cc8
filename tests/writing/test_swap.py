"""A finished file takes the place of another whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from xl_scorecard.errors import WorkbookError
from xl_scorecard.writing.swap import stamp_of, write_whole


def _write(target: Path, source: Path, data: bytes = b"new") -> bool:
    def write(stream: BinaryIO) -> None:
        stream.write(data)

    return write_whole(
        target, write, source=source, read_at=stamp_of(source), close_source=lambda: None
    )


def _beside(path: Path) -> list[Path]:
    """Everything in a file's folder."""
    return list(path.parent.iterdir())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "q3.xlsx"
    path.write_bytes(b"old")
    return path


def test_the_new_file_stands_where_the_old_one_stood(source: Path) -> None:
    assert _write(source, source)
    assert source.read_bytes() == b"new"
    assert _beside(source) == [source]


def test_folders_on_the_way_are_made(source: Path, tmp_path: Path) -> None:
    _write(tmp_path / "out" / "2018" / "q3.xlsx", source)
    assert (tmp_path / "out" / "2018" / "q3.xlsx").read_bytes() == b"new"
    assert source.read_bytes() == b"old"


def test_what_is_the_same_already_is_not_written_again(source: Path) -> None:
    before = source.stat()
    assert not _write(source, source, b"old")
    assert (source.stat().st_ino, source.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_was_saved_meanwhile_is_left_alone(source: Path) -> None:
    read_at = stamp_of(source)

    def write(stream: BinaryIO) -> None:
        stream.write(b"new")
        source.write_bytes(b"saved by somebody else")

    with pytest.raises(WorkbookError) as caught:
        write_whole(source, write, source=source, read_at=read_at, close_source=lambda: None)
    assert caught.value.kind == "write_failed"
    assert source.read_bytes() == b"saved by somebody else"
    assert _beside(source) == [source]


def test_a_full_disk_leaves_what_was_there(source: Path) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(b"half of i")
        raise OSError(28, "No space left on device")

    with pytest.raises(WorkbookError, match="No space left") as caught:
        write_whole(
            source, write, source=source, read_at=stamp_of(source), close_source=lambda: None
        )
    assert caught.value.kind == "write_failed"
    assert source.read_bytes() == b"old"
    assert _beside(source) == [source]


def test_a_link_stays_a_link_to_the_file_that_is_written(source: Path, tmp_path: Path) -> None:
    link = tmp_path / "current.xlsx"
    link.symlink_to(source)
    _write(link, link)
    assert link.is_symlink()
    assert source.read_bytes() == b"new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_those_of_the_file_replaced(source: Path, mode: int) -> None:
    source.chmod(mode)
    _write(source, source)
    assert source.stat().st_mode & 0o777 == mode


def test_a_folder_in_the_way_is_a_failure_in_one_line(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out.xlsx").mkdir()
    with pytest.raises(WorkbookError) as caught:
        _write(tmp_path / "out.xlsx", source)
    assert caught.value.kind == "write_failed"
    assert "\n" not in caught.value.message
