"""What neighbours, titles and messages tell of columns that say too little."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.reading.real.understood import (
    by_period,
    only_table,
    periods,
    read,
    roles,
    typed,
    unclear,
)
from xl_scorecard.errors import WorkbookError


def test_two_targets_after_the_last_figure_are_not_shared_out_among_figures(
    tmp_path: Path,
) -> None:
    rows: list[Row] = [
        ["Measure", "Q2 2018/19", "Q3 2018/19", "Target", "Target"],
        ["Visits made", 380, 412, 400, 450],
        ["Calls answered", 25, 23, 20, 20],
    ]
    scorecard = read(book(tmp_path / "s.xlsx", Page("Scorecard", rows)))
    (finding,) = unclear(scorecard)
    assert (finding.check, finding.cell) == ("header-duplicate", "E1")
    assert [m.target.value if m.target else None for m in scorecard.measures] == [None, 20]


def test_months_that_run_down_take_their_year_from_the_title(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Contact centre dashboard 2018/19"],
        [],
        ["Month", "Visits made", "Calls answered"],
        ["Apr", 380, 25],
        ["May", 412, 23],
        ["Jan", 401, 28],
    ]
    table = only_table(read(book(tmp_path / "s.xlsx", Page("Dashboard", rows))))
    assert list(periods(table).values()) == ["2018-04", "2018-05", "2019-01"]


def test_headings_that_only_say_this_quarter_are_named_with_what_to_do(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Last Qrt", "This Qrt", "Target"],
        ["Visits made", 380, 412, 400],
        ["Calls answered", 25, 23, 20],
    ]
    path = book(tmp_path / "s.xlsx", Page("Scorecard", rows))
    with pytest.raises(WorkbookError, match=r'headings such as "Last Qrt".*--period') as refused:
        read(path)
    assert refused.value.kind == "no_scorecard"
    table = only_table(read(path, period="Q3 2018/19"))
    assert list(periods(table).values()) == ["2018/19 Q2", "2018/19 Q3"]


def test_a_header_whose_cells_are_all_merged_downwards_is_found(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Target", "Q2 2018/19", "Q3 2018/19"],
        [],
        ["Visits made", 400, 380, 412],
        ["Calls answered", 20, 25, 23],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2"]
    table = only_table(read(book(tmp_path / "s.xlsx", Page("Scorecard", rows, merged))))
    assert (table.header_top, table.header_row, len(table.rows)) == (1, 2, 2)


def test_a_percentage_and_its_number_may_be_named_beside_their_quarter(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Target", "Q2 2018/19 %", "Q2 2018/19 no.", "Q3 2018/19 %", "Q3 2018/19 no."],
        ["Children seen", 0.8, 0.75, 30, 0.82, 31],
        ["Plans reviewed", 0.9, 0.85, 20, 0.92, 21],
    ]
    scorecard = read(book(tmp_path / "s.xlsx", Page("Scorecard", rows)))
    assert roles(only_table(scorecard)) == {
        "A": "indicator", "B": "target", "C": "outturn", "D": "numerator", "E": "outturn",
        "F": "numerator",
    }  # fmt: skip
    assert by_period(scorecard.measures[0]) == {"2018/19 Q2": 0.75, "2018/19 Q3": 0.82}
    assert unclear(scorecard) == []


def test_a_long_table_of_a_hospital_tells_sites_apart_and_months_in_figures(tmp_path: Path) -> None:
    headings: Row = [
        "Service", "Site", "Metric_Name", "Reporting_Month", "value_rounded", "Target", "Status",
    ]  # fmt: skip
    rows: list[Row] = [
        headings,
        ["ED", "North", "Hours of waiting", "01-2021", 4, 5, "Green"],
        ["ED", "North", "Hours of waiting", "02-2021", 6, 5, "Red"],
        ["ED", "South", "Hours of waiting", "01-2021", 4, 5, "Green"],
        ["ED", "South", "Hours of waiting", "02-2021", 3, 5, "Green"],
    ]
    scorecard = read(book(tmp_path / "s.xlsx", Page("Metrics", rows)))
    assert str(scorecard.period) == "2021-02"
    assert [by_period(m) for m in scorecard.measures] == [
        {"2021-01": 4, "2021-02": 6}, {"2021-01": 4, "2021-02": 3},
    ]  # fmt: skip
    assert [typed(m) for m in scorecard.measures] == ["Red", "Green"]
