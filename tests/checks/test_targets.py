from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import HEADINGS, ROWS, RULES, Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome


def _checked(folder: Path, target: Cell, rules: str = RULES) -> Outcome:
    rows = [(*ROWS[0][:3], target, *ROWS[0][4:]), *ROWS[1:]]
    return checked(scorecard(folder / "q3.xlsx", rows, HEADINGS), rules)


@pytest.mark.parametrize(
    "words", ["Above Stat Neighbour Average", "To be better than baseline", "Top quartile"]
)
def test_words_without_a_figure_are_an_error(tmp_path: Path, words: str) -> None:
    outcome = _checked(tmp_path, words)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("target-unparseable", "error", "D4")
    assert (finding.found, outcome.indicators[0].status) == (words, "not_rated")


@pytest.mark.parametrize(
    "words", ["No target", "None", "N/A", "TBC", "Monitor only", "On-going delivery", "-", None]
)
def test_words_that_say_there_is_none_are_no_finding(tmp_path: Path, words: Cell) -> None:
    outcome = _checked(tmp_path, words)
    assert (findings(outcome), outcome.indicators[0].status) == ([], "not_rated")


def test_where_the_rule_has_the_target_the_sheets_words_do_not_matter(tmp_path: Path) -> None:
    rules = RULES.replace("name: Children seen", "target: 80%, name: Children seen")
    assert findings(_checked(tmp_path, "Top quartile", rules)) == []
