"""Ratings as councils publish them: the report, the cells and LibreOffice give what a hand does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rating.published import PAPERS, Paper
from tests.support.books import FIRST_ROW, SHEET, refreshed_into, scorecard
from tests.support.office import Office, Values
from xl_scorecard.domain.bands import BUILT_IN, Rating
from xl_scorecard.rule_files.load import load_rule_set


def _rules(paper: Paper) -> str:
    rows = (f"  - {{id: {row.cells[0]}, name: {row.cells[1]}, {row.rule}}}\n" for row in paper.rows)
    return f"name: published\n{paper.rules}indicators:\n{''.join(rows)}"


def _rating(rules: Path) -> Rating:
    return load_rule_set(rules).bands


def test_there_are_more_than_twenty_examples() -> None:
    assert sum(len(paper.rows) for paper in PAPERS) > 50
    assert {"concern", "rag", "five-point", "assurance", "milestones", "score"} <= set(BUILT_IN)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.who)
def test_each_rating_is_what_was_worked_out_by_hand(
    paper: Paper, tmp_path: Path, soffice: Office
) -> None:
    share = any("percent" in row.rule for row in paper.rows)
    cells = [row.cells for row in paper.rows]
    number_format = "0.0%" if share else "General"
    book = scorecard(tmp_path / "q3.xlsx", cells, paper.headings, number_format=number_format)
    outcome = refreshed_into(tmp_path / "out", book, _rules(paper))
    output = tmp_path / "out" / "q3.xlsx"
    rating = _rating(tmp_path / "rules.yaml")

    expected = [(row.cells[1], row.status) for row in paper.rows]
    assert [(item.name, item.status) for item in outcome.indicators] == expected
    labels = [(row.cells[1], rating.band(row.status).label) for row in paper.rows]
    column = Values(output).find(SHEET, "Status Q3 2018/19")[1]
    for values in (Values(output), Values(soffice.recalculated(output))):
        found = [values.at(SHEET, FIRST_ROW + n, column) for n in range(len(labels))]
        assert [(row.cells[1], word) for row, word in zip(paper.rows, found, strict=True)] == labels
