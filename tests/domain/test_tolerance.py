from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Tolerance, ToleranceKind, parse_tolerance
from xl_scorecard.domain.indicator import Unit


@pytest.mark.parametrize(
    "written",
    ["5 points", "5pp", "5 ppts", "5 percentage points", "5 % points", "+/- 5 points", "±5pp",
     "within 5 points", 5, 0.05, "5", "0.05"],
)  # fmt: skip
def test_five_percentage_points_may_be_written_in_any_of_these_ways(written: str | float) -> None:
    assert parse_tolerance(written, Unit.PERCENT) == Tolerance(0.05)


def test_a_percent_sign_is_relative_to_the_target() -> None:
    tolerance = parse_tolerance("5%", Unit.COUNT)
    assert tolerance == Tolerance(0.05, ToleranceKind.RELATIVE)
    assert tolerance.in_unit(40) == 2
    assert tolerance.in_unit(-40) == 2


@pytest.mark.parametrize("written", ["2 children", "2 days", "2", 2])
def test_a_count_has_its_tolerance_in_its_own_unit(written: str | float) -> None:
    tolerance = parse_tolerance(written, Unit.COUNT)
    assert tolerance == Tolerance(2)
    assert tolerance.in_unit(40) == 2


@pytest.mark.parametrize("written", ["1 000 visits", "1,000 visits", "1\u00a0000", "\u22121 000"])
def test_thousands_may_be_set_apart_as_in_figures(written: str) -> None:
    assert parse_tolerance(written, Unit.COUNT) == Tolerance(1000)


@pytest.mark.parametrize("written", ["", "points", "some", "5 points or so, 6 in winter", "%"])
def test_what_gives_no_figure_is_no_tolerance(written: str) -> None:
    assert parse_tolerance(written, Unit.PERCENT) is None


def test_a_tolerance_has_no_sign() -> None:
    assert parse_tolerance(-5, Unit.PERCENT) == Tolerance(0.05)
    assert parse_tolerance("-5 points", Unit.PERCENT) == Tolerance(0.05)
