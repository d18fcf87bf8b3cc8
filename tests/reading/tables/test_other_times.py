"""Sheets by week, by term or by four weeks: refused, and the reason says what would help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.understood import read
from tests.support.books import scorecard
from tests.support.grids import grid
from xl_scorecard.domain.period_words import parse_headings
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.tables.other_times import other_times

FOUR_WEEKS = [f"P{n}" for n in range(1, 14)]


@pytest.mark.parametrize(
    ("headings", "what"),
    [
        (["Wk 31", "Wk 32", "Wk 33"], "weeks"),
        (["2019-W07", "2019-W08", "2019-W09"], "weeks"),
        (["w/c 4 Feb", "w/c 11 Feb", "w/c 18 Feb"], "weeks"),
        (["Michaelmas 2018", "Hilary 2019", "Trinity 2019"], "terms"),
        (["2018/19 Autumn", "2018/19 Spring", "2018/19 Summer"], "terms"),
        (FOUR_WEEKS, "periods of four weeks"),
    ],
)
def test_what_the_columns_are_of_is_said(headings: list[str], what: str) -> None:
    found = other_times([grid([["Indicator", *headings, "Target"]])])
    assert found is not None
    assert (found.what, found.cell, found.first) == (what, "B1", headings[0])


@pytest.mark.parametrize(
    "headings",
    [
        ["Indicator", "P1", "P2", "P3"],  # months of the year, it may be
        ["Indicator", "Autumn 2018", "Spring 2019"],
        ["Officer", "Week 1", "Week 2", "Week 3"],  # a rota
    ],
)
def test_few_of_them_or_no_scorecard_say_nothing(headings: list[str]) -> None:
    assert other_times([grid([headings])]) is None


def test_thirteen_periods_of_a_year_are_no_months() -> None:
    assert parse_headings(FOUR_WEEKS) == [None] * 13
    assert all(words is not None for words in parse_headings(FOUR_WEEKS[:12]))


def test_the_refusal_names_the_one_thing_that_helps(tmp_path: Path) -> None:
    rows = [("Lambs sold", 3, 4, 5, 4), ("Eggs sold", 30, 41, 52, 44)]
    book = scorecard(tmp_path / "weeks.xlsx", rows, ("Indicator", "Wk 1", "Wk 2", "Wk 3", "Target"))
    with pytest.raises(WorkbookError) as refused:
        read(book)
    assert '"Wk 1" and "Wk 2" are weeks' in str(refused.value)
    assert "figures:" in str(refused.value)
