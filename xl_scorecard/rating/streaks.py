"""The streaks of a measure: how its figures were rated then, and which of them it surpasses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.indicator import Basis, Polarity
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.row_edges import SaidEdges
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.domain.streaks.extremes import extreme_of
from xl_scorecard.domain.streaks.runs import first_of, rests_on, run_of
from xl_scorecard.domain.streaks.stretch import Stretch, stretch_of
from xl_scorecard.domain.streaks.told import Streak
from xl_scorecard.rating.series import Series
from xl_scorecard.rating.status import is_beyond_tolerance


def streak_of(series: Series, rating: Rating) -> Streak | None:
    """What is told of the newest figure by those before it; None where there is none.

    Totals of the year so far surpass each other as they grow: only how they stand to targets said
    by period is told. A whole year's figure that stands by quarter or month is one figure.
    """
    measure = series.measure
    if series.basis is Basis.ANNUAL and series.period.grain is not Grain.YEAR:
        return None
    stretch = stretch_of(series.periods, series.values, series.begins_anew)
    if stretch is None:
        return None
    of = "tolerance" if measure.tolerance is not None else "target"
    extreme = None if _adds_up(series) or _is_worded(measure) else extreme_of(stretch)
    held = series.targets[-len(stretch.periods) :]
    beyond = _Beyond(series, stretch, [target for target, _ in held], rating)
    run = run_of(stretch, beyond) if _is_held(series) else None
    goal = measure.target_for(series.period)
    is_range = goal is not None and goal.upper is not None
    polarity = Polarity.PLAN if is_range else measure.polarity  # either side of a range is off it
    if run is None:
        return Streak(polarity, of, extreme=extreme)
    first = first_of(stretch, beyond, run)
    assumed = any(todays for _, todays in held[-rests_on(stretch, run, first) :])
    return Streak(polarity, of, run, first, extreme, assumed)


def _is_worded(measure: Measure) -> bool:
    """Whether its figures are words or grades: none of them is the highest."""
    return bool(measure.edges.words or (measure.rule is not None and measure.rule.scale))


def _adds_up(series: Series) -> bool:
    return series.is_to_date and series.period.grain is not Grain.YEAR


def _is_held(series: Series) -> bool:
    """Whether earlier figures were held against targets that are theirs: today's is none of a
    total of part of the year."""
    rule = series.measure.rule
    return not _adds_up(series) or (rule is not None and isinstance(rule.target, dict))


class _Beyond(Sequence[bool | None]):
    """Whether each figure of a stretch was beyond its tolerance, asked for as far back as need be;
    None where it was held against nothing."""

    def __init__(
        self, series: Series, stretch: Stretch, targets: Sequence[Target | None], rating: Rating
    ) -> None:
        self._measure, self._stretch = series.measure, stretch
        self._targets, self._rating = targets, rating
        # a floor ends no tolerance, so it is not among these
        edges = series.measure.edges
        self._edges = SaidEdges(sides=edges.sides, end_is_worse=edges.end_is_worse)

    def __len__(self) -> int:
        return len(self._targets)

    def __getitem__(self, at: Any) -> Any:
        measure = self._measure
        return is_beyond_tolerance(
            self._stretch.values[at], self._targets[at], measure.polarity, measure.tolerance,
            self._rating, self._edges,
        )  # fmt: skip
