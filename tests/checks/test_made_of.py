"""Counts below a share that cannot be, and formulas that are typed over or look elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_QUARTERS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_CHECKS = {
    "numerator-over-denominator", "denominator-zero", "formula-overwritten", "external-link",
}  # fmt: skip
Row = tuple[Cell, ...]


def _found(
    folder: Path,
    share: Row,
    top: Row = (75, 81, 84),
    base: Row = (100, 100, 100),
    name: str = "Visits made",
) -> list[tuple[str, str | None]]:
    """What is found; of shares, a text that begins with = is a formula."""

    def write(book: Any, page: Any) -> None:
        shown = book.add_format({"num_format": "0%"})
        for column, value in enumerate(share, 2):
            if isinstance(value, str) and value.startswith("="):
                page.write_formula(3, column, value, shown, 0.8)

    cells = [None if str(value).startswith("=") else value for value in share]
    rows = [("A1", name, *cells), ("B1", "Visits", *top), ("C1", "Due", *base)]
    book = scorecard(folder / "b.xlsx", rows, _QUARTERS, number_format="General", more=write)
    rules = (
        "name: s\nindicators:\n"
        f'  - {{id: A1, name: "{name}", unit: percent, numerator: B1, denominator: C1}}\n'
        "  - {id: B1, name: Visits, unit: count}\n  - {id: C1, name: Due, unit: count}\n"
    )
    return [found for found in findings(checked(book, rules)) if found[0] in _CHECKS]


_SHARE = (0.75, 0.81, 0.84)


def test_a_part_that_is_more_than_its_whole_is_named_once(tmp_path: Path) -> None:
    over = ("numerator-over-denominator", "E5")
    assert _found(tmp_path, _SHARE, (75, 81, 101)) == [over]
    assert _found(tmp_path, _SHARE, (75, 81, 100)) == []
    assert _found(tmp_path, _SHARE, (75, 81, 101), name="% of budget against profile") == []
    assert _found(tmp_path, _SHARE, (104, 102, 101)) == []  # no part and whole


def test_a_share_of_nothing_is_named(tmp_path: Path) -> None:
    zero = [("denominator-zero", "E4")]
    assert _found(tmp_path, (0.75, 0.81, 0), (75, 81, 0), (100, 100, 0)) == zero
    assert _found(tmp_path, (0.75, 0.81, 1), (75, 81, 0), (100, 100, 0)) == zero
    assert _found(tmp_path, (0.75, 0.81, "n/a"), (75, 81, 0), (100, 100, 0)) == []
    assert _found(tmp_path, (0.75, 0.81, 0), (75, 81, 0), (100, 100, None)) == []


_FORMULAS = ("=C5/C6", "=D5/D6", "=E5/E6")


@pytest.mark.parametrize(
    ("share", "cells"),
    [
        ((*_FORMULAS[:2], 0.84), ["E4"]),
        ((_FORMULAS[0], 0.81, _FORMULAS[2]), ["D4"]),
        (("=C5/C$6", "=D5/D$6", 0.84), ["E4"]),
        (_FORMULAS, []),
        ((0.75, *_FORMULAS[1:]), []),  # from then on it is worked out
        ((_FORMULAS[0], 0.81, 0.84), []),
        (("=C5/C6", "=D5/90", 0.84), []),  # each is worked out in its own way
        ((*_FORMULAS[:2], None), []),
        ((*_FORMULAS[:2], "TBC"), []),
    ],
)
def test_a_number_typed_over_a_formula_is_named(
    tmp_path: Path, share: Row, cells: list[str]
) -> None:
    assert _found(tmp_path, share) == [("formula-overwritten", cell) for cell in cells]


@pytest.mark.parametrize(
    ("formula", "linked"),
    [
        ("='[june.xlsx]Data'!B4", True),
        ("=[1]Data!B4", True),
        ("=IF(E5>0,'C:\\Returns\\[june.xlsx]Data'!B4,0)", True),
        ("=E5/E6", False),
        ("=SUM(Visits[Made])/Data!B4", False),
        ('=IF(E5=0,"[none] !",E5/E6)', False),
    ],
)
def test_a_figure_fetched_from_another_workbook_is_named(
    tmp_path: Path, formula: str, linked: bool
) -> None:
    found = _found(tmp_path, (0.75, 0.81, formula))
    assert found == ([("external-link", "E4")] if linked else [])


def test_a_number_typed_for_the_first_month_after_quarters_worked_out_alike_is_named(
    tmp_path: Path,
) -> None:
    headings = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Oct-18", "Nov-18")

    def write(_: Any, page: Any) -> None:
        for column in "CDF":
            page.write_formula(f"{column}4", f"={column}5+{column}6", None, 90)

    rows = [("A1", "Visits", None, None, 30, None), ("B1", "Made", 60, 60, 20, 60),
            ("C1", "Missed", 30, 30, 10, 30)]  # fmt: skip
    book = scorecard(tmp_path / "b.xlsx", rows, headings, number_format="0", more=write)
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: {ref}, name: {name}, unit: count}}\n" for ref, name, *_ in rows
    )
    assert ("formula-overwritten", "E4") in findings(checked(book, rules))
