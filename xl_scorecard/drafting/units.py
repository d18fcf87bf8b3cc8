"""What an indicator's figures are counted in."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.rows import Row
from xl_scorecard.reading.words.row_words import unit_in_name, unit_of_words

_MOST_OF_A_PERCENTAGE = 100
_SURELY_COUNTED = 20  # rows of percentages this small throughout would have decimals


def guess_unit(row: Row) -> Guess:
    """The unit: from the column, the figures' format, the name, the figures themselves."""
    return _from_column(row) or _from_format(row) or _from_name(row) or _from_figures(row)


def _from_column(row: Row) -> Guess | None:
    said = row.said(Role.UNIT)
    unit = unit_of_words(said.text) if said is not None else None
    if said is None or unit is None:
        return None
    why = f"the column {quoted(said.heading)} says {quoted(said.text)}"
    return Guess(unit.value, Sure.CERTAIN, why)


def _from_format(row: Row) -> Guess | None:
    outturns = row.measure.outturns.values()
    if "%" in row.measure.number_format:
        return Guess(Unit.PERCENT.value, Sure.CERTAIN, "the figures have a percent format")
    for figure in (o.raw for o in outturns if o.value is not None):
        if figure.endswith("%") or figure.startswith("£"):
            unit = Unit.PERCENT if figure.endswith("%") else Unit.CURRENCY
            return Guess(unit.value, Sure.CERTAIN, f"figures are typed as {quoted(figure)}")
    if "£" in row.measure.number_format:
        return Guess(Unit.CURRENCY.value, Sure.CERTAIN, "the figures have a £ format")
    return None


def _from_name(row: Row) -> Guess | None:
    name = row.measure.name
    known = unit_in_name(name)
    if known is not None and not (known is Unit.PERCENT and _in_hundreds(row)):
        return Guess(known.value, Sure.LIKELY, "the name says so")
    for unit, words in _hints():
        found = words.search(name.casefold())
        if found is not None and not (unit is Unit.PERCENT and _in_hundreds(row)):
            return Guess(unit.value, Sure.LIKELY, f"the name says {quoted(found[0].strip())}")
    return None


@cache
def _hints() -> list[tuple[Unit, re.Pattern[str]]]:
    """Words within a name; those that say its unit for sure are known to reading."""
    hints = lexicon().units.hints
    return [(unit, re.compile(any_of(said))) for unit, said in hints.items()]


def _in_hundreds(row: Row) -> bool:
    values = sorted(row.values.values())
    return bool(values) and values[len(values) // 2] > _MOST_OF_A_PERCENTAGE


def _from_figures(row: Row) -> Guess:
    values = [abs(value) for value in row.values.values()]
    if not values:
        return Guess(Unit.COUNT.value, Sure.DECIDE, "no figures to tell it by")
    if all(value == int(value) for value in values):
        if max(values) > _MOST_OF_A_PERCENTAGE or max(values) <= _SURELY_COUNTED:
            return Guess(Unit.COUNT.value, Sure.LIKELY, "whole numbers only")
        why = "whole numbers up to 100: counts, or percentages without their sign?"
        return Guess(Unit.COUNT.value, Sure.DECIDE, why)
    if max(values) <= 1:
        why = "figures from 0 to 1 without a percent format: percentages, or ratios?"
        return Guess(Unit.PERCENT.value, Sure.DECIDE, why)
    return Guess(Unit.SCORE.value, Sure.DECIDE, "numbers with decimals; nothing says of what")
