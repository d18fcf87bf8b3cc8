"""An open workbook, whose number formats are not known, has the findings of the closed one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.payload import payload_of
from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.refreshing import read
from xl_scorecard.rule_files.load import load_rule_set

HEADINGS = ["Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
RULES = """\
name: s
indicators:
  - {id: A1, name: "% of children seen", unit: percent}
  - {id: B1, name: Children waiting, unit: count}
"""


def _in_percent(book: Any, page: Any) -> None:
    shown = book.add_format({"num_format": "0%"})
    for column, value in enumerate((0.78, 0.81, 0.84), 4):
        page.write_number(3, column, value, shown)


def _live(path: Path, rules: RuleSet) -> list[tuple[str, str | None, str | None, str | None]]:
    book = xlwings.Book(json=payload_of(path))
    reading = read(path.name, LiveSheets(OpenBook(book), [], lambda _, __: True), [rules], None, ())
    return [(f.check, f.cell, f.found, f.expected) for f in reading.findings]


@pytest.mark.parametrize(
    ("place", "value", "check"),
    [
        ((4, 6), 23, None),
        ((3, 3), 80, None),  # beside figures shown as 84%
        ((3, 6), 84, "percent-scale"),
        ((3, 4), 1.01, "percent-over-100"),
        ((3, 4), -0.78, "negative-value"),
        ((4, 4), -24, "negative-value"),
        ((4, 6), "2O", "number-as-text"),
        ((4, 4), "ask Jo", "marker-unknown"),
        ((3, 3), "Top quartile", "target-unparseable"),
    ],
)
def test_findings_agree(
    tmp_path: Path, place: tuple[int, int], value: float | str, check: str | None
) -> None:
    def planted(book: Any, page: Any) -> None:
        _in_percent(book, page)
        shown = book.add_format({"num_format": "0%"})
        page.write(*place, value, shown if place[0] == 3 and place[1] > 3 else None)

    rows: list[list[Cell]] = [
        ["A1", "% of children seen", "High", 0.8, None, None, None],
        ["B1", "Children waiting", "Low", 25, 24, 22, 23],
    ]
    path = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, number_format="General", more=planted)
    closed = checked(path, RULES)
    assert [found for found, _ in findings(closed)] == ([check] if check else [])
    rules = load_rule_set(tmp_path / "rules.yaml")
    assert _live(path, rules) == [(f.check, f.cell, f.found, f.expected) for f in closed.findings]
