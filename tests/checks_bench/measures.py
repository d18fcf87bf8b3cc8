"""The rows of a scorecard as data, and clean figures for them, family by family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.checks_bench import names
from tests.checks_bench.periods import Period

Value = float | str | None


@dataclass
class Measure:
    """One row: percentages as 84.2; `values` are one a period, a text where there is no figure.

    `role` is its part in its family: percent, numerator, total, stock and the like.
    """

    ref: str
    name: str
    section: str
    unit: str
    good: str
    decimals: int
    values: list[Value]
    role: str = "single"
    basis: str = "in quarter"
    target: float | None = None
    tolerance: float | None = None
    numerator: str = ""
    denominator: str = ""
    family: tuple[str, ...] = ()
    comment: str = ""
    rule: dict[str, object] = field(default_factory=dict)
    """Further lines of its rule."""
    marks: dict[int, str] = field(default_factory=dict)
    """What stands behind a figure, such as [p], by its period's place."""
    published: dict[int, float] = field(default_factory=dict)
    """Figures that the sheet of the period before had otherwise."""
    broken: Period | None = None
    """The first period that cannot be compared with earlier ones."""

    @property
    def rated(self) -> bool:
        """Whether it is held against a target."""
        return self.target is not None and self.good != "neither"

    def figure(self, at: int) -> float | None:
        """The figure of one period, None where there is none."""
        value = self.values[at]
        return value if isinstance(value, int | float) else None

    def newest(self) -> float:
        """The figure of the reported period, which must be there."""
        value = self.figure(-1)
        assert value is not None, self.name
        return value


Draw = Callable[[], float]


def singles(rng: Random, periods: list[Period], wanted: int) -> list[Measure]:
    """Indicators by themselves from several services."""
    sections = rng.sample(list(names.SECTIONS), rng.randint(2, 4))
    pool = [(section, one) for section in sections for one in names.SECTIONS[section]]
    found = [_single(rng, periods, section, one) for section, one in pool]
    must = {"percent", "count", "days", "rate_per_10000"}
    kept = [m for m in found if m.unit in must and (must.remove(m.unit) or True)]  # type: ignore[func-returns-value]
    rest = [m for m in found if m not in kept]
    kept += rng.sample(rest, min(len(rest), max(wanted - len(kept), 0)))
    return [m for m in found if m in kept]


def _single(rng: Random, periods: list[Period], section: str, one: names.Single) -> Measure:
    middle = rng.uniform(one.low, one.high)
    spread = (one.high - one.low) / 6
    flows = one.unit == "count" and one.basis == "in quarter"

    def draw(period: Period) -> float:
        weight = period.weight if flows else 1.0
        value = round((middle + rng.uniform(-spread, spread)) * weight, one.decimals)
        return min(value, 100.0) if one.unit == "percent" else value

    manner = "sum" if flows else "last" if one.basis != "in quarter" else "mean"
    for _ in range(9):
        values = distinct(periods, draw)
        complete(periods, values, manner, one.decimals)
        if not flows or values[-1] not in values[:-1]:
            break
    measure = Measure("", one.name, section, one.unit, one.good, one.decimals, values,
                      basis=one.basis)  # fmt: skip
    aim(rng, measure)
    return measure


def distinct(periods: list[Period], draw: Callable[[Period], float]) -> list[Value]:
    """A figure for each period that is made of no others, never the same twice running."""
    values: list[Value] = []
    before: float | None = None
    for period in periods:
        if period.parts:
            values.append(None)
            continue
        value = draw(period)
        for _ in range(20):
            if value != before:
                break
            value = draw(period)
        values.append(value)
        before = value
    return values


def complete(periods: list[Period], values: list[Value], manner: str, decimals: int) -> None:
    """Fill in the periods that others make up: their sum, their mean, or the last of them."""
    for at, period in enumerate(periods):
        if not period.parts:
            continue
        parts = [values[part] for part in period.parts]
        if any(not isinstance(part, int | float) for part in parts):
            values[at] = parts[-1]
            continue
        figures = [float(part) for part in parts if isinstance(part, int | float)]
        whole = {"sum": sum(figures), "last": figures[-1], "mean": sum(figures) / len(figures)}
        values[at] = round(whole[manner], decimals)


STEPS = (-0.6, -0.3, -0.15, 0.1, 0.4, 0.8, 1.6, 2.5)
"""How far the newest figure is short of its target, in tolerances."""


def aim(rng: Random, measure: Measure) -> None:
    """Give it a target and a tolerance, so that each status comes about."""
    if measure.good == "neither":
        return
    newest, decimals = measure.newest(), measure.decimals
    if measure.unit == "percent":
        tolerance = 2.0 if newest > 94 or newest < 10 else 5.0
    else:
        tolerance = max(round(newest * 0.08, 0 if newest > 25 else 1), 0.1)
    short = rng.choice(STEPS) * tolerance
    target = newest + short if measure.good == "high" else newest - short
    target = round(target, 0 if measure.unit == "percent" else decimals)
    if measure.unit == "percent":
        target = min(max(target, 2.0), 100.0)
    measure.target, measure.tolerance = max(target, 0.1), tolerance


def rag_of(measure: Measure, at: int = -1) -> str | None:
    """Green, amber or red by `rating: rag`, None where it is not rated or there is no figure."""
    value = measure.figure(at)
    if not measure.rated or value is None:
        return None
    assert measure.target is not None
    short = measure.target - value if measure.good == "high" else value - measure.target
    if round(short, 10) <= 0:
        return "green"
    tolerance = measure.tolerance
    return "amber" if tolerance is not None and round(short - tolerance, 10) <= 0 else "red"
