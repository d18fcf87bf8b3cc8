"""What stretch of time a target is for, and whether a figure may be held against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import find_period, parse_period, tidy
from xl_scorecard.domain.running_total import share_of_year
from xl_scorecard.domain.scorecard import Column
from xl_scorecard.domain.target_words import is_lifetime, other_span_in_words, span_in_words
from xl_scorecard.reading.figures.ahead import years_to_come
from xl_scorecard.reading.figures.covers import Covers, FigureOf, is_about
from xl_scorecard.reading.figures.outturns import shown
from xl_scorecard.reading.words.headings import own_part

_DAYS = {1: "a day", 7: "a week", 14: "two weeks", 182: "half a year"}
_DAYS_OF_YEAR = 365
_WORDS = {Grain.YEAR: "a whole year", Grain.QUARTER: "a quarter", Grain.MONTH: "a month"}


class Span(NamedTuple):
    """What a target is for: a length of time, or the period itself; `to_date` if from the year's
    start on; none of it where nothing says. `by_group`: only a group above its heading says so.
    `by_year`: it names a year, and does not say that it is for all of it."""

    grain: Grain | None = None
    period: Period | None = None
    to_date: bool = False
    by_group: bool = False
    by_year: bool = False


def span_of(column: Column | None, cell: Cell) -> Span:
    """What the target in a cell is for: as its own words say, else its heading's."""
    grain = span_in_words(cell.text) if cell.text else None
    if grain is not None or column is None:
        return Span(grain)
    period, to_date = column.period, column.basis is Basis.YEAR_TO_DATE or _is_due(column.heading)
    if period is not None and period.grain is not Grain.YEAR:
        return Span(period.grain, period, to_date)
    said = span_in_words(column.heading)
    if said is not None or (period is None and column.basis is not Basis.ANNUAL):
        return Span(said, None, to_date)
    own = own_part(column.heading)
    by_group = own != column.heading and find_period(own) is None
    return Span(Grain.YEAR, None, to_date, by_group, by_year=column.basis is not Basis.ANNUAL)


def _is_due(heading: str) -> bool:
    """Whether a target is what is due by the period reported: `Profiled target`."""
    return words_of(lexicon().targets.due).search(tidy(heading)) is not None


@dataclass(frozen=True)
class Aim:
    """A target as it stands on a sheet: its amount, what it is for, its cell and heading."""

    amount: float
    span: Span
    cell: Cell
    sheet: str
    ref: str
    heading: str

    @property
    def days(self) -> int | None:
        """The days that it is for, where its words or heading say so and no figure is of as many:
        a week's."""
        texts = (self.cell.text, self.heading)
        return next((d for text in texts if (d := other_span_in_words(text)) is not None), None)


def doubt_of_span(aim: Aim, figure: FigureOf, good_is: Polarity | None) -> Doubt | None:
    """What to say where a target is for another stretch of time than a figure, or may be; None
    where the two can be compared."""
    if is_lifetime(aim.heading):
        return _doubt(aim, figure, _OF_PROGRAMME)
    if (years := years_to_come(aim.heading, figure.period)) is not None:
        return _doubt(aim, figure, f"is for {years}")
    covers = figure.covers
    if aim.days is not None:
        same = covers is Covers.LEVEL or _is_of_as_many(aim.days, aim.amount, figure)
        return None if same else _doubt(aim, figure, _of_days(aim.days))
    if covers is Covers.TO_DATE or (aim.span.grain is None and figure.keeps_pace_with(aim.amount)):
        same = _due_by_now(aim, figure) or _is_settled(aim.amount, figure, good_is)
        return None if same else _doubt(aim, figure, _of_running_total(aim))
    if _is_for_it(aim.span, figure.period):
        return None
    if aim.span.grain is None:
        return _doubt(aim, figure, _BY_FIGURES) if figure.adds_up_to(aim.amount) else None
    adds_up = figure.may_add_up and figure.is_a_part_of(aim.amount)
    if covers is Covers.LEVEL and not (adds_up or figure.adds_up_to(aim.amount)):
        return None
    if aim.span.by_group and not figure.is_a_part_of(aim.amount):
        return None  # the year is said of the figures below it
    if _is_meant_for_each(aim, figure):
        return None
    return _doubt(aim, figure, _of_other_length(aim, figure))


def _is_meant_for_each(aim: Aim, figure: FigureOf) -> bool:
    """Whether a year's target is meant for each period: that of a stock, or one that each of four
    quarters comes to alone, so that the year came to four times as much."""
    if figure.covers is Covers.OPEN:
        return figure.is_near(aim.amount)
    return aim.span.by_year and figure.is_always_near(aim.amount)


