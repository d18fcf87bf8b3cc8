"""What an indicator's figures are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, lexicon, words_of
from xl_scorecard.domain.number_words import parse_one_in, parse_ratio
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.rows import Row
from xl_scorecard.reading.words.headings import figures_in_percent
from xl_scorecard.reading.words.row_words import unit_in_name, unit_of_entry

_MOST_OF_A_PERCENTAGE = 100
_SURELY_COUNTED = 20  # rows of percentages this small throughout would have decimals
_THOUSANDS = re.compile(r"#,##0(?![.0-9])")


class Signs(NamedTuple):
    """How a sheet keeps its percentages: with their sign or format, bare, or some so, some so."""

    signed: bool = False
    bare: bool = False
    with_thousands: bool = False

    @property
    def all_signed(self) -> bool:
        """Whether every percentage carries its sign, so that a bare number is none."""
        return self.signed and not self.bare


def signs_by_sheet(rows: Sequence[Row]) -> dict[str, Signs]:
    """How each sheet keeps its percentages; one without any is taken to keep them as the others."""
    sheets = {row.measure.sheet for row in rows}
    found = {sheet: _signs(r for r in rows if r.measure.sheet == sheet) for sheet in sheets}
    of_all = _signs(rows)
    return {
        sheet: signs if signs.signed or signs.bare else signs._replace(signed=of_all.all_signed)
        for sheet, signs in found.items()
    }


def _signs(rows: Iterable[Row]) -> Signs:
    signed = bare = thousands = False
    for row in rows:
        if row.measure.unit is Unit.PERCENT and row.values:
            with_sign = _has_sign(row)
            signed, bare = signed or with_sign, bare or not with_sign
        elif _decimals_up_to_100(row):
            thousands = thousands or _THOUSANDS.search(row.measure.number_format) is not None
    return Signs(signed, bare, thousands)


def _has_sign(row: Row) -> bool:
    figures = [o for o in row.measure.outturns.values() if o.value is not None]
    return "%" in row.measure.number_format or any("%" in o.raw for o in figures)


def guess_unit(row: Row, signs: Signs) -> Guess:
    """The unit: from the column, the figures' format, the target, the name, the figures."""
    return (
        _from_column(row)
        or _from_format(row)
        or _from_sure_name(row)
        or _from_headings(row)
        or _from_target(row)
        or _from_name(row, signs)
        or _from_figures(row, signs)
    )


def _from_column(row: Row) -> Guess | None:
    said = row.said(Role.UNIT)
    unit = unit_of_entry(said.text) if said is not None else None
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
        of_two = parse_one_in(figure) is not None or parse_ratio(figure) is not None
        if of_two and row.measure.unit is not Unit.DURATION:
            return Guess(Unit.RATIO.value, Sure.CERTAIN, f"figures are typed as {quoted(figure)}")
    if "£" in row.measure.number_format:
        return Guess(Unit.CURRENCY.value, Sure.CERTAIN, "the figures have a £ format")
    if row.measure.unit is Unit.DURATION and row.values:
        return Guess(Unit.DURATION.value, Sure.CERTAIN, "the figures are hours, minutes, seconds")
    return None


def _from_headings(row: Row) -> Guess | None:
    """What reading took from the headings of the figures."""
    headings = [column.heading for column in row.table.by_role(Role.OUTTURN)]
    if row.measure.unit is not Unit.PERCENT or not figures_in_percent(headings):
        return None
    return Guess(Unit.PERCENT.value, Sure.CERTAIN, f"the heading {quoted(headings[-1])} says so")


def _from_target(row: Row) -> Guess | None:
    """What reading took from the target, since nothing else says it."""
    unit, said = row.measure.unit, row.said(Role.TARGET)
    if unit is None or said is None:
        return None
    return Guess(unit.value, Sure.CERTAIN, f"the target says {quoted(said.text)}")


