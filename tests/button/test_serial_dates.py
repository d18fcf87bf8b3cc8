"""Dates that arrive as bare numbers: read as dates or refused, never taken for something else.

43435 is 1 December 2018, as Excel's own DATEVALUE says; so the others here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
import xlwings

import xl_scorecard
from tests.button.models import read_book
from tests.button.payload import payload_of
from tests.support.books import rule_file
from tests.support.grids import grid
from tests.support.paths import CHILDREN, CHILDRENS_RULES, EARLY_HELP, RULES
from xl_scorecard.button import refresh
from xl_scorecard.button.serial_dates import with_dates
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import WorkbookError

OCT, NOV, DEC = 43374, 43405, 43435  # the first of the months, 2018
JUN_30, SEP_30, DEC_31 = 43281, 43373, 43465
HEADINGS = ["Ref", "Measure", "Good is", "Target"]
ROW = ["A1", "Children seen", "High", 0.8]


def _dates(*rows: Sequence[Any]) -> dict[tuple[int, int], str]:
    """The places read as dates, and the dates."""
    cells, _ = with_dates(grid(rows).cells)
    return {at: f"{c.value:%d %b %Y}" for at, c in cells.items() if isinstance(c.value, dt.date)}


def _doubtful(*rows: Sequence[Any]) -> list[str]:
    return [cell.ref for cell in with_dates(grid(rows).cells)[1]]


@pytest.mark.parametrize(
    ("heads", "dates"),
    [
        ([OCT, NOV, DEC], ["01 Oct 2018", "01 Nov 2018", "01 Dec 2018"]),
        ([DEC, NOV, OCT], ["01 Dec 2018", "01 Nov 2018", "01 Oct 2018"]),
        ([JUN_30, SEP_30, DEC_31], ["30 Jun 2018", "30 Sep 2018", "31 Dec 2018"]),
        ([43388, 43419, 43449], ["15 Oct 2018", "15 Nov 2018", "15 Dec 2018"]),
        ([43437, 43444, 43451], ["03 Dec 2018", "10 Dec 2018", "17 Dec 2018"]),
        ([OCT, DEC, OCT, DEC], ["01 Oct 2018", "01 Dec 2018"] * 2),  # figures and targets
        ([DEC], ["01 Dec 2018"]),
    ],
    ids=["months", "latest first", "quarters' ends", "the 15th", "weeks", "twice", "alone"],
)
def test_headings_that_can_only_be_dates_are(heads: list[int], dates: list[str]) -> None:
    figures = [0.7 + n / 100 for n in range(len(heads))]
    found = _dates([*HEADINGS, *heads], [*ROW, *figures])
    assert found == {(1, 5 + n): date for n, date in enumerate(dates)}


@pytest.mark.parametrize("heads", [[43440], [43440, 43477, 43501], [40100, 40150, 40200]])
def test_headings_that_may_be_dates_or_not_are_doubtful(heads: list[int]) -> None:
    figures = [0.7] * len(heads)
    assert _doubtful([*HEADINGS, *heads], [*ROW, *figures]) == ["E1", "F1", "G1"][: len(heads)]


def test_months_below_the_row_that_names_the_indicators_are_read() -> None:
    headings = [*HEADINGS, "2018/19", None, None, "YTD"]
    assert _dates(headings, [None] * 4 + [OCT, NOV, DEC], [*ROW, 0.7, 0.8, 0.9, 0.8]) == {
        (2, 5): "01 Oct 2018", (2, 6): "01 Nov 2018", (2, 7): "01 Dec 2018",
    }  # fmt: skip


def test_months_above_the_row_that_names_the_indicators_are_read() -> None:
    groups = [None] * 4 + [NOV, None, DEC, None]
    kinds = [*HEADINGS, "Actual", "RAG", "Actual", "RAG"]
    assert _dates(groups, kinds, [*ROW, 0.7, "Red", 0.8, "Green"]) == {
        (1, 5): "01 Nov 2018", (1, 7): "01 Dec 2018",
    }  # fmt: skip


def test_months_that_run_down_are_read() -> None:
    names = [None, "Children seen", "Children waiting"]
    assert _dates(names, [OCT, 0.7, 30], [NOV, 0.8, 28], [DEC, 0.8, 25]) == {
        (2, 1): "01 Oct 2018", (3, 1): "01 Nov 2018", (4, 1): "01 Dec 2018",
    }  # fmt: skip


def test_months_in_a_column_of_their_own_are_read() -> None:
    headings = ["Ref", "Measure", "Month", "Value"]
    assert _dates(headings, ["A1", "Children seen", NOV, 0.7], ["A1", "Children seen", DEC, 0.8],
                  ["B1", "Staff", NOV, 43800]) == {
        (2, 3): "01 Nov 2018", (3, 3): "01 Dec 2018", (4, 3): "01 Nov 2018",
    }  # fmt: skip


def test_the_month_that_a_title_names_is_read() -> None:
    found = _dates(["Reporting month:", DEC], [], [*HEADINGS, "Latest"], [*ROW, 0.7])
    assert found == {(1, 2): "01 Dec 2018"}


QUARTERS = [*HEADINGS, "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]


@pytest.mark.parametrize(
    "figures",
    [[43800, 43700, 43950], [43800, 43831, 43862], [41000, 39500, 43800], [43800, 3900, 43900]],
    ids=["not of months", "as if of months", "one as if of a month", "one far off"],
)
def test_counts_stay_counts(figures: list[int]) -> None:
    assert _dates(QUARTERS, ["B1", "Population", "High", None, *figures]) == {}


def test_counts_in_rows_that_say_actual_and_target_stay_counts() -> None:
    headings = ["Measure", "", "Q1 2018/19", "Q2 2018/19"]
    rows = (headings, ["Population", "Actual", 43800, 43831], [None, "Target", 43800, 44100])
    assert (_dates(*rows), _doubtful(*rows)) == ({}, [])


def test_counts_of_measures_that_are_called_as_headings_are_stay_counts() -> None:
    rows = (["Measure", "Q1 2018/19", "Q2 2018/19"], ["Target population", 43800, 44100])
    assert (_dates(*rows), _doubtful(*rows)) == ({}, [])


def test_references_that_are_numbers_stay_numbers() -> None:
    rows = (QUARTERS, [40001, "Children seen", "High", 0.8, 0.7, 0.8, 0.9],
            [40002, "Reviews", "High", 0.8, 0.7, 0.8, 0.9])  # fmt: skip
    assert (_dates(*rows), _doubtful(*rows)) == ({}, [])


def test_years_stay_years() -> None:
    assert _dates([*HEADINGS, 2017, 2018], [*ROW, 0.7, 0.8]) == {}


@pytest.mark.parametrize(
    "figures", [[0.71, 0.75, 43467], [0.71, 43467], [310, 290, 43467], [None, 43467, 0.7]]
)
def test_a_date_among_figures_is_no_figure(figures: list[float]) -> None:
    """2 January 2019: what Excel makes of 2/1."""
    at = 4 + figures.index(43467) + 1
    assert _dates(QUARTERS, ["B1", "Seen", "High", 0.8, *figures]) == {(2, at): "02 Jan 2019"}


def test_a_target_far_above_its_figures_stays_a_target() -> None:
    assert _dates(QUARTERS, ["B1", "Visits", "High", 43800, 3100, 3300, 3200]) == {}


# -- the button pressed ----------------------------------------------------------------------------


def _statuses(outcome: Outcome) -> list[tuple[str, str]]:
    return [(item.id, item.status) for item in outcome.indicators]


@pytest.mark.parametrize(
    ("sample", "rules"),
    [(CHILDREN, CHILDRENS_RULES), (EARLY_HELP, RULES / "early-help.yaml")],
    ids=["children", "early help"],
)
def test_the_samples_are_read_alike_whatever_their_dates_come_as(sample: Path, rules: Path) -> None:
    outcomes = []
    for as_numbers in (False, True):
        live = xlwings.Book(json=payload_of(sample, dates_as_numbers=as_numbers))
        outcomes.append(refresh(live, rules=rules))
    as_dates, as_numbers = outcomes
    assert as_numbers.period == as_dates.period
    assert _statuses(as_numbers) == _statuses(as_dates)
    assert as_numbers.findings == as_dates.findings


def _dated(path: Path, dates: list[dt.date], figures: list[float], number_format: str) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write_row(2, 0, HEADINGS)
        page.write_row(3, 0, ROW)
        shown = book.add_format({"num_format": number_format})
        for column, date in enumerate(dates, 4):
            page.write_datetime(2, column, dt.datetime.combine(date, dt.time()), shown)
        page.write_row(3, 4, figures)
    return path


_RULES = (
    "name: s\nindicators: [{id: A1, name: Children seen, unit: percent, tolerance: 5 points}]\n"
)
_MONTHS = {
    "months": [dt.date(2018, 10, 1), dt.date(2018, 11, 1), dt.date(2018, 12, 1)],
    "quarters' ends": [dt.date(2018, 6, 30), dt.date(2018, 9, 30), dt.date(2018, 12, 31)],
}


@pytest.mark.parametrize("dates", _MONTHS.values(), ids=_MONTHS)
def test_months_are_rated_as_in_the_closed_file(dates: list[dt.date], tmp_path: Path) -> None:
    path = _dated(tmp_path / "q3.xlsx", dates, [0.7, 0.72, 0.78], "mmm-yy")
    rules = rule_file(tmp_path, _RULES)
    (closed,) = xl_scorecard.check(path, rules=rules).workbooks
    opened = refresh(xlwings.Book(json=payload_of(path, dates_as_numbers=True)), rules=rules)
    assert (opened.period, _statuses(opened)) == (closed.period, _statuses(closed))
    assert closed.period == "2018-12"
    assert _statuses(closed) == [("A1", "acceptable")]


def test_a_date_among_figures_is_the_finding_that_it_is_in_the_closed_file(tmp_path: Path) -> None:
    path = _dated(tmp_path / "q3.xlsx", _MONTHS["months"], [0.7, 0.72], "mmm-yy")
    rules = rule_file(tmp_path, _RULES)
    typed = openpyxl.load_workbook(path)
    typed["Scorecard"]["G4"] = dt.date(2019, 1, 2)
    typed.save(path)
    (closed,) = xl_scorecard.check(path, rules=rules).workbooks
    opened = refresh(xlwings.Book(json=payload_of(path, dates_as_numbers=True)), rules=rules)
    assert opened.findings == closed.findings
    assert [(f.check, f.cell, f.found) for f in closed.findings] == [
        ("marker-unknown", "G4", "02/01/2019")
    ]


@pytest.mark.parametrize("days", [(3, 10, 17), (4, 9, 25)], ids=["weekly", "now and then"])
def test_what_is_no_month_is_refused_in_one_line(days: Sequence[int], tmp_path: Path) -> None:
    dates = [dt.date(2018, 12, day) for day in days]
    path = _dated(tmp_path / "q3.xlsx", dates, [0.7, 0.72, 0.78], "d mmm")
    live = xlwings.Book(json=payload_of(path, dates_as_numbers=True))
    with pytest.raises(WorkbookError) as refused:
        refresh(live, rules=rule_file(tmp_path, _RULES))
    assert refused.value.kind == "no_scorecard"
    assert "\n" not in str(refused.value)
    if days == (4, 9, 25):
        assert str(refused.value) == (
            "sheet Scorecard: 3 headings, E3 (43438), F3 (43443), G3 (43459), may or may not be "
            "dates, which Excel on the web sends as bare numbers; give them the format Short Date, "
            "or type what they mean, such as Dec 2018. If this sheet is no scorecard, name the "
            "one that is in the rule set, under workbook: sheets:"
        )
    assert read_book(path)["Scorecard"].filled  # nothing was written: the file is as it was


def test_doubtful_numbers_on_a_sheet_that_the_rules_do_not_want_are_no_matter(
    tmp_path: Path,
) -> None:
    path = tmp_path / "q3.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        for row, cells in enumerate(([*HEADINGS, "Q2 2018/19", "Q3 2018/19"], [*ROW, 0.7, 0.8])):
            page.write_row(row, 0, cells)
        page = book.add_worksheet("Spend")
        for row, cells in enumerate(([*HEADINGS, 40100, 40150], [*ROW, 1200, 1300])):
            page.write_row(row, 0, cells)
    rules = rule_file(tmp_path, f"{_RULES}workbook: {{sheets: [Scorecard]}}\n")
    outcome = refresh(xlwings.Book(json=payload_of(path)), rules=rules)
    assert _statuses(outcome) == [("A1", "good")]
