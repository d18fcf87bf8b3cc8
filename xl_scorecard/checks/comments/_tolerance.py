"""What a comment says of the tolerance, against the rating."""

from __future__ import annotations

from xl_scorecard.checks._stated import stated, stated_target
from xl_scorecard.checks.comments._claims import Says
from xl_scorecard.checks.ratings._meant import lacks_tolerance, statuses_of, statuses_possible
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judgement import Standing

OF_TOLERANCE = (Says.WITHIN, Says.OUTSIDE, Says.UNDER)


def tolerance_against(says: Says, row: AssessedRow, rating: Rating) -> str | None:
    """What the rule gives instead: the figure is in tolerance and said to be beyond it, or the
    other way round. Where two figures end with the period either may be meant."""
    measure, target, now = row.measure, row.target, row.current
    possible, within = statuses_possible(row, rating), _within(rating)
    if possible is None or within is None or target is None or now is None:
        return None
    if lacks_tolerance(measure, rating) or measure.is_to_date or target.upper is not None:
        return None
    if says is Says.UNDER and measure.polarity is not Polarity.HIGH:
        return None
    seen = {*possible, row.status, row.status_as_shown}
    wrong = not seen & within if says is Says.WITHIN else seen <= within
    others = (o for p, o in measure.outturns.items() if p.end == row.period.end and o is not now)
    if not wrong or any(other.value is not None for other in others):
        return None
    return (
        f"{stated(now, measure)} ({now.cell}) is {rating.band(row.status).label} against a target "
        f"of {stated_target(target, measure.unit)}"
    )


def _within(rating: Rating) -> set[str] | None:
    """The statuses of what meets target or is within one tolerance of it."""
    return statuses_of(frozenset({Standing.NEAR}), rating)
