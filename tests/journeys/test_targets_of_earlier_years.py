"""Streaks against the targets that the sheet has of earlier years; floors and words in results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import SHEET, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.readers import opened

PERIODS = ("Q4 2016/17", "Q1 2017/18", "Q2 2017/18", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19",
           "Q2 2018/19", "Q3 2018/19")  # fmt: skip
HEADINGS = ("Ref", "Measure", "Good is", "Target 2017/18", "Target 2018/19", "Floor", *PERIODS)
PLANS = (0.79, 0.78, 0.77, 0.76, 0.74, 0.74, 0.73, 0.72)
ROWS = (
    # 70% in 2017/18, when 74% was good; 80% since: below in this year alone
    ("A1", "Visits in time", "High", 0.7, 0.8, 0.6, *[0.74] * 8),
    # 76% was wanted then too, and 74% was below it
    (
        "B1",
        "Plans in time",
        "High",
        0.76,
        0.8,
        None,
        0.79,
        0.78,
        0.77,
        0.76,
        0.74,
        0.74,
        0.73,
        0.72,
    ),
)
RULES = """\
name: years
rating: rag
columns: [rag, streak]
defaults: {tolerance: 1 point, unit: percent, basis: in quarter}
indicators:
  - {id: A1, name: Visits in time, tolerance: 1 point}
  - {id: B1, name: Plans in time}
"""


def test_a_streak_is_held_against_the_target_of_each_year(tmp_path: Path, soffice: Office) -> None:
    book = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS)
    outcome = refreshed_into(tmp_path / "out", book, RULES)
    a, b = outcome.indicators
    assert a.streak is not None
    assert b.streak is not None
    assert a.streak.words == "Below tolerance for the third quarter running"
    assert b.streak.words.startswith("Below tolerance for the fourth quarter running")
    assert (a.floor, b.floor) == (0.6, None)

    output = tmp_path / "out" / "q3.xlsx"
    row, column = Values(output).find(SHEET, "Streak as of the refresh for Q3 2018/19")
    changed = opened(output, formulas=True)
    changed[SHEET].cell(row + 2, HEADINGS.index("Target 2017/18") + 1).value = 0.6
    changed.save(tmp_path / "edited.xlsx")
    live = Values(soffice.recalculated(tmp_path / "edited.xlsx"))
    assert live.at(SHEET, row + 1, column) == a.streak.words
    assert live.at(SHEET, row + 2, column) == "Refresh"


@pytest.mark.parametrize(
    ("rating", "rule", "words"),
    [
        ("assurance", "good_is: high", ("Nil", "Limited", "Limited", "Reasonable", "Substantial")),
        ("rag", "scale: [Good, Fair, Poor, Bad]", ("Bad", "Poor", "Poor", "Fair", "Good")),
    ],
)
def test_no_highest_is_told_of_words(
    tmp_path: Path, rating: str, rule: str, words: tuple[str, ...]
) -> None:
    headings = ("Ref", "Measure", *PERIODS[-len(words) :])
    rows = [("U1", "Audit of payroll", *words), ("U2", "Staff trained", *[0.5] * len(words))]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings)
    entry = f"  - {{id: U1, name: Audit of payroll, {rule}}}\n"
    rules = f"name: words\nrating: {rating}\nindicators:\n{entry}"
    item, _ = refreshed_into(tmp_path / "out", book, rules).indicators
    assert item.streak is not None
    assert (item.streak.extreme, item.streak.words) == (None, "")
