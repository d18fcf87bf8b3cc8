"""The judgement of each row in the reporting period."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target, point_in
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.compared import compared_with, comparison, figure_for, stands_for_longer
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.row_edges import NO_PAST, Past
from xl_scorecard.domain.scorecard import Measure, Outturn, Scorecard, Table
from xl_scorecard.rating.benchmarks import against_others
from xl_scorecard.rating.change import relative_change
from xl_scorecard.rating.forecasts import forecast_of
from xl_scorecard.rating.moves import move_of
from xl_scorecard.rating.series import Series
from xl_scorecard.rating.status import status_of
from xl_scorecard.rating.streaks import streak_of
from xl_scorecard.rating.variation import variation_of


def rate(scorecard: Scorecard, rating: Rating) -> list[AssessedRow]:
    """Judge every row of a scorecard, in sheet order."""
    return [assess(row.table, row.measure, scorecard.period, rating) for row in scorecard.rows]


def assess(table: Table, measure: Measure, reported: Period, rating: Rating) -> AssessedRow:
    """Judge a measure in the reporting period, in the grain its figures come in."""
    current = _current(measure, reported)
    has_column = reported in measure.outturns
    period = current.period if current and not has_column else reported
    on_before = comparison(measure, current, period, compared_with(period, measure))
    on_year = comparison(measure, current, period, period.year_before)
    previous, before = on_before.outturn, on_year.outturn
    target = measure.target_for(period)
    now = current.value if current else None
    past = Past(previous.value if previous else None, before.value if before else None)
    status = _status(now, target, measure, rating, past)
    live = Series(measure, current, period, live=True)
    series = Series(measure, current, period) if measure.supplied else live
    moved = move_of(
        live, current, on_before, target, rating, status,
        lambda figure, goal: _status(figure, goal, measure, rating, NO_PAST),
    )  # fmt: skip
    as_shown = current.as_shown(measure.unit) if current else None
    return AssessedRow(
        table=table,
        measure=measure,
        period=period,
        current=current,
        previous=previous,
        year_before=before,
        target=target,
        status=status,
        status_as_shown=(
            status if as_shown == now else _status(as_shown, target, measure, rating, past)
        ),
        concern=rating.band(status).concern,
        change=relative_change(now, previous.value if previous else None),
        change_on_year=relative_change(now, before.value if before else None),
        direction=moved.direction,
        travel=moved.travel,
        status_before=moved.status_before,
        forecast=forecast_of(live),
        compared_with=on_before.period,
        not_compared=on_before.why_not,
        not_compared_on_year=on_year.why_not,
        variation=variation_of(series),
        streak=streak_of(series, rating),
        against_others=against_others(measure, current, period),
    )


def _status(
    figure: float | None, target: Target | None, measure: Measure, rating: Rating, past: Past
) -> str:
    return status_of(
        figure,
        target,
        measure.polarity,
        measure.tolerance,
        rating,
        point=point_in(measure.unit),
        edges=measure.edges,
        past=past,
    )


def _current(measure: Measure, reported: Period) -> Outturn | None:
    """The outturn of the reported period, or of another column that ends with it.

    A month-end figure stands for its quarter where it is a snapshot, a rolling year or a year
    to date, also where the quarter's own cell is blank; a month's own activity does not.
    """
    exact = measure.outturns.get(reported)
    if exact is not None:
        return figure_for(measure, reported, measure.outturns) if exact.is_blank else exact
    for period, outturn in sorted(measure.outturns.items(), reverse=True):
        if period.end != reported.end:
            continue
        if period.grain is Grain.MONTH and reported.grain > Grain.MONTH:
            if stands_for_longer(measure, outturn):
                return outturn
        elif period.grain is not Grain.YEAR or measure.basis is Basis.ANNUAL:
            return outturn
    return None
