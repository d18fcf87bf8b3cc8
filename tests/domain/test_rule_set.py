from __future__ import annotations

import pytest

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.bands import BUILT_IN
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet, blank_rule_set


def _rules(indicator: dict[str, object] | None = None, **more: object) -> RuleSet:
    rule = {"id": "A1", "name": "Children seen", "unit": "percent", **(indicator or {})}
    return RuleSet.model_validate({"name": "small", "indicators": [rule], **more})


@pytest.mark.parametrize(
    ("period", "target"),
    [
        (Period.quarter(2018, 3), Target(0.8)),
        (Period.quarter(2018, 2), Target(0.85)),  # of its financial year
        (Period.month(2018, 12), Target(0.85)),
        (Period.year(2018), Target(0.85)),
        (Period.quarter(2017, 3), None),
    ],
)
def test_a_profiled_target_holds_for_its_period_else_for_its_year(
    period: Period, target: Target | None
) -> None:
    rules = _rules({"target": {"2018/19 Q3": "80%", "2018/19": "85%"}})
    assert rules.indicators[0].target_for(period) == target


def test_a_single_target_holds_for_every_period() -> None:
    rule = _rules({"target": "80%"}).indicators[0]
    assert rule.target_for(Period.month(1999, 1)) == Target(0.8)


def test_the_rating_is_a_built_in_one_or_the_rule_sets_own() -> None:
    assert _rules().bands is BUILT_IN["concern"]
    assert _rules(rating="rag").bands is BUILT_IN["rag"]
    own = {
        "bands": [
            {"status": "met", "label": "Met", "up_to": "target"},
            {"status": "missed", "label": "Missed", "concern": 3},
        ]
    }
    rules = _rules(rating="ours", ratings={"ours": own})
    assert [band.status for band in rules.bands.bands] == ["met", "missed"]


@pytest.mark.parametrize(("month", "number"), [("April", 4), ("January", 1), ("September", 9)])
def test_the_financial_year_starts_in_the_month_named(month: str, number: int) -> None:
    assert _rules(financial_year_starts=month).starts == number


def test_an_indicator_is_found_whatever_the_case_of_its_id() -> None:
    rules = _rules({"id": "CIN-Seen"})
    assert rules.by_id(" cin-seen ") is rules.indicators[0]
    assert rules.by_id("CIN") is None


def test_a_blank_rule_set_has_every_default_and_no_indicator() -> None:
    blank = blank_rule_set()
    assert blank.indicators == []
    assert blank.starts == 4
    assert blank.bands is BUILT_IN["concern"]
    assert blank.checks.off == ["indicator-no-rule"]
    assert blank.by_id("A1") is None
