"""Targets against those on the sheet of an earlier quarter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, scorecard

_NAMES = ("Children seen", "Plans reviewed", "Visits made")
_HEADINGS = ("Ref", "Measure", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Comment")
_BEFORE = (0.85, 0.9, 0.8)


def _found(
    folder: Path,
    now: Sequence[Cell],
    *,
    comment: Cell = None,
    heading: str = "Target",
    earlier: str = "Q2 2018/19",
    more: str = "",
) -> list[tuple[str | None, str | None, str | None]]:
    def before(book: Any, _: Any) -> None:
        page, shown = book.add_worksheet("Before"), book.add_format({"num_format": "0%"})
        page.write_row(0, 0, ("Ref", "Measure", heading, earlier))
        for row, target in enumerate(_BEFORE):
            page.write_row(1 + row, 0, (f"A{row + 1}", _NAMES[row], target, 0.7), shown)

    rows = [
        (f"A{n}", name, target, 0.78, 0.7, 0.82, comment if n == 1 else None)
        for n, (name, target) in enumerate(zip(_NAMES, now, strict=True), 1)
    ]
    headings = (*_HEADINGS[:2], heading, *_HEADINGS[3:])
    book = scorecard(folder / "b.xlsx", rows, headings, sheet="Q3", more=before)
    rules = "name: s\ndefaults: {unit: percent, good_is: high}\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: {name}{more}}}\n" for n, name in enumerate(_NAMES, 1)
    )
    outcome = checked(book, rules)
    return [(f.cell, f.found, f.expected) for f in outcome.findings if f.check == "target-changed"]


def test_a_target_that_was_another_last_quarter_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, (0.8, 0.9, 0.8)) == [("C4", "80%", "85%")]


def test_the_same_targets_in_other_words_are_the_same(tmp_path: Path) -> None:
    assert _found(tmp_path, ("85%", "90%", "at least 80%")) == []


@pytest.mark.parametrize(
    "comment", ["Target revised in October.", "New target from Q3", "The target was reduced to 80%"]
)
def test_a_change_that_is_told_is_none(tmp_path: Path, comment: str) -> None:
    assert _found(tmp_path, (0.8, 0.9, 0.8), comment=comment) == []


def test_a_new_year_has_new_targets(tmp_path: Path) -> None:
    assert _found(tmp_path, (0.8, 0.9, 0.8), earlier="Q4 2017/18") == []


def test_targets_that_nearly_all_change_are_those_of_the_quarter(tmp_path: Path) -> None:
    assert _found(tmp_path, (0.86, 0.91, 0.8)) == []


@pytest.mark.parametrize("heading", ["Target YTD", "Profiled target"])
def test_a_profile_grows_with_the_year(tmp_path: Path, heading: str) -> None:
    assert _found(tmp_path, (0.8, 0.9, 0.8), heading=heading) == []


def test_where_the_rule_has_the_target_that_counts(tmp_path: Path) -> None:
    assert _found(tmp_path, (0.8, 0.9, 0.8), more=", target: 80%") == []
