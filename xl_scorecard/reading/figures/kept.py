"""How a row keeps its figures: 84.2 or 0.842, `8:55` as minutes or hours, which are none.

Decided once for the row, its target and its tolerance, and, where a row by itself does not tell,
by how the rest of its table keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.durations import Clock, clock_beside, parse_duration
from xl_scorecard.domain.grades import band_of, grade
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.impossible import codes_among
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import has_decimal_commas, parse_number, with_bare_point
from xl_scorecard.domain.scale import (
    HUNDRED,
    MOST_AS_FRACTION,
    factor_beside,
    no_share_beside,
    row_scale,
)
from xl_scorecard.domain.target_words import unworded
from xl_scorecard.ooxml.number_formats import is_elapsed, is_percent
from xl_scorecard.reading.words.row_words import clock_in_name, magnitude_in_name

_FARTHEST_DURATION = 10.0
"""A bare number in a row of durations counts as days where it comes this near to them."""


class Scale(NamedTuple):
    """How the numbers of a row are read.

    `factor` is 100 where 84.2 stands for 84.2%, else 1; `clock` what `8:55` is; `durations` are
    those known by their format or words, in days; `none` are the cells that hold no figure, and
    why; `words` are the grades of the indicator, best first, `bands` those of the rating where its
    figures are such words. `unclear` says that the row's scale
    cannot be told beside its target's; `magnitude` is a million where bare numbers are in £m, and
    `comma` says that decimals stand behind a comma.
    """

    unit: Unit | None
    factor: float = 1.0
    clock: Clock | None = None
    durations: tuple[float, ...] = ()
    none: tuple[tuple[int, int, Mark], ...] = ()
    words: tuple[str, ...] = ()
    bands: tuple[tuple[str, ...], ...] = ()
    unclear: bool = False
    magnitude: float = 1.0
    comma: bool = False

    @property
    def worded(self) -> bool:
        """Whether the row's figures are words."""
        return bool(self.words or self.bands)

    def place(self, text: str) -> int | None:
        """The place of a word among its grades, counted from the worst, 1; None of another."""
        found = grade(text, self.words)
        return band_of(text, self.bands) if found is None else found

    def plain(self, text: str) -> str:
        """Text of the row as it is read: a decimal comma is a point."""
        return with_bare_point(text) if self.comma else text

    def why_none(self, cell: Cell) -> Mark | None:
        """Why a cell's number is no figure of the row."""
        return next((why for row, column, why in self.none if cell[:2] == (row, column)), None)

    def is_among_durations(self, number: float) -> bool:
        """Whether a bare number can be a duration in days like those of its row."""
        if not self.durations or not number:
            return True
        off = abs(number) / median(self.durations)
        return 1 / _FARTHEST_DURATION <= off <= _FARTHEST_DURATION


def scale_of(
    cells: Sequence[Cell | None],
    unit: Unit | None,
    target: Cell | None = None,
    name: str = "",
    usual: float | None = None,
) -> Scale:
    """The scale of a row's figures in a unit; `usual` is the factor that its table's bare
    percentages have, where they agree."""
    texts = [cell.text for cell in (*cells, target) if cell is not None and cell.text]
    scale = _scale_in_unit(cells, unit, target, name, usual)
    return scale._replace(comma=has_decimal_commas(texts))


def _scale_in_unit(
    cells: Sequence[Cell | None],
    unit: Unit | None,
    target: Cell | None,
    name: str,
    usual: float | None,
) -> Scale:
    none = _codes(cells, unit)
    kept = [cell for cell in cells if cell is not None and cell[:2] not in {n[:2] for n in none}]
    if unit is Unit.DURATION:
        return _of_durations(kept, target, name)._replace(none=none)
    if unit is Unit.PERCENT:
        scale = _of_percentages(kept, target, usual)
        return scale._replace(none=(*none, *scale.none))
    if unit is Unit.CURRENCY:
        return Scale(unit, none=none, magnitude=magnitude_in_name(name))
    return Scale(unit, none=none)


def _codes(cells: Sequence[Cell | None], unit: Unit | None) -> tuple[tuple[int, int, Mark], ...]:
    held = [cell for cell in cells if cell is not None]
    numbers = [cell.value if isinstance(cell.value, float) else None for cell in held]
    places = codes_among(numbers, unit)
    return tuple((held[i].row, held[i].column, Mark.CODE) for i in sorted(places))


# -- percentages -----------------------------------------------------------------------------


