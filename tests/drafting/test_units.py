"""What a draft says figures are counted in, and where it asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from xl_scorecard.drafting.draft import draft_rules

HEADINGS = ("Ref", "Measure", "Target", "Q1 2021/22", "Q2 2021/22")


def _units(folder: Path, *rows: tuple[Any, ...], shown: dict[int, str] | None = None) -> list[str]:
    """The line of each indicator's unit, without its reason; `shown` are formats by row."""
    path = folder / "q2.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write_row(0, 0, HEADINGS)
        for row, cells in enumerate(rows, 1):
            look = book.add_format({"num_format": (shown or {}).get(row, "General")})
            page.write_row(row, 0, (f"K{row}", cells[0]))
            for column, value in enumerate(cells[1:], 2):
                if value is not None:
                    page.write(row, column, value, look)
    lines = draft_rules(path).text.splitlines()
    found = [line.split("#")[0].strip() or line.strip() for line in lines if " unit: " in line]
    return [line.split("  ")[0].removeprefix("unit: ") for line in found]


def test_a_sheet_that_signs_its_percentages_has_counts_in_bare_whole_numbers(
    tmp_path: Path,
) -> None:
    rows = (("Calls taken up", "90%", "88%", "91%"), ("Boilers mended", 60, 55, 62))
    assert _units(tmp_path, *rows) == ["percent", "count"]


def test_a_sheet_with_bare_percentages_is_asked_about_bare_whole_numbers(tmp_path: Path) -> None:
    rows = (("% of calls taken up", 90, 88.2, 91), ("Boilers mended", 60, 55, 62))
    assert _units(tmp_path, *rows) == ["percent", "# unit: count"]


def test_a_name_that_tells_of_success_in_time_is_asked_about_even_so(tmp_path: Path) -> None:
    rows = (("Calls taken up", "90%", "88%", "91%"), ("Visits completed in time", 60, 55, 62))
    assert _units(tmp_path, *rows) == ["percent", "# unit: count"]


def test_a_format_for_thousands_is_one_for_counts(tmp_path: Path) -> None:
    rows = (("% of calls taken up", 90, 88.2, 91), ("Boilers mended", 60, 55, 62))
    assert _units(tmp_path, *rows, shown={2: "#,##0"}) == ["percent", "count"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Days from referral to first visit", "days"),
        ("Average re-let time (working days)", "days"),
        ("Burglaries per 1,000 households", "score"), ("Residual waste (kg)", "score"),
        ("Allegations received", "count"), ("Near misses on site", "count"),
        ("Mean wait at the counter", "score"), ("Caseloads in the north", "ratio"),
        ("Ambulance handover times", "score"), ("Water used per head", "score"),
    ],
)  # fmt: skip
def test_a_name_says_the_unit_where_percentages_are_bare(
    tmp_path: Path, name: str, unit: str
) -> None:
    rows = (("% of calls taken up", 90, 88.2, 91), (name, 60, 55, 62))
    assert _units(tmp_path, *rows) == ["percent", unit]


@pytest.mark.parametrize(
    "name", ["Allegations received and resolved within 10 days", "Spend through frameworks",
             "Complaints answered", "Homes at the standard"],
)  # fmt: skip
def test_a_name_that_may_be_of_a_share_is_asked_about(tmp_path: Path, name: str) -> None:
    rows = (("% of calls taken up", 90, 88.2, 91), (name, 60, 55, 62))
    assert _units(tmp_path, *rows) == ["percent", "# unit: count"]


def test_the_target_says_the_unit(tmp_path: Path) -> None:
    rows = (("Homes at the standard", "at least 95%", 93.1, 94.2),
            ("Queue", "under 2m 30s", "2m 10s", "2m 50s"))  # fmt: skip
    assert _units(tmp_path, *rows) == ["percent", "duration"]


def test_grades_are_asked_about_in_their_known_order(tmp_path: Path) -> None:
    rows = (("Assurance", "Reasonable", "Limited", "Substantial"), ("Visits", 300, 310, 320))
    assert _units(tmp_path, *rows) == ["count"]
    text = draft_rules(tmp_path / "q2.xlsx").text
    assert "# scale: [Substantial, Reasonable, Limited, None]" in text


@pytest.mark.parametrize(
    "name", ["Days lost to sickness: % of contracted", "Rent lost as a percentage of rent due"]
)
def test_a_name_that_ends_in_a_share_of_a_whole_is_a_percentage(tmp_path: Path, name: str) -> None:
    assert _units(tmp_path, (name, 4, 4.4, 4.6)) == ["percent"]
