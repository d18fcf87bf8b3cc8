"""Suppressed figures that the sheet itself gives away, and those that it does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard
from xl_scorecard.domain.outcome import FindingResult

HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
RULES = """\
name: small
indicators:
  - {id: T, name: All statements, unit: count}
  - {id: P1, name: "of which: from boys", unit: count}
  - {id: P2, name: "of which: from girls", unit: count}
"""
TOTAL = ("T", "All statements", 180, 174, 166)
BOYS = ("P1", "of which: from boys", 91, 90, 85)
GIRLS = ("P2", "of which: from girls", 89, 84, 81)


def _found(folder: Path, rows: Sequence[Sequence[Cell]], rules: str = RULES) -> list[FindingResult]:
    path = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format="General")
    return [f for f in checked(path, rules).findings if f.check == "suppressed-worked-out"]


@pytest.mark.parametrize("marker", ["[c]", "c", "*", "<5"])
@pytest.mark.parametrize(
    ("total", "boys", "girls", "cell"),
    [(190, None, 187, "F5"), (190, 187, None, "F6"), (None, 187, 3, "F4")],
)
def test_one_of_a_total_and_its_parts_alone_is_given_away(
    tmp_path: Path, marker: str, total: int | None, boys: int | None, girls: int | None, cell: str
) -> None:
    last = [marker if figure is None else figure for figure in (total, boys, girls)]
    rows = [(*row, figure) for row, figure in zip((TOTAL, BOYS, GIRLS), last, strict=True)]
    (finding,) = _found(tmp_path, rows)
    assert (finding.cell, finding.found, finding.expected) == (cell, marker, None)
    hidden = {190, 187, 3} - {figure for figure in last if isinstance(figure, int)}
    assert not any(str(number) in finding.message.split() for number in hidden)


def test_two_parts_that_are_suppressed_are_safe(tmp_path: Path) -> None:
    assert _found(tmp_path, [(*TOTAL, 190), (*BOYS, "[c]"), (*GIRLS, "[c]")]) == []


def test_rows_that_make_no_total_in_other_periods_give_nothing_away(tmp_path: Path) -> None:
    other = ("P2", "of which: from girls", 80, 84, 81)
    assert _found(tmp_path, [(*TOTAL, 190), (*BOYS, "[c]"), (*other, 187)]) == []


SHARE = """\
name: small
indicators:
  - {id: S, name: Seen in time, unit: percent, numerator: N, denominator: D}
  - {id: N, name: Seen, unit: count}
  - {id: D, name: All, unit: count}
"""


@pytest.mark.parametrize(
    ("share", "seen", "all_of_them", "cell"),
    [
        ("[c]", 3, 36, "F4"),  # 3 of 36
        ("8.3%", "[c]", 36, "F5"),  # only 3 of 36 is 8.3%
        ("8%", "[c]", 3600, None),  # 270 to 305 of 3,600 are 8%
        ("[c]", "[c]", 36, None),
        ("[c]", 3, "[c]", None),
    ],
)
def test_a_share_and_its_counts(
    tmp_path: Path, share: str, seen: Cell, all_of_them: Cell, cell: str | None
) -> None:
    rows = [
        ("S", "Seen in time", "50%", "50%", "50%", share),
        ("N", "Seen", 20, 22, 24, seen),
        ("D", "All", 40, 44, 48, all_of_them),
    ]
    assert [f.cell for f in _found(tmp_path, rows, SHARE)] == ([cell] if cell else [])


def test_a_row_is_told_once_at_its_newest(tmp_path: Path) -> None:
    rows = [
        ("S", "Seen in time", "50%", "50%", "[c]", "[c]"),
        ("N", "Seen", 20, 22, 3, 4),
        ("D", "All", 40, 44, 48, 36),
    ]
    (finding,) = _found(tmp_path, rows, SHARE)
    assert finding.cell == "F4"
    assert finding.message.endswith("So can 1 earlier one.")
