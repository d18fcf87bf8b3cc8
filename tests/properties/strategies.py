"""Figures, targets and ratings as scorecards hold them: decimal numbers of a few places."""

from __future__ import annotations

from hypothesis import strategies as st

from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind
from xl_scorecard.domain.bands import CONCERN, RAG, Band, Rating
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Grain, Period

POLARITIES = st.sampled_from([*Polarity, None])
JUDGED = st.sampled_from([Polarity.HIGH, Polarity.LOW, Polarity.PLAN])


def figures(low: int = -2_000_000, high: int = 2_000_000) -> st.SearchStrategy[float]:
    """Numbers with up to four decimals."""
    return st.integers(low, high).map(lambda number: number / 10_000)


TARGETS = figures().map(Target)
RANGES = st.tuples(figures(), figures()).map(lambda ends: Target(min(ends), max(ends)))
TOLERANCES = st.one_of(
    st.none(),
    figures(0, 200_000).map(Tolerance),
    figures(0, 5_000).map(lambda share: Tolerance(share, ToleranceKind.RELATIVE)),
)
OWN = Rating(
    bands=(
        Band(status="met", label="Met", up_to="2 points"),
        Band(status="near", label="Near", up_to="10%"),
        Band(status="missed", label="Missed", concern=3),
    )
)
"""Edges in points and in shares of the target; their order is the rule set's own business."""

RATINGS = st.sampled_from([CONCERN, RAG, RAG.model_copy(update={"edge_belongs_to": "worse"})])
PERIODS = st.builds(
    lambda year, number, starts, grain: {
        Grain.MONTH: lambda: Period.month(year, number, starts),
        Grain.QUARTER: lambda: Period.quarter(year, (number + 2) // 3, starts),
        Grain.YEAR: lambda: Period.year(year, starts),
    }[grain](),
    st.integers(1990, 2090),
    st.integers(1, 12),
    st.sampled_from([1, 4, 9]),
    st.sampled_from(Grain),
)
