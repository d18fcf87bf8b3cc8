"""Layouts that a rule set says, of workbooks that have gone on: later periods, sites, counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.support.books import checked, findings
from xl_scorecard.domain.outcome import Outcome

COME: list[Row] = [
    ["What we count", "Apr-22", "May-22", "Jun-22", "Jul-22 target"],
    ["Swims", 880, 905, 910, 900], ["Gym visits", 410, 395, 400, 400], ["Lessons", 60, 62, 61, 60],
]  # fmt: skip
SITES: list[Row] = [
    ["Measure", "Where", "Q1 2021/22", "Q2 2021/22"],
    ["Swims", "Northside", 4, 5], ["Swims", "Quayside", 6, 7],
    ["Lessons", "Northside", 1, 2], ["Lessons", "Quayside", 3, 2],
]  # fmt: skip


def _checked(folder: Path, rows: list[Row], entry: str, *more: str, sheet: str = "S") -> Outcome:
    tables = f"  tables:\n    - {{sheet: {sheet}, {entry}}}\n"
    rules = "\n".join(["name: s", "checks: {off: [indicator-no-rule, rule-no-indicator]}", *more])
    text = f"{rules}\nworkbook:\n{tables}indicators: [{{id: X, name: None of these}}]\n"
    return checked(book(folder / "s.xlsx", Page(sheet, rows)), text)


def test_a_later_month_that_nobody_has_said_is_an_error_and_is_not_read(tmp_path: Path) -> None:
    said = "rows: 2-4, names: A, figures: {Apr 2022: B, May 2022: C}"
    outcome = _checked(tmp_path, COME, said)
    (found,) = [f for f in outcome.findings if f.check == "period-current-missing"]
    assert (outcome.period, found.cell, found.severity) == ("2022-05", "D1", "error")
    assert "add Jun 2022: D to figures" in found.message
    assert "line 5" in found.message


@pytest.mark.parametrize(
    "said",
    [
        "rows: 2-4, names: A, figures: 'B:D'",
        "rows: 2-4, names: A, figures: {Apr 2022: B, May 2022: C}, leave_out: {columns: D}",
    ],
)
def test_nothing_is_found_of_what_is_said_or_left_out(tmp_path: Path, said: str) -> None:
    assert "period-current-missing" not in dict(findings(_checked(tmp_path, COME, said)))


def test_one_early_figure_of_a_later_month_is_but_a_warning(tmp_path: Path) -> None:
    begun = [COME[0], COME[1], *([*row[:3], None, row[4]] for row in COME[2:])]
    said = "rows: 2-4, names: A, figures: {Apr 2022: B, May 2022: C}"
    found = _checked(tmp_path, begun, said).findings
    assert [(f.check, f.severity) for f in found] == [("period-current-missing", "warning")]


def test_a_row_that_has_come_below_those_said_is_told(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, COME, "rows: 2-3, names: A, figures: 'B:D'")
    (found,) = [f for f in outcome.findings if f.check == "row-not-said"]
    assert [i.name for i in outcome.indicators] == ["Swims", "Gym visits"]
    assert (found.cell, "add 4 to rows" in found.message) == ("A4", True)


@pytest.mark.parametrize(
    "last",
    [
        ["Total", 940, 967, 971, None], ["Measures on target", 1, 1, 2, None],
        ["Target", 60, 60, 60, None], ["Lessons", None, None, None, 60], [None, 60, 62, 61, None],
    ],
)  # fmt: skip
def test_a_total_or_a_row_without_name_or_figure_below_is_none(tmp_path: Path, last: Row) -> None:
    outcome = _checked(tmp_path, [*COME[:3], last], "rows: 2-3, names: A, figures: 'B:D'")
    assert "row-not-said" not in dict(findings(outcome))


@pytest.mark.parametrize(
    "further",
    ["}\n    - {sheet: S, rows: 4, names: A, figures: 'B:C'", ", leave_out: {rows: 4}"],
)
def test_a_row_of_another_entry_or_left_out_is_told_already(tmp_path: Path, further: str) -> None:
    outcome = _checked(tmp_path, COME, f"rows: 2-3, names: A, figures: 'B:D'{further}")
    assert "row-not-said" not in dict(findings(outcome))


def test_a_period_that_the_rule_set_names_is_reported_though_it_is_blank(tmp_path: Path) -> None:
    rows = [[*COME[0][:4]], *([*row[:3], None] for row in COME[1:])]
    text = (
        "name: s\nworkbook:\n  period: Jun 2022\n"
        "  tables: [{sheet: S, rows: 2-4, names: A, figures: 'B:D'}]\n"
        "indicators: [{id: X, name: None of these}]\n"
    )
    assert checked(book(tmp_path / "s.xlsx", Page("S", rows)), text).period == "2022-06"


def test_a_period_that_the_rule_set_still_names_is_told(tmp_path: Path) -> None:
    text = "name: s\nworkbook: {period: May 2022}\nindicators: [{id: X, name: None of these}]\n"
    rows: list[Row] = [["KPI", *COME[0][1:4]], *(row[:4] for row in COME[1:])]
    outcome = checked(book(tmp_path / "s.xlsx", Page("S", rows)), text)
    (found,) = [f for f in outcome.findings if f.check == "period-current-missing"]
    assert (outcome.period, found.severity) == ("2022-06", "warning")
    assert found.message.startswith("workbook: period: of the rule set says May 2022, but figures")


def test_a_site_that_is_said_is_the_dimension_that_guessing_finds(tmp_path: Path) -> None:
    unaided = checked(
        book(tmp_path / "s.xlsx", Page("S", [["Measure", "Team", *SITES[0][2:]], *SITES[1:]])),
        "name: s\nindicators: [{id: X, name: None of these}]\n",
    )
    told = _checked(tmp_path, SITES, "names: A, dimension: B, figures: 'C:D'")
    assert [(i.dimension, i.section) for i in told.indicators] == [
        ("Northside", "Northside"), ("Quayside", "Quayside"),
    ] * 2  # fmt: skip
    assert told.indicators == unaided.indicators


def test_a_rule_for_all_sites_is_for_each_that_is_said(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", Page("S", SITES))
    text = (
        "name: s\nworkbook: {tables: [{sheet: S, names: A, dimension: B, figures: 'C:D'}]}\n"
        "indicators:\n  - {id: SW, name: Swims, good_is: high, target: 6}\n"
        "  - {id: LE, name: Lessons}\n"
    )
    swims = [(i.id, i.name, i.target) for i in checked(path, text).indicators[:2]]
    assert swims == [("SW", "Swims: Northside", 6), ("SW", "Swims: Quayside", 6)]


def test_counts_said_as_parts_are_held_against_their_share(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Q1 2021/22", "Q2 2021/22"],
        ["Lamps mended in a week", "80%", "75%"], ["mended", 80, 140], ["broken", 100, 150],
    ]  # fmt: skip
    outcome = _checked(tmp_path, rows, "rows: 2-4, parts: [percent, numerator, denominator]")
    assert [i.name for i in outcome.indicators] == ["Lamps mended in a week"]
    assert ("numerator-denominator-mismatch", "C2") in findings(outcome)


def test_judgements_may_be_a_row_of_their_own(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["", "", "Q1 2021/22", "Q2 2021/22"],
        ["Lamps lit", "Got", 90, 80], [None, "Aim", 85, 85], [None, "How", "Green", "Green"],
    ]  # fmt: skip
    said = "rows: 2-4, names: A, figures: 'C:D', parts: [actual, target, judgement]"
    path = book(tmp_path / "s.xlsx", Page("S", rows))
    rule = "{id: L, name: Lamps lit, good_is: high, tolerance: 1}"
    told = f"{{tables: [{{sheet: S, {said}}}]}}"
    text = f"name: s\nrating: rag\nworkbook: {told}\nindicators: [{rule}]\n"
    assert ("rag-typed-differs", "D4") in findings(checked(path, text))


def test_headings_right_above_the_rows_said_need_no_periods(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Lidos"], ["What", "Aim", "Leeway", "this time"], ["Swims", 900, 50, 870],
    ]  # fmt: skip
    rows[1][2] = "Tolerance"
    said = "rows: 3, names: A, targets: B, figures: {Q1 2021/22: D}"
    path = book(tmp_path / "s.xlsx", Page("S", rows))
    rule = "{id: S, name: Swims, unit: count, good_is: high}"
    told = f"{{tables: [{{sheet: S, {said}}}]}}"
    text = f"name: s\nrating: rag\nworkbook: {told}\nindicators: [{rule}]\n"
    assert [(i.tolerance, i.status) for i in checked(path, text).indicators] == [(50, "amber")]


def test_what_stands_apart_from_all_that_is_said_is_none_of_the_table(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Q1 2021/22", "Target", None, None, "RAG rating"],
        ["Swims", 870, 900, None, None, "Green"], ["Lessons", 60, 50, None, None, 4],
    ]  # fmt: skip
    said = "rows: 2-3, names: A, targets: C, figures: {Q1 2021/22: B}"
    path = book(tmp_path / "s.xlsx", Page("S", rows))
    rule = "{id: S, name: Swims, unit: count, good_is: high}"
    text = f"name: s\nworkbook: {{tables: [{{sheet: S, {said}}}]}}\nindicators: [{rule}]\n"
    assert "rag-typed-differs" not in dict(findings(checked(path, text)))
