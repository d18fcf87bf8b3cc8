"""A truth, described at random within what a layout can show."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from tests.layouts import figures
from tests.layouts.names import Name, all_names
from tests.layouts.times import MONTHS, Span, Time, run_up_to
from tests.layouts.truth import Covers, Figure, Good, Indicator, Shows, Truth, Unit
from tests.layouts.wants import Wants

COUNCILS = ("Harrowmere", "Eastwick", "Northmoor", "Calderbridge", "Stowford", "Penhallow")
SITES = ("North", "South", "East", "West", "Central")
COMMENTS = (
    "Performance has improved after two vacancies were filled.",
    "Demand remains high; a recovery plan is in place.",
    "On track. 12 cases were carried over.",
    "Data quality checked with the service in week 2.",
    "See the separate report to the board.",
)
SCHEMES = ("{letter}{n}", "KPI {n}", "{letter}{letter}-{n:02}", "{n}", "PI{n:03}", "{group}.{n}")


def describe(layout: str, wants: Wants, seed: int, rng: random.Random) -> Truth:
    """A scorecard's truth: its times, what it shows, its indicators with their figures."""
    shows = _shows(wants, rng)
    start = rng.choice(wants.starts)
    last = _last_period(rng.choice(wants.spans), start, rng)
    times = run_up_to(last, rng.randint(*wants.history))
    names = _pick(wants, shows, times, rng)
    scheme = rng.choice(SCHEMES)
    bare = rng.choice(wants.bare_percent)
    found = [
        indicator
        for n, name in enumerate(names, 1)
        for indicator in _indicators(name, n, scheme, bare, times, wants, shows, rng)
    ]
    features = _features(shows, last, bare)
    title = f"{rng.choice(COUNCILS)} {rng.choice(('Council', 'Borough Council', 'CC'))}: "
    title += rng.choice(("corporate scorecard", "key performance indicators", "performance report"))
    return Truth(layout, seed, title, last, start, tuple(found), shows, features)


def said(time: Time, rng: random.Random) -> str:
    """A period in words, as in a title."""
    if time.span is Span.MONTH:
        return f"{MONTHS[time.number - 1]} {time.year}"
    if time.span is Span.QUARTER:
        return f"{rng.choice(('Quarter ', 'Q'))}{time.number} {time.label}"
    return time.label


def _shows(wants: Wants, rng: random.Random) -> Shows:
    target = rng.choice(wants.target)
    return Shows(
        polarity=rng.choice(wants.polarity),
        target=target,
        tolerance=rng.choice(wants.tolerance) if target != "none" else "none",
        rag=rng.choice(wants.rag) if target != "none" else "none",
        travel=rng.choice(wants.travel),
        sections=rng.choice(wants.sections),
        references=rng.choice(wants.references),
        unit=rng.choice(wants.unit_column),
        basis=rng.choice(wants.basis),
        comments=rng.choice(wants.comments),
    )


def _features(shows: Shows, last: Time, bare: bool) -> frozenset[str]:
    found = {
        f"span: {last.span}",
        f"polarity: {shows.polarity}",
        f"target: {shows.target}",
        f"tolerance: {shows.tolerance}",
        f"rag: {shows.rag}",
        f"travel: {shows.travel}",
        f"sections: {shows.sections}",
    }
    if bare:
        found.add("percent as 84.2")
    return frozenset(found)


def _last_period(span: Span, start: int, rng: random.Random) -> Time:
    year = rng.randint(2016, 2024)
    if span is Span.YEAR:
        return Time(span, year, 0, start)
    return Time(span, year, rng.randint(1, 12 if span is Span.MONTH else 4), start)


def _fits(name: Name, wants: Wants, shows: Shows, times: Sequence[Time]) -> bool:
    if name.unit not in wants.units or name.covers not in wants.covers:
        return False
    if name.adds_up and shows.target == "year" and name.unit is not Unit.COUNT:
        return False  # whether £ or a rate of a quarter adds up to the year's is anyone's guess
    if wants.clear_names and not name.clear:
        return False
    if name.covers is not Covers.TO_DATE:
        return True
    told = name.says_cumulative or shows.basis or len(times) >= 6
    return told and shows.target in ("figure", "year", "by_period") and times[0].in_a_year > 1


