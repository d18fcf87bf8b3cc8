"""What the words and numbers of a scorecard mean, by the documents alone.

Amounts are exact fractions in the indicator's unit; of a percentage, 1 is 100%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from tests.live.cells import FRACTION, HUNDRED, Content, Error, Number
from tests.live.unsaid import Unsaid

GAPS = {
    **dict.fromkeys(("tbc", "tba", "awaited", "pending", "to follow"), "awaited"),
    **dict.fromkeys(("c", "[c]", "*", "suppressed", "<5", "[low]"), "suppressed"),
    **dict.fromkeys(("[x]", "..", "-", "not available", "no data", ""), "not_available"),
    **dict.fromkeys(("[z]", "n/a", "not applicable"), "not_applicable"),
    **dict.fromkeys(("not due", "annual", "in measurement"), "not_due"),
}
"""docs/how-it-works.md, "No figure"."""

HIGH, LOW, PLAN, NEITHER = "high", "low", "plan", "neither"
BARE_IS_PERCENT = Fraction(3, 2)
"""docs/rules.md, Targets: a bare number above 1.5 is read as percent, up to 1.5 as a fraction."""

_FIGURE = re.compile(r"(-?)£?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
_MARK = re.compile(r"\s*\[[pr]\]$")
_RANGE = re.compile(r"([\d.,]+)(%?)(?:-| to )([\d.,]+)(%?)")
_AMOUNT = re.compile(r"([\d.,]+)(?:\s*)([A-Za-z]+)")
_OPENINGS = {
    "at least ": (HIGH, False),
    "no more than ": (LOW, False),
    "up to ": (LOW, False),
    "<=": (LOW, False),
    ">=": (HIGH, False),
    "fewer than ": (LOW, True),
    "under ": (LOW, True),
    "more than ": (HIGH, True),
    "<": (LOW, True),
    ">": (HIGH, True),
}
"""Openings of a target: which way they say is good, and whether the figure itself misses."""


@dataclass(frozen=True)
class Target:
    """A target: a figure, or both ends of a range; what its wording says."""

    low: Fraction
    high: Fraction
    wording: str | None = None
    strict: bool = False

    @property
    def span(self) -> bool:
        """Whether it is a range."""
        return self.low != self.high


@dataclass(frozen=True)
class Tolerance:
    """A tolerance: so much of the unit, or relative, a share of the target."""

    amount: Fraction
    relative: bool = False

    def beside(self, target: Target) -> Fraction:
        """What it comes to beside a target; of a range, a share of the lower end."""
        return self.amount * target.low if self.relative else self.amount


def figure(content: Content, unit: str, kept: str | None, others: Fraction) -> Fraction | str:
    """A figure, or the gap that stands in its place.

    `others` is the least of what the row's other figures come to, for a stray scale to be known.
    """
    if isinstance(content, Error):
        return "error"
    if content is None:
        return GAPS[""]
    if isinstance(content, Number):
        return _on_scale(Fraction(content.value), unit, kept, others)
    text = _MARK.sub("", content.strip())
    if text.lower() in GAPS:
        return GAPS[text.lower()]
    read = _number(text)
    if read is None:
        return "not_available"  # "any other words"
    value, percent = read
    if not percent:
        return _on_scale(value, unit, kept, others)
    if unit != "percent":
        raise Unsaid("a figure with a percent sign in a row of another unit")
    return value


def _on_scale(value: Fraction, unit: str, kept: str | None, others: Fraction) -> Fraction:
    """A number as it stands in a row that keeps its percentages on a scale."""
    if unit != "percent":
        return value
    far = others >= Fraction(1, 5)  # with figures of a few percent either reading may be meant
    if kept == FRACTION:
        if 0 <= value <= 1:
            return value
        if far and 20 <= value <= 100:
            return value / 100
        raise Unsaid("a number over 1 in a row of fractions, not plainly on the other scale")
    if value == 0 or BARE_IS_PERCENT < value <= 150:
        return value / 100
    if far and Fraction(1, 5) <= value <= 1:
        return value
    raise Unsaid("a number up to 1.5 in a row kept as 84.2, not plainly on the other scale")


def _number(text: str) -> tuple[Fraction, bool] | None:
    """A number typed as text, and whether a percent sign follows; then it is the share."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    sign, whole, rest, percent = found.groups()
    value = Fraction(sign + whole.replace(",", "") + (rest or ""))
    return (value / 100, True) if percent else (value, False)


