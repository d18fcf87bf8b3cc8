"""Scorecards of many shapes: each is rated, stays live, refreshes to the same bytes, and clears
to what it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import (
    HEADINGS,
    ROWS,
    Cell,
    More,
    cleared,
    done,
    refreshed_into,
    rule_file,
    scorecard,
)
from tests.support.formulas import disagreements
from tests.support.office import Office

WIDE = (*HEADINGS[:4], "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
WIDE_ROWS = [(*row[:4], 0.7, 0.72, *row[4:]) for row in ROWS]


def _table(
    book: Any, page: Any, top: int, headings: Sequence[Cell] = HEADINGS,
    rows: Sequence[Sequence[Cell]] = ROWS,
) -> None:  # fmt: skip
    shown = book.add_format({"num_format": "0.0%"})
    for row, cells in enumerate([headings, *rows], top):
        for column, value in enumerate(cells):
            page.write(row, column, value, shown)


def _second_table(book: Any, page: Any) -> None:
    _table(book, page, 12)


def _second_table_wider(book: Any, page: Any) -> None:
    _table(book, page, 12, WIDE, WIDE_ROWS)


def _second_sheet(book: Any, page: Any) -> None:
    _table(book, book.add_worksheet("Children's homes"), 4)


def _set_up(book: Any, page: Any) -> None:
    """Widths, heights, a filter, frozen panes, colours, a print area, a name, a note."""
    page.set_column(5, 12, 5)
    page.set_row(4, 30)
    page.autofilter("A3:F6")
    page.freeze_panes(3, 2)
    page.conditional_format("F4:F6", {"type": "data_bar"})
    page.conditional_format("F4:F6", {"type": "cell", "criteria": ">", "value": 0.8,
                                      "format": book.add_format({"bold": True})})  # fmt: skip
    page.print_area("A1:F6")
    page.write_comment("F4", "Provisional")
    book.define_name("Outturns", "=Scorecard!$F$4:$F$6")


def _list_object(book: Any, page: Any) -> None:
    columns = [{"header": heading} for heading in HEADINGS]
    page.add_table("A3:F6", {"columns": columns, "name": "Indicators"})


def _ours_hidden_and_blank(book: Any, page: Any) -> None:
    """Formatted blank cells where ours will be, in columns that are hidden."""
    grey = book.add_format({"bg_color": "#DDDDDD"})
    for row in range(2, 6):
        page.write_blank(row, 7, None, grey)
    page.set_column(8, 8, 5, None, {"hidden": True})


def _chart_sheet(book: Any, page: Any) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Scorecard!$E$4:$F$4"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.add_worksheet("Notes").activate()


SHAPES: dict[str, More | None] = {
    "plain": None,
    "two tables": _second_table,
    "a wider second table": _second_table_wider,
    "two sheets": _second_sheet,
    "set up": _set_up,
    "a list object": _list_object,
    "formatted blanks and hidden columns": _ours_hidden_and_blank,
    "a chart sheet": _chart_sheet,
}


@pytest.fixture(params=SHAPES)
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """A scorecard of some shape and its refreshed copy."""
    workbook = scorecard(tmp_path / "q3.xlsx", more=SHAPES[request.param])
    outcome = refreshed_into(tmp_path / "out", workbook)
    assert [i.status for i in outcome.indicators[:3]] == ["good", "acceptable", "amber"]
    assert [i.status for i in outcome.indicators[3:]] in ([], ["good", "acceptable", "amber"])
    return workbook, tmp_path / "out" / "q3.xlsx"


def test_nothing_is_lost(pair: tuple[Path, Path], part_diff: ModuleType) -> None:
    found = part_diff.diff(*pair)
    assert (found["lost"], found["elements"], found["cells"]) == ([], {}, {})


def test_every_formula_computes_to_what_is_stored(pair: tuple[Path, Path], soffice: Office) -> None:
    assert disagreements(*pair, soffice) == []


def test_refreshing_again_gives_the_same_bytes(pair: tuple[Path, Path], tmp_path: Path) -> None:
    once = pair[1].read_bytes()
    done(xl_scorecard.refresh(pair[1], rules=rule_file(tmp_path), in_place=True))
    assert pair[1].read_bytes() == once


def test_clearing_gives_every_part_back(pair: tuple[Path, Path], part_diff: ModuleType) -> None:
    workbook, output = pair
    cleared(output)
    found = part_diff.diff(workbook, output)
    changed = {name for name, how in found["rewritten"].items() if how != "same"}
    assert (found["lost"], found["added"], found["cells"]) == ([], [], {})
    assert changed <= {"xl/styles.xml"}
