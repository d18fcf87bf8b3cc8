"""Figures as they were rounded: what is shown, and between what the figure itself lies."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Span:
    """What is shown, and the lowest and highest figure that may have been rounded to it."""

    shown: Fraction
    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction) -> Span:
        """A figure that nothing was rounded of."""
        return cls(value, value, value)

    def __add__(self, other: Span) -> Span:
        return Span(self.shown + other.shown, self.low + other.low, self.high + other.high)

    def __neg__(self) -> Span:
        return Span(-self.shown, -self.high, -self.low)

    def __sub__(self, other: Span) -> Span:
        return self + -other

    def __mul__(self, other: Span) -> Span:
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Span(self.shown * other.shown, min(ends), max(ends))

    def over(self, other: Span) -> Span | None:
        """The share of another; None where that is, or may be, nothing."""
        if other.low <= 0 <= other.high:
            return None
        return self * Span(1 / other.shown, 1 / other.high, 1 / other.low)

    def __abs__(self) -> Span:
        ends = sorted((abs(self.low), abs(self.high)))
        least = Fraction(0) if self.low <= 0 <= self.high else ends[0]
        return Span(abs(self.shown), least, ends[1])

    def stands(self, sign: str, other: Span) -> bool:
        """Whether it stands to another as a sign says.

        Equal, at most and at least hold where figures that round to those shown may be so; unequal,
        less and more go by what is shown.
        """
        match sign:
            case "=":
                return self.low <= other.high and other.low <= self.high
            case "<=":
                return self.low <= other.high
            case ">=":
                return other.low <= self.high
            case "<":
                return self.shown < other.shown
            case ">":
                return self.shown > other.shown
        return self.shown != other.shown


def rounded(value: Fraction, places: int) -> Fraction:
    """A number at so many decimals, half away from zero, as Excel's ROUND."""
    scale = Fraction(10) ** places
    up = (abs(value) * scale + _HALF).__floor__()
    return Fraction(up if value >= 0 else -up) / scale


def least(spans: list[Span]) -> Span:
    """The least of figures."""
    return Span(min(s.shown for s in spans), min(s.low for s in spans), min(s.high for s in spans))


def greatest(spans: list[Span]) -> Span:
    """The greatest of figures."""
    return Span(max(s.shown for s in spans), max(s.low for s in spans), max(s.high for s in spans))
