"""Which earlier figure a figure may be compared with: by what it covers, never across a break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.amount import Tolerance
from xl_scorecard.domain.direction import Over
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure, Outturn

DIGITS = 10
"""Differences are compared after rounding to this many decimals, in Excel too, so that
0.97 - 0.94 is 0.03 and not a shade more."""
SHOWN_AS_NONE = 0.0005
"""What the change columns show as 0.0%: any change below it."""
_OF_A_WHOLE = (Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.YEAR_TO_DATE)


class NotCompared(StrEnum):
    """Why a figure is not compared with an earlier one that is there."""

    BREAK = "break"  # the series breaks between the two
    BASIS = "basis"  # they cover different stretches of time


@dataclass(frozen=True)
class Comparison:
    """The period that a figure is held against, and its outturn; there is none where they are not
    to be compared, for the reason `why_not`."""

    period: Period
    outturn: Outturn | None = None
    why_not: NotCompared | None = None


def compared_with(period: Period, measure: Measure) -> Period:
    """The period that a figure's move is told from: that which the rule set says, else the usual.

    A total of the year so far is held against the same point of an earlier year whatever is said.
    """
    said = _said(period, measure)
    if said is None:
        return usually_compared_with(period, measure)
    adds_up = measure.running or (
        measure.basis is Basis.YEAR_TO_DATE and measure.unit is not Unit.PERCENT
    )
    return period.year_before if adds_up and (period.end - said.end) % Grain.YEAR else said


def _said(period: Period, measure: Measure) -> Period | None:
    """The period that the rule set says a figure is compared with; None where that is the usual."""
    over, since = measure.direction.over, measure.direction.since
    if over is Over.YEAR:
        return period.year_before
    if over is Over.START_OF_YEAR:
        first = (period.end - (period.starts - 1)) // 12 * 12 + period.starts - 1
        return Period(period.grain, first + period.grain - 1, period.starts)
    if over is Over.START_OF_SERIES:
        there = (p for p, o in measure.history.items() if o.value is not None)
        return min((p for p in there if p.grain is period.grain), default=period.previous)
    return _since(since, period, measure) if since is not None else None


def _since(since: Period, period: Period, measure: Measure) -> Period:
    """A named period, or that of the figures' own length that ends with it: of a month-end that
    says as much as a quarter's figure, the month."""
    if since.grain is period.grain:
        return since
    month = measure.history.get(since) if since.grain is Grain.MONTH else None
    if month is not None and month.value is not None and stands_for_longer(measure, month):
        return since
    whole = (since.end - (period.starts - 1) + 1) % period.grain == 0
    return since.as_grain(period.grain) if whole else since


def usually_compared_with(period: Period, measure: Measure) -> Period:
    """The period that a figure's move is told from where nothing is said: the one before.

    A total of the year so far is held against the same point of the year before, as within a year
    it can only grow. A share of the year so far is not: but the year before ends with another year.
    """
    to_date = measure.basis is Basis.YEAR_TO_DATE
    if measure.running or (to_date and measure.unit is not Unit.PERCENT):
        return period.year_before
    if to_date and period.previous.financial_year != period.financial_year:
        return period.year_before
    return period.previous


def comparison(
    measure: Measure, current: Outturn | None, period: Period, wanted: Period
) -> Comparison:
    """The outturn of an earlier period, if that of `period` may be compared with it."""
    if wanted >= period:  # there is no earlier one, such as in the first quarter of a year
        return Comparison(wanted)
    earlier = figure_for(measure, wanted, measure.history)
    if earlier is None or earlier.value is None:
        return Comparison(wanted, earlier)
    if breaks_between(measure, wanted, period, breaks(measure)):
        return Comparison(wanted, None, NotCompared.BREAK)
    alike = wanted.grain is period.grain or stands_for_longer(measure, earlier)
    if not alike or (current is not None and not _on_one_basis(measure, current, earlier)):
        return Comparison(wanted, None, NotCompared.BASIS)
    return Comparison(wanted, earlier)


def figure_for(measure: Measure, period: Period, among: Mapping[Period, Outturn]) -> Outturn | None:
    """The outturn of a period; where its cell is blank, or there is none, that of its last month
    where this says as much: of a snapshot, a rolling year, a year to date."""
    exact = among.get(period)
    if exact is not None and not exact.is_blank:
        return exact
    month = among.get(period.as_grain(Grain.MONTH))
    if month is not None and month.value is not None and stands_for_longer(measure, month):
        return month
    return exact


def stands_for_longer(measure: Measure, month: Outturn) -> bool:
    """Whether the figure of a last month is also that of the quarter or year that ends with it."""
    return (month.basis or measure.basis) in _OF_A_WHOLE and _on_basis(measure, month)


def _on_basis(measure: Measure, outturn: Outturn) -> bool:
    return None in (measure.basis, outturn.basis) or outturn.basis is measure.basis


def _on_one_basis(measure: Measure, now: Outturn, before: Outturn) -> bool:
    """Whether two figures cover the same stretch of time; whole years are years whatever their
    heading adds."""
    if now.period.grain is Grain.YEAR:
        return True
    one, other = (outturn.basis or measure.basis for outturn in (now, before))
    return None in (one, other) or one is other


def breaks_between(measure: Measure, earlier: Period, now: Period, begun: Iterable[Period]) -> bool:
    """Whether the series breaks after an earlier figure; one that covers a stretch of time must
    lie wholly on this side of it. `begun` are the periods that it breaks with (`breaks`)."""
    since = earlier.end if measure.basis is Basis.SNAPSHOT else earlier.start
    return any(since < each.start <= now.end for each in begun)


def breaks(measure: Measure) -> Iterator[Period]:
    """The periods from which on figures are not comparable with earlier ones."""
    yield from measure.breaks
    for period, outturn in measure.history.items():
        if Mark.BREAK in outturn.flags:
            yield period


def is_static(moved: float, before: float, within: Tolerance | None) -> bool:
    """Whether a figure, or its distance from plan, has stood still for all that is shown.

    `within` is how far it may move, in the unit or as a share of the earlier figure; where nothing
    says so, less than a change column can show.
    """
    off = abs(moved)
    if within is not None:
        return round(off - within.in_unit(before), DIGITS) <= 0
    return round(moved, DIGITS) == 0 or round(off - SHOWN_AS_NONE * abs(before), DIGITS) < 0
