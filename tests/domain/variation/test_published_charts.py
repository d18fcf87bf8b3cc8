"""XmR charts that others published, to the digits they printed."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from tests.conftest import need_shared
from tests.support.paths import XMR
from xl_scorecard.domain.variation.chart import chart
from xl_scorecard.domain.variation.limits import OUTLYING, Limits, limits_of
from xl_scorecard.domain.variation.special_causes import Cause, one_side, trend, two_of_three

NAMES = (
    "wheeler-verification", "wheeler-accounts-receivable", "wheeler-smoking", "nist-flow-rate",
    "monthly-counts-38", "nhs-plot-the-dots-20", "xmrit-inventory-31",
)  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    need_shared(XMR, "the published XmR charts")
    known: dict[str, Any] = json.loads(XMR.read_text("utf-8"))
    return known


def _example(facts: dict[str, Any], name: str) -> dict[str, Any]:
    return next(dict(example) for example in facts["examples"] if example["id"] == name)


def _limits(values: list[float], *, screen: bool = False) -> Limits:
    found = limits_of(values, screen=screen)
    assert found is not None
    return found


def _outside(values: list[float], *, screen: bool = False) -> list[int]:
    points = chart(values, screen=screen)
    return [at for at, point in enumerate(points) if Cause.OUTSIDE in point.causes]


def _printed(value: float, published: float) -> bool:
    """Whether a figure is the published one, to as many significant digits as that has."""
    digits = len(repr(float(published)).split(".")[1].rstrip("0"))
    return round(value, digits) == round(published, digits)


def _screened(values: list[float]) -> list[int]:
    """The later figure of each moving range that is outlying, by the published rule."""
    far = _limits(values).moving_range * OUTLYING
    return [n for n in range(1, len(values)) if abs(values[n] - values[n - 1]) >= far]


def test_every_published_chart_is_looked_at(facts: dict[str, Any]) -> None:
    assert tuple(example["id"] for example in facts["examples"]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_mean_ranges_limits_and_points_are_those_worked_out_from_the_figures(
    facts: dict[str, Any], name: str
) -> None:
    example = _example(facts, name)
    found, known = _limits(example["values"]), example["recomputed"]
    for worked_out, said in (
        (found.mean, "mean"), (found.moving_range, "mr_mean"), (found.lower, "lower"),
        (found.upper, "upper"), (found.moving_range * OUTLYING, "range_upper"),
    ):  # fmt: skip
        assert math.isclose(worked_out, known[said], rel_tol=1e-9), said
    assert _outside(example["values"]) == known["outside"]


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("wheeler-smoking", "nist-flow-rate")]
)
def test_mean_and_limits_are_those_that_were_printed(facts: dict[str, Any], name: str) -> None:
    example = _example(facts, name)
    found, printed = _limits(example["values"]), example["published"]
    said = {"mean": found.mean, "mr_mean": found.moving_range, "lower": found.lower,
            "upper": found.upper}  # fmt: skip
    if name == "wheeler-accounts-receivable":  # printed cut off, not rounded: 60.765
        assert math.floor(found.upper * 10) / 10 == printed["upper"]
        return
    if name == "nhs-plot-the-dots-20":  # R prints three significant digits
        assert [float(f"{said[what]:.3g}") for what in ("mean", "lower", "upper")] == [
            printed[what] for what in ("mean", "lower", "upper")
        ]
        return
    compared = [what for what in said if what in printed]
    assert compared
    for what in compared:
        assert _printed(said[what], printed[what]), what


def test_the_charts_of_wheeler_single_out_the_points_that_he_does(facts: dict[str, Any]) -> None:
    verification = _example(facts, "wheeler-verification")
    named = verification["special_cause_points"]
    assert _outside(verification["values"]) == named["outside_limits"]
    assert _screened(verification["values"]) == named["outside_range_limit"]
    ranges = _limits(verification["values"]).moving_range
    assert _printed(3.268 * ranges, verification["published"]["range_upper"])

    receivable = _example(facts, "wheeler-accounts-receivable")
    printed = receivable["published"]
    assert _outside(receivable["values"]) == printed["special_cause_outside_limits"]
    assert _screened(receivable["values"]) == printed["range_outside"]
    assert printed["on_the_edge"]["index"] not in _outside(receivable["values"])

    smoking = _example(facts, "wheeler-smoking")
    points = chart(smoking["values"], screen=False)
    below = [n for n, p in enumerate(points) if Cause.ONE_SIDE in p.causes]
    assert below == smoking["published"]["run_of_8_below_mean"]
    assert {points[n].way for n in below} == {-1}


def test_the_chart_of_nist_differs_by_its_own_rounding_of_2_66(facts: dict[str, Any]) -> None:
    example = _example(facts, "nist-flow-rate")
    found, printed = _limits(example["values"]), example["published"]
    far = 3 / 1.128 * found.moving_range
    for worked_out, said in (
        (found.mean, "mean"), (found.moving_range, "mr_mean"), (found.mean - far, "lower"),
        (found.mean + far, "upper"),
    ):  # fmt: skip
        assert _printed(worked_out, printed[said]), said
    assert _outside(example["values"]) == printed["special_cause_outside_limits"]
    assert found.trial


def test_the_months_that_were_published_as_outside_are(facts: dict[str, Any]) -> None:
    example = _example(facts, "monthly-counts-38")
    months = [month["month"].split("-") for month in example["published"]["outside_limits"]]
    named = [(int(year) - 2021) * 12 + int(month) - 1 for year, month in months]
    assert _outside(example["values"]) == named
    points = chart(example["values"], screen=False)
    below = range(10, 18)  # November 2021 to June 2022
    assert all(Cause.ONE_SIDE in points[n].causes and points[n].way == -1 for n in below)
    assert Cause.ONE_SIDE not in points[9].causes
    assert points[18].way == 1


def test_the_chart_of_the_nhs_package_has_its_limits_whole_and_rebased(
    facts: dict[str, Any],
) -> None:
    example = _example(facts, "nhs-plot-the-dots-20")
    printed = example["published"]
    points = chart(example["values"])
    assert sum(not point.causes for point in points) == printed["common_cause"]
    halves = chart(example["values"], [10])
    for half, point in zip(printed["halves"], (halves[0], halves[10]), strict=True):
        assert point.limits is not None
        assert point.limits.figures == half["n"]
        assert [f"{value:.3g}" for value in point.limits[:3]] == [
            f"{half[what]:.3g}" for what in ("mean", "lower", "upper")
        ]


def test_screening_gives_the_limits_that_the_nhs_package_prints() -> None:
    """18 figures of its page on deviations, with the limits in the captions of both charts."""
    values = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    screened, whole = _limits(values, screen=True), _limits(values)
    assert [round(value, 2) for value in screened[:3]] == [1.94, -0.72, 4.6]
    assert [round(value, 2) for value in whole[:3]] == [1.94, -3.06, 6.95]
    assert (screened.screened, whole.screened) == (2, 0)


def test_runs_of_seven_are_those_of_the_nhs_vectors(facts: dict[str, Any]) -> None:
    """Theirs mark the seventh and later: here the six before are marked too."""
    vectors = facts["nhs_rule_vectors"]
    (key,) = (key for key in vectors if key.startswith("seven_one_side"))
    for vector in vectors[key]:
        assert one_side(vector["side_of_mean"]) == _whole(vector["flag"])
    for vector in vectors["seven_trend"]:
        assert trend(vector["values"]) == _whole(vector["flag"])


def _whole(flags: list[int]) -> list[int]:
    """Each run of seven that ends at a flag, marked as the flag is."""
    marks = [0] * len(flags)
    for at, flag in enumerate(flags):
        if flag:
            marks[at - 6 : at + 1] = [flag] * 7
    return marks


def test_two_of_three_are_those_of_the_nhs_vectors(facts: dict[str, Any]) -> None:
    for vector in facts["nhs_rule_vectors"]["two_in_three"]:
        near = [bool(flag) for flag in vector["near_limit"]]
        assert two_of_three([1] * len(near), near) == vector["points_marked"]
        assert two_of_three([-1] * len(near), near) == [-n for n in vector["points_marked"]]


def test_two_of_three_with_the_third_on_the_other_side_of_the_mean_are_none() -> None:
    """As NHSRplotthedots has it since its issue 143."""
    assert two_of_three([1, -1, 1], [True, False, True]) == [0, 0, 0]
    assert two_of_three([1, -1, 1], [True, True, False]) == [0, 0, 0]


def test_a_trend_of_the_nhs_vectors_falls_as_the_flag_says(facts: dict[str, Any]) -> None:
    falling = [v for v in facts["nhs_rule_vectors"]["seven_trend"] if -1 in v["flag"]]
    assert falling
    assert trend(falling[0]["values"]) == [-1] * 7
