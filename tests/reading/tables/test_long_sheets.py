"""A scorecard beside sheets of data: what is no scorecard is not read far."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import checked, failure, rule_file, scorecard
from tests.support.packages import patched

ROWS = 9_000  # over a megabyte of XML
FEWER = 3_000
DATA = "xl/worksheets/sheet2.xml"


def _beside(folder: Path, headings: list[str], row: list[Any], rows: int = ROWS) -> Path:
    """A scorecard beside a sheet of data that has one row of headings."""

    def data(book: Any, page: Any) -> None:
        sheet = book.add_worksheet("Data")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, headings)
        for number in range(1, rows):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value)

    return scorecard(folder / "q3.xlsx", more=data)


def _broken_far_down(path: Path) -> Path:
    """The same workbook with the sheet of data damaged in its second half."""
    return patched(
        path,
        path.with_name("broken.xlsx"),
        {DATA: lambda part: part[: len(part) // 2] + b"<<" + part[len(part) // 2 :]},
    )


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (["Case", "Team", "Note"], [14, "North", "Seen"]),
        (["ID", "Name", "Visited on", "Days"], ["CH1", "Child", dt.date(2018, 12, 3), 14]),
    ],
    ids=["plain", "names and dates"],
)
def test_data_beside_a_scorecard_is_not_read_beyond_its_first_rows(
    tmp_path: Path, headings: list[str], row: list[Any]
) -> None:
    outcome = checked(_broken_far_down(_beside(tmp_path, headings, row)))
    assert {item.sheet for item in outcome.indicators} == {"Scorecard"}


def test_a_long_sheet_that_begins_with_a_scorecard_is_read_to_its_end(tmp_path: Path) -> None:
    headings = ["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"]
    book = _beside(tmp_path, headings, ["CH1", "Children seen", 0.5, 0.6], FEWER)
    outcome = checked(book)
    assert sum(item.sheet == "Data" for item in outcome.indicators) == FEWER - 1
    run = xl_scorecard.check(_broken_far_down(book), rules=rule_file(tmp_path))
    assert failure(run).kind == "unreadable"
