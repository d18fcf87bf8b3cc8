"""The Summary counts status words as they are, whatever Excel might take them for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values

RULES = """\
name: labelled
rating: ours
ratings:
  ours:
    bands:
      - {{status: one, label: {best}, up_to: target}}
      - {{status: two, label: {next_best}, up_to: 1 tolerance, concern: 1}}
      - {{status: three, label: Missed, concern: 3}}
defaults: {{tolerance: 5 points, unit: percent, good_is: high}}
indicators:
  - {{id: A1, name: Children seen}}
  - {{id: B1, name: Plans reviewed}}
  - {{id: C1, name: Health checks}}
"""
# Against 80%: on target, 2 and 4 points short.
ROWS = [["A1", "Children seen", 0.8, 0.8], ["B1", "Plans reviewed", 0.8, 0.78],
        ["C1", "Health checks", 0.8, 0.76]]  # fmt: skip


def test_the_headline_counts_only_bands_without_concern(tmp_path: Path, soffice: Office) -> None:
    rules = RULES.format(best="Fine", next_best="Near").replace("Missed, concern: 3", "Missed")
    rows = [*ROWS[:2], ["C1", "Health checks", 0.8, 0.6]]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, ["Ref", "Measure", "Target", "Q3 2018/19"])
    refreshed_into(tmp_path / "out", workbook, rules)
    output = tmp_path / "out" / "q3.xlsx"
    said = "2 of 3 rated indicators are fine or missed; 1 rated missed."
    assert Values(output).find("Summary", said)
    assert disagreements(workbook, output, soffice) == []


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("best", "next_best"),
    [("< target", "> target"), ("Good*", "Goodish"), ("=Met", "Met"), ('"Met"', "'Met'"),
     ("~Met", "Met"), ("M?t", "Met"), ("5", "50"), ("TRUE", "FALSE")],
)  # fmt: skip
def test_a_label_is_counted_as_the_word_it_is(
    best: str, next_best: str, tmp_path: Path, soffice: Office
) -> None:
    rules = RULES.format(best=_quoted(best), next_best=_quoted(next_best))
    workbook = scorecard(tmp_path / "q3.xlsx", ROWS, ["Ref", "Measure", "Target", "Q3 2018/19"])
    outcome = refreshed_into(tmp_path / "out", workbook, rules)
    assert [indicator.status for indicator in outcome.indicators] == ["one", "two", "two"]
    output = tmp_path / "out" / "q3.xlsx"
    row, _ = Values(output).find("Summary", "All indicators")
    assert Values(output).row("Summary", row)[1:4] == [1, 2, 0]
    assert disagreements(workbook, output, soffice) == []
