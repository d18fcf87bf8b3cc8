"""Where one reading of an amount ends and another begins: 1, 1.5, 2, 200%, (12), half a point."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import (
    Target,
    Tolerance,
    ToleranceKind,
    parse_target,
    parse_tolerance,
)
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.number_words import (
    decimals_typed,
    mistyped_number,
    parse_number,
    parse_ratio,
)

LOW = Polarity.LOW


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (0.5, 0.5), ("0.5", 0.5), (1, 1.0), ("1", 1.0),  # a half, and all
        (1.5, 1.5), ("1.5", 1.5), (-1.5, -1.5),  # 150% is believed, no more
        (1.51, 0.0151), ("1.51", 0.0151), (2, 0.02), ("2", 0.02), (-2, -0.02),
        (100, 1.0), (150, 1.5), (200, 2.0), (0, 0.0), ("0", 0.0),
        ("0.5%", 0.005), ("1%", 0.01), ("1.5%", 0.015), ("2%", 0.02), ("200%", 2.0),
        ("33.333333333333%", 0.333333333333), (33.33333333333333, 0.333333333333),
    ],
)  # fmt: skip
def test_a_bare_percentage_up_to_one_and_a_half_is_a_fraction_and_above_it_in_percent(
    written: str | float, value: float
) -> None:
    assert parse_target(written, Unit.PERCENT) == Target(value)


@pytest.mark.parametrize("unit", [Unit.COUNT, Unit.RATIO, Unit.DAYS, Unit.SCORE, None])
@pytest.mark.parametrize("written", [1, 1.5, 2, 200, "1.5", "2"])
def test_what_is_no_percentage_is_the_number_as_it_stands(
    written: str | float, unit: Unit | None
) -> None:
    assert parse_target(written, unit) == Target(float(written))


def test_a_percent_sign_counts_whatever_the_unit() -> None:
    assert parse_target("200%", Unit.COUNT) == Target(2.0)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("1-2", 0.02, 1.0), ("1.5-2.5", 0.025, 1.5), ("0.5-1.5", 0.5, 1.5), ("1%-2%", 0.01, 0.02),
     ("150-200%", 1.5, 2.0), ("1-2%", 0.01, 0.02), ("1%-2", 0.01, 0.02)],
)  # fmt: skip
def test_each_end_of_a_range_is_read_so_and_one_sign_is_of_both(
    written: str, low: float, high: float
) -> None:
    assert parse_target(written, Unit.PERCENT) == Target(low, high, Polarity.PLAN)


def test_a_range_among_other_words_is_a_range() -> None:
    assert parse_target("Target: 40-60", Unit.COUNT) == Target(40, 60, Polarity.PLAN)
    assert parse_target("95-98% by March", Unit.PERCENT) == Target(0.95, 0.98, Polarity.PLAN)


@pytest.mark.parametrize("written", ["at least 40-60", "fewer than 40 to 60"])
def test_a_limit_that_is_a_range_gives_no_figure(written: str) -> None:
    assert parse_target(written, Unit.COUNT) is None


@pytest.mark.parametrize("written", ["(12)", "£(12)", "(12%)", "(0.5)", "less than (12)"])
def test_an_accountants_negative_is_no_target(written: str) -> None:
    # a target of (12) may as well be a note
    assert parse_target(written, Unit.COUNT) is None


@pytest.mark.parametrize(("written", "value"), [("-12", -12), ("-0.5", -0.5), ("(0)", 0)])
def test_a_signed_figure_and_nought_in_brackets_are_targets(written: str, value: float) -> None:
    assert parse_target(written, Unit.COUNT) == Target(value)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("1:5", Target(0.2)), ("1 : 5", Target(0.2)), ("at most 1:20", Target(0.05, implies=LOW)),
        ("1:3", Target(0.333333333333)),
    ],
)  # fmt: skip
def test_a_ratio_is_the_first_per_one_of_the_second(written: str, target: Target) -> None:
    assert parse_target(written, Unit.RATIO) == target


@pytest.mark.parametrize("written", ["1:0", ":5", "1:", "1:2:3", "a:5"])
def test_half_a_ratio_is_none(written: str) -> None:
    assert parse_target(written, Unit.RATIO) is None
    assert parse_ratio(written) is None


@pytest.mark.parametrize(
    ("written", "points"),
    [
        (0.5, 0.5), (0.99, 0.99), (1, 0.01), ("1", 0.01), (1.5, 0.015), (2, 0.02), (200, 2.0),
        ("0.5 points", 0.005), ("0.5pp", 0.005), ("1 point", 0.01), ("1.5 points", 0.015),
        ("200 points", 2.0), (0, 0.0), ("0 points", 0.0),
        ("33.33333333333333 points", 0.333333333333), (33.33333333333333, 0.333333333333),
    ],
)  # fmt: skip
def test_a_bare_tolerance_of_a_percentage_is_in_points_from_one_on(
    written: str | float, points: float
) -> None:
    assert parse_tolerance(written, Unit.PERCENT) == Tolerance(points)


@pytest.mark.parametrize(
    ("written", "unit", "amount"),
    [
        ("5 points", None, 0.05), ("5 points", Unit.SCORE, 5), ("0.5 points", Unit.DAYS, 0.5),
        ("5pp", Unit.COUNT, 5), (1, Unit.COUNT, 1), (0.5, None, 0.5), (1, None, 1), ("2", None, 2),
        ("2 pupils", Unit.PERCENT, 2), ("1.5 days", Unit.DAYS, 1.5),
    ],
)  # fmt: skip
def test_points_are_hundredths_of_percentages_only(
    written: str | float, unit: Unit | None, amount: float
) -> None:
    assert parse_tolerance(written, unit) == Tolerance(amount)


@pytest.mark.parametrize(
    ("written", "share"),
    [("0.5%", 0.005), ("1%", 0.01), ("1.5%", 0.015), ("2%", 0.02), ("200%", 2.0), ("± 5 %", 0.05),
     ("-5%", 0.05), ("33.33333333333333%", 0.333333333333)],
)  # fmt: skip
def test_a_tolerance_with_a_percent_sign_is_a_share_of_the_target(
    written: str, share: float
) -> None:
    tolerance = parse_tolerance(written, Unit.PERCENT)
    assert tolerance == Tolerance(share, ToleranceKind.RELATIVE)
    assert tolerance.in_unit(-40) == pytest.approx(40 * share)


@pytest.mark.parametrize("written", ["(12)", "(0.5 points)", "1:5", "5 %%", "5 points 3"])
def test_brackets_and_ratios_are_no_tolerance(written: str) -> None:
    assert parse_tolerance(written, Unit.PERCENT) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("(12)", (-12, False)), ("(1.5)", (-1.5, False)), ("£(12)", (-12, False)),
        ("(£12)", (-12, False)), ("( 12 )", (-12, False)), ("(200%)", (-2, True)),
        ("(200)%", (-2, True)), ("(0)", (0, False)), ("(£1.2m)", (-1_200_000, False)),
        ("200%", (2, True)), ("1.5%", (0.015, True)), ("0.5", (0.5, False)),
        ("+5", (5, False)), ("£+5", (5, False)), ("£-5", (-5, False)), ("- 5", (-5, False)),
        ("2k", (2_000, False)), ("2 thousand", (2_000, False)), ("1.5bn", (1_500_000_000, False)),
        ("2 Million", (2_000_000, False)), ("33.333333333333%", (0.333333333333, True)),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_sign_brackets_scale_and_percent(
    typed: str, number: tuple[float, bool]
) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["(-12)", "-(12)", "(12", "12)", "((12))", "(+5)", "(84 of 100)", "-£-5", "+-5", "1,23", "1 23",
     "1,234 567", "1%%", "5 m m"],
)  # fmt: skip
def test_two_signs_and_half_a_bracket_are_no_number(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8O%", (0.8, True)),
        ("l2", (12, False)),
        ("O", (0, False)),
        ("1I", (11, False)),
        ("O%", (0, True)),
        ("£l.2m", (1_200_000, False)),
    ],
)
def test_letters_stand_for_digits_only_where_the_text_is_no_number(
    typed: str, meant: tuple[float, bool]
) -> None:
    assert mistyped_number(typed) == meant


@pytest.mark.parametrize("typed", ["80%", "12", "OK", "Ok", "lm", "OM", "Oil", "", "%"])
def test_words_and_whole_numbers_have_no_letters_in_a_digits_place(typed: str) -> None:
    assert mistyped_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "decimals"),
    [("84", 0), ("84%", 0), ("80.9 %", 1), ("0.50", 2), ("£1.2m", 0), ("1.25 bn", 0), ("1.", 0)],
)
def test_decimals_are_those_typed_and_none_of_millions(typed: str, decimals: int) -> None:
    assert decimals_typed(typed) == decimals
