"""The words scorecards use for units and bases, in columns of their own."""

from __future__ import annotations

from xl_scorecard.domain.indicator import Basis, Unit

UNIT_WORDS = {
    "%": Unit.PERCENT, "percent": Unit.PERCENT, "percentage": Unit.PERCENT,
    "per cent": Unit.PERCENT,
    "no": Unit.COUNT, "no.": Unit.COUNT, "number": Unit.COUNT, "count": Unit.COUNT, "#": Unit.COUNT,
    "integer": Unit.COUNT, "num": Unit.COUNT, "children": Unit.COUNT,
    "rate": Unit.RATE_PER_10000, "rate per 10,000": Unit.RATE_PER_10000,
    "per 10,000": Unit.RATE_PER_10000, "per 10000": Unit.RATE_PER_10000,
    "days": Unit.DAYS, "day": Unit.DAYS, "ratio": Unit.RATIO, "£": Unit.CURRENCY,
    "currency": Unit.CURRENCY, "score": Unit.SCORE, "decimal": Unit.SCORE,
}  # fmt: skip
BASIS_WORDS = {
    "snapshot": Basis.SNAPSHOT, "ms": Basis.SNAPSHOT, "in quarter": Basis.IN_QUARTER,
    "q": Basis.IN_QUARTER, "ytd": Basis.YEAR_TO_DATE, "year to date": Basis.YEAR_TO_DATE,
    "cumulative": Basis.YEAR_TO_DATE, "r12m": Basis.ROLLING_12_MONTHS,
    "rolling 12 months": Basis.ROLLING_12_MONTHS, "rolling year": Basis.ROLLING_12_MONTHS,
    "annual": Basis.ANNUAL, "a": Basis.ANNUAL, "annually": Basis.ANNUAL,
}  # fmt: skip
