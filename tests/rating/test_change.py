from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.rating.change import direction, relative_change, travel

HIGH, LOW, PLAN, NEITHER = Polarity.HIGH, Polarity.LOW, Polarity.PLAN, Polarity.NEITHER


@pytest.mark.parametrize(
    ("now", "before", "percent"),
    [
        (861, 885, -2.7), (699, 636, 9.9), (13, 6, 116.7), (54, 50, 8.0),  # the report's own
        (0, 50, -100.0), (-5, -10, 50.0), (5, -10, 150.0), (0.84, 0.84, 0.0),
    ],
)  # fmt: skip
def test_a_change_is_a_share_of_the_earlier_figure(
    now: float, before: float, percent: float
) -> None:
    change = relative_change(now, before)
    assert change is not None
    assert round(change * 100, 1) == percent


@pytest.mark.parametrize(("now", "before"), [(5, 0), (0, 0), (None, 5), (5, None), (None, None)])
def test_from_nothing_there_is_no_change_to_speak_of(
    now: float | None, before: float | None
) -> None:
    assert relative_change(now, before) is None


@pytest.mark.parametrize(
    ("now", "before", "way"),
    [(5, 4, "up"), (4, 5, "down"), (5, 5, "level"), (0.1 + 0.2, 0.3, "level"), (5, 0, "up")],
)
def test_an_arrow_follows_the_number(now: float, before: float, way: str) -> None:
    assert direction(now, before) == way


def test_without_two_figures_there_is_no_arrow() -> None:
    assert direction(None, 5) is None
    assert direction(5, None) is None


@pytest.mark.parametrize(
    ("polarity", "up", "down"),
    [
        (HIGH, "improved", "worsened"),
        (LOW, "worsened", "improved"),
        (NEITHER, None, None),
        (None, None, None),
    ],
)
def test_whether_a_move_is_better_depends_on_polarity(
    polarity: Polarity | None, up: str | None, down: str | None
) -> None:
    assert travel(6, 5, polarity, None) == up
    assert travel(4, 5, polarity, None) == down


def test_an_unmoved_figure_is_static_where_it_is_judged_at_all() -> None:
    assert travel(5, 5, HIGH, None) == "static"
    assert travel(5, 5, NEITHER, None) is None


@pytest.mark.parametrize(
    ("now", "before", "word"),
    [(48, 40, "improved"), (40, 48, "worsened"), (55, 45, "static"), (52, 40, "improved")],
)
def test_where_plan_is_good_nearer_is_better(now: float, before: float, word: str) -> None:
    assert travel(now, before, PLAN, Target(50)) == word


def test_where_plan_is_good_and_there_is_no_plan_nothing_is_said() -> None:
    assert travel(48, 40, PLAN, None) is None


@pytest.mark.parametrize(
    ("now", "before", "word"),
    [(45, 55, "static"), (35, 45, "worsened"), (62, 70, "improved"), (38, 62, "static")],
)
def test_a_range_is_left_or_entered(now: float, before: float, word: str) -> None:
    assert travel(now, before, HIGH, Target(40, 60)) == word
