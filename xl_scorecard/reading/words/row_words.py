"""The words scorecards use for units and bases, in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.durations import Clock, surely_duration, time_counted
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.lexicon import (
    all_words,
    any_of,
    any_word,
    basis_of_word,
    lexicon,
    scale_of_word,
    unit_of_word,
)
from xl_scorecard.domain.lexicon.signs import CURRENCIES
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.target_words import unworded
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.ooxml.number_formats import is_elapsed


def unit_of_words(text: str) -> Unit | None:
    """The unit that a unit column's words name."""
    words = " ".join(text.casefold().split())
    return unit_of_word(words) or unit_of_word(words.strip("() ."))


def unit_of_entry(text: str) -> Unit | None:
    """The unit that an entry below `Unit` names, also with what it is of: `% of households`,
    `per 1,000 km`."""
    return unit_of_words(text) or unit_in_name(text)


def unit_in_cell(cell: Cell | None) -> Unit | None:
    """The unit that a figure shows by its number format or its sign: % or £."""
    if cell is None:
        return None
    if isinstance(cell.value, float):
        if "%" in cell.number_format:  # also 0.0"%", which leaves the number in hundreds
            return Unit.PERCENT
        if is_elapsed(cell.number_format):
            return Unit.DURATION
        return Unit.CURRENCY if "£" in cell.number_format else None
    if surely_duration(cell.text):
        return Unit.DURATION
    if "%" not in cell.text and "£" not in cell.text:
        return None
    typed = parse_value(cell.text, None)
    if typed.number is None:
        return None
    return Unit.PERCENT if typed.percent else Unit.CURRENCY if "£" in cell.text else None


def unit_in_target(cell: Cell | None) -> Unit | None:
    """The unit that a target shows: `at least 87%`, `<= 1m 33s`, a format."""
    if cell is None or not cell.text:
        return unit_in_cell(cell)
    worded = unworded(cell.text)
    figure = f"{worded.figure} {worded.counted}".strip()
    if surely_duration(figure):
        return Unit.DURATION
    if "%" in figure and parse_target(figure, None) is not None:
        return Unit.PERCENT
    return Unit.CURRENCY if "£" in figure and parse_target(figure, None) is not None else None


def times_counted(cells: Iterable[Cell | None]) -> set[str]:
    """The units of time that figures and their target are in, each with its word."""
    texts = [cell.text for cell in cells if cell is not None and cell.text]
    worded = [unworded(text) for text in texts]
    counted = (time_counted(f"{each.figure} {each.counted}".strip()) for each in worded)
    return {unit for unit in counted if unit is not None}


def clock_in_name(name: str) -> Clock | None:
    """What `8:55` is by the indicator's name: `Response time (min:sec)`."""
    words = name.casefold()
    units = lexicon().units
    for clock, said in ((Clock.MINUTES, units.minutes_seconds), (Clock.HOURS, units.hours_minutes)):
        if re.search(rf"\b{any_of(said)}(?!\w)", words):
            return clock
    return None


def magnitude_in_name(name: str) -> float:
    """What an indicator's name or unit says its bare pounds are in: a million by `(£m)`."""
    match = _in_magnitudes().search(name.casefold())
    if match is None:
        return 1.0
    word = match["word"]
    return 1000.0 if word is None else float(scale_of_word(word) or 1)


@cache
def _in_magnitudes() -> re.Pattern[str]:
    scales = any_word(all_words(lexicon().numbers.scales))
    return re.compile(rf"[{CURRENCIES}]\s?(?:(?P<word>{scales})s?\b|['’]?000s?\b)")


def unit_in_name(name: str) -> Unit | None:
    """The unit that an indicator's name gives away: `% of`, `Number of`, `per 10,000`."""
    words = " ".join(name.casefold().split())
    return next((unit for unit, pattern in _in_names() if pattern.search(words)), None)


@cache
def _in_names() -> list[tuple[Unit, re.Pattern[str]]]:
    names = lexicon().units.names
    return [(unit, re.compile(any_of(said))) for unit, said in names.items()]


def basis_in_name(name: str) -> Basis | None:
    """The basis that an indicator's name gives away: `(cumulative)`, `as at`."""
    said = basis_said_in(name)
    return said[0] if said is not None else None


def basis_said_in(name: str) -> tuple[Basis, str] | None:
    """The same, with the words of the name that say so."""
    words = name.casefold()
    for basis, pattern in _bases_in_names():
        if found := pattern.search(words):
            return basis, found[0]
    return None


@cache
def _bases_in_names() -> list[tuple[Basis, re.Pattern[str]]]:
    bases = lexicon().bases
    said = {
        basis: any_of(bases.phrases.get(basis, ()), bases.names.get(basis, ()))
        for basis in dict.fromkeys((*bases.phrases, *bases.names))
    }
    return [(basis, re.compile(rf"\b{words}\b")) for basis, words in said.items()]


def basis_of_words(text: str) -> Basis | None:
    """The basis that the words of a column of bases or frequencies name."""
    return basis_of_word(tidy(text))