def _from_sure_name(row: Row) -> Guess | None:
    known = unit_in_name(row.measure.name)
    if known is None or (known is Unit.PERCENT and _in_hundreds(row)):
        return None
    return Guess(known.value, Sure.LIKELY, "the name says so")


def _from_name(row: Row, signs: Signs) -> Guess | None:
    name = row.measure.name.casefold()
    for unit, words in _hints():
        found = words.search(name)
        if found is None or not _can_be(unit, found[0], row, signs):
            continue
        return Guess(unit.value, Sure.LIKELY, f"the name says {quoted(found[0].strip())}")
    return None


def _can_be(unit: Unit, word: str, row: Row, signs: Signs) -> bool:
    """Whether the figures can be what a name only hints at: spend may be in pounds or a share."""
    values = [abs(value) for value in row.values.values()]
    if unit is Unit.PERCENT:
        return not _in_hundreds(row)
    if unit is Unit.COUNT:  # a baseline is an average at times
        whole = sum(value == int(value) for value in values)
        return 2 * whole > len(values) or not values
    if unit is Unit.CURRENCY and "£" not in word and "cost" not in word:
        may_be_share = bool(values) and max(values) <= _MOST_OF_A_PERCENTAGE
        return signs.all_signed or not may_be_share
    return True


@cache
def _hints() -> list[tuple[Unit, re.Pattern[str]]]:
    """Words within a name; those that say its unit for sure are known to reading."""
    hints = lexicon().units.hints
    return [(unit, re.compile(any_of(said))) for unit, said in hints.items()]


def _in_hundreds(row: Row) -> bool:
    values = sorted(row.values.values())
    return bool(values) and values[len(values) // 2] > _MOST_OF_A_PERCENTAGE


def _decimals_up_to_100(row: Row) -> bool:
    values = list(row.values.values())
    decimals = any(value != int(value) for value in values)
    return decimals and max(map(abs, values)) <= _MOST_OF_A_PERCENTAGE


def _from_figures(row: Row, signs: Signs) -> Guess:
    values = [abs(value) for value in row.values.values()]
    target = row.measure.target
    if not values and target is not None:
        values = [abs(target.value)]
    if not values:
        return Guess(Unit.COUNT.value, Sure.DECIDE, "no figures to tell it by")
    if all(value == int(value) for value in values):
        if sum(value < 0 for value in row.values.values()) > 1:
            return Guess(Unit.SCORE.value, Sure.LIKELY, "numbers below 0, which no count is")
        return _of_whole(row, values, signs)
    if max(values) <= 1:
        why = "figures from 0 to 1 without a percent format: percentages, or ratios?"
        return Guess(Unit.PERCENT.value, Sure.DECIDE, why)
    if signs.all_signed and max(values) > MOST_AS_FRACTION:
        return Guess(Unit.SCORE.value, Sure.LIKELY, "decimals; percentages have their sign here")
    if max(values) > _MOST_OF_A_PERCENTAGE:
        return Guess(Unit.SCORE.value, Sure.LIKELY, "numbers with decimals above 100")
    return Guess(Unit.SCORE.value, Sure.DECIDE, "numbers with decimals; nothing says of what")


def _of_whole(row: Row, values: Sequence[float], signs: Signs) -> Guess:
    if max(values) > _MOST_OF_A_PERCENTAGE or max(values) <= _SURELY_COUNTED:
        return Guess(Unit.COUNT.value, Sure.LIKELY, "whole numbers only")
    in_time = words_of(lexicon().names.in_time).search(row.measure.name.casefold())
    if signs.all_signed and in_time is None:
        why = "whole numbers, and percentages have their sign here"
        return Guess(Unit.COUNT.value, Sure.LIKELY, why)
    if _THOUSANDS.search(row.measure.number_format) and not signs.with_thousands:
        return Guess(Unit.COUNT.value, Sure.LIKELY, "whole numbers in a format for thousands")
    why = "whole numbers up to 100: counts, or percentages without their sign?"
    return Guess(Unit.COUNT.value, Sure.DECIDE, why)
