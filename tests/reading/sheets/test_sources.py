"""Sheets are read once, however many ask for them."""

from __future__ import annotations

from collections import Counter

from tests.support.grids import grid, percent
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import Indicator, RuleSet, blank_rule_set
from xl_scorecard.reading.sheets.sources import read_once
from xl_scorecard.reading.tables.workbooks import read_workbook


class CountedSheets:
    """A source that counts how often it is asked."""

    def __init__(self, *sheets: Grid) -> None:
        self._sheets = {sheet.sheet: sheet for sheet in sheets}
        self.asked: Counter[str] = Counter()

    @property
    def names(self) -> list[str]:
        return list(self._sheets)

    def top(self, name: str) -> Grid:
        self.asked[f"top of {name}"] += 1
        return self._sheets[name]

    def whole(self, name: str) -> Grid:
        self.asked[name] += 1
        return self._sheets[name]


def _rules(name: str, indicator: str) -> RuleSet:
    rule = Indicator.model_validate({"id": "SEEN", "name": indicator})
    return blank_rule_set().model_copy(update={"name": name, "indicators": [rule]})


def test_sheets_are_read_once_however_many_rule_sets_are_tried() -> None:
    seen = ["Children seen", percent(0.75), percent(0.84)]
    scorecard = grid([["Measure", "Q2 2018/19", "Q3 2018/19"], seen], sheet="Q3")
    source = CountedSheets(scorecard, grid([["Prepared for committee"]], sheet="Notes"))
    rule_sets = [_rules("plans", "Plans reviewed"), _rules("seen", "Children seen")]
    chosen, _ = read_workbook("q3.xlsx", source, rule_sets, None)
    assert chosen.name == "seen"
    assert source.asked == {"top of Q3": 1, "top of Notes": 1, "Q3": 1}


def test_a_source_that_reads_once_is_not_wrapped_again() -> None:
    source = read_once(CountedSheets(grid([])))
    assert read_once(source) is source
