"""The bench's own months, quarters and years, and how officers head them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Span(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Time:
    """A month, quarter or year of a reporting year.

    `year` is the calendar year in which the reporting year begins (of a month: its own calendar
    year); `number` is the month (1 to 12), the quarter (1 to 4), or 0; `start` the month in which
    reporting years begin.
    """

    span: Span
    year: int
    number: int = 0
    start: int = 4

    @property
    def label(self) -> str:
        """The reporting year, such as 2018/19 or 2023."""
        return year_label(self.reporting_year, self.start)

    @property
    def reporting_year(self) -> int:
        if self.span is Span.MONTH and self.number < self.start:
            return self.year - 1
        return self.year

    @property
    def place_in_year(self) -> int:
        """Which month or quarter of its reporting year this is, from 1; a year is the first."""
        if self.span is Span.MONTH:
            return (self.number - self.start) % 12 + 1
        return max(self.number, 1)

    @property
    def in_a_year(self) -> int:
        return {Span.MONTH: 12, Span.QUARTER: 4, Span.YEAR: 1}[self.span]

    def printed(self) -> str:
        """As the contract prints a period."""
        if self.span is Span.MONTH:
            return f"{self.year}-{self.number:02}"
        return f"{self.label} Q{self.number}" if self.span is Span.QUARTER else self.label

    def back(self, steps: int = 1) -> Time:
        if self.span is Span.YEAR:
            return Time(self.span, self.year - steps, 0, self.start)
        gone = self.year * self.in_a_year + self.number - 1 - steps
        year, number = divmod(gone, self.in_a_year)
        return Time(self.span, year, number + 1, self.start)

    def quarter(self) -> Time:
        """The quarter that a month lies in."""
        return Time(
            Span.QUARTER, self.reporting_year, (self.place_in_year - 1) // 3 + 1, self.start
        )

    def months(self) -> tuple[Time, ...]:
        """The three months of a quarter."""
        first = self.start + 3 * (self.number - 1) - 1
        return tuple(
            Time(Span.MONTH, self.year + (first + i) // 12, (first + i) % 12 + 1, self.start)
            for i in range(3)
        )

    def whole_year(self) -> Time:
        return Time(Span.YEAR, self.reporting_year, 0, self.start)


def year_label(year: int, start: int) -> str:
    return str(year) if start == 1 else f"{year}/{(year + 1) % 100:02}"


def run_up_to(last: Time, how_many: int) -> tuple[Time, ...]:
    """So many periods, the last one last."""
    return tuple(last.back(steps) for steps in reversed(range(how_many)))


Heading = str | datetime
Form = Callable[[Time], Heading]


def quarter_form(rng: random.Random, start: int) -> Form:
    """One way of heading quarters that names the year."""
    if start == 1:
        forms: list[Form] = [
            lambda t: f"Q{t.number}'{t.year % 100:02}",
            lambda t: f"Q{t.number} {t.year}",
            lambda t: f"{t.year} Q{t.number}",
        ]
    else:
        forms = [
            lambda t: f"Q{t.number} {t.label}",
            lambda t: f"Q{t.number} ({t.label})",
            lambda t: f"{t.label} Q{t.number}",
            lambda t: f"Q{t.number} {t.label[2:]}",
            lambda t: f"Quarter {t.number} {t.label}",
            lambda t: f"Qtr {t.number} {t.label}",
            lambda t: f"Q{t.number}\n{t.label}",
        ]
    return rng.choice(forms)


def month_form(rng: random.Random) -> Form:
    """One way of heading months that names the year."""
    forms: list[Form] = [
        lambda t: f"{MONTHS[t.number - 1][:3]}-{t.year % 100:02}",
        lambda t: f"{MONTHS[t.number - 1][:3]} {t.year % 100:02}",
        lambda t: f"{MONTHS[t.number - 1][:3]} {t.year}",
        lambda t: f"{MONTHS[t.number - 1]} {t.year}",
        lambda t: datetime(t.year, t.number, 1),
    ]
    return rng.choice(forms)


def year_form(rng: random.Random, start: int) -> Form:
    """One way of heading whole years."""
    if start == 1:
        return rng.choice([lambda t: f"Full Year {t.year}", lambda t: f"{t.year}"])
    forms: list[Form] = [
        lambda t: t.label,
        lambda t: t.label.replace("/", "-"),
        lambda t: f"{t.label} Outturn",
        lambda t: f"Year End {t.label}",
        lambda t: f"{t.label} Actual",
    ]
    return rng.choice(forms)


def form_for(rng: random.Random, time: Time) -> Form:
    """A way of heading periods like this one, years named."""
    if time.span is Span.MONTH:
        return month_form(rng)
    if time.span is Span.QUARTER:
        return quarter_form(rng, time.start)
    return year_form(rng, time.start)


def bare(time: Time) -> str:
    """The heading of a month or quarter without its year."""
    return MONTHS[time.number - 1][:3] if time.span is Span.MONTH else f"Q{time.number}"
