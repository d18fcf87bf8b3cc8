"""A sheet that feeds the scorecard is its source, and one that repeats it is no second one."""

from __future__ import annotations

from typing import Any

from tests.support.grids import grid
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.rule_set import blank_rule_set
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.reading.tables.scorecards import read_scorecard

FIGURES = [["Ref", "Q2 2023/24", "Q3 2023/24"], ["A1", 12, 14], ["A2", 0.5, 0.6], ["A3", 7, 9]]
CARD: list[list[Any]] = [
    ["Ref", "Measure", "Target", "Q2 2023/24", "Q3 2023/24"],
    ["A1", "Hydrants checked", 10, 12, 14],
    ["A2", "Calls in time", 0.7, 0.5, 0.6],
    ["A3", "Drills held", 8, 7, 9],
]


def _fetching(sheet: Grid, formula: str, column: int = 5) -> Grid:
    """The sheet with formulas in a column, the results as they are."""
    cells = {
        place: cell._replace(formula=formula.format(row=cell.row))
        if cell.column == column and cell.row > 1 else cell
        for place, cell in sheet.cells.items()
    }  # fmt: skip
    return Grid(sheet.sheet, cells)


def _read(*sheets: Grid) -> Scorecard:
    return read_scorecard(list(sheets), blank_rule_set(), None, "book.xlsx")


def _sheets(scorecard: Scorecard) -> list[str]:
    return [table.sheet for table in scorecard.tables]


def test_a_sheet_that_the_figures_are_fetched_from_is_their_source() -> None:
    entry = grid(FIGURES, sheet="Data entry '23")
    for formula in ("='Data entry ''23'!C{row}", "=INDEX('Data entry ''23'!C:C,{row})"):
        card = _fetching(grid(CARD, sheet="Card"), formula)
        for order in ((card, entry), (entry, card)):
            scorecard = _read(*order)
            assert _sheets(scorecard) == ["Card"]
            assert [(left.sheet, left.why) for left in scorecard.left_out] == [
                ("Data entry '23", "feeds the scorecard on Card")
            ]


def test_a_sheet_with_the_same_figures_and_no_target_is_a_source_too() -> None:
    scorecard = _read(grid(FIGURES, sheet="Extract"), grid(CARD, sheet="Card"))
    assert _sheets(scorecard) == ["Card"]


def test_a_front_sheet_that_fetches_what_others_judge_repeats_them() -> None:
    front = [["Measure", "Q3 2023/24"], *[[row[1], row[4]] for row in CARD[1:]]]
    scorecard = _read(_fetching(grid(front, sheet="Front"), "=Card!E{row}", 2),
                      grid(CARD, sheet="Card"))  # fmt: skip
    assert _sheets(scorecard) == ["Card"]
    assert scorecard.left_out[0].why == "fetches its figures from Card"


def test_a_team_with_figures_of_its_own_is_a_scorecard() -> None:
    south = [CARD[0], *([*row[:4], row[4] + 1] for row in CARD[1:])]
    assert _sheets(_read(grid(CARD, sheet="North"), grid(south, sheet="South"))) == [
        "North", "South",
    ]  # fmt: skip


def test_a_sum_over_team_sheets_takes_none_of_them_away() -> None:
    total = _fetching(grid(CARD, sheet="All"), "=North!E{row}+South!E{row}")
    others = [["B1", "Smoke alarms", 3, 4, 5], ["B2", "Visits", 3, 4, 6], ["B3", "Pumps", 1, 2, 3]]
    north = grid([CARD[0], *others], sheet="North")
    assert _sheets(_read(total, north)) == ["All", "North"]


def test_ratings_alone_on_a_front_sheet_do_not_make_it_the_scorecard() -> None:
    front = [["Measure", "Q3 2023/24", "RAG"], *[[row[1], row[4], "Red"] for row in CARD[1:]]]
    scorecard = _read(_fetching(grid(front, sheet="Front"), "=Card!E{row}", 2),
                      grid(CARD, sheet="Card"))  # fmt: skip
    assert _sheets(scorecard) == ["Card"]