def target(content: Content, unit: str, kept: str | None) -> Target | None:
    """The target that stands in a cell or a rule (`kept` None); None where there is none."""
    if content is None:
        return None
    if isinstance(content, Error):
        raise Unsaid("an error value for a target")
    if isinstance(content, Number):
        value = _target_number(Fraction(content.value), unit, kept)
        return Target(value, value)
    text = " ".join(content.lower().split())
    if text in GAPS or text == "none":
        return None
    for opening, (wording, strict) in _OPENINGS.items():
        if text.startswith(opening):
            value = _target_figure(text.removeprefix(opening).strip(), unit, kept)
            return Target(value, value, wording, strict)
    both = _RANGE.fullmatch(text)
    if both:
        low, one, high, other = both.groups()
        sign = "%" if one or other else ""
        return Target(*(_target_figure(end + sign, unit, kept) for end in (low, high)))
    value = _target_figure(text, unit, kept)
    return Target(value, value)


def _target_figure(text: str, unit: str, kept: str | None) -> Fraction:
    times = 1
    if unit == "currency" and re.fullmatch(r"£[\d.]+[km]", text):
        times = 1_000_000 if text.endswith("m") else 1_000
        text = text[:-1]
    read = _number(text)
    if read is None:
        raise Unsaid(f"a target in these words: {text}")
    value, percent = read
    if percent and unit != "percent":
        raise Unsaid("a target with a percent sign in a row of another unit")
    return value * times if percent else _target_number(value * times, unit, kept)


def _target_number(value: Fraction, unit: str, kept: str | None) -> Fraction:
    if unit != "percent":
        return value
    if kept == HUNDRED and (value < Fraction(1, 5) or 1 <= value <= BARE_IS_PERCENT) and value:
        raise Unsaid("a small target beside figures kept as 84.2: of the rule's scale or the row's")
    return value / 100 if value > BARE_IS_PERCENT else value


def tolerance(content: Content, unit: str, kept: str | None, *, rule: bool) -> Tolerance | None:
    """The tolerance that stands in a cell or a rule; None where there is none."""
    if content is None or (isinstance(content, str) and not content.strip()):
        return None
    percent_unit = unit == "percent"
    if isinstance(content, Error):
        raise Unsaid("an error value for a tolerance")
    if isinstance(content, Number):
        value = Fraction(content.value)
        if content.percent:  # "5%" beside percentages means 5 points there
            return Tolerance(value, relative=not percent_unit)
        return Tolerance(_tolerance_number(value, unit, kept))
    text = " ".join(content.split())
    read = _number(text)
    if read is not None:
        value, percent = read
        if percent:
            return Tolerance(value, relative=rule or not percent_unit)
        return Tolerance(_tolerance_number(value, unit, kept))
    amount = _AMOUNT.fullmatch(text)
    if amount is None:
        raise Unsaid(f"a tolerance in these words: {text}")
    value = Fraction(amount[1].replace(",", ""))
    if not percent_unit:
        return Tolerance(value)
    if amount[2].lower() in ("points", "point", "pp"):
        return Tolerance(value / 100)
    raise Unsaid(f"a tolerance of a percentage in these words: {text}")


def _tolerance_number(value: Fraction, unit: str, kept: str | None) -> Fraction:
    if unit != "percent":
        return value
    if kept == HUNDRED and 0 < value <= BARE_IS_PERCENT:
        raise Unsaid("a small tolerance beside figures kept as 84.2: half a point, or 50 points")
    return value / 100 if value > BARE_IS_PERCENT else value


def good_is(content: Content) -> str | None:
    """What the Good is column says; None for a blank."""
    if content is None:
        return None
    word = content.strip().lower() if isinstance(content, str) else ""
    if word in (HIGH, LOW, PLAN, NEITHER):
        return word
    raise Unsaid(f"which way is good by {content}")
