"""Targets and tolerances as people write them: `80%`, `5 points`, `fewer than 85`, `40-60`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.indicator import Polarity, Unit

_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<currency>£)?\s*(?P<number>{_NUMBER})\s*(?P<scale>k|m|bn|million|thousand)?\s*"
    r"(?P<percent>%|percent|per cent)?",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<one>%?)\s*(?:-|–|—|to)\s*(?P<high>{_NUMBER})\s*(?P<two>%?)"
)
_LIMIT = re.compile(
    r"(?P<words>>=|<=|≥|≤|>|<|(?:at least|at most|no more than|not more than|no less than|"
    r"not less than|fewer than|less than|more than|under|below|over|above|up to|"
    r"min(?:imum)?|max(?:imum)?)\b)"
    r"\s*(?:of\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
_LOWER_IS_GOOD = {
    "<=", "≤", "<", "at most", "no more than", "not more than", "fewer than", "less than",
    "under", "below", "up to", "max", "maximum",
}  # fmt: skip


def parse_number(text: str) -> tuple[float, bool] | None:
    """A number as text: its value (percentages as fractions) and whether it had a percent sign.

    `80.9 %` is (0.809, True), `£1.2m` (1200000.0, False). None where the text is not one number.
    """
    cleaned = text.replace("\u00a0", " ").replace("\u2212", "-").strip()
    match = _AMOUNT.fullmatch(cleaned)
    if match is None or not any(ch.isdigit() for ch in match["number"]):
        return None
    value = float(match["number"].replace(",", ""))
    if match["scale"]:
        value *= _SCALES[match["scale"].lower()]
    if match["percent"]:
        return round(value / 100, 12), True
    return value, False


@dataclass(frozen=True)
class Target:
    """What an outturn is held against: a value, or a range when `upper` is given.

    In the indicator's unit, percentages as fractions. `implies` is the polarity that the
    wording gives away ("fewer than 85" means low is good), if any.
    """

    value: float
    upper: float | None = None
    implies: Polarity | None = None

    def shortfall(self, outturn: float, polarity: Polarity) -> float:
        """How far an outturn is on the wrong side, in the unit; 0 or less meets the target."""
        if self.upper is not None:
            return max(self.value - outturn, outturn - self.upper)
        if polarity is Polarity.HIGH:
            return self.value - outturn
        if polarity is Polarity.LOW:
            return outturn - self.value
        return abs(outturn - self.value)


def parse_target(text: str | float, unit: Unit | None) -> Target | None:
    """The target in a rule or a cell, or None where the words give no figure.

    For percentages 80, 0.8 and "80%" are all 80%: a bare number above 1.5 is in percent.
    """
    if isinstance(text, int | float):
        return Target(_in_unit(float(text), False, unit))
    cleaned = text.replace("\u00a0", " ").strip()
    if between := _RANGE.fullmatch(cleaned):
        percent = bool(between["one"] or between["two"])
        ends = [
            _in_unit(float(between[end].replace(",", "")) / (100 if percent else 1), percent, unit)
            for end in ("low", "high")
            if any(ch.isdigit() for ch in between[end])
        ]
        if len(ends) == 2:
            return Target(min(ends), max(ends), Polarity.PLAN)
    implies = None
    if limit := _LIMIT.fullmatch(cleaned):
        implies = Polarity.LOW if limit["words"].lower() in _LOWER_IS_GOOD else Polarity.HIGH
        cleaned = limit["rest"]
    number = parse_number(cleaned)
    if number is None:
        return None
    return Target(_in_unit(*number, unit), implies=implies)


def _in_unit(value: float, had_percent: bool, unit: Unit | None) -> float:
    if unit is Unit.PERCENT and not had_percent and abs(value) > 1.5:
        return round(value / 100, 12)
    return value


class ToleranceKind(StrEnum):
    """What a tolerance is measured in."""

    ABSOLUTE = "absolute"  # in the unit; "5 points" of a percentage is 0.05
    RELATIVE = "relative"  # a fraction of the target


@dataclass(frozen=True)
class Tolerance:
    """How far off target still counts as within tolerance.

    `amount` is in the indicator's unit (0.05 for 5 percentage points), or a fraction of the
    target when `kind` is relative.
    """

    amount: float
    kind: ToleranceKind = ToleranceKind.ABSOLUTE

    def in_unit(self, target: float) -> float:
        """The tolerance in the indicator's unit."""
        return self.amount if self.kind is ToleranceKind.ABSOLUTE else abs(target) * self.amount


_TOLERANCE = re.compile(
    rf"(?:\+\s*/\s*-|±|within)?\s*(?P<number>{_NUMBER})\s*(?P<unit>%|pp|ppts?|points?|"
    r"percentage points?|%\s*points?|[a-z][a-z ]*)?",
    re.IGNORECASE,
)


def parse_tolerance(text: str | float, unit: Unit | None) -> Tolerance | None:
    """A tolerance as a rule set writes it, or None where it gives no figure.

    "5 points" and "5pp" are percentage points, "5%" is relative to the target, "2 children"
    is in the unit; a bare number is in the unit (5 or 0.05 of a percentage are 5 points).
    """
    if isinstance(text, int | float):
        amount = abs(float(text))
        if unit is Unit.PERCENT and amount >= 1:
            amount = round(amount / 100, 12)
        return Tolerance(amount)
    match = _TOLERANCE.fullmatch(text.replace("\u00a0", " ").strip())
    if match is None or not any(ch.isdigit() for ch in match["number"]):
        return None
    amount = abs(float(match["number"].replace(",", "")))
    word = (match["unit"] or "").strip().lower()
    if word == "%":
        return Tolerance(round(amount / 100, 12), ToleranceKind.RELATIVE)
    if not word:
        return parse_tolerance(amount, unit)
    if "point" in word or word.startswith("pp"):
        return Tolerance(round(amount / 100, 12) if unit in (Unit.PERCENT, None) else amount)
    return Tolerance(amount)