def _of_percentages(cells: Sequence[Cell], target: Cell | None, usual: float | None) -> Scale:
    signed = [share for cell in cells if (share := _signed(cell)) is not None]
    bare = [(cell, number) for cell in cells if (number := bare_number(cell)) is not None]
    if signed and all(is_percent(cell.number_format) for cell in cells if _signed(cell)):
        none = [(c.row, c.column, Mark.NO_SHARE) for c, n in bare if no_share_beside(n, signed)]
        bare = [(c, n) for c, n in bare if not no_share_beside(n, signed)]
    else:
        none = []
    numbers = [number for _, number in bare]
    aim = bare_number(target)
    factor: float | None = None
    if _strays_among_fractions(bare, cells):
        factor = 1.0
    elif signed:
        factor = factor_beside(numbers, signed)
    elif target is not None and (share := _signed(target)):
        factor = factor_beside(numbers, [share])
    else:
        factor = row_scale(numbers, aim).factor
        if usual == HUNDRED and _keeps_to(bare, aim):
            factor = HUNDRED
    return Scale(Unit.PERCENT, factor or 1.0, none=tuple(none), unclear=factor is None)


def _strays_among_fractions(bare: Sequence[tuple[Cell, float]], cells: Sequence[Cell]) -> bool:
    """Whether what is bare and over 1 is on the other scale than a row of fractions with a percent
    format: 92.1 among them changes neither what they nor what a tolerance of 0.05 means.

    Numbers say how a row is kept; a text such as "84.7" is typed by hand, or comes from elsewhere.
    """
    formatted = [
        cell.value
        for cell in cells
        if isinstance(cell.value, float) and is_percent(cell.number_format)
    ]
    together = row_scale([*formatted, *(number for _, number in bare)])
    strays = sum(number > 1 and isinstance(cell.value, float) for cell, number in bare)
    others = sum(0 < number <= 1 for _, number in bare) + len(formatted)
    return bool(formatted) and bool(together.slipped) and others > strays


def _keeps_to(bare: Sequence[tuple[Cell, float]], aim: float | None) -> bool:
    """Whether a row of typed numbers up to 1 is kept as the rest of its table is: 0.6 is 0.6%.

    A quotient that lacks its percent format would look the same.
    """
    typed = all(cell.formula is None for cell, _ in bare)
    return typed and bool(bare) and (aim is None or abs(aim) <= MOST_AS_FRACTION)


def usual_factor(rows: Iterable[tuple[Sequence[Cell | None], Unit | None]]) -> float | None:
    """The factor of a table's bare percentages: 100 where two rows at least are plainly so kept
    and none otherwise; None where they do not tell."""
    plainly = 0
    for cells, unit in rows:
        if unit is not Unit.PERCENT:
            continue
        held = [cell for cell in cells if cell is not None]
        numbers = [number for cell in held if (number := bare_number(cell)) is not None]
        if any(_signed(cell) is not None for cell in held):
            return None
        if numbers and median(map(abs, numbers)) > MOST_AS_FRACTION:
            plainly += 1
    return HUNDRED if plainly > 1 else None


def _signed(cell: Cell | None) -> float | None:
    """The percentage of a cell that says it is one, as a fraction."""
    if cell is None:
        return None
    if isinstance(cell.value, float):
        return cell.value if is_percent(cell.number_format) else None
    if "%" not in cell.text:
        return None
    target = parse_target(cell.text, None)
    return target.value if target is not None else None


def bare_number(cell: Cell | None) -> float | None:
    """The number in a cell that says nothing of percent, be it a number or text."""
    if cell is None:
        return None
    if isinstance(cell.value, float):
        return None if is_percent(cell.number_format) else cell.value
    number = parse_number(cell.text) if cell.text else None
    return None if number is None or number[1] else number[0]


# -- durations -------------------------------------------------------------------------------


def _of_durations(cells: Sequence[Cell], target: Cell | None, name: str) -> Scale:
    every = [*cells, *([target] if target is not None else [])]
    texts = [unworded(cell.text).figure for cell in every if cell.text]
    known = [
        days
        for cell in every
        if (days := _elapsed(cell)) is not None
        or (cell.text and (days := parse_duration(cell.text)) is not None)
    ]
    if target is not None and target.text and (aim := parse_target(target.text, Unit.DURATION)):
        known.append(aim.value)
    clock = clock_in_name(name) or clock_beside(texts, known)
    return Scale(Unit.DURATION, clock=clock, durations=tuple(sorted(abs(d) for d in known if d)))


def _elapsed(cell: Cell) -> float | None:
    elapsed = isinstance(cell.value, float) and is_elapsed(cell.number_format)
    return cell.value if elapsed and isinstance(cell.value, float) else None
