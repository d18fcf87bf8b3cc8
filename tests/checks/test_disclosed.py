"""Small counts shown in rows where others are suppressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")


@pytest.mark.parametrize(
    ("figures", "cells"),
    [
        ((11, "[c]", 7, 3), ["F4"]),
        ((11, "c", 3, 7), ["E4"]),
        ((11, "<5", 7, 4), ["F4"]),
        (("[c]", "[c]", 2, 3), ["F4"]),  # told once
        ((11, "[c]", 7, 5), []),
        ((11, "[c]", 7, 0), []),
        ((11, 2, 7, 3), []),  # nothing is suppressed here
        ((1, 2, "[c]", 3), []),  # it is not for being small
        ((11, "[x]", 7, 3), []),
    ],
)
def test_a_small_count_beside_suppressed_ones_is_named(
    tmp_path: Path, figures: tuple[Cell, ...], cells: list[str]
) -> None:
    row = ("A1", "Children waiting", *figures)
    book = scorecard(tmp_path / "b.xlsx", [row], _HEADINGS, number_format="0")
    outcome = checked(
        book, "name: s\nindicators:\n  - {id: A1, name: Children waiting, unit: count}\n"
    )
    found = [f for f in outcome.findings if f.check == "small-number-disclosed"]
    assert [f.cell for f in found] == cells
    assert all(not {"2", "3", "4"} & set(f.message.split("below 5")[1][:9]) for f in found)


def test_a_share_is_no_small_count(tmp_path: Path) -> None:
    row = ("A1", "Children waiting", 0.1, "[c]", 0.2, 1)
    book = scorecard(tmp_path / "b.xlsx", [row], _HEADINGS)
    outcome = checked(
        book, "name: s\nindicators:\n  - {id: A1, name: Children waiting, unit: percent}\n"
    )
    assert "small-number-disclosed" not in [check for check, _ in findings(outcome)]
