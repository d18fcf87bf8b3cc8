"""Rows of counts that a row of percentages or rates is made of, found by their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.per import per_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.drafting.rows import Row

_PERIODS = 3
_REACH = 4
_MOST_ODD = 2  # a wrong figure often stands in a quarter and in its last month
_AGREE_TO_EACH_ODD = 5
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Share:
    """A percentage's numerator and denominator: in how many periods they give it, and where not."""

    numerator: Row
    denominator: Row
    periods: int
    odd: tuple[Period, ...] = ()


def shares_of(rows: list[Row], units: Mapping[str, str]) -> dict[str, Share]:
    """The counts behind each percentage or rate, by its id; those with rival pairs have none.

    `units` are the units of rows, by id. A pair must give the percentage, rounded as it is
    typed, in every period that has all three, at least three of them. Slow series agree by chance,
    so the numerator must stand close by and say what it is.
    """
    found = {}
    counts = [row for row in rows if units.get(row.id) == Unit.COUNT]
    for row in rows:
        per = per_of(units.get(row.id), row.measure.name)
        if per is not None and len(row.values) >= _PERIODS:
            pairs = list(_pairs(row, rows, counts, per))
            best = _only(pair for pair in pairs if not pair.odd) or _only(
                pair for pair in pairs if pair.odd
            )
            if best is not None:
                found[row.id] = best
    return found


def _pairs(share: Row, rows: list[Row], counts: list[Row], per: float) -> Iterator[Share]:
    figures = [o for _, o in sorted(share.measure.outturns.items()) if o.value is not None]
    for numerator in _beside(share, rows, counts):
        for denominator in counts:
            if denominator is numerator or denominator.table is not share.table:
                continue
            pair = _compared(figures, numerator, denominator, per)
            if pair is not None:
                yield pair


def _beside(share: Row, rows: list[Row], counts: list[Row]) -> Iterator[Row]:
    """The counts that may be a percentage's numerator: close by, and named like it."""
    at = rows.index(share)
    for row in rows[max(at - _REACH, 0) : at + _REACH + 1]:
        if row in counts and row.table is share.table and _belongs(row, share):
            yield row


def _belongs(numerator: Row, share: Row) -> bool:
    if _part().match(numerator.measure.name):
        return True
    own, other = _words(numerator.measure.name), _words(share.measure.name)
    return bool(own) and len(own & other) * 2 >= len(own)


@cache
def _part() -> re.Pattern[str]:
    names = lexicon().names
    return re.compile(any_of(names.of_which, names.numerators), re.IGNORECASE)


def _words(name: str) -> set[str]:
    said = re.findall(r"[a-z0-9]+", name.casefold())
    return {word.removesuffix("s") for word in said} - set(lexicon().names.little)


def _compared(figures: list[Outturn], numerator: Row, denominator: Row, per: float) -> Share | None:
    """The pair, where it gives the figures in every period, or in all but a few."""
    parts, wholes = numerator.values, denominator.values
    agree, odd = 0, []
    for figure in figures:
        part, whole = parts.get(figure.period), wholes.get(figure.period)
        if figure.value is None or part is None or not whole:
            continue
        half = 0.5 * 10.0 ** -(figure.stated_decimals + (2 if per == 1 else 0))
        if abs(part / whole * per - figure.value) <= half + _ROUNDING:
            agree += 1
        else:
            odd.append(figure.period)
            if len(odd) > _MOST_ODD:
                return None
    if agree < max(_PERIODS, _AGREE_TO_EACH_ODD * len(odd)):
        return None
    if all(parts[p] in (0.0, wholes.get(p)) for p in parts):
        return None  # 0% or 100% throughout, which any pair of equal counts gives
    return Share(numerator, denominator, agree, tuple(odd))


def _only(pairs: Iterable[Share]) -> Share | None:
    found = list(pairs)
    return found[0] if len(found) == 1 else None
