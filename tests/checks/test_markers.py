"""What stands in value cells instead of a plain figure."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard, statuses
from xl_scorecard.domain.outcome import Outcome

HEADINGS = ["Ref", "Measure", "Q3 2016/17", "Q2 2018/19", "Q3 2018/19"]
RULES = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"


def _checked(folder: Path, *figures: Cell, more: Any = None) -> Outcome:
    rows = [["A1", "Children seen", *figures]]
    return checked(scorecard(folder / "q3.xlsx", rows, HEADINGS, more=more), RULES)


@pytest.mark.parametrize("text", ["ask Jo", "84 of 100", "wibble", "?", "n/k", "OK"])
def test_a_word_that_is_not_understood_is_a_warning_that_names_the_cell(
    tmp_path: Path, text: str
) -> None:
    outcome = _checked(tmp_path, 0.7, text, 0.8)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("marker-unknown", "warning", "D4")
    assert finding.found == text


def test_a_date_in_a_value_cell_is_named(tmp_path: Path) -> None:
    def date(book: Any, page: Any) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_datetime(3, 3, dt.datetime(2018, 4, 1), day)  # 1-4 as Excel takes it

    (finding,) = _checked(tmp_path, 0.7, None, 0.8, more=date).findings
    assert (finding.check, finding.cell, finding.found) == ("marker-unknown", "D4", "01/04/2018")


def test_true_in_a_value_cell_is_named(tmp_path: Path) -> None:
    def true(book: Any, page: Any) -> None:
        page.write_boolean(3, 3, True)

    (finding,) = _checked(tmp_path, 0.7, None, 0.8, more=true).findings
    assert (finding.check, finding.cell, finding.found) == ("marker-unknown", "D4", "TRUE")


@pytest.mark.parametrize(
    "text",
    ["TBC", "N/A", "c", "[c]", "x", "[x]", "z", "low", "u", "No data", "Awaiting data",
     "Data due May", "Annual measure", "Reported in Q4", "A/R", "GREEN", "84% (21/25)"],
)  # fmt: skip
def test_what_is_understood_is_no_finding(tmp_path: Path, text: str) -> None:
    assert findings(_checked(tmp_path, 0.7, text, 0.8)) == []


def test_a_row_of_words_only_is_about_words(tmp_path: Path) -> None:
    rows = [["A1", "Strategy", "Plan agreed", "Consultation", "Work began"],
            ["B1", "Children seen", 0.7, 0.75, 0.8]]  # fmt: skip
    rules = "name: s\nindicators: [{id: A1, name: Strategy}, {id: B1, name: Children seen}]\n"
    outcome = checked(scorecard(tmp_path / "q3.xlsx", rows, HEADINGS), rules)
    assert findings(outcome) == []
    assert statuses(outcome)["A1"] == "no_data"


@pytest.mark.parametrize("text", ["<5", ">95%", "90-99"])
def test_a_band_is_told_and_not_rated(tmp_path: Path, text: str) -> None:
    outcome = _checked(tmp_path, 0.7, text, 0.8)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("banded-value", "info", "D4")
    assert outcome.indicators[0].previous is None


def test_an_older_symbol_is_told_once_a_sheet(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, ":", ":", 0.8)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("marker-legacy", "info", "C4")
    assert (finding.found, finding.expected) == (":", "[x]")
    assert "1 more" in finding.message


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_among_figures_does_not_say_why_there_is_none(tmp_path: Path, dash: str) -> None:
    outcome = _checked(tmp_path, 0.7, dash, 0.8)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("marker-legacy", "info", "D4")
    assert finding.expected == "[x], [z] or 0"


def test_dashes_in_a_row_that_is_not_measured_and_of_periods_to_come_are_blanks(
    tmp_path: Path,
) -> None:
    rows = [["A1", "Children seen", 0.7, 0.8, "-"], ["B1", "Strategy", "-", "-", "-"]]
    rules = "name: s\nindicators: [{id: A1, name: Children seen}, {id: B1, name: Strategy}]\n"
    book = scorecard(tmp_path / "q3.xlsx", rows, ["Ref", "Measure", *HEADINGS[-3:]])
    found = [word for word, _ in findings(checked(book, rules)) if word == "marker-legacy"]
    assert found == []


def test_a_figure_provisional_after_two_years_is_a_warning(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, "70%p", "80%p", "81% [p]")  # of Q3 2016/17, two years ago
    assert findings(outcome) == [("provisional-left", "C4")]


@pytest.mark.parametrize(
    "text", ["Paused", "Six monthly", "See comment", "No inspections", "Q2 & Q4 only", "Closed"]
)
def test_a_reason_in_everyday_words_is_none(tmp_path: Path, text: str) -> None:
    assert _checked(tmp_path, 0.7, text, 0.8).findings == []


def test_a_row_of_bands_is_one_finding_at_the_reported_period(tmp_path: Path) -> None:
    (finding,) = _checked(tmp_path, "90-99%", "90-99%", ">95%").findings
    assert (finding.check, finding.severity, finding.found) == ("banded-value", "info", ">95%")
    assert "2 more" in finding.message
