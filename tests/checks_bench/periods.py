"""The periods of a scorecard: which there are, and how a heading writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Period:
    """A month (number 1 to 12), quarter (1 to 4) or whole year of the financial year `year`.

    `parts`: the places, among the periods of a book, of those that make it up.
    """

    grain: str
    year: int
    number: int = 0
    parts: tuple[int, ...] = ()

    @property
    def weight(self) -> float:
        """How much happens in it, a quarter being 1."""
        return {"month": 1 / 3, "quarter": 1.0, "year": 4.0}[self.grain]

    @property
    def financial_year(self) -> str:
        """Such as 2018/19."""
        return f"{self.year}/{(self.year + 1) % 100:02}"

    @property
    def calendar_year(self) -> int:
        """The year a month falls in."""
        return self.year if self.number >= 4 else self.year + 1

    @property
    def printed(self) -> str:
        """As the contract prints it."""
        if self.grain == "month":
            return f"{self.calendar_year}-{self.number:02}"
        return self.financial_year + (f" Q{self.number}" if self.grain == "quarter" else "")

    @property
    def words(self) -> str:
        """As a title says it."""
        if self.grain == "month":
            return f"{FULL[self.number - 1]} {self.calendar_year}"
        if self.grain == "quarter":
            return f"Quarter {self.number} {self.financial_year}"
        return self.financial_year

    @property
    def short(self) -> str:
        """As a rule or a comment says it, such as Q3 2018/19 or Dec 2018."""
        if self.grain == "month":
            return f"{MONTHS[self.number - 1]} {self.calendar_year}"
        return f"Q{self.number} {self.financial_year}" if self.number else self.financial_year

    def next(self) -> Period:
        """The one after, of the same length."""
        if self.grain == "year":
            return Period("year", self.year + 1)
        if self.grain == "quarter":
            last = self.number == 4
            return Period("quarter", self.year + last, 1 if last else self.number + 1)
        number = self.number % 12 + 1
        return Period("month", self.year + (number == 4), number)

    def before(self, steps: int) -> Period:
        """The one so many steps earlier, of the same length."""
        if self.grain == "year":
            return Period("year", self.year - steps)
        size, first = (4, 1) if self.grain == "quarter" else (12, 4)
        at = self.year * size + (self.number - first) % size - steps
        return Period(self.grain, at // size, (at % size + first - 1) % size + 1)


Heading = str | date


def heading(period: Period, style: str) -> Heading:
    """What stands above a column of figures."""
    if period.grain == "year":
        return period.financial_year
    if period.grain == "quarter":
        short = f"{period.year % 100}/{(period.year + 1) % 100:02}"
        return {
            "year first": f"{period.financial_year} Q{period.number}",
            "short": f"Q{period.number} {short}",
        }.get(style, f"Q{period.number} {period.financial_year}")
    month, year = MONTHS[period.number - 1], period.calendar_year
    if style == "date":
        return date(year, period.number, 1)
    return {
        "short": f"{month}-{year % 100}",
        "year first": f"{FULL[period.number - 1]} {year}",
    }.get(style, f"{month} {year}")


def draw_periods(rng: Random, grain: str) -> list[Period]:
    """The periods of a book, the last one reported."""
    year = rng.choice((2017, 2018, 2022, 2023))
    if grain == "year":
        return _run(Period("year", year), rng.randint(8, 10))
    if grain == "month":
        return _run(Period("month", year, rng.choice((6, 9, 11, 12, 2))), rng.randint(9, 14))
    last = Period("quarter", year, rng.randint(2, 4))
    if grain == "quarter":
        return _run(last, rng.randint(8, 11))
    if grain == "quarters and years":
        return _with_years(_run(last, last.number + 8))
    return _with_months(last)


def _run(last: Period, count: int) -> list[Period]:
    return [last.before(steps) for steps in reversed(range(count))]


def _with_years(quarters: list[Period]) -> list[Period]:
    found: list[Period] = []
    for period in quarters:
        found.append(period)
        if period.number == 4:
            at = len(found)
            found.append(Period("year", period.year, 0, tuple(range(at - 4, at))))
    return found[:-1] if found[-1].grain == "year" else found


def _with_months(last: Period) -> list[Period]:
    """Earlier quarters, then the months of the last one, then it."""
    quarters = _run(last, 6)[:-1]
    first = {1: 4, 2: 7, 3: 10, 4: 1}[last.number]
    months = [Period("month", last.year, first + step) for step in range(3)]
    at = len(quarters)
    whole = Period("quarter", last.year, last.number, (at, at + 1, at + 2))
    return [*quarters, *months, whole]
