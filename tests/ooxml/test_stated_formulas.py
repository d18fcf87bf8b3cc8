"""What is said in a workbook of a sheet: by cells, names, formats, charts and pivot tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import SHEET, scorecard
from tests.support.packages import packed, parts
from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.ooxml.stated_formulas import stated_formulas
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package

CHART = "xl/charts/chart1.xml"
CACHE = "xl/pivotCache/pivotCacheDefinition1.xml"


def _more(book: Any, page: Any) -> None:
    page.write_formula("H4", "=SUM(E4:F4)")
    page.conditional_format("A4:A6", {"type": "formula", "criteria": "=$E4>1"})
    page.data_validation("B4", {"validate": "list", "source": "=$E$4:$F$4"})
    book.define_name("Figures", f"={SHEET}!$E$4:$F$6")
    board = book.add_worksheet("Board")
    board.write_formula("B2", f"=SUM({SHEET}!E4:F4)")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"={SHEET}!$E$4:$F$4"})
    board.insert_chart("B4", chart)
    book.add_worksheet("Apart").write_formula("B2", "=SUM(C4:D4)")
    page.print_area("A1:F6")


def _stated(book: Path, target: Path, more: dict[str, bytes]) -> list[StatedFormula]:
    """What is stated in a workbook, with some parts put in or put otherwise."""
    with Package.open(packed({**parts(book), **more}, target)) as package:
        workbook = Workbook(package)
        return list(stated_formulas(workbook, workbook.sheet(SHEET)))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return scorecard(tmp_path / "q3.xlsx", more=_more)


def test_all_that_mentions_a_sheet_is_told_with_where_it_stands(book: Path, tmp_path: Path) -> None:
    told = {
        (s.place, s.text, s.sheet, s.computes) for s in _stated(book, tmp_path / "again.xlsx", {})
    }
    rules = f"A format or validation of sheet {SHEET}"
    assert told == {
        ("The name Figures", f"{SHEET}!$E$4:$F$6", None, True),
        ("The formula in H4", "SUM(E4:F4)", SHEET, True),
        (rules, "$E4>1", SHEET, False), (rules, "$E$4:$F$4", SHEET, False),
        ("The formula in B2", f"SUM({SHEET}!E4:F4)", "Board", True),
        ("A chart", f"{SHEET}!$E$4:$F$4", None, True),
    }  # fmt: skip


def test_the_source_of_a_pivot_table_is_told_with_its_sheet(book: Path, tmp_path: Path) -> None:
    source = f'<c><worksheetSource ref="A3:Z20" sheet="{SHEET}"/></c>'.encode()
    pivot = [s for s in _stated(book, tmp_path / "p.xlsx", {CACHE: source}) if s.text == "A3:Z20"]
    assert [(s.place, s.sheet) for s in pivot] == [("A pivot table", SHEET)]
    named = source.replace(b'ref="A3:Z20" ', b'name="Figures" ')
    told = _stated(book, tmp_path / "named.xlsx", {CACHE: named})
    assert "A pivot table" not in {s.place for s in told}


def test_a_chart_that_is_damaged_says_nothing_and_stops_nothing(book: Path, tmp_path: Path) -> None:
    half = parts(book)[CHART][:-40]
    told = _stated(book, tmp_path / "half.xlsx", {CHART: half})
    assert "A chart" not in {s.place for s in told}
    assert "The formula in B2" in {s.place for s in told}


def test_a_sheet_that_is_damaged_says_what_stands_before_the_damage(
    book: Path, tmp_path: Path
) -> None:
    sheet = "xl/worksheets/sheet2.xml"
    half = parts(book)[sheet].replace(b"</sheetData>", b"</sheetData")
    told = _stated(book, tmp_path / "half.xlsx", {sheet: half})
    assert {s.place for s in told} >= {"The name Figures", "The formula in H4", "A chart"}


def test_a_formula_filled_over_a_range_is_told_with_it(book: Path, tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    shared = parts(book)[sheet].replace(b"<f>SUM", b'<f t="shared" si="0" ref="H4:H6">SUM')
    told = _stated(book, tmp_path / "shared.xlsx", {sheet: shared})
    assert [(s.cell, s.filled) for s in told if s.filled] == [("H4", "H4:H6")]
