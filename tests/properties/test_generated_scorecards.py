"""Scorecards generated with everything officers type into them: whatever the row, Excel computes
what the report says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.books import Cell, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office

HEADINGS = (
    "Ref", "Measure", "Good is", "Unit", "Target", "Tolerance", "Amber", "Q3 2017/18",
    "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19",
)  # fmt: skip
ROWS = 120
GAPS = ("TBC", "[c]", "n/a", "<5", "-", "see note")
# How a row keeps its figures: decimals they have, how large, and what the unit column says.
KINDS = {
    "fractions": (3, 1.1, "%"),
    "hundreds": (1, 110.0, "%"),
    "counts": (0, 5000.0, "Number"),
    "days": (1, 90.0, "days"),
}


class Typist:
    """Types rows as officers do: figures, text, gaps, targets in words, blanks."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)

    def _some(self, *choices: Cell) -> Cell:
        return self._dice.choice(choices)

    def row(self, number: int) -> list[Cell]:
        kind = self._dice.choice(list(KINDS))
        decimals, largest, unit = KINDS[kind]
        figures = [self._figure(decimals, largest, kind) for _ in range(5)]
        return [
            f"I{number}",
            f"Children counted {number}",
            self._some("High", "Low", "Plan", "Info", None, "Bigger is better"),
            unit,
            self._target(round(largest * 0.7, decimals), kind),
            self._some(None, None, "5 points", "3%", "2", "around 3"),
            self._some(None, None, None, round(largest * 0.6, decimals)),
            *figures,
        ]

    def _figure(self, decimals: int, largest: float, kind: str) -> Cell:
        figure = round(self._dice.random() * largest, decimals)
        typed = f"{figure:,}"
        if kind == "fractions":
            typed = f"{figure * 100:.1f} %"
        return self._some(*[figure] * 6, typed, f"{typed} [p]", None, self._dice.choice(GAPS))

    def _target(self, value: float, kind: str) -> Cell:
        if kind == "fractions":
            low, high = f"{value * 100:.0f}%", f"{value * 110:.0f}%"
        else:
            low, high = f"{value:.0f}", f"{value * 1.1:.0f}"
        words = self._some(f"at least {low}", f"fewer than {low}", f"{low}-{high}", low)
        return self._some(value, value, words, None, "above average")

    def rule(self, number: int) -> str:
        keys = [
            self._some(
                "", "target: 60%", 'target: "40-60"', "target: {2018/19 Q3: 70, 2017/18: 65}"
            ),
            self._some("", "", "tolerance: 5 points", 'tolerance: "5%"', "tolerance: 2 children"),
            self._some(
                "", "", "good_is: high", "good_is: low", "good_is: plan", "good_is: neither"
            ),
        ]
        given = "".join(f", {key}" for key in keys if key)
        return f"  - {{id: I{number}, name: Children counted {number}{given}}}\n"


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("rating", ["concern", "rag"])
def test_every_formula_computes_to_what_the_report_says(
    seed: int, rating: str, tmp_path: Path, soffice: Office
) -> None:
    typist = Typist(seed)
    rows = [typist.row(number) for number in range(ROWS)]
    rules = "".join(typist.rule(number) for number in range(0, ROWS, 2))
    workbook = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, number_format="General")
    text = f"name: generated\nrating: {rating}\nindicators:\n{rules}"
    outcome = refreshed_into(tmp_path / "out", workbook, text)
    assert outcome.outcome == "refreshed"
    assert len({indicator.status for indicator in outcome.indicators}) >= 5
    assert disagreements(workbook, tmp_path / "out" / "q3.xlsx", soffice) == []
