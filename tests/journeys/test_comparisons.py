"""What a refreshed scorecard compares with what, and what it says where it does not."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import FIRST_ROW, SHEET, Cell, checked, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from xl_scorecard.domain.outcome import IndicatorResult, Outcome

QUARTERS = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
HEADINGS = ("Ref", "Measure", "Good is", *QUARTERS)
DIRECTION, CHANGE, ON_YEAR = (len(HEADINGS) + n for n in (2, 3, 4))
HEAD = "name: compared\nrating: rag\n"


def _rules(*entries: str, more: str = "") -> str:
    return f"{HEAD}{more}indicators:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def _one(outcome: Outcome) -> IndicatorResult:
    (row,) = outcome.indicators
    return row


def _moves(row: IndicatorResult) -> tuple[object, ...]:
    return row.previous, row.change, row.change_on_year, row.direction, row.travel


def _book(folder: Path, *rows: tuple[Cell, ...]) -> Path:
    return scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format="General")


def test_a_break_is_said_in_place_of_arrow_and_changes_and_recalculates_to_itself(
    tmp_path: Path, soffice: Office
) -> None:
    book = _book(
        tmp_path,
        ("A1", "Homes built", "High", 40, 41, 42, 45, "60 [b]"),  # marked in its cell
        ("B1", "Visits", "High", 40, 41, 42, 45, 60),  # named in the rule set
        ("C1", "Repairs", "High", 40, 41, 42, "45 [b]", 60),  # both on this side of it
        ("D1", "Calls", "High", 40, 41, 42, 45, "60 [p]"),
    )
    rules = _rules("id: A1, name: Homes built", "id: B1, name: Visits", "id: C1, name: Repairs",
                   "id: D1, name: Calls", more="breaks: {b1: [Q3 2018/19]}\n")  # fmt: skip
    outcome = refreshed_into(tmp_path / "out", book, rules)
    a, b, c, d = outcome.indicators
    for row in (a, b):
        assert (_moves(row), row.not_compared) == ((None,) * 5, "break")
    assert (c.previous, c.direction, c.change_on_year) == (45, "up", None)
    assert (c.not_compared, c.not_compared_on_year) == (None, "break")
    assert (d.previous, d.change_on_year, d.not_compared_on_year) == (45, 0.5, None)
    shown = Values(tmp_path / "out" / "q3.xlsx")
    for row in (FIRST_ROW, FIRST_ROW + 1):
        columns = (DIRECTION, CHANGE, ON_YEAR)
        assert [shown.at(SHEET, row, column) for column in columns] == ["break"] * 3
    assert shown.at(SHEET, FIRST_ROW + 2, DIRECTION) == "▲ Improved"
    assert shown.at(SHEET, FIRST_ROW + 2, ON_YEAR) == "break"
    assert disagreements(book, tmp_path / "out" / "q3.xlsx", soffice) == []


def test_a_break_may_stand_in_the_indicators_own_entry(tmp_path: Path) -> None:
    book = _book(tmp_path, ("A1", "Homes built", "High", 40, 41, 42, 45, 60))
    rules = _rules("id: A1, name: Homes built, breaks: [Oct 2018]")
    assert _one(checked(book, rules)).not_compared == "break"


def test_a_first_quarter_of_running_totals_is_held_against_the_first_quarter_before(
    tmp_path: Path,
) -> None:
    quarters = ("Q1 2017/18", "Q2 2017/18", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19")
    row = ("A1", "Homes built", "High", 40, 90, 140, 200, 45)
    for name, basis in (("Homes built", ", basis: year to date"), ("Homes built (YTD)", ""),
                        ("Homes built", "")):  # fmt: skip
        cells = (row[0], name, *row[2:])
        book = scorecard(tmp_path / "q1.xlsx", [cells], (*HEADINGS[:3], *quarters),
                         number_format="General")  # fmt: skip
        found = _one(checked(book, _rules(f"id: A1, name: {name}, unit: count{basis}")))
        assert (found.previous, found.change, found.travel) == (40, 0.125, "improved")
        assert found.compared_with == "2017/18 Q1"


def test_a_share_of_the_year_so_far_is_held_against_the_quarter_before(tmp_path: Path) -> None:
    book = _book(tmp_path, ("A1", "Reviews on time", "High", "70%", "72%", "80%", "76%", "78%"))
    rule = "id: A1, name: Reviews on time, unit: percent, basis: year to date"
    found = _one(checked(book, _rules(rule)))
    assert (found.previous, found.compared_with, found.travel) == (0.76, "2018/19 Q2", "improved")


def test_the_band_of_static_is_the_indicators_then_its_units(tmp_path: Path) -> None:
    book = _book(
        tmp_path,
        ("A1", "Reviews on time", "High", "70%", "72%", "80%", "76%", "76.5%"),
        ("B1", "Visits on time", "High", "70%", "72%", "80%", "76%", "76.5%"),
        ("C1", "Homes", "High", 400, 400, 400, 400, 403),
        ("D1", "Days", "Low", 400, 400, 400, 400, 403),
    )
    more = "defaults: {static_within: {percent: 0.5 points, count: 1%}}\n"
    rules = _rules(
        "id: A1, name: Reviews on time, unit: percent",
        "id: B1, name: Visits on time, unit: percent, static_within: 0",
        "id: C1, name: Homes, unit: count", "id: D1, name: Days, unit: days", more=more,
    )  # fmt: skip
    outcome = refreshed_into(tmp_path / "out", book, rules)
    assert [(i.direction, i.travel) for i in outcome.indicators] == [
        ("level", "static"), ("up", "improved"), ("level", "static"), ("up", "worsened"),
    ]  # fmt: skip
    shown = Values(tmp_path / "out" / "q3.xlsx")
    assert [shown.at(SHEET, FIRST_ROW + n, DIRECTION) for n in range(4)] == [
        "► Static", "▲ Improved", "► Static", "▲ Worsened",
    ]  # fmt: skip


def test_a_snapshot_kept_by_month_fills_the_blank_cell_of_its_quarter(tmp_path: Path) -> None:
    headings = (*HEADINGS[:3], "Target", "Q2 2018/19", "Q3 2018/19", "Sep-18", "Nov-18", "Dec-18")
    rows: list[tuple[Cell, ...]] = [
        ("A1", "Kept by quarter", "High", 50, 40, 45, None, None, None),
        ("B1", "Kept by month", "High", 50, None, None, 40, 48, 44),
        ("C1", "Not yet in", "High", 50, None, "TBC", 40, 48, 44),
        ("D1", "Counted by month", "High", 50, None, None, 40, 48, 44),
    ]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0")
    rules = _rules(
        "id: A1, name: Kept by quarter, unit: count",
        "id: B1, name: Kept by month, unit: count, basis: snapshot",
        "id: C1, name: Not yet in, unit: count, basis: snapshot",
        "id: D1, name: Counted by month, unit: count, basis: in quarter",
    )
    outcome = checked(book, rules)
    by_id = {item.id: item for item in outcome.indicators}
    month = by_id["B1"]
    assert (month.value, month.cell, month.period) == (44, "I5", "2018/19 Q3")
    assert (month.previous, month.travel) == (40, "improved")  # on September, not November
    assert (by_id["C1"].value, by_id["C1"].gap) == (None, "awaited")
    assert by_id["D1"].value is None
    assert "value-missing" not in {f.check for f in outcome.findings if f.indicator == "B1"}


def test_both_ends_of_a_target_that_is_a_range_are_given(tmp_path: Path) -> None:
    book = _book(tmp_path, ("A1", "Beds in use", None, 40, 41, 42, 45, 60))
    found = _one(checked(book, _rules("id: A1, name: Beds in use, unit: count, target: 40-60")))
    assert (found.target, found.target_upper, found.status) == (40, 60, "green")
    one = _one(checked(book, _rules("id: A1, name: Beds in use, target: 40, good_is: high")))
    assert (one.target, one.target_upper) == (40, None)


def test_where_nothing_is_rated_the_summary_says_so_and_not_that_all_is_well(
    tmp_path: Path,
) -> None:
    book = _book(tmp_path, ("A1", "Homes built", "High", 40, 41, 42, 45, 60))
    refreshed_into(tmp_path / "out", book, _rules("id: A1, name: Homes built"))
    values = Values(tmp_path / "out" / "q3.xlsx")
    row, column = values.find("Summary", "Indicators that need attention, worst first")
    below = [str(values.at("Summary", row + below, column)) for below in range(2, 4)]
    # an empty place for what may come to need attention, then the words
    assert [words.partition(":")[0] for words in below] == ["", "No indicator is rated"]
