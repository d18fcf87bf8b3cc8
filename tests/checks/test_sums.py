"""Parts against their total, and what came and went against what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_QUARTERS = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
Row = tuple[str, tuple[Cell, ...]]


def _found(
    folder: Path, check: str, *rows: Row, headings: tuple[Cell, ...] = _QUARTERS
) -> list[str | None]:
    figures = [(f"A{n}", name, *cells) for n, (name, cells) in enumerate(rows, 1)]
    book = scorecard(
        folder / "b.xlsx", figures, ("Ref", "Measure", *headings), number_format="General"
    )
    rules = "name: s\nindicators:\n" + "".join(
        f'  - {{id: A{n}, name: "{name}", unit: count}}\n' for n, (name, _) in enumerate(rows, 1)
    )
    return [cell for word, cell in findings(checked(book, rules)) if word == check]


_NORTH, _SOUTH = ("North", (120, 131, 118, 125)), ("South", (340, 322, 351, 349))
_WEST = ("West", (77, 80, 91, 60))


@pytest.mark.parametrize(
    "total", [("All areas", (537, 533, 560, 543)), ("Total", (537, 533, 560, 543))]
)
def test_a_total_that_its_parts_made_until_now_is_named(tmp_path: Path, total: Row) -> None:
    assert _found(tmp_path, "parts-not-total", total, _NORTH, _SOUTH, _WEST) == ["F4"]
    assert _found(tmp_path, "parts-not-total", _NORTH, _SOUTH, _WEST, total) == ["F7"]


@pytest.mark.parametrize(
    "total",
    [
        ("Total", (537, 533, 560, 534)),
        ("Total", (537, 533, 560, "[c]")),
        ("Children known", (540, 540, 570, 543)),  # some are in none of the parts
    ],
)
def test_what_never_added_up_is_no_total(tmp_path: Path, total: Row) -> None:
    rows = (total, _NORTH, ("South", (340, 322, 351, 349)), _WEST)
    assert _found(tmp_path, "parts-not-total", *rows) == []


def test_small_numbers_add_up_by_chance(tmp_path: Path) -> None:
    rows = (("Fires", (3, 4, 5, 6)), ("Floods", (1, 2, 2, 2)), ("Rescues", (2, 2, 3, 3)))
    assert _found(tmp_path, "parts-not-total", *rows) == []


def test_counts_rounded_to_fives_need_not_add_up(tmp_path: Path) -> None:
    rows = (
        ("Total", (460, 455, 470, 480)),
        ("of which: boys", (120, 130, 120, 125)),
        ("of which: girls", (340, 325, 350, 350)),
    )
    assert _found(tmp_path, "parts-not-total", *rows) == []


_CARE = ("Children in care", (644, 657, 671, 699))
_CAME, _LEFT = ("Children who came into care", (61, 66, 68, 84)), ("who left", (53, 53, 54, 56))


def test_a_stock_that_what_came_and_went_does_not_give_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, "stock-flow", _CARE, _CAME, _LEFT) == []
    wrong = ("Children in care", (644, 657, 671, 689))
    assert _found(tmp_path, "stock-flow", wrong, _CAME, _LEFT) == ["F4"]
    assert _found(tmp_path, "stock-flow", _CAME, _LEFT, wrong) == ["F6"]


def test_a_wrong_stock_is_named_once_though_the_next_does_not_follow_from_it(
    tmp_path: Path,
) -> None:
    months = ("Apr-18", "May-18", "Jun-18", "Jul-18", "Aug-18", "Sep-18")
    came = ("New cases", (61, 66, 68, 84, 70, 50))
    closed = ("Cases closed", (53, 53, 54, 56, 60, 61))
    stock = ("Open cases", (644, 657, 617, 699, 709, 698))
    assert _found(tmp_path, "stock-flow", stock, came, closed, headings=months) == ["E4"]


def test_a_stock_at_the_start_may_have_a_row_of_its_own(tmp_path: Path) -> None:
    start = ("Open at the beginning", (636, 644, 657, 671))
    end = ("Open at the end", (644, 657, 671, 689))
    assert _found(tmp_path, "stock-flow", start, _CAME, _LEFT, end) == ["F7"]


def test_flows_of_something_else_prove_nothing(tmp_path: Path) -> None:
    others = ("Children in care", (640, 659, 671, 689))
    assert _found(tmp_path, "stock-flow", others, _CAME, _LEFT) == []


@pytest.mark.parametrize(
    ("pools", "cells"),
    [((40, 41, 38, 45), ["F4"]), ((40.5, 41, 38, 45), [])],  # of counts, and of who knows what
)
def test_whole_numbers_in_no_unit_are_counts(
    tmp_path: Path, pools: tuple[Cell, ...], cells: list[str]
) -> None:
    rows = (("A1", "Visits to the centres", 155, 173, 156, 157), ("A2", "To pools", *pools),
            ("A3", "To gyms", 115, 132, 118, 114))  # fmt: skip
    book = scorecard(
        tmp_path / "b.xlsx", rows, ("Ref", "Measure", *_QUARTERS), number_format="General"
    )
    rules = "name: s\nindicators:\n" + "".join(
        f'  - {{id: {reference}, name: "{name}", good_is: neither}}\n'
        for reference, name, *_ in rows
    )
    found = [cell for word, cell in findings(checked(book, rules)) if word == "parts-not-total"]
    assert found == cells


def test_a_row_of_noughts_below_the_parts_is_none_of_them(tmp_path: Path) -> None:
    rows = [
        ("A1", "Requests", 790, 769, 816, 794),
        ("A2", "of which: north", 490, 502, 516, 507),
        ("A3", "of which: south", 300, 267, 300, 287),
        ("A4", "Reviews open", 0, 0, 0, 6),
    ]
    headings = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
    book = scorecard(tmp_path / "n.xlsx", rows, headings, number_format="0")
    rules = "name: s\nindicators:\n" + "".join(
        f'  - {{id: {key}, name: "{name}", unit: count}}\n' for key, name, *_ in rows
    )
    assert "parts-not-total" not in [check for check, _ in findings(checked(book, rules))]
