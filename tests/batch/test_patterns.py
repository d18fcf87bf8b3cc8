"""Patterns that a shell left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.batch.find import find_workbooks
from xl_scorecard.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("north/q3.xlsx", "north/q2.xlsx", "south/deep/q3.xlsx", "south/q3.txt",
                 "south/~$q3.xlsx", ".hidden/q3.xlsx", "out/north/q3.xlsx"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("*/q3*.xlsx", ["north/q3.xlsx"]),
        ("**/q3.xlsx", ["north/q3.xlsx", "south/deep/q3.xlsx"]),
        ("north/q?.xlsx", ["q2.xlsx", "q3.xlsx"]),
        ("so*", ["south/deep/q3.xlsx"]),
        ("*/q[2].*", ["north/q2.xlsx"]),
    ],
)
def test_a_pattern_stands_for_workbooks_and_keeps_their_folders(
    folder: Path, pattern: str, meant: list[str]
) -> None:
    found = find_workbooks([folder / pattern], folder / "out")
    assert [item.below.as_posix() for item in found] == meant
    assert not any(item.named for item in found)


def test_a_pattern_that_nothing_is_called_by_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="nothing is called so"):
        find_workbooks([folder / "*/q4*.xlsx"], None)


def test_what_is_no_pattern_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"q3\*: nothing is called so|is no pattern"):
        find_workbooks([folder / "**q3/[*"], None)


def test_a_file_whose_name_has_signs_of_a_pattern_is_itself(folder: Path) -> None:
    odd = folder / "q[3].xlsx"
    odd.write_bytes(b"")
    (found,) = find_workbooks([odd], None)
    assert (found.path, found.named) == (odd, True)
