"""Whether a target will be met as things are."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.row_edges import Sides
from xl_scorecard.domain.variation.assurance import Assurance, assurance_of
from xl_scorecard.domain.variation.limits import Limits

PASS, FAIL, BOTH = Assurance.MET, Assurance.MISSED, Assurance.HIT_AND_MISS
HIGH, LOW, PLAN = Polarity.HIGH, Polarity.LOW, Polarity.PLAN


def _limits(lower: float, upper: float) -> Limits:
    return Limits((lower + upper) / 2, lower, upper, (upper - lower) / 5.32, 24)


@pytest.mark.parametrize(
    ("lower", "upper", "if_high", "if_low"),
    [  # against 4, as NHSRplotthedots tests it
        (1, 3, FAIL, PASS),
        (5, 7, PASS, FAIL),
        (1, 5, BOTH, BOTH),
    ],
)
def test_where_the_target_lies_from_the_limits_decides(
    lower: float, upper: float, if_high: Assurance, if_low: Assurance
) -> None:
    limits, target = _limits(lower, upper), Target(4)
    assert assurance_of(limits, target, HIGH) is if_high
    assert assurance_of(limits, target, LOW) is if_low


def test_a_limit_that_is_the_target_meets_it_unless_the_target_is_missed_by_itself() -> None:
    limits = _limits(4, 7)
    assert assurance_of(limits, Target(4), HIGH) is PASS
    assert assurance_of(limits, Target(4, implies=HIGH, strict=True), HIGH) is BOTH
    assert assurance_of(_limits(1, 4), Target(4), HIGH) is BOTH
    assert assurance_of(_limits(1, 4), Target(4, implies=HIGH, strict=True), HIGH) is FAIL


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [(41, 59, PASS), (30, 50, BOTH), (30, 70, BOTH), (61, 70, FAIL), (10, 39, FAIL)],
)
def test_a_range_is_met_by_what_lies_within_it(
    lower: float, upper: float, expected: Assurance
) -> None:
    assert assurance_of(_limits(lower, upper), Target(40, 60), PLAN) is expected


def test_close_to_plan_meets_it_within_the_tolerance() -> None:
    tolerance = Tolerance(2)
    assert assurance_of(_limits(15, 17), Target(16), PLAN, tolerance) is PASS
    assert assurance_of(_limits(15, 19), Target(16), PLAN, tolerance) is BOTH
    assert assurance_of(_limits(19, 22), Target(16), PLAN, tolerance) is FAIL
    assert assurance_of(_limits(15, 17), Target(16), PLAN) is BOTH


def test_each_side_of_a_plan_has_its_own_tolerance() -> None:
    sides = Sides(above=Tolerance(10), below=Tolerance(2))
    for below_only in (None, Tolerance(2)):
        assert assurance_of(_limits(78, 89), Target(80), PLAN, below_only, sides) is PASS
        assert assurance_of(_limits(77, 89), Target(80), PLAN, below_only, sides) is BOTH
        assert assurance_of(_limits(78, 91), Target(80), PLAN, below_only, sides) is BOTH


def test_nothing_is_said_without_limits_target_or_a_way_that_is_good() -> None:
    limits, target = _limits(1, 3), Target(4)
    assert assurance_of(None, target, HIGH) is None
    assert assurance_of(limits, None, HIGH) is None
    assert assurance_of(limits, target, None) is None
    assert assurance_of(limits, target, Polarity.NEITHER) is None
