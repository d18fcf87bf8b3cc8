"""Figures for an indicator: a target, how far it allows, and a series that ends where it shall."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from tests.layouts.names import Name
from tests.layouts.times import Time
from tests.layouts.truth import Covers, Figure, Good, Unit

GAPS = ("TBC", "n/a", "N/A", "-", "[c]", "[x]", "*", "..", "Awaited", "Not available")


def rounded(unit: Unit, level: float, value: float) -> float:
    """A value as finely as an officer would type it."""
    if unit is Unit.PERCENT:
        return round(value, 4 if level < 0.05 else 3)
    if unit in (Unit.COUNT, Unit.DURATION):
        return float(round(value))
    if unit is Unit.MONEY:
        return round(value, 2) if level < 100 else float(round(value))
    return round(value, 1)


def tolerance_of(name: Name) -> float:
    """How far short of the target still counts as near."""
    if name.unit is Unit.PERCENT:
        return 0.05 if name.level >= 0.3 else max(round(name.level * 0.1, 3), 0.001)
    return max(rounded(name.unit, name.level, name.level * 0.08), 1 if name.level >= 10 else 0.2)


def target_of(name: Name, rng: random.Random) -> float:
    target = rounded(name.unit, name.level, name.level * rng.uniform(0.97, 1.03))
    if name.unit is Unit.PERCENT and name.level >= 0.3:
        target = round(target, 2)
    elif name.unit is Unit.COUNT and name.level >= 100:
        target = float(round(target, -1))
    return min(target, 0.98) if name.unit is Unit.PERCENT else max(target, 0.0)


def _towards(name: Name, target: float, short: float) -> float:
    """The value that misses the target by so much, or beats it where that is negative."""
    value = target + short if name.good is Good.LOW else target - short
    if name.unit is Unit.PERCENT:
        value = min(max(value, 0.0005), 0.999)
    return max(rounded(name.unit, name.level, value), 0.0)


def series(
    name: Name, times: Sequence[Time], target: float, rng: random.Random
) -> dict[Time, Figure]:
    """One figure a period; the target is met, nearly met or missed as chance has it."""
    tolerance = tolerance_of(name)
    found = {}
    for time in times:
        short = tolerance * (rng.choice((-1.4, -0.7, 0.5, 1.5, 2.5, 3.6)) + rng.uniform(-0.3, 0.3))
        found[time] = Figure(_towards(name, target, short))
    return found


def cumulative(
    name: Name, times: Sequence[Time], year_target: float, rng: random.Random
) -> dict[Time, Figure]:
    """A series that starts again with each year and ends it near the year's target."""
    found = {}
    for time in times:
        share = time.place_in_year / time.in_a_year
        value = year_target * share * rng.uniform(0.96, 1.03)
        found[time] = Figure(rounded(name.unit, name.level, value))
    return found


def profile(name: Name, times: Sequence[Time], year_target: float) -> dict[Time, float]:
    """What of a year's target is due by the end of each period."""
    return {
        time: rounded(name.unit, name.level, year_target * time.place_in_year / time.in_a_year)
        for time in times
    }


def with_gaps(figures: Mapping[Time, Figure], last: Time, rng: random.Random) -> dict[Time, Figure]:
    """Now and then a figure is not there, and a word says why."""
    found = dict(figures)
    for time in found:
        chance = 0.04 if time == last else 0.05
        if rng.random() < chance:
            found[time] = Figure(None, rng.choice(GAPS))
    return found


def comparable(name_or_unit: Unit, covers: Covers, reported: Time) -> bool:
    """Whether a year's target may be held against the reported period's figure."""
    ends_year = reported.place_in_year == reported.in_a_year
    if reported.in_a_year == 1 or (covers is Covers.TO_DATE and ends_year):
        return True
    if covers is Covers.TO_DATE:
        return False
    adds_up = name_or_unit in (Unit.COUNT, Unit.MONEY, Unit.RATE)
    return not (covers is Covers.PERIOD and adds_up)
