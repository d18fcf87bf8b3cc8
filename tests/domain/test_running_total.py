from __future__ import annotations

import pytest

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.running_total import (
    only_climbs,
    place_in_year,
    share_of_year,
    starts_again,
)


def _quarters(first: Period, *figures: float) -> dict[Period, float]:
    found, period = {}, first
    for figure in figures:
        found[period], period = figure, period.next
    return found


_Q1, _Q3 = Period.quarter(2021, 1), Period.quarter(2021, 3)


@pytest.mark.parametrize(
    "figures",
    [
        (0.29, 0.57, 0.83, 0.97, 0.28, 0.56),  # business rates
        (140, 290, 430, 600, 150, 310, 440),  # new meters fitted
    ],
)
def test_what_grows_with_the_year_and_falls_back_at_its_start_runs_on(
    figures: tuple[float, ...],
) -> None:
    assert starts_again(_quarters(_Q1, *figures))


@pytest.mark.parametrize(
    "figures",
    [
        (0.88, 0.87, 0.91, 0.9, 0.88, 0.9),  # a level
        (12, 25, 9, 31, 14, 20),  # counts as they come
        (40, 30, 60, 130, 45, 28),  # gritting: high in winter
        (1.03, 1.34, 0.53, 0.95, 1.55, 1.2),
        (3, 6, 9, 12),  # a single year: nothing falls back
        (0, 10, 20, 30, 0, 10),
    ],
)
def test_other_figures_do_not_run_on(figures: tuple[float, ...]) -> None:
    assert not starts_again(_quarters(_Q1, *figures))


def test_a_sheet_that_begins_late_in_a_year_shows_the_fall_and_little_of_the_climb() -> None:
    months = dict(zip((12, 1, 2, 3), (60, 66, 73, 80), strict=True))
    late = {Period.month(2021 if m == 12 else 2022, m): float(v) for m, v in months.items()}
    assert starts_again({**late, Period.month(2022, 4): 6.5})
    assert not starts_again({**late, Period.month(2022, 4): 62.0})


def test_a_single_year_climbs_where_each_figure_is_its_share_of_the_year() -> None:
    assert only_climbs(_quarters(_Q1, 25, 51, 76))
    assert not only_climbs(_quarters(_Q1, 25, 51))
    assert not only_climbs(_quarters(_Q1, 25, 26, 29))
    assert not only_climbs(_quarters(_Q3, 76, 101, 26))


def test_the_place_of_a_month_is_counted_from_where_its_year_starts() -> None:
    assert place_in_year(Period.month(2021, 6, starts=4)) == 3
    assert place_in_year(Period.month(2021, 6, starts=1)) == 6
    assert share_of_year(Period.quarter(2021, 3)) == 0.75
    assert share_of_year(Period.year(2021)) == 1
