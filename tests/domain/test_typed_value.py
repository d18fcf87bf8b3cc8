"""Texts of value cells as councils type them, each with what a reader takes from it."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.typed_value import parse_value

PERCENT, COUNT, CURRENCY, RATIO = Unit.PERCENT, Unit.COUNT, Unit.CURRENCY, Unit.RATIO


@pytest.mark.parametrize(
    ("text", "unit", "number", "marks"),
    [
        ("80.9 %", PERCENT, 0.809, ()),
        ("1,806", COUNT, 1806, ()),
        ("1 806", COUNT, 1806, ()),
        ("1\u00a0806", COUNT, 1806, ()),
        ("1\u202f234\u202f567", COUNT, 1_234_567, ()),
        ("£1.2m", CURRENCY, 1_200_000, ()),
        ("£12,300", CURRENCY, 12_300, ()),
        ("-£1.2m", CURRENCY, -1_200_000, ()),
        ("£(1.2m)", CURRENCY, -1_200_000, ()),
        ("(12)", COUNT, -12, ()),
        ("-12", COUNT, -12, ()),
        ("\u221212", COUNT, -12, ()),
        ("–12", COUNT, -12, ()),  # an en dash typed for a minus
        ("'54", COUNT, 54, ()),
        ("\u200b54 ", COUNT, 54, ()),
        ("1:5", RATIO, 0.2, ("working",)),
        ("1:5", None, 0.2, ("working",)),
        ("(21/21)x100=100%", PERCENT, 1.0, ("working",)),
        ("21/25 = 84%", PERCENT, 0.84, ("working",)),
        ("84% (21/25)", PERCENT, 0.84, ("counts",)),
        ("84% 21/25", PERCENT, 0.84, ("counts",)),
        ("84% (n=25)", PERCENT, 0.84, ("counts",)),
        ("84% (21 of 25 children)", PERCENT, 0.84, ("counts",)),
        ("21/25 (84%)", PERCENT, 0.84, ("counts",)),
        ("21 (84%)", PERCENT, 0.84, ("counts",)),
        ("21 (84%)", COUNT, 21, ("counts",)),
        ("84% (21)", COUNT, 21, ("counts",)),
        ("84% of children", PERCENT, 0.84, ("words",)),
        ("5 days", Unit.DAYS, 5, ("words",)),
        ("c.80", COUNT, 80, ("approximate",)),
        ("c 80%", PERCENT, 0.8, ("approximate",)),
        ("approx 80", COUNT, 80, ("approximate",)),
        ("~80", COUNT, 80, ("approximate",)),
        ("est. 80", COUNT, 80, ("estimated",)),
        ("80%p", PERCENT, 0.8, ("provisional",)),
        ("80 [p]", COUNT, 80, ("provisional",)),
        ("80% (provisional)", PERCENT, 0.8, ("provisional",)),
        ("80%(r)", PERCENT, 0.8, ("revised",)),
        ("80r", COUNT, 80, ("revised",)),
        ("84 [u]", COUNT, 84, ("low reliability",)),
        ("84.2*", COUNT, 84.2, ("note",)),
        ("84.2†", COUNT, 84.2, ("note",)),
        ("84.2¹", COUNT, 84.2, ("note",)),
        ("84.2[note 3]", COUNT, 84.2, ("note",)),
        ("84.2 (1)", COUNT, 84.2, ("note",)),
        ("84% (Q3)", PERCENT, 0.84, ("note",)),
        ("84% ▲", PERCENT, 0.84, ("arrow",)),
        ("120 decisions", COUNT, 120, ("words",)),
        ("nil", COUNT, 0, ("words",)),
        ("Nil", PERCENT, 0, ("words",)),
        ("none", COUNT, 0, ("words",)),
        ("0", COUNT, 0, ()),
    ],
)
def test_the_figure_is_read_and_what_else_is_typed_is_a_remark(
    text: str, unit: Unit | None, number: float, marks: tuple[str, ...]
) -> None:
    typed = parse_value(text, unit)
    assert (typed.number, typed.gap, typed.marks) == (number, None, marks)


def test_several_remarks_are_all_kept() -> None:
    assert set(parse_value("80 [r][e]", COUNT).marks) == {"revised", "estimated"}
    typed = parse_value("5 (GREEN) [p]", COUNT)
    assert (typed.number, typed.rating, set(typed.marks)) == (5, "GREEN", {"rated", "provisional"})


@pytest.mark.parametrize(
    ("text", "number", "rating"),
    [
        ("711 volunteers (GREEN)", 711, "GREEN"),
        ("711 volunteers supporting council services (GREEN)", 711, "GREEN"),
        ("0.01% Green", 0.0001, "Green"),
        ("80.9% (R)", 0.809, "R"),
        ("80% (A/R)", 0.8, "A/R"),
        ("84% - Amber", 0.84, "Amber"),
        ("GREEN: 84%", 0.84, "GREEN"),
        ("Orange: 84%", 0.84, "Orange"),
        ("84% – Achieved", 0.84, "Achieved"),
        ("84% 🟢", 0.84, "🟢"),
        ("121 Red", 121, "Red"),
        ("84% met", 0.84, "met"),
        ("80%(r)", 0.8, None),  # small: revised
        ("80%R", 0.8, None),  # glued to the figure: revised
        ("84 (a)", 84, None),  # small: a footnote
    ],
)
def test_a_rating_typed_beside_the_figure_is_kept_word_for_word(
    text: str, number: float, rating: str | None
) -> None:
    typed = parse_value(text, None)
    assert (typed.number, typed.rating) == (number, rating)


def test_progress_told_in_words_may_be_rated_too() -> None:
    typed = parse_value("Programme on schedule (GREEN)", None)
    assert (typed.number, typed.gap, typed.rating) == (None, Gap.NOT_AVAILABLE, "GREEN")
    assert typed.marks == ("rated",)


@pytest.mark.parametrize("text", ["GREEN", "A/R", "Amber/Green", "Achieved", "🔴"])
def test_a_rating_alone_is_no_figure_but_understood(text: str) -> None:
    typed = parse_value(text, COUNT)
    assert (typed.number, typed.gap, typed.rating) == (None, Gap.NOT_AVAILABLE, text)
    assert typed.marks == ()


@pytest.mark.parametrize(
    "text",
    [
        "<5", "< 5", ">95%", "≤5", "90-99", "90 - 99%", "1 to 4", "95%+", "5 or fewer",
        "no more than 5", "5 and over", "from 1 to 4",
    ],
)  # fmt: skip
def test_a_band_is_suppressed_and_said_to_be_a_band(text: str) -> None:
    typed = parse_value(text, COUNT)
    assert (typed.number, typed.gap, typed.marks) == (None, Gap.SUPPRESSED, ("banded",))


@pytest.mark.parametrize(
    "text",
    [
        "ask Jo", "8O", "84 of 100", "21/25", "12 months to date", "31 March", "2018-19", "1,2",
        "84% (85% in Q2)", "Yes", "99-90", "5 awaiting data", "wibble 12",
        "84% of the children whose plan was reviewed in the period, up from a year ago, were seen",
    ],
)  # fmt: skip
def test_what_gives_no_one_figure_is_not_guessed(text: str) -> None:
    typed = parse_value(text, PERCENT)
    assert (typed.number, typed.gap) == (None, Gap.NOT_AVAILABLE)
    assert typed.marks == ("not understood",)


def test_none_beside_percentages_says_that_there_were_no_cases() -> None:
    typed = parse_value("None", PERCENT)
    assert (typed.number, typed.gap) == (None, Gap.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("text", "decimals"), [("80.9 %", 1), ("84%", 0), ("£1.2m", 0), ("84.20 (21/25)", 2)]
)
def test_decimals_are_those_of_the_figure(text: str, decimals: int) -> None:
    assert parse_value(text.replace("84.20", "84.20%"), PERCENT).decimals == decimals


@pytest.mark.parametrize(
    "text", ["3 weeks", "c. 6 wks", "12 hours", "90 seconds", "2.5 months", "1 year"]
)
def test_a_time_in_weeks_or_hours_is_no_number_of_days(text: str) -> None:
    assert parse_value(text, Unit.DAYS).number is None


def test_days_are_days_and_weeks_count_where_they_are_not_told_in_days() -> None:
    assert parse_value("42 days", Unit.DAYS).number == 42
    assert parse_value("6 weeks", Unit.COUNT).number == 6


def test_a_time_on_a_clock_is_no_score() -> None:
    assert parse_value("06:12", Unit.SCORE).number is None
    assert parse_value("1:5", Unit.SCORE).number == 0.2
    assert parse_value("1:20", Unit.RATIO).number == 0.05
