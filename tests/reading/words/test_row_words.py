from __future__ import annotations

import pytest

from xl_scorecard.domain.grid import Cell, Value
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.reading.words.row_words import (
    unit_in_cell,
    unit_in_name,
    unit_of_entry,
    unit_of_words,
)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("%", Unit.PERCENT), ("Percentage", Unit.PERCENT), ("(%)", Unit.PERCENT),
        ("No.", Unit.COUNT), ("Number", Unit.COUNT), ("Rate per 10,000", Unit.RATE_PER_10000),
        ("per 1,000", Unit.SCORE), ("Days", Unit.DAYS), ("Weeks", Unit.SCORE),
        ("£", Unit.CURRENCY), ("£000s", Unit.CURRENCY), ("Ratio", Unit.RATIO),
        ("Score", Unit.SCORE), ("Index", Unit.SCORE), ("", None), ("Director", None),
    ],
)  # fmt: skip
def test_a_unit_columns_words(words: str, unit: Unit | None) -> None:
    assert unit_of_words(words) is unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("% of children seen", Unit.PERCENT), ("Percentage of plans", Unit.PERCENT),
        ("Children seen (%)", Unit.PERCENT), ("Number of children in care", Unit.COUNT),
        ("Rate of referrals per 10,000 children", Unit.RATE_PER_10000),
        ("Deaths per 100,000", Unit.SCORE), ("Average days to adoption", Unit.DAYS),
        ("Number of days lost", Unit.DAYS), ("Average number of days to place", Unit.DAYS),
        ("Spend against budget (£000s)", Unit.CURRENCY), ("Ratio of staff to children", Unit.RATIO),
        ("Children in care", None), ("Score of the staff survey", None),
    ],
)  # fmt: skip
def test_a_name_gives_its_unit_away(name: str, unit: Unit | None) -> None:
    assert unit_in_name(name) is unit


@pytest.mark.parametrize(
    ("value", "number_format", "unit"),
    [
        (0.84, "0.0%", Unit.PERCENT), (84.0, '0.0"%"', Unit.PERCENT), (84.0, "0", None),
        (1200.0, "[$£-809]#,##0", Unit.CURRENCY), ("84% (21/25)", "General", Unit.PERCENT),
        ("80%p", "General", Unit.PERCENT), ("£1.2m", "General", Unit.CURRENCY),
        (">95%", "General", None), ("TBC", "General", None),
    ],
)  # fmt: skip
def test_a_figure_shows_its_unit(value: Value, number_format: str, unit: Unit | None) -> None:
    assert unit_in_cell(Cell(4, 8, value, number_format=number_format)) is unit


@pytest.mark.parametrize(
    ("entry", "unit"),
    [
        ("% of tenants", Unit.PERCENT), ("per 1,000 passengers", Unit.SCORE),
        ("Number of otters", Unit.COUNT), ("days", Unit.DAYS), ("otters", None),
    ],
)  # fmt: skip
def test_an_entry_below_unit_may_say_what_it_is_of(entry: str, unit: Unit | None) -> None:
    assert unit_of_entry(entry) is unit
