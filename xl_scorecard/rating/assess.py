"""The judgement of each row in the reporting period."""

from __future__ import annotations

from xl_scorecard.domain.amount import point_in
from xl_scorecard.domain.assessed import AssessedRow, compared_with
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure, Outturn, Scorecard, Table
from xl_scorecard.rating.change import direction, relative_change, travel
from xl_scorecard.rating.status import status_of


def rate(scorecard: Scorecard, rating: Rating) -> list[AssessedRow]:
    """Judge every row of a scorecard, in sheet order."""
    return [assess(row.table, row.measure, scorecard.period, rating) for row in scorecard.rows]


def assess(table: Table, measure: Measure, reported: Period, rating: Rating) -> AssessedRow:
    """Judge a measure in the reporting period, in the grain its figures come in."""
    current = _current(measure, reported)
    period = current.period if current else reported
    previous = measure.history.get(compared_with(period, measure.basis))
    before = measure.history.get(period.year_before)
    target = measure.target_for(period)
    now = current.value if current else None
    then = previous.value if previous else None
    status = status_of(
        now, target, measure.polarity, measure.tolerance, rating, point=point_in(measure.unit)
    )
    return AssessedRow(
        table=table,
        measure=measure,
        period=period,
        current=current,
        previous=previous,
        year_before=before,
        target=target,
        status=status,
        concern=rating.band(status).concern,
        change=relative_change(now, then),
        change_on_year=relative_change(now, before.value if before else None),
        direction=direction(now, then),
        travel=travel(now, then, measure.polarity, target),
    )


def _current(measure: Measure, reported: Period) -> Outturn | None:
    """The outturn of the reported period, or of another column that ends with it.

    A month-end figure stands for its quarter where it is a snapshot, a rolling year or a year
    to date; a month's own activity does not.
    """
    exact = measure.outturns.get(reported)
    if exact is not None:
        return exact
    whole = (Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.YEAR_TO_DATE)
    for period, outturn in sorted(measure.outturns.items(), reverse=True):
        if period.end != reported.end:
            continue
        if period.grain is Grain.MONTH and reported.grain > Grain.MONTH:
            if measure.basis in whole:
                return outturn
        elif period.grain is not Grain.YEAR or measure.basis is Basis.ANNUAL:
            return outturn
    return None
