"""A sheet of ours that was deleted is drawn anew beside those that stay, and then nothing moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.board import board
from tests.support.books import refreshed_into
from tests.support.readers import opened


@pytest.mark.parametrize("deleted", ["Checks", "Summary"])
def test_a_second_refresh_gives_the_same_bytes(deleted: str, tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", board(tmp_path / "q3.xlsx"))
    path = tmp_path / "out" / "q3.xlsx"
    book = opened(path, formulas=True)
    del book[deleted]
    book.save(path)
    refreshed_into(tmp_path / "again", path)
    again = tmp_path / "again" / "q3.xlsx"
    assert {"Checks", "Summary"} < set(opened(again).sheetnames)
    refreshed_into(tmp_path / "twice", again)
    assert (tmp_path / "twice" / "q3.xlsx").read_bytes() == again.read_bytes()
