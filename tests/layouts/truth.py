"""The described truth of a scorecard: what a person reads off it, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.layouts.times import Time


class Unit(StrEnum):
    PERCENT = "percent"
    COUNT = "count"
    DAYS = "days"
    MONEY = "money"
    RATE = "rate"
    RATIO = "ratio"
    SCORE = "score"
    DURATION = "duration"


class Good(StrEnum):
    HIGH = "high"
    LOW = "low"
    NEITHER = "neither"


class Covers(StrEnum):
    """What a figure covers: its own period, the year so far, a moment, the last twelve months."""

    PERIOD = "period"
    TO_DATE = "to date"
    SNAPSHOT = "snapshot"
    ROLLING = "rolling"


@dataclass(frozen=True)
class Figure:
    """One cell's figure, in the unit (percent: a fraction, duration: seconds), or what stands
    there instead of one ("TBC", or "" for a blank)."""

    value: float | None
    instead: str = ""


@dataclass(frozen=True)
class Indicator:
    """One indicator with its whole series.

    `bare` percentages are kept as 84.2 and not as 0.842. `year_target` is a whole year's, `targets`
    are the periods' own. `tolerance` is how far short still counts as near, in the unit. `judged`
    is the officer's typed judgement of the reported period: Green, Amber, Red or "".
    """

    name: str
    reference: str
    section: str
    unit: Unit
    good: Good
    clear_name: bool
    covers: Covers
    bare: bool
    figures: Mapping[Time, Figure]
    targets: Mapping[Time, float]
    year_target: float | None
    tolerance: float
    judged: str = ""
    site: str = ""
    benchmark: float | None = None
    comment: str = ""
    parts: Mapping[Time, tuple[float, float]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others of its workbook."""
        return self.name, self.site


@dataclass(frozen=True)
class Shows:
    """What a sheet says besides names and figures, and in which form.

    polarity: high_low, letters, smaller, arrows, wingdings, sentence, blank or none
    target:   figure, words, year, by_period, thresholds or none
    tolerance: column, key or none
    rag:      word, letter, fill, met, achieved or none
    travel:   words, arrows or none
    """

    polarity: str = "high_low"
    target: str = "figure"
    tolerance: str = "none"
    rag: str = "none"
    travel: str = "none"
    sections: str = "none"
    references: bool = True
    unit: bool = False
    basis: bool = False
    comments: bool = False


@dataclass(frozen=True)
class Slip:
    """Something wrong that was put in: where, and the checks any of which a person would accept as
    having found it (none: any finding in that cell)."""

    kind: str
    sheet: str
    cell: str
    name: str
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Truth:
    """One workbook as a person reads it.

    `readable` is False where a person sees no scorecard. `may_refuse`: a refusal that says why is
    fair as well. `reported` is None where the sheet does not tell; `or_reported` are other periods,
    as printed, that a person may call the same. `latest_heading`: what stands
    above the reported figures where no person would head them so. `due`: checks whose findings are
    true anywhere on these sheets.
    """

    layout: str
    seed: int
    title: str
    reported: Time | None
    start: int
    indicators: tuple[Indicator, ...]
    shows: Shows
    features: frozenset[str]
    slips: tuple[Slip, ...] = ()
    readable: bool = True
    may_refuse: bool = False
    or_reported: tuple[str, ...] = ()
    latest_heading: str | None = None
    due: tuple[str, ...] = ()
