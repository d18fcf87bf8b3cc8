"""The fixed words of performance reporting: polarity, unit, basis, gap."""

from __future__ import annotations

from enum import StrEnum


class Polarity(StrEnum):
    """Which way is good: high, low, close to plan, or neither (for information)."""

    HIGH = "high"
    LOW = "low"
    PLAN = "plan"
    NEITHER = "neither"


class Unit(StrEnum):
    """What an outturn is counted in. Percentages are held as fractions (0.84), durations in days,
    as Excel stores them."""

    PERCENT = "percent"
    COUNT = "count"
    RATE_PER_10000 = "rate_per_10000"
    DAYS = "days"
    RATIO = "ratio"
    CURRENCY = "currency"
    SCORE = "score"
    DURATION = "duration"


class Basis(StrEnum):
    """What stretch of time a figure covers; series of different bases are never compared."""

    SNAPSHOT = "snapshot"
    IN_QUARTER = "in quarter"
    YEAR_TO_DATE = "year to date"
    ROLLING_12_MONTHS = "rolling 12 months"
    ANNUAL = "annual"


class Gap(StrEnum):
    """Why a value is absent."""

    AWAITED = "awaited"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    NOT_DUE = "not_due"
