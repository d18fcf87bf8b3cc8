"""A sheet a quarter: the one of the reported quarter is read, those of others give its history."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reading.real.understood import read_grids
from tests.support.grids import grid
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet

Q1, Q2, Q3 = (Period.quarter(2018, number) for number in (1, 2, 3))


def _sheet(name: str, period: str, *rows: tuple[str, str, float]) -> Grid:
    return grid([["Ref", "Measure", period], *map(list, rows)], sheet=name)


def _history(*grids: Grid, rule_set: RuleSet | None = None) -> dict[str, dict[str, float | None]]:
    """Each indicator's figures by period, as a change is worked out from."""
    scorecard = read_grids(*grids, rule_set=rule_set)
    return {
        m.id: {str(period): outturn.value for period, outturn in m.history.items()}
        for m in scorecard.measures
    }


SECOND = _sheet("Q2", "Q2 2018/19", ("A1", "Visits", 75), ("B1", "Plans", 20))
THIRD = _sheet("Q3", "Q3 2018/19", ("A1", "Visits", 82), ("B1", "Plans", 23))


def _tables(grids: Sequence[Grid]) -> list[str]:
    return [table.sheet for table in read_grids(*grids).tables]


def test_the_sheet_of_the_latest_quarter_is_reported_wherever_it_stands() -> None:
    assert _tables([SECOND, THIRD]) == ["Q3"]
    assert _tables([THIRD, SECOND]) == ["Q3"]


def test_the_figures_of_the_other_sheets_are_its_history() -> None:
    assert _history(SECOND, THIRD) == {
        "A1": {"2018/19 Q2": 75, "2018/19 Q3": 82}, "B1": {"2018/19 Q2": 20, "2018/19 Q3": 23},
    }  # fmt: skip
    (visits, _) = read_grids(SECOND, THIRD).measures
    assert visits.history[Q2].sheet == "Q2"
    assert visits.history[Q3].sheet == ""


def test_what_the_reported_sheet_says_itself_of_a_quarter_goes_before_the_other_sheet() -> None:
    both = grid(
        [["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"], ["A1", "Visits", 76, 82]], sheet="Q3"
    )
    assert _history(SECOND, both) == {"A1": {"2018/19 Q2": 76, "2018/19 Q3": 82}}


def test_a_sheet_that_is_left_out_says_so_with_its_quarter() -> None:
    (told,) = read_grids(SECOND, THIRD).left_out
    assert (told.sheet, told.where) == ("Q2", "A1:C3")
    assert told.why == "holds the same indicators for Q2 2018/19; Q3 2018/19 is reported"


def test_a_sheet_with_mostly_other_indicators_is_read_too() -> None:
    other = _sheet("Old", "Q2 2018/19", ("A1", "Visits", 75), ("C1", "Calls", 4), ("D1", "Fees", 9))
    assert _tables([other, THIRD]) == ["Old", "Q3"]
    half = _sheet("Old", "Q2 2018/19", ("A1", "Visits", 75), ("C1", "Calls", 4))
    assert _tables([half, THIRD]) == ["Q3"]


def test_by_a_rule_set_a_row_is_the_indicator_that_its_rule_says() -> None:
    renamed = _sheet("Q2", "Q2 2018/19", ("A1", "Home visits", 75), ("B1", "Plans", 20))
    rule_set = RuleSet.model_validate(
        {"name": "s", "indicators": [{"id": "A1", "name": "Visits"}, {"id": "B1", "name": "Plans"}]}
    )
    assert _history(renamed, THIRD, rule_set=rule_set)["A1"] == {"2018/19 Q2": 75, "2018/19 Q3": 82}


def test_a_figure_on_another_basis_is_no_history() -> None:
    second = grid(
        [["Ref", "Measure", "Frequency", "Q2 2018/19"], ["A1", "Visits", "YTD", 75]], sheet="Q2"
    )
    third = grid(
        [["Ref", "Measure", "Frequency", "Q3 2018/19"], ["A1", "Visits", "Snapshot", 82]],
        sheet="Q3",
    )
    assert _history(second, third) == {"A1": {"2018/19 Q3": 82}}


def test_a_quarter_below_another_on_one_sheet_is_of_the_quarter_named_above_it() -> None:
    headings = ["Ref", "Measure", "Target", "Actual"]
    before = [["Quarter 2 2018/19"], headings, ["A1", "Visits", 80, 75], ["B1", "Plans", 20, 20]]
    since = [["Quarter 3 2018/19"], headings, ["A1", "Visits", 80, 82], ["B1", "Plans", 20, 23]]
    for between in ([], [[]], [[], []]):
        rows: list[list[object]] = [*before, *between, *since]
        assert _history(grid(rows)) == {
            "A1": {"2018/19 Q2": 75, "2018/19 Q3": 82}, "B1": {"2018/19 Q2": 20, "2018/19 Q3": 23},
        }  # fmt: skip


def test_a_footnote_is_no_title_of_the_table_below_it() -> None:
    headings = ["Ref", "Measure", "Target", "Actual"]
    rows: list[list[object]] = [
        ["Quarter 3 2018/19"], headings, ["A1", "Visits", 80, 75], ["Revised Q2 2018/19"], [], [],
        headings, ["C1", "Drills", 20, 23],
    ]  # fmt: skip
    assert [str(t.reported) for t in read_grids(grid(rows)).tables] == ["2018/19 Q3"] * 2
