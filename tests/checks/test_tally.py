"""Counts of ratings typed beside a scorecard, held against the ratings in its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, findings, scorecard

_ROWS = [
    ("A1", "Children seen", 0.8, 0.9, "Green"),
    ("B1", "Plans written", 0.8, 0.9, "Green"),
    ("C1", "Visits made", 0.8, 0.6, "Red"),
]
_RULES = "name: s\nindicators:\n" + "".join(
    f"  - {{id: {ref}, name: {name}, unit: percent, good_is: high}}\n" for ref, name, *_ in _ROWS
)


def _found(folder: Path, *beside: tuple[int, int, Any]) -> list[str | None]:
    def write(_: Any, page: Any) -> None:
        for row, column, value in beside:
            page.write(row, column, value)

    headings = ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")
    outcome = checked(scorecard(folder / "b.xlsx", _ROWS, headings, more=write), _RULES)
    return [cell for check, cell in findings(outcome) if check == "tally-differs"]


@pytest.mark.parametrize(
    ("beside", "cell"),
    [
        ([(1, 1, "Green"), (1, 2, 1), (1, 3, "Red"), (1, 4, 2)], "C2"),
        ([(0, 6, "Green"), (1, 6, 1), (0, 7, "Red"), (1, 7, 2)], "G2"),
        ([(10, 1, "Green"), (10, 2, 3), (11, 1, "Red"), (11, 2, 0)], "C11"),
        ([(1, 1, "Green"), (1, 2, 2), (1, 3, "Red"), (1, 4, 1)], None),  # right
        ([(1, 1, "Green"), (1, 2, 4), (1, 3, "Red"), (1, 4, 3)], None),  # of other rows
        ([(1, 1, "Green"), (1, 2, 0.9), (1, 3, "Red"), (1, 4, 0.1)], None),
        ([(1, 1, "Green"), (1, 2, "=1"), (1, 3, "Red"), (1, 4, "=2")], None),  # worked out
        ([(0, 1, "Green"), (0, 2, 1), (0, 3, "Red"), (0, 4, 2),
          (1, 1, "Green"), (1, 2, 2), (1, 3, "Red"), (1, 4, 1)], None),  # then and now
    ],
)  # fmt: skip
def test_a_tally_of_as_many_ratings_must_be_theirs(
    tmp_path: Path, beside: list[tuple[int, int, Any]], cell: str | None
) -> None:
    assert _found(tmp_path, *beside) == ([cell] if cell else [])


_MANY = [
    (f"A{n}", f"Children seen {n}", 0.8, figure, word)
    for n, (figure, word) in enumerate(
        [(0.9, "Green"), (0.91, "Green"), (0.79, "Amber"), (0.6, "Red"), (0.92, "Green")]
    )
]
_OF_MANY = "name: s\ndefaults: {tolerance: 5 points}\nindicators:\n" + "".join(
    f"  - {{id: {ref}, name: {name}, unit: percent, good_is: high}}\n" for ref, name, *_ in _MANY
)
_BELOW = 3 + len(_MANY)


def _of_many(
    folder: Path, *beside: tuple[int, int, Any], rows: list[tuple[Any, ...]] | None = None
) -> list[str | None]:
    def write(_: Any, page: Any) -> None:
        for row, column, value in beside:
            page.write(row, column, value)

    headings = ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")
    book = scorecard(folder / "b.xlsx", rows or _MANY, headings, more=write)
    return [cell for check, cell in findings(checked(book, _OF_MANY)) if check == "tally-differs"]


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize(
    "said",
    ["{}", "Number of {} indicators", "Total {}", "KPIs rated as {}", "Count of {}s", "No. {}"],
)
def test_one_count_that_is_off_is_named_wherever_it_stands(
    tmp_path: Path, said: str, count: int
) -> None:
    colours = [("Green", 3), ("amber", 1), ("Red", 2)]
    tally = [
        (_BELOW + 1 + n, column, value)
        for n, (colour, typed) in enumerate(colours)
        for column, value in ((1, said.format(colour)), (count, typed))
    ]
    assert _of_many(tmp_path, *tally) == ["CDE"[count - 2] + str(_BELOW + 4)]
    tally[-1] = (*tally[-1][:2], 1)
    assert _of_many(tmp_path, *tally) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("RAG summary: 3 green, 1 amber and 2 red", True),
        ("Green: 3; Amber: 2; Red: 1", True),
        ("3 green, 1 amber, 1 red", False),
        ("Q2 2018/19: 3 green, 1 amber and 2 red", False),  # of another period
        ("Green 85%, amber 80%, red below", False),
        ("Green: 3; Amber: 1.5; Red: 1", False),
        ("4 green, 3 amber, 1 red", False),  # of other rows
    ],
)
def test_a_tally_may_stand_in_one_line(tmp_path: Path, text: str, *, is_wrong: bool) -> None:
    assert _of_many(tmp_path, (1, 1, text)) == (["B2"] if is_wrong else [])
    assert _of_many(tmp_path, (_BELOW + 2, 0, text)) == ([f"A{_BELOW + 3}"] if is_wrong else [])


def _tally(*counts: int, words: tuple[str, ...] = ("Green", "Amber", "Red")) -> Any:
    return [
        (_BELOW + 2 + n, column, value)
        for n, (word, count) in enumerate(zip(words, counts, strict=True))
        for column, value in ((1, word), (2, count))
    ]


@pytest.mark.parametrize(
    "beside",
    [
        _tally(2, 2, 2),  # two are off, and not as many: of other rows
        [(_BELOW + 1, 1, "Q2 2018/19"), *_tally(3, 1, 2)],  # last quarter's
        _tally(4, 2, words=("On target", "Off target")),
        _tally(4, 1, words=("On target", "Off target")),  # an amber may be on target
        _tally(3, 1, 2, words=("Green", "Amber", "Not green")),
    ],
)
def test_a_tally_that_may_be_of_something_else_is_none_of_these_rows(
    tmp_path: Path, beside: list[tuple[int, int, Any]]
) -> None:
    assert _of_many(tmp_path, *beside) == []


def test_a_tally_may_count_what_is_rated_and_is_no_indicator(tmp_path: Path) -> None:
    rows = [*_MANY[:4], (None, "Overall", None, None, "Red"), _MANY[4]]
    beside = [(row + 1, column, value) for row, column, value in _tally(3, 1, 2)]
    assert _of_many(tmp_path, *beside, rows=rows) == []
    assert _of_many(tmp_path, *_tally(3, 1, 2)) == [f"C{_BELOW + 5}"]


def test_a_tally_may_count_a_rating_that_is_not_typed_and_a_row_that_stands_twice_once(
    tmp_path: Path,
) -> None:
    untyped = [*_MANY[:4], (*_MANY[4][:4], None)]  # it is green
    assert _of_many(tmp_path, *_tally(3, 1, 1), rows=untyped) == []
    twice = [*_MANY, _MANY[0]]
    beside = [(row + 1, column, value) for row, column, value in _tally(3, 1, 1)]
    assert _of_many(tmp_path, *beside, rows=twice) == []


def _on_a_sheet(folder: Path, *lines: tuple[Any, ...]) -> list[str | None]:
    def write(book: Any, _: Any) -> None:
        page = book.add_worksheet("Front page")
        for row, line in enumerate(lines):
            page.write_row(row, 0, line)

    headings = ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")
    book = scorecard(folder / "b.xlsx", _MANY, headings, more=write)
    found = checked(book, _OF_MANY).findings
    return [f"{f.sheet}!{f.cell}" for f in found if f.check == "tally-differs"]


@pytest.mark.parametrize(
    ("title", "red", "is_wrong"),
    [
        ("Overall position, Q3 2018/19", 2, True),
        ("Overall position, Q3 2018/19", 1, False),
        ("Overall position", 2, True),
        ("Q2 2018/19", 2, False),
        ("Position last quarter", 2, False),
        ("Risks by rating", 2, False),
    ],
)
def test_a_tally_on_a_sheet_of_its_own_is_of_all_rows_unless_it_says_otherwise(
    tmp_path: Path, title: str, red: int, *, is_wrong: bool
) -> None:
    lines = [(title,), (), ("Green", 3), ("Amber", 1), ("Red", red)]
    assert _on_a_sheet(tmp_path, *lines) == (["Front page!B5"] if is_wrong else [])


def test_of_two_tallies_on_a_sheet_of_its_own_neither_is_known_to_be_of_all_rows(
    tmp_path: Path,
) -> None:
    tally = [("Green", 3), ("Amber", 1), ("Red", 2)]
    assert _on_a_sheet(tmp_path, *tally, (), *tally) == []
