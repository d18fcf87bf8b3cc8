"""Rows that only a site or service beside the name tells apart are followed like any others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.support.books import refreshed_into, statuses
from tests.support.office import Office, Values
from tests.support.readers import opened

RULES = """\
name: places
defaults: {tolerance: 3, good_is: high, unit: count}
indicators:
  - {id: A1, name: Seen in time}
  - {id: B1, name: Plans agreed}
"""
NAMES, SITES = ("Seen in time", "Plans agreed"), ("North", "South")
BY_WORDS = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
BY_DAYS = (dt.date(2018, 10, 1), dt.date(2018, 11, 1), dt.date(2018, 12, 1))


def _long(periods: tuple[Any, ...]) -> list[list[Any]]:
    """A row an indicator, site and period; the figure of Seen in time in South stands last."""
    head = ["Indicator", "Site", "Period", "Value", "Target"]
    rows = [
        [name, site, period, 70 + 2 * number, 75]
        for name in reversed(NAMES)
        for site in SITES
        for number, period in enumerate(periods)
    ]
    return [head, *rows]


def _wide() -> list[list[Any]]:
    """A row an indicator, service and site: neither alone tells the rows of one name apart."""
    head = ["Service", "Site", "Indicator", "Target", "Q2 2018/19", "Q3 2018/19"]
    rows = [
        [service, site, name, 75, 72, 74]
        for name in reversed(NAMES)
        for service in ("Housing", "Care")
        for site in SITES
    ]
    return [head, *rows]


@pytest.mark.parametrize(
    ("rows", "figure"),
    [(_long(BY_WORDS), 4), (_long(BY_DAYS), 4), (_wide(), 6)],
    ids=["periods in words", "periods as days", "service and site"],
)
def test_a_figure_typed_since_is_followed_where_places_tell_rows_apart(
    tmp_path: Path, soffice: Office, rows: list[list[Any]], figure: int
) -> None:
    book = Workbook()
    page = book.active
    page.title = "Scorecard"
    for row in rows:
        page.append(row)
    book.save(tmp_path / "q3.xlsx")
    outcome = refreshed_into(tmp_path / "out", tmp_path / "q3.xlsx", RULES)
    assert set(statuses(outcome).values()) == {"acceptable"}
    path = tmp_path / "out" / "q3.xlsx"
    column = Values(path).row("Scorecard", 1)
    status = next(n for n, text in enumerate(column, 1) if str(text).startswith("Status"))
    before = [row[status - 1] for row in Values(path).rows("Scorecard")]
    assert "Refresh" not in before
    last = len(rows)
    edited = opened(path, formulas=True)
    edited["Scorecard"].cell(last, figure).value = 90
    edited.save(path)
    after = [row[status - 1] for row in Values(soffice.recalculated(path)).rows("Scorecard")]
    assert after[last - 1] == "Good"
    assert [*after[: last - 1], "Acceptable", *after[last:]] == before
