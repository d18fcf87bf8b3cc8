"""Counts with decimals: among whole ones a slip, of what is measured none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_QUARTERS = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")


def _found(
    folder: Path, name: str, figures: tuple[Cell, ...], headings: tuple[Cell, ...] = _QUARTERS
) -> list[str | None]:
    book = scorecard(
        folder / "b.xlsx", [("A1", name, *figures)], ("Ref", "Measure", *headings),
        number_format="General",
    )  # fmt: skip
    rules = f'name: s\nindicators:\n  - {{id: A1, name: "{name}", unit: count}}\n'
    return [cell for check, cell in findings(checked(book, rules)) if check == "count-not-whole"]


def test_a_part_of_a_child_among_whole_ones_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, "Children in Need", (2138, 2201.4, 2184, 2160)) == ["D4"]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("Children in Need", (2138, 2201, 2184, 2160)),
        ("Children in Need", (2138.5, 2201, 2184.5, 2160)),  # a mean of months, it seems
        ("Children in Need", (None, None, 2184, 2160.4)),  # too few to tell
        ("Children in Need", (0, 0, 0, 1.5)),
        ("Social workers (FTE)", (212, 214, 213, 213.6)),
        ("Tonnes sent to landfill", (212, 214, 213, 213.6)),
        ("Average caseload", (14, 15, 14, 14.5)),
        ("Visits to libraries (000s)", (412, 414, 413, 413.6)),
        ("Children in Need", (2138, 2201, 2184, 2160.0000000001)),
        ("Children in Need", (2138, 2201, 2184, "2160.4 (est)")),
    ],
)
def test_what_is_measured_or_a_mean_may_have_decimals(
    tmp_path: Path, name: str, figures: tuple[Cell, ...]
) -> None:
    assert _found(tmp_path, name, figures) == []


def test_a_quarters_mean_of_its_months_is_not_held_against_them(tmp_path: Path) -> None:
    headings = ("Oct-18", "Nov-18", "Dec-18", "Q3 2018/19")
    assert _found(tmp_path, "Children in Need", (486, 487, 491, 488), headings) == []
    assert _found(tmp_path, "Children in Need", (486, 487, 491, 488.5), headings) == []


_MONTHS_AFTER = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Oct-18", "Nov-18", "Dec-18")


def test_the_months_of_whole_quarters_are_whole(tmp_path: Path) -> None:
    whole = (486, 487, 491, 160, 161, 170)
    assert _found(tmp_path, "Contacts", whole, _MONTHS_AFTER) == []
    assert _found(tmp_path, "Contacts", (*whole[:4], 161.5, 170), _MONTHS_AFTER) == ["G4"]
    assert _found(tmp_path, "Contacts", (486, 487, 491, 160.5, 161.5, 170), _MONTHS_AFTER) == []
    assert _found(tmp_path, "Contacts", (486.5, 487, 491, 160, 161.5, 170), _MONTHS_AFTER) == []
