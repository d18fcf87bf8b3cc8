"""Words for shares and counts mean the same above a column, beside a name and as a unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import (
    by_period,
    names,
    only_table,
    read_rows,
    roles,
    unclear,
)
from xl_scorecard.domain.indicator import Gap, Unit

SHARES = [
    "%", "(%)", "Percentage", "Percent", "Per cent", "%age", "% age", "Pct", "Proportion", "Rate",
    "Performance", "Perf.",
]  # fmt: skip
COUNTS = ["No.", "Nos", "Number", "Count", "Volume", "#", "n", "Total"]
EACH = [(share, "No.") for share in SHARES] + [("%", count) for count in COUNTS]
TWO_QUARTERS = {"2018/19 Q2": 0.75, "2018/19 Q3": 0.82}


@pytest.mark.parametrize(("share", "count"), EACH)
def test_below_a_period_a_share_is_the_figure_and_the_count_what_it_is_made_of(
    tmp_path: Path, share: str, count: str
) -> None:
    rows: list[Row] = [
        ["Measure", "Target", "Q2 2018/19", None, "Q3 2018/19"],
        [None, None, share, count, share, count],
        ["Children seen", 0.8, 0.75, 30, 0.82, 31],
        ["Plans reviewed", 0.9, 0.85, 20, 0.92, 21],
    ]
    scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:B2", "C1:D1", "E1:F1"])
    assert roles(only_table(scorecard)) == {
        "A": "indicator", "B": "target", "C": "outturn", "D": "numerator", "E": "outturn",
        "F": "numerator",
    }  # fmt: skip
    assert by_period(scorecard.measures[0]) == TWO_QUARTERS
    assert unclear(scorecard) == []


@pytest.mark.parametrize("count", COUNTS)
def test_below_a_period_a_count_alone_is_the_figure(tmp_path: Path, count: str) -> None:
    rows: list[Row] = [
        ["Measure", "Q2 2018/19", "Target", "Q3 2018/19"],
        [None, count, None, count],
        ["Children seen", 30, 28, 31],
        ["Plans reviewed", 20, 25, 21],
    ]
    scorecard = read_rows(tmp_path, rows, ["A1:A2", "C1:C2"])
    assert by_period(scorecard.measures[0]) == {"2018/19 Q2": 30, "2018/19 Q3": 31}


@pytest.mark.parametrize(("share", "count"), [("Percentage", "Volume"), ("Pct", "Nos")])
def test_both_may_stand_in_one_cell_with_their_quarter(
    tmp_path: Path, share: str, count: str
) -> None:
    rows: list[Row] = [
        ["Measure", *(f"{q} 2018/19 {word}" for q in ("Q2", "Q3") for word in (share, count))],
        ["Children seen", 0.75, 30, 0.82, 31],
        ["Plans reviewed", 0.85, 20, 0.92, 21],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert by_period(scorecard.measures[0]) == TWO_QUARTERS
    assert unclear(scorecard) == []


@pytest.mark.parametrize(("share", "count"), EACH)
def test_beside_a_name_a_share_is_the_figure_and_the_count_what_it_is_made_of(
    tmp_path: Path, share: str, count: str
) -> None:
    rows: list[Row] = [
        ["Measure", "Data", "Q2 2018/19", "Q3 2018/19"],
        ["Children seen", share, 0.75, 0.82],
        [None, count, 30, 31],
        ["Plans reviewed", share, 0.85, 0.92],
        [None, count, 20, 21],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert names(scorecard) == ["Children seen", "Plans reviewed"]
    assert by_period(scorecard.measures[0]) == TWO_QUARTERS


def test_num_is_a_numerator_beside_a_name_though_a_count_as_a_unit(tmp_path: Path) -> None:
    """Beside a denominator it would be read as the figure if it were a count there."""
    rows: list[Row] = [
        ["Measure", "Data", "Q2 2018/19", "Q3 2018/19"],
        ["Children seen", "Num", 30, 31],
        [None, "Den", 40, 38],
        [None, "Ratio", 0.75, 0.82],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert names(scorecard) == ["Children seen"]
    assert by_period(scorecard.measures[0]) == TWO_QUARTERS
    units: list[Row] = [["Measure", "Unit", "Q2 2018/19"], ["Children seen", "Num", 30]]
    assert read_rows(tmp_path, units).measures[0].unit is Unit.COUNT


@pytest.mark.parametrize("answer", ["N", "Total"])
def test_a_column_of_answers_or_groups_is_no_column_of_units(tmp_path: Path, answer: str) -> None:
    rows: list[Row] = [
        ["Measure", "Statutory", "Q2 2018/19", "Q3 2018/19"],
        ["Share of children seen", answer, 0.75, 0.82],
        ["Share of plans reviewed", answer, 0.85, 0.92],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert roles(only_table(scorecard))["B"] == "other"
    assert [m.unit for m in scorecard.measures] == [None, None]


@pytest.mark.parametrize("count", ["Number", "Volume"])
def test_a_count_beside_a_value_is_a_finding_and_no_guess(tmp_path: Path, count: str) -> None:
    """How many grants were paid, or how much: either may be the figure."""
    rows: list[Row] = [
        ["Measure", "Q2 2018/19", None, "Q3 2018/19"],
        [None, count, "Value", count, "Value"],
        ["Grants paid", 30, 4500, 31, 5200],
        ["Fines paid", 20, 900, 21, 1100],
    ]
    scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
    assert set(by_period(scorecard.measures[0]).values()) == {Gap.NOT_AVAILABLE}
    assert {finding.check for finding in unclear(scorecard)} == {"period-duplicate"}
