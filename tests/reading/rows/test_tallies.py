"""Rows that count indicators by how they do, wherever the count stands: none of them is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import FIRST_ROW, checked, findings, scorecard

_HEADINGS = (
    "Section", "Ref", "Measure", "Unit", "Good is", "Target", "Tolerance", "Q2 2018/19",
    "Q3 2018/19", "RAG", "Comment",
)  # fmt: skip
_MEASURES = {"A1": "Children seen", "B1": "Plans reviewed", "C1": "Visits made"}
_ROWS = [
    ("Homes", ref, name, "%", "High", 0.8, 0.05, 0.85, 0.9, "Green", "Staff are in post.")
    for ref, name in _MEASURES.items()
]
_RULES = "name: s\nindicators:\n" + "".join(
    f"  - {{id: {ref}, name: {name}, good_is: high}}\n" for ref, name in _MEASURES.items()
)


def _found(
    folder: Path, said: tuple[str, ...], labels: str, counts: str, gap: int = 1
) -> list[tuple[str, str | None]]:
    def write(_: Any, page: Any) -> None:
        for below, text in enumerate(said):
            row = FIRST_ROW - 1 + len(_ROWS) + gap + below
            page.write(row, _HEADINGS.index(labels), text)
            page.write(row, _HEADINGS.index(counts), 3 - below)

    book = scorecard(folder / "b.xlsx", _ROWS, _HEADINGS, more=write)
    return findings(checked(book, _RULES))


@pytest.mark.parametrize("counts", _HEADINGS[3:])
@pytest.mark.parametrize(
    "said",
    [
        ("Number of green indicators", "Number of amber indicators"),
        ("Green", "Amber", "Not rated"),
        ("Total green", "Total red", "Total"),
        ("KPIs rated as green", "No data"),
        ("Indicators on target", "Indicators off target", "Total indicators"),
    ],
)
def test_a_count_of_ratings_may_stand_in_any_column(
    tmp_path: Path, said: tuple[str, ...], counts: str
) -> None:
    assert _found(tmp_path, said, "Measure", counts) == []


@pytest.mark.parametrize("gap", [0, 1, 3])
@pytest.mark.parametrize(
    ("labels", "counts"),
    [("Section", "Ref"), ("Section", "Q3 2018/19"), ("Ref", "Measure"), ("Ref", "Q2 2018/19"),
     ("Good is", "Q3 2018/19"), ("Target", "Q3 2018/19")],
)  # fmt: skip
def test_what_counts_ratings_may_be_named_in_any_column(
    tmp_path: Path, labels: str, counts: str, gap: int
) -> None:
    said = ("Total green", "Total amber", "No data")
    assert _found(tmp_path, said, labels, counts, gap) == []


def test_a_count_may_stand_where_references_do_right_of_the_names(tmp_path: Path) -> None:
    def write(_: Any, page: Any) -> None:
        for row, (word, count) in enumerate((("Green", 2), ("Red", 1)), FIRST_ROW + 3):
            page.write_row(row, 0, (word, count))

    rows = [(name, ref, 0.8, 0.85, 0.9) for ref, name in _MEASURES.items()]
    headings = ("Measure", "Ref", "Target", "Q2 2018/19", "Q3 2018/19")
    outcome = checked(scorecard(tmp_path / "b.xlsx", rows, headings, more=write), _RULES)
    assert {check for check, _ in findings(outcome)} <= {"tolerance-missing"}


@pytest.mark.parametrize(
    "judged",
    [
        (None, None, "KPIs on target", "%", "High", 0.9),  # its figure is still to come
        (None, None, "KPIs on target", "%", None, 0.9),
        (None, None, "KPIs on target", "%", "High", 0.9, None, 0.8, 0.7),
        (None, "D1", "KPIs on target", None, None, None, None, None, 3),
    ],
)
def test_what_is_judged_or_has_a_reference_is_an_indicator(
    tmp_path: Path, judged: tuple[str | float | None, ...]
) -> None:
    book = scorecard(tmp_path / "b.xlsx", [*_ROWS, judged], _HEADINGS)
    assert ("indicator-no-rule", "C7") in findings(checked(book, _RULES))


def test_words_that_count_name_an_indicator_where_none_beside_them_does(tmp_path: Path) -> None:
    assert ("indicator-no-rule", "C8") in _found(
        tmp_path, ("No data available",), "Measure", "Q3 2018/19"
    )