def _is_of_as_many(days: int, amount: float, figure: FigureOf) -> bool:
    """Whether a running total has run for as many days as a target is for, half a year; other
    figures may be what a week came to, where they are about as much."""
    if figure.covers is Covers.TO_DATE:
        return days == round(_DAYS_OF_YEAR * share_of_year(figure.period))
    return figure.is_near(amount)


def _is_for_it(span: Span, period: Period) -> bool:
    """Whether a target is for a stretch of the same length."""
    return span.grain is period.grain and not (span.to_date and share_of_year(period) < 1)


def _due_by_now(aim: Aim, figure: FigureOf) -> bool:
    """Whether a target is what is due of a running total by the figure's period."""
    span = aim.span
    if span.period == figure.period or span.to_date or _names_month(aim.heading, figure.period):
        return True
    if span.grain not in (None, Grain.YEAR):
        return False
    over = share_of_year(figure.period) == 1
    return over or (span.grain is None and _is_as_last_year(aim.amount, figure))


def _names_month(heading: str, period: Period) -> bool:
    """Whether a heading such as `Target Dec` names the month of a period without its year."""
    if period.grain is not Grain.MONTH:
        return False
    words = tidy(heading).split()
    found = [parse_period(word) for word in (words[:1] + words[-1:])]
    return any(said is not None and said.month == period.last_day.month for said in found)


def _is_settled(amount: float, figure: FigureOf, good_is: Polarity | None) -> bool:
    """Whether a running total has passed a target already, so that it is met or missed whichever
    of the two the target is."""
    value = figure.value
    if value is None or figure.covers is not Covers.TO_DATE:
        return False
    if figure.is_share and figure.is_too_much_for(amount):
        return True  # an average of the year so far
    if good_is is Polarity.HIGH:
        return value >= amount
    return good_is is Polarity.LOW and value > amount


def _is_as_last_year(amount: float, figure: FigureOf) -> bool:
    """Whether a target is far nearer to where the total stood a year ago than to where it ended."""
    then = figure.values.get(figure.period.year_before)
    ends = [
        value for period, value in figure.values.items()
        if share_of_year(period) == 1
        and period.financial_year == figure.period.financial_year - 1
    ]  # fmt: skip
    if then is None or not is_about(amount, then):
        return False
    return any(3 * abs(amount - then) < abs(amount - end) for end in ends)


_IN_ALL = "may be for the whole year or what is due by then"
_OF_PROGRAMME = "is for as long as the programme runs"
_BY_FIGURES = "seems to be for a whole year, as the year's own figure beside it is about as much"


def _of_days(days: int) -> str:
    return f"is for {_DAYS.get(days, f'{days} days')}"


def _of_running_total(aim: Aim) -> str:
    if aim.span.grain is Grain.YEAR:
        return "is for the whole year"
    if aim.span.grain is not None:
        return f"is for {_WORDS[aim.span.grain]} alone"
    return _IN_ALL


def _of_other_length(aim: Aim, figure: FigureOf) -> str:
    grain = aim.span.grain
    assert grain is not None  # asked for before
    if grain is figure.period.grain:
        return "is for the year to date"
    return f"is for {_WORDS[grain]}"


def _doubt(aim: Aim, figure: FigureOf, said: str) -> Doubt:
    period = figure.period
    whole = said == _IN_ALL or figure.covers is Covers.TO_DATE
    what = f"the year so far, to {period.words}" if whole else f"{period.words} alone"
    example = _in_proportion(aim, figure, whole=whole)
    hint = f"what is due by {period.words}" if whole else f"that for {_WORDS[period.grain]}"
    heading = f' ("{aim.heading}")' if aim.heading else ""
    otherwise = "" if whole else ", or basis: snapshot if the two can be compared"
    return Doubt(
        About.SPAN,
        aim.sheet,
        aim.ref,
        f"{figure.name}: the target {shown(aim.cell)}{heading} {said}, and the figure is of "
        f"{what}; not rated; give {hint} as target in the rule set{otherwise}",
        found=shown(aim.cell),
        expected=None if said == _OF_PROGRAMME else f"in proportion {example}",
        severity=Severity.WARNING,
        settle="target",
        example=example,
    )


def _in_proportion(aim: Aim, figure: FigureOf, *, whole: bool) -> str:
    """The part of a target that falls to the figure's stretch of time; of a programme's target,
    whose length nothing says, the figure itself."""
    share = share_of_year(figure.period)
    length = share * Grain.YEAR if whole else figure.period.grain
    amount = aim.amount * length / (aim.span.grain or Grain.YEAR)
    if is_lifetime(aim.heading):
        amount = figure.value or 0.0
    elif aim.days is not None:
        amount = aim.amount * length * _DAYS_OF_YEAR / aim.days / Grain.YEAR
    if figure.unit is Unit.PERCENT:
        return f"{amount:.1%}"
    return f"{amount:.0f}" if abs(amount) >= 10 else f"{amount:.3g}"
