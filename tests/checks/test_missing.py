"""Rows that are not rated, or rated without a tolerance, because something was left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import SHEET, Cell, checked, findings, scorecard, statuses
from xl_scorecard.domain.outcome import FindingResult, Outcome

ABOUT = ("target-missing", "target-profile-missing", "tolerance-missing")
HEADINGS = ("Ref", "Measure", "Good is", "Target", "Tolerance", "Q2 2018/19", "Q3 2018/19", "RAG")
RULES = """\
name: missing
rating: rag
indicators:
  - {id: A1, name: Children seen, unit: percent}
  - {id: B1, name: Plans reviewed, unit: percent}
"""
WHOLE: tuple[Cell, ...] = ("B1", "Plans reviewed", "High", 0.8, 0.05, 0.79, 0.81, "Green")


def _checked(folder: Path, *rows: tuple[Cell, ...], rules: str = RULES) -> Outcome:
    return checked(scorecard(folder / "q3.xlsx", rows, HEADINGS), rules)


def _missing(outcome: Outcome) -> list[FindingResult]:
    return [finding for finding in outcome.findings if finding.check in ABOUT]


def _row(target: Cell, tolerance: Cell, rag: Cell, good_is: str = "High") -> tuple[Cell, ...]:
    return ("A1", "Children seen", good_is, target, tolerance, 0.75, 0.82, rag)


def test_a_rating_typed_beside_a_blank_target_is_a_finding(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, _row(None, None, "Red"), WHOLE)
    (finding,) = _missing(outcome)
    assert (finding.check, finding.cell, finding.severity) == ("target-missing", "D4", "error")
    assert "Red is typed in H4" in finding.message
    assert statuses(outcome)["A1"] == "not_rated"


@pytest.mark.parametrize("word", ["n/a", "Not rated", "-", "TBC", "See comment", None])
def test_what_is_typed_there_and_is_no_rating_asks_for_none(tmp_path: Path, word: Cell) -> None:
    assert _missing(_checked(tmp_path, _row(None, None, word), WHOLE)) == []


@pytest.mark.parametrize("words", ["No target", "n/a", "Monitor only", "-"])
def test_that_there_is_no_target_is_an_answer(tmp_path: Path, words: str) -> None:
    assert _missing(_checked(tmp_path, _row(words, None, "Green"), WHOLE)) == []


def test_a_row_for_information_needs_no_target(tmp_path: Path) -> None:
    assert _missing(_checked(tmp_path, _row(None, None, "Green", "Neither"), WHOLE)) == []
    assert _missing(_checked(tmp_path, _row(None, None, None), WHOLE)) == []


def test_a_tolerance_beside_a_blank_target_asks_for_one(tmp_path: Path) -> None:
    (finding,) = _missing(_checked(tmp_path, _row(None, 0.05, None), WHOLE))
    assert (finding.check, finding.cell) == ("target-missing", "D4")


@pytest.mark.parametrize(("target", "found"), [(0.8, [("target-missing", "D4")]), (None, [])])
def test_a_tolerance_in_the_rule_asks_for_a_target_where_other_rows_have_theirs(
    tmp_path: Path, target: float | None, found: list[tuple[str, str | None]]
) -> None:
    rules = RULES.replace("seen, unit: percent", "seen, unit: percent, tolerance: 2 points")
    reviewed = ("B1", "Plans reviewed", "High", target, None, 0.79, 0.81, None)
    outcome = _checked(tmp_path, _row(None, None, None), reviewed, rules=rules)
    assert [(f.check, f.cell) for f in _missing(outcome) if f.check == "target-missing"] == found


def test_a_target_given_for_another_period_and_not_for_this_one_is_a_finding(
    tmp_path: Path,
) -> None:
    headings = ("Ref", "Measure", "Q2 2018/19 target", "Q2 2018/19", "Q3 2018/19 target",
                "Q3 2018/19")  # fmt: skip
    rows = [("A1", "Children seen", 0.8, 0.79, None, 0.82), ("B1", "Plans", None, 24, None, 22)]
    rules = RULES.replace("unit: percent", "good_is: high")
    outcome = checked(scorecard(tmp_path / "q3.xlsx", rows, headings), rules)
    assert [(f.check, f.cell) for f in _missing(outcome)] == [("target-missing", "E4")]
    assert "another period in C4" in _missing(outcome)[0].message


def test_a_target_that_stands_on_the_sheet_of_the_quarter_before_is_a_finding(
    tmp_path: Path,
) -> None:
    def before(book: object, page: object) -> None:
        sheet = book.add_worksheet("Q2 2018-19")  # type: ignore[attr-defined]
        for row, cells in enumerate(
            [("Ref", "Measure", "Target", "Q2 2018/19"), ("A1", "Children seen", 80, 79),
             ("B1", "Plans reviewed", 80, 78)], 2,
        ):  # fmt: skip
            for column, value in enumerate(cells):
                sheet.write(row, column, value)

    rows = [("A1", "Children seen", None, 82), ("B1", "Plans reviewed", 80, 81)]
    book = scorecard(
        tmp_path / "q3.xlsx", rows, ("Ref", "Measure", "Target", "Q3 2018/19"),
        sheet="Q3 2018-19", number_format="0", more=before,
    )  # fmt: skip
    rules = RULES.replace("unit: percent", "good_is: high")
    found = _missing(checked(book, rules + "defaults: {tolerance: 5}\n"))
    assert [(f.check, f.cell) for f in found] == [("target-missing", "C4")]
    assert "Q2 2018-19, C4" in found[0].message


BY_PERIOD = "name: Children seen, unit: percent, tolerance: 5 points, target: {PERIODS}"


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        ("{2017/18: 75%}", True), ("{2018/19 Q2: 75%, 2018/19 Q4: 80%}", True),
        ("{2018/19: 80%}", False), ("{2018/19 Q3: 80%}", False),
    ],
)  # fmt: skip
def test_targets_by_period_are_to_cover_the_one_reported(
    tmp_path: Path, periods: str, found: bool
) -> None:
    rules = RULES.replace(
        "name: Children seen, unit: percent", BY_PERIOD.replace("{PERIODS}", periods)
    )
    outcome = _checked(tmp_path, _row(None, None, None), WHOLE, rules=rules)
    expected = [("target-profile-missing", "G4")] if found else []
    assert [(f.check, f.cell) for f in _missing(outcome)] == expected
    assert (statuses(outcome)["A1"] == "not_rated") is found


def test_a_figure_to_come_needs_no_target_yet(tmp_path: Path) -> None:
    rules = RULES.replace(
        "name: Children seen, unit: percent", BY_PERIOD.replace("{PERIODS}", "{2017/18: 75%}")
    )
    row = ("A1", "Children seen", "High", None, None, 0.75, "TBC", None)
    assert _missing(_checked(tmp_path, row, WHOLE, rules=rules)) == []


@pytest.mark.parametrize(("outturn", "status"), [(0.82, "green"), (0.79, "red")])
def test_a_row_without_the_tolerance_that_others_have_is_a_warning(
    tmp_path: Path, outturn: float, status: str
) -> None:
    row = ("A1", "Children seen", "High", 0.8, None, 0.75, outturn, None)
    outcome = _checked(tmp_path, row, WHOLE)
    found = [(f.check, f.severity, f.cell) for f in _missing(outcome)]
    assert found == [("tolerance-missing", "warning", "G4")]
    assert statuses(outcome)["A1"] == status


def test_a_tolerance_of_0_is_one(tmp_path: Path) -> None:
    assert _missing(_checked(tmp_path, _row(0.8, 0, None), WHOLE)) == []


def test_where_nothing_has_a_tolerance_that_is_said_once_and_of_what_missed_target(
    tmp_path: Path,
) -> None:
    none = [(*WHOLE[:4], None, *WHOLE[5:7], None)]
    assert _missing(_checked(tmp_path, _row(0.8, None, None), *none)) == []  # both are met
    outcome = _checked(tmp_path, _row(0.9, None, None), *none)
    (finding,) = _missing(outcome)
    assert (finding.severity, finding.sheet, finding.cell) == ("info", SHEET, None)
    assert "1 indicator is Red" in finding.message


def test_of_several_sheets_without_any_that_is_said_once(tmp_path: Path) -> None:
    def second(book: Any, _: Any) -> None:
        page = book.add_worksheet("Wards")
        for at, cells in enumerate([HEADINGS, ("B1", *WHOLE[1:3], 0.9, None, *WHOLE[5:7])]):
            page.write_row(at, 0, cells)

    row = _row(0.9, None, None)
    outcome = checked(scorecard(tmp_path / "q3.xlsx", [row], HEADINGS, more=second), RULES)
    (finding,) = _missing(outcome)
    assert (finding.severity, finding.sheet, finding.cell) == ("info", SHEET, None)
    assert "2 indicators on 2 sheets are Red" in finding.message


def test_bands_in_points_need_no_tolerance(tmp_path: Path) -> None:
    rating = (
        "rating: ours\nratings:\n  ours:\n    bands:\n"
        "      - {status: met, label: Met, up_to: target}\n"
        "      - {status: near, label: Near, up_to: 5 points, concern: 1}\n"
        "      - {status: missed, label: Missed, concern: 3}\n"
    )
    rules = RULES.replace("rating: rag\n", rating)
    outcome = _checked(tmp_path, _row(0.85, None, None), (*WHOLE[:7], None), rules=rules)
    assert (_missing(outcome), statuses(outcome)["A1"]) == ([], "near")


@pytest.mark.parametrize(
    ("typed", "wrong"), [("Green", True), ("Amber", False), ("Red", False), ("Met", True)]
)
def test_without_a_tolerance_a_typed_rating_is_held_to_whether_target_is_met(
    tmp_path: Path, typed: str, wrong: bool
) -> None:
    outcome = _checked(tmp_path, _row(0.9, None, typed), WHOLE)
    assert (("rag-typed-differs", "H4") in findings(outcome)) is wrong


@pytest.mark.parametrize("target", ["target: 80%", "target: {2018/19: 80%}"])
def test_a_floor_beside_a_target_in_the_rule_is_its_tolerance_by_period_too(
    tmp_path: Path, target: str
) -> None:
    headings = ("Ref", "Measure", "Good is", "Floor", "Q2 2018/19", "Q3 2018/19")
    book = scorecard(
        tmp_path / "q3.xlsx", [("A1", "Children seen", "High", 0.75, 0.79, 0.78)], headings
    )
    rules = RULES.replace("name: Children seen", f"name: Children seen, {target}")
    (row,) = checked(book, rules).indicators
    assert (row.tolerance, row.status) == (0.05, "amber")


def test_a_row_without_any_figure_in_a_table_known_by_its_shape_may_be_no_indicator(
    tmp_path: Path,
) -> None:
    quarters = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
    rows = [("Children seen by a worker", 80, 82, 84), ("Children waiting for one", 26, 24, 22),
            ("Anything else to say about them", None, None, None)]  # fmt: skip
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: R{at}, name: {row[0]}}}\n" for at, row in enumerate(rows)
    )
    found = {}
    for heading in ("Service", "Measure"):
        book = scorecard(tmp_path / f"{heading}.xlsx", rows, (heading, *quarters))
        found[heading] = [f for f in findings(checked(book, rules)) if f[0] == "value-missing"]
    assert found == {"Service": [], "Measure": [("value-missing", "D6")]}
