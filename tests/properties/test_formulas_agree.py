"""The status formula in Excel's language, the status in the report, and decimal arithmetic by
hand: three ways to the same word, over many generated rows at and around every edge."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.books import FIRST_ROW, SHEET, refreshed_into, scorecard
from tests.support.office import Office, Values

HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
STATUS_COLUMN = len(HEADINGS) + 1
ROWS = 240
HAIR = Decimal("0.0001")


@dataclass(frozen=True)
class Scheme:
    """A rating as a rule set writes it, and its edges: how far, of what, and the labels."""

    yaml: str
    edges: tuple[tuple[str, Decimal], ...]
    labels: tuple[str, ...]
    edge_is_better: bool = True


OWN = """\
rating: ours
ratings:
  ours:
    edge_belongs_to: {edge}
    bands:
      - {{status: met, label: Met, up_to: 2 points}}
      - {{status: near, label: "Nearly \\"there\\"", up_to: 10%, concern: 1}}
      - {{status: missed, label: Missed, concern: 3}}
"""
OWN_EDGES = (("points", Decimal(2)), ("target", Decimal("0.1")))
OWN_LABELS = ("Met", 'Nearly "there"', "Missed")
SCHEMES = {
    "concern": Scheme(
        "rating: concern\n",
        tuple(("tolerance", Decimal(n)) for n in range(4)),
        ("Good", "Acceptable", "Yellow", "Amber", "Red"),
    ),
    "rag": Scheme(
        "rating: rag\n",
        (("tolerance", Decimal(0)), ("tolerance", Decimal(1))),
        ("Green", "Amber", "Red"),
    ),
    "own": Scheme(OWN.format(edge="better"), OWN_EDGES, OWN_LABELS),
    "own, edge to the worse": Scheme(OWN.format(edge="worse"), OWN_EDGES, OWN_LABELS, False),
}


@dataclass(frozen=True)
class Row:
    """An indicator as generated; figures are decimals, so that sums of them are exact.

    `point` is what a point is worth: 0.01 of a percentage, which is held as a fraction.
    """

    point: Decimal
    good_is: str
    target: Decimal | None
    target_in_rule: bool
    tolerance: Decimal
    relative: bool
    outturn: Decimal | str | None

    @property
    def rule(self) -> str:
        percent = self.point < 1
        parts = [f"good_is: {self.good_is}", f"unit: {'percent' if percent else 'score'}"]
        if self.target is not None and self.target_in_rule:
            parts.append(f"target: {self.target}")
        if self.tolerance:
            parts.append(f'tolerance: "{self.tolerance}{"%" if self.relative else " points"}"')
        return ", ".join(parts)

    def label(self, scheme: Scheme) -> str:
        """The status word by decimal arithmetic."""
        outturn = self.outturn
        if outturn is None or outturn == "TBC":
            return "No data"
        if self.target is None or self.good_is == "neither":
            return "Not rated"
        off = self.target - Decimal(outturn)
        short = {"high": off, "low": -off, "plan": abs(off)}[self.good_is]
        for (of, amount), label in zip(scheme.edges, scheme.labels, strict=False):
            beyond = short - amount * _unit(
                of, self.target, self.tolerance, self.relative, self.point
            )
            if beyond < 0 or (beyond == 0 and (scheme.edge_is_better or not amount)):
                return label
        return scheme.labels[-1]


def _unit(of: str, target: Decimal, tolerance: Decimal, relative: bool, point: Decimal) -> Decimal:
    """What one tolerance, the target or one point comes to in the unit."""
    amounts = {
        "tolerance": tolerance * (abs(target) / 100 if relative else point),
        "target": abs(target),
        "points": point,
    }
    return amounts[of]


def _rows(scheme: Scheme) -> Iterator[Row]:
    dice = random.Random(2018)
    for _ in range(ROWS):
        point = dice.choice([Decimal(1), Decimal("0.01")])
        target = Decimal(dice.randrange(-1000, 1000)) / 10 * point
        tolerance = Decimal(dice.choice([0, 1, 3, 7, 25])) / dice.choice([1, 2, 10])
        relative = dice.random() < 0.3
        of, amount = dice.choice(scheme.edges)
        reach = amount * _unit(of, target, tolerance, relative, point)
        figure = target + reach * dice.choice([-1, 1]) + HAIR * dice.choice([-1, 0, 0, 1])
        absent = dice.random() < 0.1
        yield Row(
            point=point,
            good_is=dice.choice(["high", "low", "plan", "high", "low", "plan", "neither"]),
            target=None if dice.random() < 0.1 else target,
            target_in_rule=dice.random() < 0.5,
            tolerance=tolerance,
            relative=relative,
            outturn=dice.choice([None, "TBC"]) if absent else _written(figure, dice),
        )


def _written(figure: Decimal, dice: random.Random) -> Decimal | str:
    """Now and then a number is typed as text."""
    return f"{figure}" if dice.random() < 0.1 else figure


def _cell(value: Decimal | str | None) -> float | str | None:
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("name", SCHEMES)
def test_formula_report_and_arithmetic_give_the_same_word(
    name: str, tmp_path: Path, soffice: Office
) -> None:
    scheme = SCHEMES[name]
    rows = list(_rows(scheme))
    rules = "".join(
        f"  - {{id: I{n}, name: Indicator {n}, {row.rule}}}\n" for n, row in enumerate(rows)
    )
    cells = [
        (
            f"I{n}",
            f"Indicator {n}",
            None if row.target_in_rule else _cell(row.target),
            1.0,
            _cell(row.outturn),
        )
        for n, row in enumerate(rows)
    ]
    workbook = scorecard(tmp_path / "q3.xlsx", cells, HEADINGS, number_format="General")
    text = f"name: generated\n{scheme.yaml}indicators:\n{rules}"
    outcome = refreshed_into(tmp_path / "out", workbook, text)
    computed = Values(soffice.recalculated(tmp_path / "out" / "q3.xlsx"))
    stored = Values(tmp_path / "out" / "q3.xlsx")

    expected = [row.label(scheme) for row in rows]
    places = [(SHEET, FIRST_ROW + n, STATUS_COLUMN) for n in range(len(rows))]
    words = {"no_data": "No data", "not_rated": "Not rated", "near": 'Nearly "there"'}
    reported = [words.get(i.status, i.status.capitalize()) for i in outcome.indicators]
    assert set(expected) == {*scheme.labels, "No data", "Not rated"}  # every word was tried
    for found in (reported, [stored.at(*p) for p in places], [computed.at(*p) for p in places]):
        wrong = [(row, e, f) for row, e, f in zip(rows, expected, found, strict=True) if e != f]
        assert wrong == []
