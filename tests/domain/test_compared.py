"""Which figure a figure may be compared with, told of small series made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind
from xl_scorecard.domain.compared import NotCompared, compared_with, comparison, is_static
from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Measure, Outturn

Q1, Q2, Q3, Q4 = (Period.quarter(2018, number) for number in (1, 2, 3, 4))
LAST_Q1, LAST_Q3, LAST_Q4 = (Period.quarter(2017, number) for number in (1, 3, 4))
SEP, OCT, NOV, DEC = (Period.month(2018, month) for month in (9, 10, 11, 12))


def _measure(
    values: dict[Period, float | None],
    basis: Basis | None = None,
    unit: Unit | None = None,
    *,
    running: bool = False,
    broken_at: Period | None = None,
    breaks: tuple[Period, ...] = (),
) -> Measure:
    outturns = {
        period: Outturn(
            period, 4, column, value, None if value is not None else Gap.NOT_AVAILABLE,
            flags=(Mark.BREAK,) if period == broken_at else (),
        )
        for column, (period, value) in enumerate(values.items(), 5)
    }  # fmt: skip
    return Measure(
        "Scorecard", 4, "A1", "Homes", "", None, unit, Polarity.HIGH, basis, Target(80), None,
        None, None, outturns, running=running, breaks=frozenset(breaks),
    )  # fmt: skip


def _before(measure: Measure, now: Period, wanted: Period | None = None) -> object:
    """The earlier figure, or why there is none."""
    found = comparison(
        measure, measure.outturns.get(now), now, wanted or compared_with(now, measure)
    )
    return found.why_not or (found.outturn.value if found.outturn is not None else None)


@pytest.mark.parametrize("now", [Q1, Q2, Q3, Q4])
def test_a_total_of_the_year_so_far_is_held_against_the_same_point_of_last_year(
    now: Period,
) -> None:
    for unit in (Unit.COUNT, Unit.CURRENCY, None):
        assert compared_with(now, _measure({}, Basis.YEAR_TO_DATE, unit)) == now.year_before


def test_a_share_of_the_year_so_far_moves_within_the_year_and_never_across_its_end() -> None:
    share = _measure({}, Basis.YEAR_TO_DATE, Unit.PERCENT)
    assert [compared_with(p, share) for p in (Q4, Q3, Q2, Q1)] == [Q3, Q2, Q1, LAST_Q1]
    assert compared_with(Period.month(2018, 4), share) == Period.month(2017, 4)


def test_a_share_that_adds_up_over_the_year_is_a_total_all_the_same() -> None:
    spent = _measure({}, Basis.YEAR_TO_DATE, Unit.PERCENT, running=True)  # 28%, 55%, 82% spent
    assert compared_with(Q3, spent) == LAST_Q3


def test_calendar_years_end_in_december() -> None:
    share = _measure({}, Basis.YEAR_TO_DATE, Unit.PERCENT)
    first = Period.quarter(2019, 1, starts=1)
    assert compared_with(first, share) == Period.quarter(2018, 1, starts=1)


@pytest.mark.parametrize("basis", [Basis.SNAPSHOT, Basis.IN_QUARTER, Basis.ROLLING_12_MONTHS, None])
def test_other_figures_are_held_against_the_quarter_before_across_years_too(
    basis: Basis | None,
) -> None:
    assert compared_with(Q1, _measure({}, basis)) == LAST_Q4


def test_nothing_is_compared_across_a_figure_marked_as_a_break() -> None:
    now_broken = _measure({LAST_Q3: 43, Q2: 45, Q3: 60}, broken_at=Q3)
    assert _before(now_broken, Q3) is NotCompared.BREAK
    assert _before(now_broken, Q3, LAST_Q3) is NotCompared.BREAK
    before_broken = _measure({LAST_Q3: 43, Q2: 30, Q3: 60}, broken_at=Q2)
    assert _before(before_broken, Q3) == 30  # both on this side of it
    assert _before(before_broken, Q3, LAST_Q3) is NotCompared.BREAK


def test_a_break_that_the_rule_names_needs_no_mark() -> None:
    measure = _measure({LAST_Q3: 43, Q2: 45, Q3: 60, Q4: 61}, breaks=(Q3,))
    assert _before(measure, Q3) is NotCompared.BREAK
    assert _before(measure, Q4) == 60
    assert _before(measure, Q4, LAST_Q4) is None  # nothing there, and so nothing to explain


def test_a_break_in_another_length_of_period_holds_too() -> None:
    months = _measure({SEP: 1, OCT: 2, NOV: 3}, breaks=(Q3,))
    assert (_before(months, OCT), _before(months, NOV)) == (NotCompared.BREAK, 2)
    quarters = _measure({Q2: 1, Q3: 2, Q4: 3}, Basis.IN_QUARTER, breaks=(NOV,))
    assert (_before(quarters, Q3), _before(quarters, Q4)) == (NotCompared.BREAK,) * 2
    stock = _measure({Q2: 1, Q3: 2, Q4: 3}, Basis.SNAPSHOT, breaks=(NOV,))
    assert (_before(stock, Q3), _before(stock, Q4)) == (NotCompared.BREAK, 2)


def test_a_rolling_year_is_compared_with_the_one_before_and_not_with_a_snapshot() -> None:
    rolling = _measure({Q2: 12, Q3: 15}, Basis.ROLLING_12_MONTHS)
    assert _before(rolling, Q3) == 12
    snapshot = rolling.outturns[Q2]._replace(basis=Basis.SNAPSHOT)
    mixed = replace(rolling, outturns={**rolling.outturns, Q2: snapshot})
    assert _before(mixed, Q3) is NotCompared.BASIS


@pytest.mark.parametrize("basis", [Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.YEAR_TO_DATE])
def test_a_months_figure_of_a_whole_stands_for_the_quarter_before(basis: Basis) -> None:
    measure = _measure({Q2: None, SEP: 40, Q3: 45, Period.month(2017, 12): 30}, basis)
    wanted = Q2 if basis is not Basis.YEAR_TO_DATE else LAST_Q3
    assert _before(measure, Q3) == (40 if wanted == Q2 else 30)


def test_a_months_own_activity_stands_for_no_quarter() -> None:
    assert _before(_measure({Q2: None, SEP: 40, Q3: 45}, Basis.IN_QUARTER), Q3) is None


@pytest.mark.parametrize(
    ("now", "before", "still"),
    [
        (2161, 2160, True),  # +0.046% shows as +0.0%
        (2162, 2160, False),  # +0.093% shows as +0.1%
        (1000.5, 1000, False),  # +0.05% shows as +0.1%
        (1000.4, 1000, True), (-1000.4, -1000, True),
        (0.1 + 0.2, 0.3, True), (0, 0, True), (0.0001, 0, False),
    ],
)  # fmt: skip
def test_without_a_band_static_is_what_a_change_column_shows_as_none(
    now: float, before: float, still: bool
) -> None:
    assert is_static(now - before, before, None) is still


def test_a_band_reaches_up_to_and_with_its_own_amount() -> None:
    point = Tolerance(0.01)
    assert is_static(0.85 - 0.84, 0.84, point)
    assert not is_static(0.8501 - 0.84, 0.84, point)
    share = Tolerance(0.02, ToleranceKind.RELATIVE)  # of the earlier figure
    assert is_static(-4, 200, share)
    assert not is_static(-4.1, 200, share)
    assert not is_static(1, 100_000, Tolerance(0))
