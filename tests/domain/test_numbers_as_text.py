from __future__ import annotations

import pytest

from xl_scorecard.domain.number_words import parse_number


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [
        ("84", 84, False),
        ("84%", 0.84, True),
        ("80.9 %", 0.809, True),
        ("80.9\u00a0%", 0.809, True),
        ("7 per cent", 0.07, True),
        ("1,806", 1806, False),
        ("1,234,567.5", 1234567.5, False),
        ("£1.2m", 1_200_000, False),
        ("£ 45k", 45_000, False),
        ("3 million", 3_000_000, False),
        ("-3.5", -3.5, False),
        ("\u22123.5", -3.5, False),  # a typeset minus sign
        (".5", 0.5, False),
        (" 12 ", 12, False),
        ("1 806", 1806, False),
        ("1\u00a0806.5", 1806.5, False),
        ("(12)", -12, False),
        ("(12.5%)", -0.125, True),
        ("–12", -12, False),
        ("-£1.2m", -1_200_000, False),
        ("7,5%", 0.075, True),  # a decimal comma
        ("62,25 %", 0.6225, True),
        ("0,375", 0.375, False),
        ("€ 3.410,50", 3410.5, False),
        ("7,500", 7500, False),
    ],
)
def test_a_number_is_read_as_it_is_typed(text: str, value: float, percent: bool) -> None:
    assert parse_number(text) == (value, percent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBC",
        "%",
        "-",
        "£",
        "12,34",
        "1.2.3",
        "8O",
        "84 of 100",
        "<5",
        "Q3",
        "1 2",
        "--5",
        "()",
        "1:5",
    ],
)
def test_what_is_not_one_number_is_none(text: str) -> None:
    assert parse_number(text) is None
