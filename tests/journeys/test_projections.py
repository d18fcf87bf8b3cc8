"""Projections from rule set to workbook and results."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import Cell, checked, refreshed_into, rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.readers import opened

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q1 2017/18", "Q2 2017/18", "Q3 2017/18",
            "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")  # fmt: skip
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Homes built", "High", 70, 10, 30, 50, 80, 15, 40, 60),
    ("B1", "Visits made", "High", None, None, None, None, None, 15, 25, 20),
    ("C1", "Children in care", "Low", None, 10, 30, 50, 80, 15, 40, 60),
)
RULES = """\
name: ahead
rating: rag
defaults: {unit: count}
indicators:
  - {id: A1, name: Homes built, basis: year to date, forecast: on pace}
  - {id: B1, name: Visits made, basis: in quarter, forecast: on pace}
  - {id: C1, name: Children in care, basis: snapshot, forecast: on pace}
"""
WORDS = ["Projection for 2018/19: 96 (75 to 96), by last year's profile",
         "Projection for 2018/19: 80 (75 to 85), on pace", ""]  # fmt: skip


def _book(folder: Path) -> Path:
    return scorecard(folder / "q3.xlsx", ROWS, HEADINGS, number_format="General")


def test_results_have_value_range_and_what_it_rests_on(tmp_path: Path) -> None:
    a, b, c = checked(_book(tmp_path), RULES).indicators
    assert a.forecast is not None
    assert a.forecast.model_dump() == {
        "projection": True, "year": "2018/19", "value": 96, "low": 75, "high": 96,
        "by": "last year's profile", "words": WORDS[0],
    }  # fmt: skip
    assert b.forecast is not None
    assert (b.forecast.value, b.forecast.by) == (80, "pace")
    assert c.forecast is None  # a snapshot adds up to nothing
    plain = checked(_book(tmp_path), RULES.replace(", forecast: on pace", ""))
    assert [i.forecast for i in plain.indicators] == [None] * 3
    assert [i.status for i in plain.indicators] == [a.status, b.status, c.status]  # never rated


def test_a_break_hides_last_years_profile_and_one_in_the_year_the_projection(
    tmp_path: Path,
) -> None:
    before = checked(_book(tmp_path), RULES + "breaks: {A1: [Q1 2018/19]}\n").indicators[0]
    assert before.forecast is not None
    assert (before.forecast.by, before.forecast.value) == ("pace", 80)
    within = checked(_book(tmp_path), RULES + "breaks: {A1: [Q2 2018/19]}\n").indicators[0]
    assert within.forecast is None


def test_the_register_has_it_as_of_the_refresh(tmp_path: Path, soffice: Office) -> None:
    refreshed_into(tmp_path / "out", _book(tmp_path), RULES)
    book = tmp_path / "out" / "q3.xlsx"
    assert _projections(Values(book)) == WORDS
    assert disagreements(tmp_path / "q3.xlsx", book, soffice) == []
    workbook = opened(book, formulas=True)
    workbook["Scorecard"].cell(4, len(HEADINGS)).value = 61
    workbook.save(tmp_path / "edited.xlsx")
    edited = Values(soffice.recalculated(tmp_path / "edited.xlsx"))
    assert _projections(edited) == ["Refresh", *WORDS[1:]]


def _projections(values: Values) -> list[object]:
    row, column = values.find("Indicators", "Projection to year end, as of the refresh")
    return [values.at("Indicators", at, column) or "" for at in range(row + 1, row + 4)]


def test_explain_lists_them_as_projections(tmp_path: Path) -> None:
    rules = rule_file(tmp_path, RULES)
    told = xl_scorecard(
        "check", _book(tmp_path), "--rules", rules, "--explain", "--fail-on", "never"
    )
    lines = told.out.splitlines()
    at = lines.index("  projections, never rated:")
    assert lines[at + 1] == f"    Scorecard!K4: A1: {WORDS[0]}"
