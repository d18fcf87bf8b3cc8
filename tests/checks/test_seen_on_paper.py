"""Print areas and conditional formats of the officers' that keep our results from being seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, refreshed_into, scorecard

PRINT_AREA, STOPPED = "print-area-narrow", "colours-stopped"


def _found(path: Path, check: str) -> list[tuple[str | None, str | None]]:
    return [(f.cell, f.found) for f in checked(path).findings if f.check == check]


@pytest.mark.parametrize(
    ("area", "found"),
    [
        ("A1:F6", [("G3", "A1:F6")]),
        ("A1:H6", [("I3", "A1:H6")]),  # the status is printed, the changes are not
        ("A1:XFD6", []),
        ("H8:K9", []),  # something else is printed, not the scorecard
    ],
)
def test_a_print_area_must_take_in_our_columns(
    tmp_path: Path, area: str, found: list[tuple[str, str]]
) -> None:
    def printed(_: Any, page: Any) -> None:
        page.print_area(area)

    assert _found(scorecard(tmp_path / "q3.xlsx", more=printed), PRINT_AREA) == found


def test_a_print_area_of_whole_columns_leaves_out_those_beside_it(tmp_path: Path) -> None:
    def printed(_: Any, page: Any) -> None:
        page.print_area("A1:F1048576")

    path = scorecard(tmp_path / "q3.xlsx", more=printed)
    assert [cell for cell, _ in _found(path, PRINT_AREA)] == ["G3"]


def test_print_areas_stay_as_they_are(tmp_path: Path) -> None:
    def printed(_: Any, page: Any) -> None:
        page.print_area("A1:F6")

    path = scorecard(tmp_path / "q3.xlsx", more=printed)
    outcome = refreshed_into(tmp_path / "out", path)
    assert [f.check for f in outcome.findings if f.severity == "info"] == [PRINT_AREA]
    again = _found(tmp_path / "out" / "q3.xlsx", PRINT_AREA)
    assert again == [("G3", "A1:F6")]


def _formatted(over: str, *, stop: bool) -> Any:
    def more(book: Any, page: Any) -> None:
        grey = book.add_format({"bg_color": "#DDDDDD"})
        page.conditional_format(
            over, {"type": "formula", "criteria": "=TRUE", "format": grey, "stop_if_true": stop}
        )

    return more


@pytest.mark.parametrize(
    ("over", "found"),
    [
        ("A1:Z99", [("F4", "Stop If True over A1:Z99")]),  # the outturns are coloured too
        ("G5:G6", [("G5", "Stop If True over G5:G6")]),
        ("A4:E6", []),
        ("A7:Z9", []),
    ],
)
def test_stop_if_true_over_coloured_cells_is_told(
    tmp_path: Path, over: str, found: list[tuple[str, str]]
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_formatted(over, stop=True))
    assert _found(path, STOPPED) == found


def test_formats_that_let_others_show_are_no_finding(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_formatted("A1:Z99", stop=False))
    assert _found(path, STOPPED) == []
