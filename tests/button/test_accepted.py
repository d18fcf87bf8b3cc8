"""What officers accept on the Checks sheet holds in a closed file and in the open workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.button.hosted import InExcel, OnDisk, Stage
from tests.support.books import refreshed_into, rule_file, scorecard
from tests.writing.officers import FOUR, ROWS
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.refreshing import refresh
from xl_scorecard.rule_files.load import load_rule_set

OVER_100 = [*ROWS[:3], ("D1", "Reviews held", "High", 0.8, 0.9, 1.01)]
REASON = "Reviews are held twice, and both are counted"


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    return load_rule_set(rule_file(tmp_path, FOUR))


@pytest.fixture(params=[OnDisk, InExcel])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    """A scorecard with one error: D1, in row 7, is over 100%."""
    path = scorecard(tmp_path / "q3.xlsx", OVER_100)
    if request.param is OnDisk:
        return OnDisk(path)
    refreshed_into(tmp_path / "computed", path, FOUR)
    return InExcel(path, tmp_path / "computed" / path.name)


def _refreshed(stage: Stage, rules: RuleSet) -> Outcome:
    with stage.hosted([rules]) as host:
        return refresh(host, [rules])


def _columns(stage: Stage) -> dict[object, int]:
    cells = stage.book["Checks"].filled
    return {cell.value: column for (row, column), cell in cells.items() if row == 5}


def _accept(stage: Stage, row: int) -> None:
    at = _columns(stage)
    stage.type("Checks", (row, at["Accepted"]), "accepted")
    stage.type("Checks", (row, at["Reason"]), REASON)


def _accepted(outcome: Outcome) -> list[tuple[str | None, str | None]]:
    return [(f.indicator, f.reason) for f in outcome.findings if f.accepted]


def _listed(stage: Stage) -> list[tuple[object, object, object]]:
    """Indicator, what stands under Accepted and under Reason, of each finding."""
    at, page = _columns(stage), stage.book["Checks"]
    last = next(iter(page.tables.values()))[2]
    words = ("Indicator", "Accepted", "Reason")
    return [
        tuple(
            page.cells[row, at[w]].content if (row, at[w]) in page.filled else None for w in words
        )
        for row in range(6, last + 1)
    ]  # type: ignore[misc]


def test_what_is_accepted_stays_so_beside_its_finding(stage: Stage, rules: RuleSet) -> None:
    assert _accepted(_refreshed(stage, rules)) == []
    _accept(stage, 6)
    stage.type("Scorecard", (4, 6), 1.02)  # A1 is over 100% too, and comes before it
    for _ in range(2):
        assert _accepted(_refreshed(stage, rules)) == [("D1", REASON)]
        assert _listed(stage) == [("A1", None, None), ("D1", "accepted", REASON)]


def test_another_figure_is_not_accepted_and_the_reason_is_kept(
    stage: Stage, rules: RuleSet
) -> None:
    _refreshed(stage, rules)
    _accept(stage, 6)
    stage.type("Scorecard", (7, 6), 1.03)
    for _ in range(2):
        assert _accepted(_refreshed(stage, rules)) == []
        assert _listed(stage) == [("D1", None, None)]
        texts = [cell.value for cell in stage.book["Checks"].filled.values()]
        assert texts.count(f"Accepted: {REASON}") == 1
        assert "accepted" not in texts


def test_the_list_is_a_table_with_the_word_to_pick(stage: Stage, rules: RuleSet) -> None:
    _refreshed(stage, rules)
    page = stage.book["Checks"]
    (area,) = page.tables.values()
    assert area == (5, 1, 6, 12)
    assert page.choices == {(6, _columns(stage)["Accepted"]): ("accepted",)}
