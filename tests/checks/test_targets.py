from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import HEADINGS, ROWS, RULES, Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome


def _checked(folder: Path, target: Cell, rules: str = RULES) -> Outcome:
    rows = [(*ROWS[0][:3], target, *ROWS[0][4:]), *ROWS[1:]]
    return checked(scorecard(folder / "q3.xlsx", rows, HEADINGS), rules)


@pytest.mark.parametrize(
    "words",
    [
        "Above Stat Neighbour Average",
        "To be better than baseline",
        "On-going delivery",
        "10 out of 12",
    ],
)
def test_words_without_a_figure_are_an_error(tmp_path: Path, words: str) -> None:
    outcome = _checked(tmp_path, words)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("target-unparseable", "error", "D4")
    assert (finding.found, outcome.indicators[0].status) == (words, "not_rated")


@pytest.mark.parametrize(
    "words", ["No target", "None", "N/A", "TBC", "Monitor only", "Activity measure", "-", None]
)
def test_words_that_say_there_is_none_are_no_finding(tmp_path: Path, words: Cell) -> None:
    outcome = _checked(tmp_path, words)
    assert (findings(outcome), outcome.indicators[0].status) == ([], "not_rated")


def test_where_the_rule_has_the_target_the_sheets_words_do_not_matter(tmp_path: Path) -> None:
    rules = RULES.replace("name: Children seen", "target: 80%, name: Children seen")
    assert findings(_checked(tmp_path, "Top quartile", rules)) == []


def test_a_row_for_information_needs_no_figure_for_a_target(tmp_path: Path) -> None:
    rules = RULES.replace(
        "name: Children seen, good_is: high", "name: Children seen, good_is: neither"
    )
    assert findings(_checked(tmp_path, "On-going delivery", rules)) == []


@pytest.mark.parametrize(
    ("words", "target"),
    [("Target: 75%", 0.75), ("National target 75%", 0.75), ("75% (stretch 90%)", 0.75)],
)
def test_a_label_beside_the_figure_is_no_part_of_it(
    tmp_path: Path, words: str, target: float
) -> None:
    outcome = _checked(tmp_path, words)
    assert (findings(outcome), outcome.indicators[0].target) == ([], target)


def test_a_typed_rating_is_not_said_to_differ_where_the_target_gives_no_figure(
    tmp_path: Path,
) -> None:
    rows = [("A1", "Children seen", "High", "Top quartile", 0.75, 0.82, "Green"), *ROWS[1:]]
    outcome = checked(scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "RAG"]), RULES)
    assert findings(outcome) == [("target-unparseable", "D4")]
