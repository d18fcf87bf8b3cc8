from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind, point_in
from xl_scorecard.domain.bands import CONCERN, RAG, Rating
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.rating.status import status_of

HIGH, LOW, PLAN = Polarity.HIGH, Polarity.LOW, Polarity.PLAN
FIVE_POINTS = Tolerance(0.05)


def _status(
    outturn: float | None,
    target: float | None = 0.8,
    polarity: Polarity | None = HIGH,
    tolerance: Tolerance | None = FIVE_POINTS,
    rating: Rating = CONCERN,
) -> str:
    held_against = None if target is None else Target(target)
    return status_of(outturn, held_against, polarity, tolerance, rating)


@pytest.mark.parametrize(
    ("outturn", "status"),
    [
        (0.95, "good"), (0.8, "good"), (0.79, "acceptable"), (0.75, "acceptable"),
        (0.749, "yellow"), (0.7, "yellow"), (0.699, "amber"), (0.65, "amber"),
        (0.649, "red"), (0, "red"),
    ],
)  # fmt: skip
def test_each_degree_of_concern_is_one_tolerance_wide(outturn: float, status: str) -> None:
    assert _status(outturn) == status


@pytest.mark.parametrize(
    ("outturn", "status"),
    [
        (0.1, "good"), (0.2, "good"), (0.21, "acceptable"), (0.25, "acceptable"),
        (0.251, "yellow"), (0.3, "yellow"), (0.35, "amber"), (0.351, "red"),
    ],
)  # fmt: skip
def test_where_low_is_good_the_bands_lie_above_the_target(outturn: float, status: str) -> None:
    assert _status(outturn, 0.2, LOW) == status


@pytest.mark.parametrize("outturn", [0.45, 0.55])
def test_where_plan_is_good_both_sides_are_off(outturn: float) -> None:
    assert _status(0.5, 0.5, PLAN) == "good"
    assert _status(outturn, 0.5, PLAN) == "acceptable"


def test_amber_stops_exactly_at_the_tolerance() -> None:
    assert _status(0.75, rating=RAG) == "amber"
    assert _status(0.75 - 1e-9, rating=RAG) == "red"


def test_an_edge_is_not_missed_for_the_way_computers_hold_fractions() -> None:
    # 0.97 - 0.94 is 0.030000000000000027 in binary, and still three points.
    assert _status(0.94, 0.97, tolerance=Tolerance(0.03)) == "acceptable"
    # 0.3 - 0.2 is a shade below 0.1, and 0.1 + 0.2 a shade above 0.3.
    assert _status(0.1 + 0.2, 0.3, LOW, Tolerance(0.0)) == "good"


def test_the_edge_of_a_band_may_belong_to_the_worse_side() -> None:
    strict = RAG.model_copy(update={"edge_belongs_to": "worse"})
    assert _status(0.75, rating=strict) == "red"
    assert _status(0.7501, rating=strict) == "amber"
    assert _status(0.8, rating=strict) == "green"  # meeting the target is meeting it


@pytest.mark.parametrize("polarity", [HIGH, LOW, PLAN, Polarity.NEITHER, None])
def test_no_outturn_is_no_data_whatever_it_would_be_judged_by(polarity: Polarity | None) -> None:
    assert _status(None, polarity=polarity) == "no_data"


def test_without_target_or_polarity_there_is_no_rating() -> None:
    assert _status(0.5, None) == "not_rated"
    assert _status(0.5, polarity=None) == "not_rated"
    assert _status(0.5, polarity=Polarity.NEITHER) == "not_rated"


def test_without_a_tolerance_a_missed_target_is_red() -> None:
    assert _status(0.8, tolerance=None) == "good"
    assert _status(0.799, tolerance=None) == "red"


def test_a_relative_tolerance_is_a_share_of_the_target() -> None:
    ten_percent = Tolerance(0.1, ToleranceKind.RELATIVE)
    assert _status(36, 40, HIGH, ten_percent) == "acceptable"
    assert _status(35.9, 40, HIGH, ten_percent) == "yellow"
    assert _status(44, 40, LOW, ten_percent) == "acceptable"


def test_a_target_of_zero_can_be_met_and_missed() -> None:
    none = Tolerance(0.1, ToleranceKind.RELATIVE)
    assert _status(0, 0, LOW, none) == "good"
    assert _status(1, 0, LOW, none) == "red"


@pytest.mark.parametrize(
    ("outturn", "status"),
    [(40, "good"), (60, "good"), (36, "acceptable"), (64, "acceptable"), (29, "amber")],
)
def test_a_range_is_met_anywhere_inside_it(outturn: float, status: str) -> None:
    assert status_of(outturn, Target(40, 60), PLAN, Tolerance(4), CONCERN) == status


@pytest.mark.parametrize(
    ("up_to", "outturn", "status"),
    [
        ("10%", 0.72, "near"), ("10%", 0.719, "far"),  # of 80%
        ("5 points", 0.75, "near"), ("5 points", 0.749, "far"),
        ("2 tolerances", 0.7, "near"), ("2 tolerances", 0.699, "far"),
    ],
)  # fmt: skip
def test_a_band_reaches_as_far_as_it_says(up_to: str, outturn: float, status: str) -> None:
    rating = Rating.model_validate(
        {
            "bands": [
                {"status": "near", "label": "Near", "up_to": up_to},
                {"status": "far", "label": "Far"},
            ]
        }
    )
    assert _status(outturn, rating=rating) == status


@pytest.mark.parametrize(
    ("unit", "point"),
    [(Unit.PERCENT, 0.01), (None, 0.01), (Unit.COUNT, 1.0), (Unit.SCORE, 1.0), (Unit.DAYS, 1.0)],
)
def test_a_point_is_a_hundredth_of_a_percentage_and_one_of_all_else(
    unit: Unit | None, point: float
) -> None:
    assert point_in(unit) == point


def _reaching(up_to: str) -> Rating:
    near = {"status": "near", "label": "Near", "up_to": up_to}
    return Rating.model_validate({"bands": [near, {"status": "far", "label": "Far"}]})


def _near(
    outturn: float, target: float, tolerance: Tolerance | None, up_to: str, *, point: float = 0.01
) -> bool:
    held, rating = Target(target), _reaching(up_to)
    return status_of(outturn, held, HIGH, tolerance, rating, point=point) == "near"


def test_five_points_from_target_are_five_of_a_score() -> None:
    assert _near(35, 40, None, "5 points", point=point_in(Unit.SCORE))
    assert not _near(34.9, 40, None, "5 points", point=point_in(Unit.SCORE))
    assert _near(39.95, 40, None, "5 points")
    assert not _near(39.94, 40, None, "5 points")


def test_a_band_reaches_by_the_tolerance_or_the_target_whatever_its_sign() -> None:
    assert _near(-46, -40, Tolerance(3), "2 tolerances")
    assert not _near(-46.1, -40, Tolerance(3), "2 tolerances")
    assert not _near(-40.1, -40, None, "2 tolerances")
    assert _near(-44, -40, None, "10%")
    assert not _near(-44.1, -40, None, "10%")


def test_less_than_half_of_a_ten_thousand_millionth_is_no_shortfall() -> None:
    assert _status(0.8 - 4e-11) == "good"
    assert _status(0.8 - 6e-11) == "acceptable"
