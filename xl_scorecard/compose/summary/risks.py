"""The matrix of risks: likelihood across, impact down, each risk in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xl_scorecard.compose.look import BLOCK, HEADING, HEADING_LEFT, LISTED, LISTED_CENTRED, NOTE
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.compose.summary.paper import Paper, height_of
from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.edits import Style
from xl_scorecard.domain.risks import Risk, RiskRegister, Score
from xl_scorecard.domain.row_keys import RISKS

_SIDE = 5
_MOST = 15
"""How many risks are placed: of more, numbers in a cell would not be read."""
_TITLE, _CELL = 26.0, 20.0
_SHADES = ("#F4F6F7", "#DDE5EC", "#BCCBD9", "#8FA8BF")
_UP_TO = (4, 9, 14, 25)
_HEADINGS = ("Risk", "Number", "Likelihood", "Impact", "Score", "Level")
_NOTE = (
    "The darker a cell, the higher likelihood times impact. Numbers are those of the list below."
)


@dataclass(frozen=True)
class RiskMatrix:
    """The risks of a workbook that are scored from 1 to 5 both ways."""

    paper: Paper
    registers: Sequence[RiskRegister]

    @property
    def _placed(self) -> list[tuple[str, Risk]]:
        found = [
            (register.sheet, risk)
            for register in self.registers
            if register.factored
            for risk in register.risks
            if _is_placed(risk)
        ]
        return found[:_MOST]

    def put(self) -> None:
        """Write the matrix and the list, on one page; nothing where no risk has a place."""
        placed = self._placed
        if not placed:
            return
        paper = self.paper
        width = paper.sheet.widths[1]
        heights = [height_of(lines_of(risk.name, width)) for _, risk in placed]
        paper.needs(_TITLE + _CELL * (_SIDE + 1) + 16 + 20 + sum(heights))
        paper.title(RISKS, BLOCK, _TITLE)
        for impact in range(_SIDE, 0, -1):
            row = paper.take(_CELL)
            paper.put(row, 1, f"Impact {impact}", HEADING_LEFT)
            for likelihood in range(1, _SIDE + 1):
                value, formula = _cell(placed, likelihood, impact)
                paper.put(row, 1 + likelihood, value, _shade(likelihood * impact), formula)
        row = paper.take(_CELL)
        paper.put(row, 1, "Likelihood", HEADING_LEFT)
        for likelihood in range(1, _SIDE + 1):
            paper.put(row, 1 + likelihood, float(likelihood), HEADING)
        paper.put(paper.take(16), 1, _NOTE, NOTE)
        row = paper.take(20)
        for column, heading in enumerate(_HEADINGS, 1):
            paper.put(row, column, heading, HEADING_LEFT if column == 1 else HEADING)
        for number, ((sheet, risk), height) in enumerate(zip(placed, heights, strict=True), 1):
            self._listed(paper.take(height), number, sheet, risk)

    def _listed(self, row: int, number: int, sheet: str, risk: Risk) -> None:
        self.paper.put(row, 1, risk.name, LISTED)
        self.paper.put(row, 2, float(number), LISTED_CENTRED)
        for column, score in enumerate((risk.likelihood, risk.impact), 3):
            assert score is not None  # what is placed has both
            self.paper.put(row, column, score.number, LISTED_CENTRED, _at(sheet, score.cell))
        assert risk.likelihood is not None
        assert risk.impact is not None
        product = f"{_at(sheet, risk.likelihood.cell)}*{_at(sheet, risk.impact.cell)}"
        score = risk.score
        formula = _at(sheet, score.cell) if score is not None else product
        value = score.number if score is not None else risk.product
        self.paper.put(row, 5, value, LISTED_CENTRED, formula)
        if risk.level is not None:
            there = f'{_at(sheet, risk.level.cell)}&""'
            self.paper.put(row, 6, risk.level.word, LISTED_CENTRED, there)


def _is_placed(risk: Risk) -> bool:
    return all(
        isinstance(score, Score) and score.number in range(1, _SIDE + 1)
        for score in (risk.likelihood, risk.impact)
    )


def _cell(placed: Sequence[tuple[str, Risk]], likelihood: int, impact: int) -> tuple[str, str]:
    """The numbers of the risks in a place now, and the formula that finds them."""
    here, parts = [], []
    for number, (sheet, risk) in enumerate(placed, 1):
        assert risk.likelihood is not None
        assert risk.impact is not None
        across, down = _at(sheet, risk.likelihood.cell), _at(sheet, risk.impact.cell)
        parts.append(f'IF(AND({across}={likelihood},{down}={impact}),", {number}","")')
        if (risk.likelihood.number, risk.impact.number) == (likelihood, impact):
            here.append(str(number))
    return ", ".join(here), f"MID({'&'.join(parts)},3,99)"


def _at(sheet: str, cell: str) -> str:
    return f"{quoted_sheet(sheet)}!{cell}"


def _shade(product: int) -> Style:
    place = next(n for n, up_to in enumerate(_UP_TO) if product <= up_to)
    return replace(LISTED_CENTRED, fill=_SHADES[place], bold=True, border=True)
