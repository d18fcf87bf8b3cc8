"""Series that run on through each year and start again with the next, told by their shape."""

from __future__ import annotations

from collections.abc import Mapping

from xl_scorecard.domain.period import Grain, Period

_FEWEST = 5
_FEWEST_FROM_THE_FIRST, _FEWEST_FROM_LATER = 3, 4
_SPREAD = 1.45
_SPREAD_OF_ONE_YEAR = 1.3
_RISES = 1.8
_FALLS = 0.7


def starts_again(values: Mapping[Period, float]) -> bool:
    """Whether figures of one length grow with the year and fall back at its start: a saw-tooth.

    What a figure would come to over the whole year, at its pace so far, is then much the same all
    through, while the figures themselves are not.
    """
    found = _grain_of(values)
    climbs = _climbs(found) or _falls_back(found, 1 / _RISES)
    return _pace_holds(found, _FEWEST, _SPREAD) and _falls_back(found) and climbs


def only_climbs(values: Mapping[Period, float]) -> bool:
    """Whether figures of a single year grow evenly from its first period on, as a running total
    does: 28%, 55%, 82%."""
    found = _grain_of(values)
    if len({period.financial_year for period in found}) != 1:
        return False
    from_the_first = min(map(place_in_year, found)) == 1
    fewest = _FEWEST_FROM_THE_FIRST if from_the_first else _FEWEST_FROM_LATER
    return _pace_holds(found, fewest, _SPREAD_OF_ONE_YEAR) and _climbs(found)


def place_in_year(period: Period) -> int:
    """Which month or quarter of its year a period is, from 1."""
    months = (period.end - (period.starts - 1)) % 12 + 1
    return -(-months // period.grain)


def share_of_year(period: Period) -> float:
    """How much of its year is over with a period."""
    return place_in_year(period) * period.grain / Grain.YEAR


def _grain_of(values: Mapping[Period, float]) -> dict[Period, float]:
    """The figures of quarters, or of months where there are more of these."""
    by_grain = [
        {p: v for p, v in values.items() if p.grain is grain}
        for grain in (Grain.QUARTER, Grain.MONTH)
    ]
    return max(by_grain, key=len)


def _pace_holds(values: Mapping[Period, float], fewest: int, spread: float) -> bool:
    if len(values) < fewest or min(values.values()) <= 0:
        return False
    paces = [value / share_of_year(period) for period, value in values.items()]
    return max(paces) <= spread * min(paces)


def _falls_back(values: Mapping[Period, float], below: float = _FALLS) -> bool:
    """Whether each year begins below that share of where the one before had got to, and one does.

    A sheet that begins late in a year shows the fall, and little of the climb before it.
    """
    ends: dict[int, Period] = {}
    first: dict[int, Period] = {}
    for period in sorted(values):
        ends[period.financial_year] = period
        first.setdefault(period.financial_year, period)
    steps = [
        (values[ends[year - 1]], values[first[year]])
        for year in first if year - 1 in ends
        if place_in_year(ends[year - 1]) > place_in_year(first[year])
    ]  # fmt: skip
    return bool(steps) and all(after < below * before for before, after in steps)


def _climbs(values: Mapping[Period, float]) -> bool:
    """Whether the highest figure is well above the lowest of its own year."""
    years: dict[int, list[float]] = {}
    for period, value in values.items():
        years.setdefault(period.financial_year, []).append(value)
    return any(max(found) >= _RISES * min(found) for found in years.values())
