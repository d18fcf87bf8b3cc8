"""The matrix of risks: likelihood across, impact down, each risk in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.compose.look import (
    BLOCK,
    HEADING,
    HEADING_LEFT,
    LISTED,
    LISTED_CENTRED,
    NOTE,
    PAGE_HEADING,
    PAGE_HEADING_LEFT,
)
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.compose.summary.paper import Paper, height_of
from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.edits import Style
from xl_scorecard.domain.risks import Risk, RiskRegister, Score, Told
from xl_scorecard.domain.row_keys import RISKS

_SIDE = 5
_MOST = 15
"""How many risks are placed: of more, numbers in a cell would not be read."""
_TITLE, _CELL = 26.0, 20.0
_SHADES = ("#F4F6F7", "#DDE5EC", "#BCCBD9", "#8FA8BF")
_UP_TO = (4, 9, 14, 25)
_HEADINGS = ("Risk", "Number", "Likelihood", "Impact", "Score")
_LEVEL_OF, _MOVEMENT, _OWNER = "Level", "Movement", "Owner"
_OF_A_POST = 16.0
"""How wide a column must be in which the names of posts are not broken within words."""
_UP, _DOWN, _LEVEL = "▲ Up", "▼ Down", "► Level"
_NOTE = (
    "The darker a cell, the higher likelihood times impact. Numbers are those of the list below."
)


@dataclass(frozen=True)
class RiskMatrix:
    """The risks of a workbook that are scored from 1 to 5 both ways."""

    paper: Paper
    registers: Sequence[RiskRegister]

    @cached_property
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
        paper, headings = self.paper, self._headings
        heights = [self._height_of(risk) for _, risk in placed]
        paper.needs(_TITLE + _CELL * (_SIDE + 1) + 16 + 20 + sum(heights))
        paper.title(RISKS, BLOCK, _TITLE)
        matrix = {impact: paper.take(_CELL) for impact in range(_SIDE, 0, -1)}
        row = paper.take(_CELL)
        paper.put(row, 1, "Likelihood", HEADING_LEFT)
        for likelihood in range(1, _SIDE + 1):
            paper.put(row, 1 + likelihood, float(likelihood), HEADING)
        paper.put(paper.take(16), 1, _NOTE, NOTE)
        row = paper.take(20)
        for column, heading in enumerate(headings, 1):
            paper.put(row, column, heading, PAGE_HEADING_LEFT if column == 1 else PAGE_HEADING)
        rows = [paper.take(height) for height in heights]
        for number, (row, (sheet, risk)) in enumerate(zip(rows, placed, strict=True), 1):
            self._listed(row, number, sheet, risk)
        for impact, row in matrix.items():
            paper.put(row, 1, f"Impact {impact}", HEADING_LEFT)
            for likelihood in range(1, _SIDE + 1):
                value, formula = _cell(placed, rows, likelihood, impact)
                paper.put(row, 1 + likelihood, value, _shade(likelihood * impact), formula)

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        """The columns of the list: level, movement and owner where any risk has one and the print
        has room; the owner is in the next one that is wide enough."""
        risks = [risk for _, risk in self._placed]
        found = [*_HEADINGS]
        if any(risk.level is not None for risk in risks):
            found.append(_LEVEL_OF)
        if any(risk.movement is not None or risk.before is not None for risk in risks):
            found.append(_MOVEMENT)
        if any(risk.owner is not None for risk in risks):
            widths, last = self.paper.sheet.widths, self.paper.last_column
            wide = (c for c in range(len(found) + 1, last + 1) if widths[c] >= _OF_A_POST)
            found += [""] * (next(wide, len(found) + 1) - len(found) - 1)
            found.append(_OWNER)
        return tuple(found[: self.paper.last_column])

    def _height_of(self, risk: Risk) -> float:
        widths, headings = self.paper.sheet.widths, self._headings
        owner = risk.owner.text if risk.owner is not None and _OWNER in headings else ""
        lines = lines_of(owner, widths[headings.index(_OWNER) + 1]) if owner else 1
        return height_of(max(lines, lines_of(risk.name, widths[1])))

    def _listed(self, row: int, number: int, sheet: str, risk: Risk) -> None:
        self.paper.put(row, 1, risk.name, LISTED)
        self.paper.put(row, 2, float(number), LISTED_CENTRED)
        for column, score in enumerate((risk.likelihood, risk.impact), 3):
            assert score is not None  # what is placed has both
            self.paper.put(row, column, score.number, LISTED_CENTRED, _at(sheet, score.cell))
        score = risk.score
        formula = _at(sheet, score.cell) if score is not None else f"C{row}*D{row}"
        value = score.number if score is not None else risk.product
        self.paper.put(row, 5, value, LISTED_CENTRED, formula)
        for column, heading in enumerate(self._headings, 1):
            if heading == _LEVEL_OF and risk.level is not None:
                self._text(row, column, sheet, Told(risk.level.cell, risk.level.word))
            elif heading == _OWNER and risk.owner is not None:
                self._text(row, column, sheet, risk.owner)
            elif heading == _MOVEMENT and risk.movement is not None:
                self._text(row, column, sheet, risk.movement)
            elif heading == _MOVEMENT and risk.before is not None and value is not None:
                before = _at(sheet, risk.before.cell)
                moved = f'IF(E{row}<{before},"{_DOWN}","{_LEVEL}")'
                word = _UP if value > risk.before.number else _DOWN
                word = _LEVEL if value == risk.before.number else word
                formula = f'IF(E{row}>{before},"{_UP}",{moved})'
                self.paper.put(row, column, word, LISTED_CENTRED, formula)

    def _text(self, row: int, column: int, sheet: str, told: Told) -> None:
        self.paper.put(row, column, told.text, LISTED_CENTRED, f'{_at(sheet, told.cell)}&""')


def _is_placed(risk: Risk) -> bool:
    return all(
        isinstance(score, Score) and score.number in range(1, _SIDE + 1)
        for score in (risk.likelihood, risk.impact)
    )


def _cell(
    placed: Sequence[tuple[str, Risk]], rows: Sequence[int], likelihood: int, impact: int
) -> tuple[str, str]:
    """The numbers of the risks in a place now, and the formula that finds them in the list."""
    here, parts = [], []
    for number, (row, (_, risk)) in enumerate(zip(rows, placed, strict=True), 1):
        assert risk.likelihood is not None
        assert risk.impact is not None
        parts.append(f'IF(AND(C{row}={likelihood},D{row}={impact}),", {number}","")')
        if (risk.likelihood.number, risk.impact.number) == (likelihood, impact):
            here.append(str(number))
    return ", ".join(here), f"MID({'&'.join(parts)},3,99)"


def _at(sheet: str, cell: str) -> str:
    return f"{quoted_sheet(sheet)}!{cell}"


def _shade(product: int) -> Style:
    place = next(n for n, up_to in enumerate(_UP_TO) if product <= up_to)
    return replace(LISTED_CENTRED, fill=_SHADES[place], bold=True, border=True)