def _pick(wants: Wants, shows: Shows, times: Sequence[Time], rng: random.Random) -> list[Name]:
    fitting = [name for name in all_names() if _fits(name, wants, shows, times)]
    how_many = rng.randint(*wants.how_many)
    services = sorted({name.service for name in fitting})
    few = rng.randint(2, 3) if how_many < 20 else len(services)
    chosen = set(rng.sample(services, min(len(services), few)))
    pool = [name for name in fitting if name.service in chosen]
    picked = rng.sample(pool, min(len(pool), how_many))
    return sorted(picked, key=lambda name: (name.service, name.name))


def _indicators(
    name: Name, n: int, scheme: str, bare: bool, times: Sequence[Time], wants: Wants, shows: Shows,
    rng: random.Random,
) -> list[Indicator]:  # fmt: skip
    """One indicator, or one a site."""
    reference = scheme.format(letter=name.service[0].upper(), n=n, group=len(name.service) % 5 + 1)
    one = _indicator(name, reference, bare, times, wants, shows, rng)
    if not wants.sites:
        return [one]
    return [
        replace(_indicator(name, reference, bare, times, wants, shows, rng), site=site)
        for site in SITES[:3]
    ]


def _indicator(
    name: Name, reference: str, bare: bool, times: Sequence[Time], wants: Wants, shows: Shows,
    rng: random.Random,
) -> Indicator:  # fmt: skip
    last = times[-1]
    target = figures.target_of(name, rng)
    year_target: float | None = None
    targets = dict.fromkeys(times, target)
    if name.covers is Covers.TO_DATE:
        values = figures.cumulative(name, times, target, rng)
        year_target = None if shows.target == "by_period" else target
        targets = figures.profile(name, times, target)
    else:
        values = figures.series(name, times, target, rng)
        if shows.target == "year":
            year_target = target * last.in_a_year if name.adds_up else target
    if wants.gaps and not wants.parts:
        values = figures.with_gaps(values, last, rng)
    made = Indicator(
        name=name.name, reference=reference if shows.references else "", section=name.service,
        unit=name.unit, good=name.good, clear_name=name.clear, covers=name.covers, bare=bare,
        figures=values, targets=targets, year_target=year_target,
        tolerance=figures.tolerance_of(name), comment=rng.choice(COMMENTS),
        benchmark=figures.rounded(name.unit, name.level, name.level * rng.uniform(0.9, 1.1)),
    )  # fmt: skip
    if wants.parts:
        made = _of_parts(made, times, rng)
    return replace(made, judged=judgement(made, last))


def _of_parts(made: Indicator, times: Sequence[Time], rng: random.Random) -> Indicator:
    """The same as a share of counts, each share the quotient of its two counts."""
    parts, values = {}, {}
    for time in times:
        whole = rng.randint(120, 480)
        part = round(whole * (made.figures[time].value or 0))
        parts[time] = (float(part), float(whole))
        values[time] = Figure(round(part / whole, 3))
    return replace(made, parts=parts, figures=values)


def shortfall(made: Indicator, value: float, target: float) -> float:
    """How far a value misses the target, in the unit; nothing or less where it is met."""
    return round(value - target if made.good is Good.LOW else target - value, 9)


def standing(made: Indicator, value: float, target: float) -> str:
    """met, near (within the tolerance) or missed."""
    short = shortfall(made, value, target)
    if short <= 0:
        return "met"
    return "near" if short <= round(made.tolerance, 9) else "missed"


def fair_target(made: Indicator, reported: Time) -> float | None:
    """The target that may be held against the reported figure, if there is one."""
    if made.year_target is None:
        return made.targets.get(reported)
    if figures.comparable(made.unit, made.covers, reported):
        return made.year_target
    return None


def judgement(made: Indicator, reported: Time) -> str:
    """What an officer types for the reported period."""
    value, target = made.figures[reported].value, fair_target(made, reported)
    if value is None or target is None or made.good is Good.NEITHER:
        return ""
    return {"met": "Green", "near": "Amber", "missed": "Red"}[standing(made, value, target)]
