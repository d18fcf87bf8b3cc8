"""Cells set in a worksheet part: in their place, with the text as it is meant."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from lxml import etree

from tests.support.sheets import worksheet
from xl_scorecard.ooxml.worksheet import Worksheet, number_text


def _references(sheet: Worksheet) -> list[str]:
    return [cell.get("r") for cell in sheet.root.iter("{*}c")]


def _set(sheet: Worksheet, row: int, column: int, reference: str, value: float | str) -> None:
    sheet.set_cell(row, column, reference, 0, value, None)


def test_cells_and_rows_go_between_those_that_are_there(tmp_path: Path) -> None:
    rows = '<row r="3"><c r="A3"/><c r="K3"/></row><row r="7"><c r="A7"/></row>'
    with worksheet(tmp_path, f"<sheetData>{rows}</sheetData>") as sheet:
        for row, column, reference in ((7, 8, "H7"), (3, 8, "H3"), (5, 8, "H5"), (9, 8, "H9"),
                                       (1, 8, "H1"), (3, 12, "L3")):  # fmt: skip
            _set(sheet, row, column, reference, 1)
        assert _references(sheet) == ["H1", "A3", "H3", "K3", "L3", "H5", "A7", "H7", "H9"]


def test_cells_without_references_keep_their_places(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    with worksheet(tmp_path, f"<sheetData>{rows}</sheetData>") as sheet:
        _set(sheet, 1, 4, "D1", 4)
        values = [value.text for value in sheet.root.iter("{*}v")]
        assert values == ["1", "2", "4"]


def test_a_row_that_declares_its_span_declares_none_that_is_wrong(tmp_path: Path) -> None:
    with worksheet(tmp_path, '<sheetData><row r="3" spans="1:6"/></sheetData>') as sheet:
        _set(sheet, 3, 8, "H3", 1)
        (row,) = sheet.root.iter("{*}row")
        assert row.get("spans") in (None, "1:8")


def test_the_extension_of_a_row_stays_last(tmp_path: Path) -> None:
    rows = '<row r="3"><c r="A3"/><extLst/></row>'
    with worksheet(tmp_path, f"<sheetData>{rows}</sheetData>") as sheet:
        _set(sheet, 3, 8, "H3", 1)
        (row,) = sheet.root.iter("{*}row")
        assert [etree.QName(item).localname for item in row] == ["c", "c", "extLst"]


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("=SUM(A1:A3)", "=SUM(A1:A3)"),
        ("plan _x0041_ done", "plan _x005F_x0041_ done"),
        ("_x00e9_", "_x005F_x00e9_"),
        ("_x41_ is no escape", "_x41_ is no escape"),
        ("a\x07bell", "a_x0007_bell"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("<5 & >3", "<5 & >3"),
        ("▲ Improved", "▲ Improved"),
    ],
)
def test_text_is_stored_as_text_and_reads_back_as_it_was(
    tmp_path: Path, text: str, stored: str
) -> None:
    with worksheet(tmp_path, "<sheetData/>") as sheet:
        _set(sheet, 4, 8, "H4", text)
        (cell,) = sheet.root.iter("{*}c")
        assert cell.get("t") == "inlineStr"
        assert list(cell.iter("{*}f")) == []
        assert "".join(cell.itertext()) == stored


def test_spaces_at_the_ends_of_a_text_are_kept(tmp_path: Path) -> None:
    with worksheet(tmp_path, "<sheetData/>") as sheet:
        _set(sheet, 4, 8, "H4", " indented ")
        (text,) = sheet.root.iter("{*}t")
        assert text.text == " indented "
        assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_formula_is_stored_with_its_computed_value(tmp_path: Path) -> None:
    with worksheet(tmp_path, "<sheetData/>") as sheet:
        sheet.set_cell(4, 8, "H4", 3, "Good", 'IF(F4>0.8,"Good","Red")')
        sheet.set_cell(4, 9, "I4", 0, 0.05, "F4-E4")
        words, number = sheet.root.iter("{*}c")
        assert (words.get("t"), words.get("s")) == ("str", "3")
        assert [item.text for item in words] == ['IF(F4>0.8,"Good","Red")', "Good"]
        assert number.get("t") is None
        assert [item.text for item in number] == ["F4-E4", "0.05"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(13, "13"), (13.0, "13"), (0.84, "0.84"), (-0.5, "-0.5"), (0.1 + 0.2, "0.30000000000000004"),
     (1e20, "1e+20"), (0, "0"), (123456789012345, "123456789012345")],
)  # fmt: skip
def test_a_number_is_stored_so_that_it_reads_back_the_same(value: float, text: str) -> None:
    assert number_text(value) == text
    assert math.isclose(float(number_text(value)), value, rel_tol=0, abs_tol=0)
