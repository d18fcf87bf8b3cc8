"""The bench's own scorecards: what is said of them stands in them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.checks_bench.book import Book, clean_book
from tests.checks_bench.faults import KINDS
from tests.checks_bench.measures import Measure, rag_of
from tests.checks_bench.trial import faulty
from tests.checks_bench.verdicts import stands
from tests.checks_bench.written import write


def a_measure(good: str, value: float) -> Measure:
    return Measure("A1", "", "", "percent", good, 1, [value], target=80.0, tolerance=5.0)


@pytest.mark.parametrize(
    ("good", "value", "status"),
    [
        ("high", 80.0, "green"),
        ("high", 75.0, "amber"),
        ("high", 74.9, "red"),
        ("low", 80.0, "green"),
        ("low", 85.0, "amber"),
        ("low", 85.1, "red"),
        ("neither", 10.0, None),
    ],
)
def test_a_rating_is_that_of_the_rule(good: str, value: float, status: str | None) -> None:
    assert rag_of(a_measure(good, value)) == status


def test_a_book_is_the_same_each_time_it_is_drawn() -> None:
    one, other = clean_book(11), clean_book(11)
    assert one.pages == other.pages
    assert one.rules == other.rules


def test_every_figure_stands_where_the_book_says(tmp_path: Path) -> None:
    book = clean_book(5, {"formulas": True, "families": ("share", "total")})
    workbook, _ = write(book, tmp_path)
    sheet = openpyxl.load_workbook(workbook, data_only=True)[book.sheet]
    times = 100 if book.layout.percent_as == "fraction" else 1
    for measure in book.measures:
        for at in range(len(book.periods)):
            there, value = sheet[book.spot(measure, at)].value, measure.values[at]
            if isinstance(value, str):
                assert there == value
            else:
                scale = times if measure.unit == "percent" else 1
                assert there * scale == pytest.approx(value)


def test_the_parts_of_a_family_add_up() -> None:
    wants: dict[str, object] = {"grain": "quarter", "families": ("total", "stock", "complement")}
    book = clean_book(3, wants)
    for at in range(1, len(book.periods)):
        (whole,) = _figures(book, at, "total")
        assert whole == sum(_figures(book, at, "part"))
        (before,), (now,) = _figures(book, at - 1, "stock"), _figures(book, at, "stock")
        assert now == before + sum(_figures(book, at, "in")) - sum(_figures(book, at, "out"))
        assert sum(_figures(book, at, "complement")) == pytest.approx(100)


def _figures(book: Book, at: int, role: str) -> list[float]:
    return [measure.figure(at) or 0.0 for measure in book.of_role(role)]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_fault_of_each_kind_changes_the_book(name: str) -> None:
    book, spoilt, fault = faulty(1, KINDS[name])
    assert fault is not None, "no book of this seed has room for it"
    same = book.pages == spoilt.pages and book.rules == spoilt.rules and book.name == spoilt.name
    assert not same


@pytest.mark.parametrize(
    ("cell", "where", "there"),
    [
        ("K14", "K14", True),
        ("K14:M14", "K14", True),
        ("K14", "row:14", True),
        ("K14", "column:K", True),
        ("AK14", "column:K", False),
        (None, "row:14", False),
        (None, "anywhere", True),
    ],
)
def test_a_finding_stands_in_a_cell_a_row_or_a_column(
    cell: str | None, where: str, there: bool
) -> None:
    assert stands({"cell": cell}, where) is there
