"""Figures typed into rows that keep their percentages in several ways, and rows named anew.

Each row says what our columns must show once its edit was computed by LibreOffice: what a fresh
refresh of the edited workbook gives, or Refresh.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.live.results import CHANGE, KINDS, ON_YEAR, REFRESH, STATUS, same, shown
from tests.support.books import FIRST_ROW, SHEET, Cell, refreshed_into, scorecard
from tests.support.office import Office
from tests.support.readers import opened

PERIODS = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
HEADINGS = ("Indicator", "Good is", "Unit", "Target", "Tolerance", *PERIODS)
RULES = """\
name: typed since
rating: rag
columns: [rag, direction, change, change_on_year]
indicators: [{id: BINS, name: Bins emptied}]
"""
WAITS = dict.fromkeys(KINDS, REFRESH)


@dataclass(frozen=True)
class Typed:
    """A row, what is typed into it since, below which heading, and what our columns then show."""

    row: tuple[Cell, ...]
    heading: str
    typed: Cell
    shows: dict[str, object]


TYPED = {
    # 10.05 beside 11.05% a year ago, be that kept as 11.05 or as 0.1105
    "a figure beside as many kept otherwise": Typed(
        ("Bins emptied", "Low", "%", "<=12.5%", None, 0.1105, 11.05, 11.05, "10.75 [p]", 0.1275),
        "Q3 2018/19", 10.05, {ON_YEAR: 10.05 / 11.05 - 1, CHANGE: 10.05 / 10.75 - 1},
    ),
    "a percentage as text in place of a number": Typed(
        ("Lamps mended", "High", "%", "more than 20%", 2.5, 0.13, 0.131, 13.1, 13.9, 15.9),
        "Q3 2018/19", "15.8%", {ON_YEAR: 15.8 / 13 - 1, CHANGE: 15.8 / 13.9 - 1},
    ),
    "a number that is alone among texts": Typed(
        ("Gates shut", "High", "%", 80.0, None, 0.776, "77.7", "77.8%", "78.1%", "78"),
        "Q3 2018/19", "79", {ON_YEAR: 79 / 77.6 - 1, CHANGE: 79 / 78.1 - 1},
    ),
    # without 14.25 nothing says any longer that 0.1225 is 12.25% and no eighth of a point
    "a figure on which hangs how the others are read": Typed(
        ("Seats taken", "High", "%", None, None, "[z]", 14.25, None, 0.1225, 12.25),
        "Q4 2017/18", None, WAITS,
    ),
    "a figure a year ago that leaves the last one far off": Typed(
        ("Calls lost", "Low", "%", 5.0, None, 0.066, 6.5, 6.4, 0.064, 6.1),
        "Q3 2017/18", 3.1, WAITS,
    ),
    "a figure of no account but for how the row is kept": Typed(
        ("Trees felled", "Low", "%", 5.0, None, 0.066, 6.5, 6.4, 0.064, 6.1),
        "Q4 2017/18", 3.1, WAITS,
    ),
    "a tolerance of four hundredths of a point, or four": Typed(
        ("Dogs lost", "High", "%", 0.14, 1.0, 0.111, 9.1, 11.1, "11%", 0.11),
        "Tolerance", 0.04, {STATUS: REFRESH, CHANGE: 0.0},
    ),
    "half as text among fractions": Typed(
        ("Locks oiled", "High", "%", 0.05, None, 0.05, 0.04, 0.05, 0.06, 0.05),
        "Q3 2018/19", "0.5", WAITS,
    ),
    "a figure far below fractions": Typed(
        ("Posts filled", "High", "%", 0.8, None, 0.82, 0.84, 0.83, 0.81, 0.8),
        "Q3 2018/19", 0.02, {STATUS: "Red", CHANGE: 0.02 / 0.81 - 1},
    ),
    # 0.84 beside 5% may be 84% or 0.84%
    "a percentage as text far below fractions": Typed(
        ("Clocks wound", "High", "%", 0.8, None, 0.82, 0.84, 0.83, 0.81, 0.8),
        "Q3 2018/19", "5%", WAITS,
    ),
    "a target as text far below fractions": Typed(
        ("Wells dug", "High", "%", 0.8, None, 0.82, 0.84, 0.83, 0.81, 0.8),
        "Target", "more than 5%", WAITS,
    ),
    "a text of millions": Typed(
        ("Fares paid", "High", "£", 1_200_000.0, None, *[1_199_249.0] * 4, 1_199_250.0),
        "Q3 2018/19", "£1,696,868.50", {STATUS: "Green", CHANGE: 1_696_868.5 / 1_199_249 - 1},
    ),
    "a text with a comma between no thousands": Typed(
        ("Fines paid", "High", "£", 12.0, None, 11.0, 12.0, 11.0, 12.0, 11.0),
        "Q3 2018/19", "1,2345,678", WAITS,
    ),
    "another name, beside figures typed as text": Typed(
        ("Ropes cut", "High", "Number", None, None, None, 59.3, 60.1, "62.1", "62.4"),
        "Indicator", "Ropes spliced", WAITS,
    ),
    "another name, beside words for no figure": Typed(
        ("Sails sewn", "High", "Number", None, None, "n/a", "n/a", "TBC", "TBC", "awaited"),
        "Indicator", "Sails patched", WAITS,
    ),
    "another name, beside a figure of an earlier period": Typed(
        ("Masts set", "High", "Number", None, None, None, 59.0, None, None, None),
        "Indicator", "Masts stepped", WAITS,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Outcomes:
    """What our columns show by row, computed anew after the edits, and refreshed anew."""

    now: dict[str, dict[str, object]]
    fresh: dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def outcomes(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """All rows in one workbook, refreshed, edited, computed and refreshed again."""
    folder = tmp_path_factory.mktemp("typed")
    rows = [each.row for each in TYPED.values()]
    path = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format="General")
    refreshed_into(folder / "out", path, RULES)
    book = opened(folder / "out" / path.name, formulas=True)
    for row, each in enumerate(TYPED.values(), FIRST_ROW):
        book[SHEET].cell(row, HEADINGS.index(each.heading) + 1).value = each.typed
    edited = folder / "edited.xlsx"
    book.save(edited)
    computed = soffice.recalculated(edited)
    refreshed_into(folder / "fresh", computed, RULES)
    now, fresh = (
        {what: shown(file, SHEET, HEADINGS).row(row) for row, what in enumerate(TYPED, FIRST_ROW)}
        for file in (computed, folder / "fresh" / computed.name)
    )
    return Outcomes(now, fresh)


@pytest.mark.parametrize("what", TYPED)
def test_what_is_typed_since_is_followed_or_waits(outcomes: Outcomes, what: str) -> None:
    found = {kind: outcomes.now[what][kind] for kind in TYPED[what].shows}
    assert all(same(found[kind], due) for kind, due in TYPED[what].shows.items()), found


@pytest.mark.parametrize("what", TYPED)
def test_what_does_not_wait_is_what_a_fresh_refresh_gives(outcomes: Outcomes, what: str) -> None:
    now, fresh = outcomes.now[what], outcomes.fresh[what]
    told = {kind: (now[kind], fresh[kind]) for kind in KINDS if now[kind] != REFRESH}
    assert [each for each in told.values() if not same(*each)] == []
