"""What cannot be a figure of its row."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.impossible import codes_among, impossible_among
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period


@pytest.mark.parametrize(
    ("numbers", "unit", "places"),
    [
        ([14, 16, -999], Unit.COUNT, {2}),
        ([14, 16, -999], None, {2}),
        ([0.81, -9999, 0.79], Unit.PERCENT, {1}),
        ([14, 99_999, 16], Unit.DAYS, {1}),
        ([7.5, 8.1, -999], Unit.SCORE, {2}),
        ([-3.5, 8.1, -999], Unit.SCORE, set()),  # a score that can be below 0
        ([1200, -999, 1500], Unit.CURRENCY, set()),  # money owed is none by itself
        ([12, -999_999, 15], Unit.CURRENCY, {1}),
        ([9000, 9999, 9500], Unit.COUNT, set()),  # a count like those beside it
        ([80, 999, 75], Unit.COUNT, set()),
        ([14, -16, 12], Unit.COUNT, set()),
        ([None, -999], Unit.DAYS, {1}),
    ],
)
def test_a_code_is_all_nines_where_no_figure_can_be(
    numbers: list[float | None], unit: Unit | None, places: set[int]
) -> None:
    assert codes_among(numbers, unit) == places


@pytest.mark.parametrize(
    ("values", "unit", "name", "target", "found"),
    [
        ([12, 14, -3], Unit.COUNT, "Homes let", None, Mark.BELOW_0),
        ([12, 14, -3], Unit.DURATION, "Time to answer", None, Mark.BELOW_0),
        ([12, 14, -3], Unit.DAYS, "Days to let", None, Mark.BELOW_0),
        ([12, -14, -3], Unit.COUNT, "Homes let", None, None),  # two clear the row
        ([12, 14, -3], Unit.COUNT, "Net change in homes", None, None),
        ([0.05, 0.04, -0.06], Unit.PERCENT, "% of streets below the standard", None, Mark.BELOW_0),
        ([12, 14, -3], Unit.COUNT, "Number of people over 65 in care", None, Mark.BELOW_0),
        ([0.05, 0.04, -0.06], Unit.PERCENT, "% of spend over budget", None, None),
        ([12, 14, -3], Unit.COUNT, "Number of homes above plan", None, None),
        ([12, 14, -3], Unit.DAYS, "Days over", None, None),
        ([12, 14, -3], Unit.CURRENCY, "Cost of homes", None, None),
        ([0.9, 0.8, 1.1], Unit.PERCENT, "% of visits made", 0.9, Mark.ABOVE_ALL),
        ([0.9, 0.8, 1.1], Unit.PERCENT, "Visits completed on time", 0.9, Mark.ABOVE_ALL),
        ([0.9, 0.8, 1.1], Unit.PERCENT, "Staffing", 0.9, None),  # who knows of what
        ([0.9, 1.2, 1.1], Unit.PERCENT, "% of visits made", 0.9, None),
        (
            [0.9, 0.8, 1.1],
            Unit.PERCENT,
            "% of visits made",
            1.05,
            None,
        ),  # the target is above all too
        ([0.9, 0.8, 1.1], Unit.PERCENT, "% of beds: occupancy", 0.9, None),
        ([0.9, 0.8, 1.1], Unit.RATIO, "% of visits made", 0.9, None),
    ],
)
def test_one_figure_alone_below_none_or_above_all_cannot_be(
    values: list[float], unit: Unit, name: str, target: float | None, found: Mark | None
) -> None:
    periods = [Period.quarter(2021, number) for number in (1, 2, 3)]
    by_period = dict(zip(periods, values, strict=True))
    expected = {} if found is None else {periods[2]: found}
    assert impossible_among(by_period, unit, name, target) == expected
