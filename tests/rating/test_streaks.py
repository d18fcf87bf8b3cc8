"""Which figures a streak is told over, and which targets they were held against."""

from __future__ import annotations

import pytest

from tests.domain.streaks.series import told
from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind
from xl_scorecard.domain.bands import CONCERN, RAG, Rating
from xl_scorecard.domain.indicator import Basis, Polarity
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import Measure, Outturn, TargetBefore
from xl_scorecard.domain.streaks.words import words_of
from xl_scorecard.rating.series import Series
from xl_scorecard.rating.streaks import streak_of

Q3 = Period.quarter(2018, 3)
QUARTERS = [Q3.year_before, Q3.year_before.next, Q3.previous.previous, Q3.previous, Q3]


def _measure(
    *values: float,
    rule: Indicator | None = None,
    basis: Basis | None = None,
    before: TargetBefore | None = None,
    flags: tuple[str, ...] = (),
) -> Measure:
    outturns = {
        period: Outturn(period, 4, column, value, flags=flags if column == 7 else ())
        for column, (period, value) in enumerate(zip(QUARTERS, values, strict=True), 5)
    }
    return Measure(
        sheet="Scorecard", row=4, id="A1", name="Visits", section="", rule=rule, unit=None,
        polarity=Polarity.HIGH, basis=basis, target=Target(80), target_cell=None,
        tolerance=Tolerance(5, ToleranceKind.ABSOLUTE), tolerance_cell=None, outturns=outturns,
        target_before=before,
    )  # fmt: skip


def _words(measure: Measure, rating: Rating = CONCERN) -> str:
    return words_of(streak_of(Series(measure, measure.outturns[Q3], Q3), rating))


def test_each_figure_is_held_against_the_target_of_its_time() -> None:
    """76 is within tolerance of 80 and beyond that of 90."""
    target = {"2017/18": 90, "2018/19 Q1": 80, "2018/19 Q2": 90, "2018/19 Q3": 90}
    rule = Indicator(id="A1", name="Visits", target=target)
    found = _words(_measure(76, 76, 76, 76, 76, rule=rule))
    assert found == "Below tolerance for the second quarter running"


def test_without_the_target_of_a_period_no_run_goes_on_over_it() -> None:
    rule = Indicator(id="A1", name="Visits", target={"2018/19": 90})
    assert _words(_measure(76, 76, 76, 76, 76, rule=rule)) == ""


def test_the_sheets_target_is_that_of_its_year_and_for_earlier_years_only_todays() -> None:
    within_the_year = _measure(76, 76, 76, 71, 70)
    assert _words(within_the_year) == (
        "Below tolerance for the second quarter running; lowest on record (since Q3 2017/18)"
    )
    over_the_years = _measure(76, 70, 71, 72, 71)
    assert _words(over_the_years) == (
        "Below tolerance for the fourth quarter running (against today's target)"
    )


def test_the_target_on_the_sheet_of_an_earlier_quarter_held_until_then() -> None:
    """71 was within tolerance of 70 in Q1 and Q2; of Q4 2017/18 only today's 80 is known."""
    before = TargetBefore(Target(70), "Q2", "D4", QUARTERS[3])
    assert _words(_measure(76, 71, 71, 71, 71, before=before)) == (
        "Below tolerance for the first time since Q4 2017/18 (against today's target)"
    )


@pytest.mark.parametrize("basis", [Basis.YEAR_TO_DATE])
def test_totals_of_the_year_so_far_have_no_highest_and_are_rated_by_targets_said_by_period(
    basis: Basis,
) -> None:
    assert _words(_measure(10, 20, 5, 11, 17, basis=basis)) == ""
    rule = Indicator(
        id="A1", name="Visits",
        target={"2017/18": 5, "2018/19 Q1": 25, "2018/19 Q2": 25, "2018/19 Q3": 25},
    )  # fmt: skip
    by_period = _measure(10, 20, 5, 11, 17, rule=rule, basis=basis)
    assert _words(by_period) == "Below tolerance for the third quarter running"
    assert told((5.0, 6, 7, 8), running=True) is not None
    assert words_of(told((5.0, 6, 7, 8), running=True)) == ""


def test_a_whole_years_figure_that_stands_by_quarter_is_one_figure() -> None:
    measure = _measure(10, 20, 21, 22, 23, basis=Basis.ANNUAL)
    assert streak_of(Series(measure, measure.outturns[Q3], Q3), CONCERN) is None


def test_a_break_marked_in_a_cell_ends_a_streak() -> None:
    broken = _measure(60, 60, 60, 60, 61, flags=(Mark.BREAK,))
    assert _words(broken) == "Below tolerance in every quarter since the break in Q1 2018/19"


def test_exactly_on_tolerance_counts_as_the_rating_counts_its_edges() -> None:
    on_the_edge = _measure(80, 80, 74, 75, 75)
    assert _words(on_the_edge, RAG) == ""
    worse = Rating.model_construct(bands=RAG.bands, edge_belongs_to="worse")
    assert _words(on_the_edge, worse) == (
        "Below tolerance for the third quarter running (against today's target)"
    )
