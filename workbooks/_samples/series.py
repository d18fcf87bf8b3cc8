"""A measure's figures over the scorecard's fourteen periods, and how one series follows another.

The periods are, in this order: Q3 and Q4 2017/18, Q1 to Q3 2018/19, then April to December 2018.
Percentages are held as shown (84 is 84%); a text is a value an officer typed in words.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

Value = int | float | str | None
Series = tuple[Value, ...]

Q3_LAST_YEAR, Q4_LAST_YEAR, Q1, Q2, Q3, APR = range(6)
DEC = 13
QUARTERS, MONTHS = 5, 9


def stock(q3_last_year: Value, q4_last_year: Value, *months: Value) -> Series:
    """A snapshot or rolling figure: a quarter is the last month of it."""
    assert len(months) == MONTHS
    return (q3_last_year, q4_last_year, months[2], months[5], months[8], *months)


def flow(*quarters: Value, months: tuple[Value, ...] = (None,) * MONTHS) -> Series:
    """A figure for what happened in each period; months left out where it is kept by quarter."""
    assert len(quarters) == QUARTERS
    assert len(months) == MONTHS
    return (*quarters, *months)


def half_up(value: Decimal, places: int) -> float:
    return float(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def counts_of(percentages: Series, whole: Series, reported: Mapping[int, int]) -> Series:
    """Whole children nearest to each percentage, but for the periods whose count was reported."""
    counts: list[Value] = []
    for at, (percentage, base) in enumerate(zip(percentages, whole, strict=True)):
        if at in reported:
            counts.append(reported[at])
        elif isinstance(percentage, int | float) and isinstance(base, int | float):
            counts.append(int(half_up(Decimal(str(percentage)) * Decimal(str(base)) / 100, 0)))
        else:
            counts.append(None)
    return tuple(counts)


def percent(part: Series, whole: Series, places: int, typed: Mapping[int, Value]) -> Series:
    """Part of whole as it would be shown, but for the cells where an officer typed otherwise."""
    shown: list[Value] = []
    for at, (count, base) in enumerate(zip(part, whole, strict=True)):
        if at in typed:
            shown.append(typed[at])
        elif isinstance(count, int | float) and isinstance(base, int | float):
            shown.append(half_up(Decimal(str(count)) * 100 / Decimal(str(base)), places))
        else:
            shown.append(None)
    return tuple(shown)


def remainder(whole: Series, part: Series) -> Series:
    return tuple(
        base - count if isinstance(base, int) and isinstance(count, int) else None
        for base, count in zip(whole, part, strict=True)
    )
