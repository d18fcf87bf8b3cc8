"""What lists rows and figures and is no scorecard is refused, and says why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.grids import grid
from xl_scorecard.domain.rule_set import Indicator, RuleSet, blank_rule_set
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.tables.scorecards import read_scorecard

BLANK = blank_rule_set()


def _read(rows: list[list[Any]], rules: RuleSet = BLANK, period: str | None = None) -> Scorecard:
    return read_scorecard([grid(rows, sheet="Sheet1")], rules, period, "book.xlsx")


CREWS = [
    ["Crews as at Q3 2023/24"],
    [],
    ["Name", "Station", "Grade", "Value"],
    ["H Okafor", "North", "Watch manager", 4],
    ["P Lindqvist", "South", "Firefighter", 7],
    ["R Amin", "North", "Firefighter", 9],
]
SPEND = [
    ["Cost centre", "Description", "Apr-23", "May-23", "Jun-23"],
    ["R100", "Fuel", 120, 130, 125],
    ["R101", "Uniforms", 20, 35, 30],
]
VANS = [
    ["Vehicles December 2023"],
    [],
    ["ID", "Description", "Date purchased", "Current value", "Status"],
    [1, "Van one", date(2019, 5, 1), 4000, "In use"],
    [2, "Van two", date(2020, 5, 1), 5000, "Sold"],
]
ANSWERS = [
    ["Your voice 2023/24"],
    [],
    ["Description", "Q1", "Q2", "Q3", "Q4", "Q5"],
    ["Front desk", 4, 5, 4, 3, 5],
    ["Back office", 3, 4, 4, 4, 2],
]


POOL = [
    ["Leisure price list"],
    ["What you pay for", "2023/24", "2024/25"],
    ["Swim", 5.2, 5.5],
    ["Court, an hour", 9, 9.6],
]
SKIPS = [
    ["What you pay for", "Unit", "VAT rate", "2023/24 £", "2024/25 £"],
    ["Skip, small", "each", "S", 110, 118],
    ["Skip, large", "each", "S", 190, 201],
    ["Permit, a week", "each", "Z", 40, 42],
]


@pytest.mark.parametrize("rows", [CREWS, SPEND, VANS, ANSWERS, POOL, SKIPS])
def test_a_list_is_refused_with_what_it_lacks(rows: list[list[Any]]) -> None:
    with pytest.raises(WorkbookError, match=r"Sheet1!A\d.* reads as .*workbook: headings:"):
        _read(rows)


def test_names_alone_will_do_where_the_title_speaks_of_indicators() -> None:
    rows = [["Fire service KPIs, Q3 2023/24"], *CREWS[1:]]
    assert len(_read(rows).measures) == 3


def test_names_alone_will_do_where_a_column_says_how_they_are_judged() -> None:
    rows = [["Q3 2023/24"], [], ["Name", "Target", "Current"], ["Calls", 3, 4], ["Visits", 5, 6]]
    assert len(_read(rows).measures) == 2


def test_names_alone_will_do_beside_several_periods() -> None:
    rows = [["Name", "Q1 2023/24", "Q2 2023/24"], ["Calls", 3, 4], ["Visits", 5, 6]]
    assert len(_read(rows).measures) == 2


def test_what_a_rule_knows_is_no_list() -> None:
    rule = Indicator.model_validate({"id": "fuel", "name": "Fuel"})
    known = BLANK.model_copy(update={"indicators": [rule]})
    assert len(_read(SPEND, known).measures) == 2


def test_a_list_beside_a_scorecard_is_left_out_of_it() -> None:
    card = grid([["KPI", "Q2 2023/24", "Q3 2023/24"], ["Calls", 3, 4]], sheet="KPIs")
    crews = grid(CREWS, sheet="Crews")
    scorecard = read_scorecard([card, crews], BLANK, None, "book.xlsx")
    assert [measure.name for measure in scorecard.measures] == ["Calls"]
    assert [(left.sheet, left.what) for left in scorecard.left_out] == [("Crews", "list")]


def test_names_alone_will_do_where_the_title_speaks_of_performance() -> None:
    rows = [["Performance, Q3 2023/24"], [], ["Name", "Current"], ["Calls", 3], ["Visits", 5]]
    assert len(_read(rows).measures) == 2


@pytest.mark.parametrize("title", ["Fees and charges: performance", "Tariffs: our KPIs"])
def test_of_prices_there_may_be_indicators(title: str) -> None:
    rows = [[title], ["What we do", "2022/23", "2023/24"], ["Bills paid", 3, 4], ["Calls", 5, 6]]
    scorecard = read_scorecard([grid(rows, sheet="Sheet1")], BLANK, None, "book.xlsx")
    assert len(scorecard.measures) == 2
