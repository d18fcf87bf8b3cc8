"""Rows of figures as measures, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind
from xl_scorecard.domain.bands import CONCERN
from xl_scorecard.domain.indicator import Gap, Polarity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import Measure, Outturn, TargetBefore
from xl_scorecard.domain.streaks.told import Streak
from xl_scorecard.rating.series import Series
from xl_scorecard.rating.streaks import streak_of

Q3 = Period.quarter(2018, 3)
FIVE = Tolerance(5, ToleranceKind.ABSOLUTE)


def told(
    figures: Sequence[float | None],
    *,
    last: Period = Q3,
    polarity: Polarity | None = Polarity.HIGH,
    target: float = 80,
    tolerance: Tolerance | None = FIVE,
    begins_anew: Sequence[int] = (),
    todays: Sequence[bool] = (),
    running: bool = False,
) -> Streak | None:
    """What is told of figures, the last of them that of a period.

    The target is a rule's for all time, unless `todays` says of which periods it is not known.
    """
    periods = [
        Period(last.grain, last.end - last.grain * back, last.starts)
        for back in reversed(range(len(figures)))
    ]
    outturns = {
        period: Outturn(period, 4, column, value, None if value is not None else Gap.NOT_AVAILABLE)
        for column, (period, value) in enumerate(zip(periods, figures, strict=True), 5)
    }
    rule = None if todays else Indicator(id="A1", name="Visits", target=target)
    before = None
    known = [period for period, not_known in zip(periods, todays, strict=False) if not not_known]
    if known:
        before = TargetBefore(Target(target), "Q2", "D4", known[-1].previous)
    measure = Measure(
        sheet="Scorecard", row=4, id="A1", name="Visits", section="", rule=rule, unit=None,
        polarity=polarity, basis=None, target=Target(target), target_cell=None,
        tolerance=tolerance, tolerance_cell=None, outturns=outturns, running=running,
        breaks=frozenset(periods[at] for at in begins_anew), target_before=before,
    )  # fmt: skip
    return streak_of(Series(measure, outturns.get(last), last), CONCERN)
