from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import CONCERN
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.indicator import Basis, Gap, Polarity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import (
    IndicatorRow,
    Measure,
    MeasuredRow,
    Outturn,
    Scorecard,
    Table,
)
from xl_scorecard.rating.assess import assess, rate

Q3, Q2 = Period.quarter(2018, 3), Period.quarter(2018, 2)
DEC, NOV = Period.month(2018, 12), Period.month(2018, 11)


def _measure(
    values: dict[Period, float | None], basis: Basis | None = None, reference: str = "A1"
) -> Measure:
    outturns = {
        period: Outturn(period, 4, column, value, None if value is not None else Gap.AWAITED)
        for column, (period, value) in enumerate(values.items(), 5)
    }
    return Measure(
        sheet="Scorecard",
        row=4,
        id=reference,
        name="Children seen",
        section="",
        rule=None,
        unit=None,
        polarity=Polarity.HIGH,
        basis=basis,
        target=Target(80),
        target_cell=None,
        tolerance=None,
        tolerance_cell=None,
        outturns=outturns,
    )


TABLE = Table(Grid("Scorecard", {}), 1, 1, [])


def _assessed(
    values: dict[Period, float | None], reported: Period, basis: Basis | None = None
) -> AssessedRow:
    return assess(TABLE, _measure(values, basis), reported, CONCERN)


def test_every_row_is_judged_in_the_order_of_the_sheet_and_in_the_reported_period() -> None:
    # the target of each is 80, and there is no tolerance
    measures = [
        _measure({Q2: 84, Q3: 79}, reference="B2"),
        _measure({Q2: 70}, reference="A1"),
        _measure({Q2: 70, Q3: 80}, reference="C3"),
    ]
    rows = tuple(MeasuredRow(TABLE, IndicatorRow(4, m.id, m.name, "", 2), m) for m in measures)
    judged = rate(Scorecard((TABLE,), rows, Q3), CONCERN)
    assert [(a.measure.id, a.status, a.concern) for a in judged] == [
        ("B2", "red", 3), ("A1", "no_data", 0), ("C3", "good", 0),
    ]  # fmt: skip


def test_the_figure_before_is_of_the_period_before_not_of_the_column_before() -> None:
    found = _assessed({Period.quarter(2018, 1): 70, Q3: 84, Period.quarter(2017, 3): 60}, Q3)
    assert found.previous is None
    assert found.change is None
    assert found.direction is None
    assert found.change_on_year == pytest.approx(0.4)


def test_the_change_on_year_compares_the_same_quarter() -> None:
    found = _assessed({Period.quarter(2017, 3): 60, Q2: 80, Q3: 84}, Q3)
    assert found.change == pytest.approx(0.05)
    assert found.change_on_year == pytest.approx(0.4)


def test_a_gap_says_why_there_is_no_figure() -> None:
    found = _assessed({Q2: 80, Q3: None}, Q3)
    assert (found.value, found.gap, found.status) == (None, Gap.AWAITED, "no_data")
    assert (found.change, found.direction, found.travel) == (None, None, None)


def test_without_a_column_for_the_period_the_figure_is_not_available() -> None:
    found = _assessed({Q2: 80}, Q3)
    assert (found.value, found.gap, found.status) == (None, Gap.NOT_AVAILABLE, "no_data")


def test_a_running_total_is_compared_with_the_same_point_of_the_year_before() -> None:
    figures = {Period.quarter(2017, 3): 96, Q2: 80, Q3: 84}
    found = _assessed(figures, Q3, Basis.YEAR_TO_DATE)
    assert (found.change, found.direction) == (pytest.approx(-0.125), "down")
    assert _assessed({Q2: 80, Q3: 84}, Q3, Basis.YEAR_TO_DATE).change is None


def test_the_last_month_stands_for_the_quarter_of_a_year_to_date() -> None:
    assert _assessed({NOV: 81, DEC: 84}, Q3, Basis.YEAR_TO_DATE).value == 84


@pytest.mark.parametrize("basis", [Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS])
def test_the_last_month_stands_for_the_quarter_where_the_figure_is_of_a_whole(
    basis: Basis,
) -> None:
    found = _assessed({NOV: 81, DEC: 84}, Q3, basis)
    assert (found.value, found.period) == (84, DEC)
    assert found.change == pytest.approx(3 / 81)  # on the month before, its own grain


@pytest.mark.parametrize("basis", [Basis.IN_QUARTER, None])
def test_a_months_own_activity_never_stands_for_the_quarter(basis: Basis | None) -> None:
    assert _assessed({NOV: 81, DEC: 84}, Q3, basis).status == "no_data"


def test_a_quarter_stands_for_the_month_it_ends_with() -> None:
    assert _assessed({Q2: 80, Q3: 84}, DEC).value == 84


def test_of_columns_that_end_together_the_longest_that_may_stands_for_a_year() -> None:
    q4, march, year = Period.quarter(2018, 4), Period.month(2019, 3), Period.year(2018)
    for basis in (Basis.SNAPSHOT, Basis.IN_QUARTER):
        assert _assessed({march: 80, q4: 84}, year, basis).value == 84
        assert _assessed({q4: 84, march: 80}, year, basis).value == 84
    assert _assessed({march: 80}, year, Basis.SNAPSHOT).value == 80
    assert _assessed({march: 80}, year, Basis.IN_QUARTER).value is None


def test_a_column_that_ends_at_another_time_never_stands_for_the_period() -> None:
    assert _assessed({NOV: 81, Period.month(2019, 1): 85}, Q3, Basis.SNAPSHOT).value is None


def test_a_year_stands_for_its_last_quarter_only_where_the_figure_is_annual() -> None:
    q4, year = Period.quarter(2018, 4), Period.year(2018)
    assert _assessed({year: 84}, q4, Basis.ANNUAL).value == 84
    assert _assessed({year: 84}, q4, Basis.IN_QUARTER).value is None
