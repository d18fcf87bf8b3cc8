"""Durations as they are typed, in seconds here; by what `8:55` is minutes or hours."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target, Tolerance, parse_target, parse_tolerance
from xl_scorecard.domain.durations import (
    Clock,
    clock_beside,
    duration_in_words,
    parse_duration,
    surely_duration,
    time_counted,
)
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.typed_value import parse_value

DAY = 86_400


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6m 12s", 372), ("1h 05m", 3900), ("3 mins 40 secs", 220), ("4 min 5 sec", 245),
        ("00:06:12", 372), ("26:10:00", 94_200), ("2 hours", 7200), ("45 seconds", 45),
        ("1.5 hrs", 5400), ("6'12\"", 372), ("1 hour and 20 minutes", 4800),
        ("2 hours, 10 minutes", 7800),
    ],
)  # fmt: skip
def test_a_duration_is_read_by_its_words_or_its_three_numbers(text: str, seconds: float) -> None:
    found = parse_duration(text)
    assert found is not None
    assert found * DAY == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["6", "6:12", "12 cases", "TBC", "5m 20 cases", "1:75:00", ""])
def test_what_does_not_say_how_long_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


def test_two_numbers_are_what_the_clock_says_they_are() -> None:
    minutes, hours = (parse_duration("6:12", clock) for clock in (Clock.MINUTES, Clock.HOURS))
    assert minutes is not None
    assert hours is not None
    assert (round(minutes * DAY), round(hours * DAY)) == (372, 22_320)


def test_two_numbers_are_told_by_the_durations_beside_them() -> None:
    assert clock_beside(["6:12", "5:40"], [360 / DAY]) is Clock.MINUTES
    assert clock_beside(["6:12", "5:40"], [6 / 24]) is Clock.HOURS
    assert clock_beside(["6:12"], []) is None
    assert clock_beside(["6:12", "0:03"], [360 / DAY]) is None  # three seconds, or three minutes


def test_only_what_can_be_nothing_else_is_surely_a_duration() -> None:
    assert surely_duration("6m 12s")
    assert surely_duration("00:06:12")
    assert not any(map(surely_duration, ("6:12", "6m", "20 minutes", "12")))
    assert (time_counted("20 minutes"), time_counted("1h 20m")) == ("minutes", None)


@pytest.mark.parametrize(
    ("written", "seconds", "implies"),
    [
        ("under 20 minutes", 1200, Polarity.LOW), ("<= 1m 33s", 93, Polarity.LOW),
        ("within 4 hours", 14_400, Polarity.LOW), ("6 min 30 sec", 390, None),
        ("at least 30 minutes", 1800, Polarity.HIGH), ("2 hours or less", 7200, Polarity.LOW),
        ("00:07:00", 420, None),
    ],
)  # fmt: skip
def test_a_target_says_how_long(written: str, seconds: float, implies: Polarity | None) -> None:
    target = parse_target(written, Unit.DURATION)
    assert target is not None
    assert (round(target.value * DAY, 6), target.implies) == (seconds, implies)


@pytest.mark.parametrize("written", [8, 0.5, "8", "8 cases", "8:30", "quicker"])
def test_a_bare_number_is_no_target_for_a_duration(written: float | str) -> None:
    assert parse_target(written, Unit.DURATION) is None


def test_a_tolerance_for_a_duration_says_how_long_or_is_a_share_of_the_target() -> None:
    assert parse_tolerance("30 seconds", Unit.DURATION) == Tolerance(30 / DAY)
    assert parse_tolerance("5%", Unit.DURATION) == parse_tolerance("5%", Unit.COUNT)
    points = parse_tolerance("5 points", Unit.DURATION)
    assert points is not None
    assert points.amount == pytest.approx(5 / DAY)
    assert parse_tolerance(5, Unit.DURATION) is None
    assert parse_tolerance("5 cases", Unit.DURATION) is None


def test_a_time_is_no_figure_of_what_is_counted_otherwise() -> None:
    assert Mark.NOT_UNDERSTOOD in parse_value("6m 12s", Unit.COUNT).marks
    assert Mark.NOT_UNDERSTOOD in parse_value("6:12", Unit.DURATION).marks
    assert parse_value("6m 12s", Unit.DURATION).number == pytest.approx(372 / DAY)


def test_a_duration_is_shown_so_that_it_can_be_typed_again() -> None:
    assert duration_in_words(535 / DAY) == "0:08:55"
    assert duration_in_words(-90 / DAY) == "-0:01:30"
    assert parse_target(duration_in_words(26 / 24), Unit.DURATION) == Target(26 / 24)
