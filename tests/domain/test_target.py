from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target, parse_target
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.target_words import means_no_target

HIGH, LOW, PLAN = Polarity.HIGH, Polarity.LOW, Polarity.PLAN


@pytest.mark.parametrize("written", [80, 0.8, "80%", "80", "0.8", "80 %", "80 per cent"])
def test_a_target_of_80_percent_may_be_written_in_any_of_these_ways(written: str | float) -> None:
    assert parse_target(written, Unit.PERCENT) == Target(0.8)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        (40, Target(40)),
        ("1,806", Target(1806)),
        ("£1.2m", Target(1_200_000)),
        (0.8, Target(0.8)),
    ],
)
def test_a_target_of_a_count_is_the_number_itself(written: str | float, target: Target) -> None:
    assert parse_target(written, Unit.COUNT) == target


@pytest.mark.parametrize(
    ("written", "value", "implies"),
    [
        ("Fewer than 85", 85, LOW),
        ("no more than 22", 22, LOW),
        ("under 10", 10, LOW),
        ("maximum of 5", 5, LOW),
        ("<= 5", 5, LOW),
        ("≤5", 5, LOW),
        ("at least 90", 90, HIGH),
        ("not less than 90", 90, HIGH),
        (">= 90", 90, HIGH),
        ("over 90", 90, HIGH),
        ("within 5 days", 5, LOW),
        ("≤ 5 days", 5, LOW),
        ("5 days or fewer", 5, LOW),
        ("80 or above", 80, HIGH),
        ("80+", 80, HIGH),
        ("Additional 800", 800, HIGH),
        ("Increase to 80", 80, HIGH),
        ("No more than 3 per year", 3, LOW),
    ],
)
def test_a_limit_gives_its_polarity_away(written: str, value: float, implies: Polarity) -> None:
    read = parse_target(written, Unit.COUNT)
    assert read is not None
    assert (read.value, read.upper, read.implies) == (value, None, implies)


@pytest.mark.parametrize(
    "written",
    ["Fewer than 3", "<3", "< 3 cases", "less than 3", "under 3", "Below 3", "lower than 3",
     "more than 3", "> 3", "over 3", "above 3", "greater than 3", "Target: <3", "moins de 3",
     "weniger als 3", "mehr als 3"],
)  # fmt: skip
def test_some_limits_are_not_met_by_the_figure_itself(written: str) -> None:
    read = parse_target(written, Unit.COUNT)
    assert read is not None
    assert read.strict
    assert read.excludes_itself(read.implies)
    assert not read.excludes_itself(Polarity.PLAN)


@pytest.mark.parametrize(
    "written",
    ["3", "no more than 3", "not more than 3", "up to 3", "at most 3", "<=3", "< or = 3", "≤3",
     "within 3", "max 3", "3 or fewer", "3 or below", "at least 3", ">= 3", "3+", "3 and above",
     "less than or equal to 3", "greater than or equal to 3", "no less than 3", "höchstens 3"],
)  # fmt: skip
def test_other_limits_are_met_by_the_figure_itself(written: str) -> None:
    read = parse_target(written, Unit.COUNT)
    assert read is not None
    assert (read.value, read.strict) == (3, False)


@pytest.mark.parametrize(
    ("written", "value", "implies"),
    [
        ("Less than 22%", 0.22, LOW),
        (">110%", 1.1, HIGH),
        ("80%+", 0.8, HIGH),
        ("80% or above", 0.8, HIGH),
        ("93% by March", 0.93, None),
        ("85% (annual)", 0.85, None),
        ("95% of cases", 0.95, None),
        ("100% compliance", 1.0, None),
        ("85", 0.85, None),
    ],
)
def test_a_percentage_is_found_among_its_words(
    written: str, value: float, implies: Polarity | None
) -> None:
    read = parse_target(written, Unit.PERCENT)
    assert read is not None
    assert (read.value, read.implies) == (value, implies)


@pytest.mark.parametrize(
    ("written", "value"), [("1:5", 0.2), ("5 days", 5), ("£12,300", 12_300), ("zero", 0)]
)
def test_a_target_may_be_a_ratio_or_name_what_it_counts(written: str, value: float) -> None:
    assert parse_target(written, None) == Target(value)


@pytest.mark.parametrize(
    "words",
    [
        "No target", "None", "N/A", "TBC", "TBC - Q4", "Monitor only", "Activity measure", "-",
        "–", "Not set", "For information", "Baseline year", "Measure for information",
        "Update on progress", "n/a - contextual", "",
    ],
)  # fmt: skip
def test_words_that_say_there_is_no_target(words: str) -> None:
    assert means_no_target(words)
    assert parse_target(words, Unit.PERCENT) is None


@pytest.mark.parametrize("words", ["Top quartile", "Above Stat Neighbour Average", "80%", "Less"])
def test_other_words_do_not_say_so(words: str) -> None:
    assert not means_no_target(words)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("40-60", 40, 60),
        ("between 40 and 60", 40, 60),
        ("40 - 60 days", 40, 60),
        ("40 to 60", 40, 60),
        ("40–60", 40, 60),
        ("60-40", 40, 60),
    ],
)
def test_a_range_has_two_ends_and_means_that_close_to_plan_is_good(
    written: str, low: float, high: float
) -> None:
    assert parse_target(written, Unit.COUNT) == Target(low, high, Polarity.PLAN)


@pytest.mark.parametrize("written", ["95-98%", "95% - 98%", "95 to 98", "0.95-0.98"])
def test_a_range_of_percentages_is_held_as_fractions(written: str) -> None:
    assert parse_target(written, Unit.PERCENT) == Target(0.95, 0.98, Polarity.PLAN)


@pytest.mark.parametrize(
    "written",
    [
        "Above Stat Neighbour Average",
        "On-going delivery",
        "To be better than baseline",
        "TBC",
        "",
        "Top quartile",
        "10% above baseline",
        "Reduce by 10%",
        "2017/18 outturn",
        "better than 80%",
        "10 out of 12",
    ],
)
def test_words_without_a_figure_are_no_target(written: str) -> None:
    assert parse_target(written, Unit.PERCENT) is None


@pytest.mark.parametrize(
    ("target", "polarity", "outturn", "shortfall"),
    [
        (Target(80), HIGH, 75, 5),
        (Target(80), HIGH, 85, -5),
        (Target(20), LOW, 25, 5),
        (Target(20), LOW, 15, -5),
        (Target(50), PLAN, 45, 5),
        (Target(50), PLAN, 55, 5),
        (Target(40, 60), PLAN, 35, 5),
        (Target(40, 60), PLAN, 65, 5),
        (Target(40, 60), HIGH, 65, 5),  # a range is a range whatever is said to be good
    ],
)
def test_the_shortfall_is_counted_on_the_wrong_side(
    target: Target, polarity: Polarity, outturn: float, shortfall: float
) -> None:
    assert target.shortfall(outturn, polarity) == shortfall


def test_inside_a_range_nothing_is_short() -> None:
    assert all(Target(40, 60).shortfall(value, PLAN) <= 0 for value in (40, 50, 60))


@pytest.mark.parametrize(
    "written", ["6 weeks", "within 6 weeks", "4-6 weeks", "less than 3 months"]
)
def test_a_target_in_weeks_is_no_number_of_days(written: str) -> None:
    assert parse_target(written, Unit.DAYS) is None


@pytest.mark.parametrize("written", ["9.5 days", "9.5 in 12 months", "9.5 days (2 weeks)", "9.5"])
def test_a_target_in_days_may_say_within_what_time(written: str) -> None:
    assert parse_target(written, Unit.DAYS) == Target(9.5)
