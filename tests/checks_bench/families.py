"""Rows that belong together: a share and its counts, parts and total, stock and flow, and so on."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from random import Random

from tests.checks_bench import names
from tests.checks_bench.measures import Measure, Value, aim, complete, distinct
from tests.checks_bench.periods import Period

Family = Callable[[Random, list[Period]], list[Measure]]


def _count(
    name: str, section: str, values: list[Value], role: str, basis: str = "in quarter"
) -> Measure:
    return Measure("", name, section, "count", "neither", 0, values, role, basis)


def _counts(rng: Random, periods: list[Period], middle: float, spread: float = 0.07) -> list[Value]:
    def draw(period: Period) -> float:
        return round(middle * period.weight * rng.uniform(1 - spread, 1 + spread))

    values = distinct(periods, draw)
    complete(periods, values, "sum", 0)
    return values


def half_up(value: float, decimals: int) -> float:
    """Rounded as Excel shows it."""
    times = 10.0**decimals
    return floor(value * times + 0.5 + 1e-9) / times


def share(rng: Random, periods: list[Period]) -> list[Measure]:
    """A percentage with its numerator and denominator."""
    name, above, below = rng.choice(names.SHARES)
    due = _counts(rng, periods, rng.randint(180, 900))
    usual = rng.uniform(0.68, 0.93)

    def draw(period: Period) -> float:
        count = due[periods.index(period)]
        assert isinstance(count, int | float)
        return round(count * usual * rng.uniform(0.97, 1.03))

    done = distinct(periods, draw)
    complete(periods, done, "sum", 0)
    shares: list[Value] = [half_up(100 * a / b, 1) for a, b in zip(done, due, strict=True)]  # type: ignore[operator]
    section = "Timeliness"
    percent = Measure("", name, section, "percent", "high", 1, shares, "percent")
    aim(rng, percent)
    return [
        percent,
        _count(above, section, done, "numerator"),
        _count(below, section, due, "denominator"),
    ]


def complement(rng: Random, periods: list[Period]) -> list[Measure]:
    """What was in time and what was not, which make 100%."""
    yes, no = rng.choice(names.COMPLEMENTS)
    usual = rng.uniform(74, 92)
    seen = distinct(periods, lambda _: round(usual + rng.uniform(-2.5, 2.5), 1))
    complete(periods, seen, "mean", 1)
    unseen: list[Value] = [round(100 - value, 1) for value in seen]  # type: ignore[operator]
    section = "In time and not in time"
    found = [
        Measure("", yes, section, "percent", "high", 1, seen, "complement"),
        Measure("", no, section, "percent", "low", 1, unseen, "complement"),
    ]
    for measure in found:
        aim(rng, measure)
    return found


def total(rng: Random, periods: list[Period]) -> list[Measure]:
    """A total, and its parts below it or, where the total says so, above it."""
    whole, parts = rng.choice(names.TOTALS)
    section = "Demand"
    each = [_counts(rng, periods, rng.randint(90, 400), 0.1) for _ in parts]
    sums: list[Value] = [sum(column) for column in zip(*each, strict=True)]
    below = [
        _count(name, section, values, "part") for name, values in zip(parts, each, strict=True)
    ]
    summed = _count(whole, section, sums, "total")
    return (
        [*below, summed] if whole.startswith("Total") and rng.random() < 0.5 else [summed, *below]
    )


def stock(rng: Random, periods: list[Period]) -> list[Measure]:
    """A number at the end of each period, and what came and what went."""
    end, came, went = rng.choice(names.STOCKS)
    section = "Caseload"
    usual = rng.randint(60, 140)
    ins, outs = _counts(rng, periods, usual, 0.12), _counts(rng, periods, usual, 0.12)
    now = rng.randint(480, 760)
    ends: list[Value] = []
    for at, period in enumerate(periods):
        if not period.parts:
            now += int(ins[at]) - int(outs[at])  # type: ignore[arg-type]
        ends.append(now)
    return [
        _count(end, section, ends, "stock", "snapshot"),
        _count(came, section, ins, "in"),
        _count(went, section, outs, "out"),
    ]


def running(rng: Random, periods: list[Period]) -> list[Measure]:
    """What happened in each period, and the year to date."""
    name, to_date = rng.choice(names.RUNNING)
    section = "This year so far"
    flow = _counts(rng, periods, rng.randint(24, 70), 0.2)
    sums: list[Value] = []
    year, now = None, 0.0
    for at, period in enumerate(periods):
        if period.year != year:
            year, now = period.year, 0.0
        if not period.parts:
            now += float(flow[at])  # type: ignore[arg-type]
        sums.append(now)
    running_ = Measure(
        "", to_date, section, "count", "neither", 0, sums, "year to date", "year to date"
    )
    if rng.random() < 0.5:
        return [running_]
    return [_count(name, section, flow, "flow"), running_]


def small(rng: Random, periods: list[Period]) -> list[Measure]:
    """Small counts, of which those from 1 to 4 are suppressed."""
    values = distinct(periods, lambda _: float(rng.choice((0, 2, 3, 4, 5, 6, 7, 8, 9))))
    hidden: list[Value] = ["[c]" if isinstance(v, float) and 1 <= v <= 4 else v for v in values]
    if "[c]" not in hidden[:-2]:
        hidden[rng.randrange(len(hidden) - 3)] = "[c]"
    if hidden[-1] == "[c]":
        hidden[-1] = 6.0
    if hidden[-2] == hidden[-1]:
        hidden[-2] = "[c]"
    for at, period in enumerate(periods):
        if period.parts:
            hidden[at] = hidden[period.parts[-1]]
    name = rng.choice(names.SMALL)
    return [Measure("", name, "Small numbers", "count", "neither", 0, hidden, "small", "snapshot")]


def marked(rng: Random, periods: list[Period]) -> list[Measure]:
    """Rows in which a marker says why there is no figure."""
    found = []
    for name, marker in rng.sample(
        [
            ("% of schools judged good or outstanding", "[x]"),
            ("% of staff who would recommend us", "TBC"),
            ("% of residents satisfied with parks", "[z]"),
            ("% of births registered in time", "n/a"),
        ],
        2,
    ):
        usual = rng.uniform(64, 88)
        values = distinct(periods, lambda _, usual=usual: round(usual + rng.uniform(-2, 2), 1))  # type: ignore[misc]
        complete(periods, values, "mean", 1)
        for at in rng.sample(range(len(values) - 1), 2):
            values[at] = marker
        measure = Measure("", name, "Awaited", "percent", "high", 1, values, "marked", "snapshot")
        aim(rng, measure)
        if marker == "TBC" or rng.random() < 0.5:
            measure.values[-1] = marker
        found.append(measure)
    return found


FAMILIES: dict[str, Family] = {
    "share": share,
    "complement": complement,
    "total": total,
    "stock": stock,
    "running": running,
    "small": small,
    "marked": marked,
}
