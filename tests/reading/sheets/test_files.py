"""Sheets as Excel and other programs store them: whatever the way, the same cells are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, refreshed_into, scorecard, statuses
from tests.support.packages import Patch, patched, replacing, streamed
from tests.support.readers import opened

SHEET = "xl/worksheets/sheet1.xml"
EXPECTED = {"A1": "good", "B1": "acceptable", "C1": "amber"}


def _without(pattern: str) -> Patch:
    return lambda data: re.sub(pattern.encode(), b"", data)


def _prefixed(data: bytes) -> bytes:
    """Every element with a prefix, as some writers have it."""
    text = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", data)
    return text.replace(b"xmlns=", b"xmlns:x=")


UNNUMBERED = "neither rows nor cells with references"
VARIANTS: dict[str, dict[str, Patch]] = {
    "cells without references": {SHEET: _without(r'(?<=<c) r="[A-Z]+\d+"')},
    UNNUMBERED: {SHEET: _without(r'(?<=<row) r="\d+"|(?<=<c) r="[A-Z]+\d+"')},
    "prefixed elements": {SHEET: _prefixed},
    "no dimension": {SHEET: _without(r'<dimension ref="[^"]*"/>')},
    "a dimension that is too small": {SHEET: replacing('ref="A1:F6"', 'ref="A1"')},
    "no spans": {SHEET: _without(r' spans="[^"]*"')},
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_sheet_may_be_stored_in_many_ways(tmp_path: Path, variant: str) -> None:
    workbook = patched(scorecard(tmp_path / "whole.xlsx"), tmp_path / "q3.xlsx", VARIANTS[variant])
    assert statuses(checked(workbook)) == EXPECTED
    outcome = refreshed_into(tmp_path / "out", workbook)
    assert outcome.outcome == "refreshed"
    row = 5 if variant == UNNUMBERED else 6  # unnumbered rows close up over the empty one
    sheet = opened(tmp_path / "out" / "q3.xlsx")["Scorecard"]
    assert [c.value for c in sheet[row]][:8] == [
        "C1", "Plans reviewed", "High", 0.8, 0.7, 0.66, "Amber", "▼ Worsened",
    ]  # fmt: skip


def test_a_file_written_as_a_stream_is_read_and_refreshed(tmp_path: Path) -> None:
    workbook = streamed(scorecard(tmp_path / "whole.xlsx"), tmp_path / "q3.xlsx")
    assert statuses(refreshed_into(tmp_path / "out", workbook)) == EXPECTED
    assert statuses(checked(tmp_path / "out" / "q3.xlsx")) == EXPECTED


def _dates(book: Any, page: Any) -> None:
    months = book.add_format({"num_format": "mmm-yy"})
    for column, day in ((4, 43434), (5, 43465)):  # 30 November and 31 December 2018
        page.write_number(2, column, day, months)


def _from_1904(data: bytes) -> bytes:
    """The same days, counted from 1904."""
    return re.sub(rb"<v>(434\d\d)</v>", lambda m: b"<v>%d</v>" % (int(m[1]) - 1462), data)


@pytest.fixture(params=[1900, 1904])
def dated(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A scorecard whose periods are real dates, in either of Excel's calendars."""
    headings = ["Ref", "Measure", "Good is", "Target", None, None]
    workbook = scorecard(tmp_path / "whole.xlsx", headings=headings, more=_dates)
    if request.param == 1904:
        patches = {
            SHEET: _from_1904,
            "xl/workbook.xml": replacing("<workbookPr ", '<workbookPr date1904="1" '),
        }
        workbook = patched(workbook, tmp_path / "q3.xlsx", patches)
    return workbook


def test_real_dates_are_read_in_either_calendar(dated: Path) -> None:
    outcome = checked(dated)
    assert outcome.period == "2018-12"
    assert statuses(outcome) == EXPECTED
