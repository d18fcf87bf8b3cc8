"""Columns of ours that an officer cut elsewhere, or emptied."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl

import xl_scorecard
from tests.support.books import RULES, cleared, done, rule_file, scorecard
from tests.support.packages import parts, patched

_OURS = re.compile(rb'<c r="[G-J]\d+".*?</c>|<c r="[G-J]\d+"[^>]*/>')
_FORMATS = re.compile(rb"<conditionalFormatting.*</conditionalFormatting>")
_FIGURE = re.compile(rb"(?<![A-Z!])([A-F]\d)(?!\d)")


def _board(book: Any, _: Any) -> None:
    book.add_worksheet("Board").write_string("B19", "Board paper")


def _refreshed(folder: Path) -> Path:
    path = scorecard(folder / "q3.xlsx", more=_board)
    done(xl_scorecard.refresh(path, rules=rule_file(folder, RULES), in_place=True))
    return path


def _emptied(sheet: bytes) -> bytes:
    return _FORMATS.sub(b"", _OURS.sub(b"", sheet))


def _cells(path: Path, sheet: str) -> dict[str, object]:
    cells = openpyxl.load_workbook(path)[sheet]._cells.values()
    return {cell.coordinate: cell.value for cell in cells if cell.value is not None}


def _widths(path: Path) -> list[float]:
    columns = openpyxl.load_workbook(path)["Scorecard"].column_dimensions.values()
    return [column.width for column in columns if column.customWidth]


def test_columns_cut_to_a_sheet_of_theirs_are_taken_out_there(tmp_path: Path) -> None:
    path = _refreshed(tmp_path)
    before = parts(path)["xl/worksheets/sheet1.xml"]
    rows = dict.fromkeys(range(3, 10), b"")
    for cell in _OURS.findall(before):
        found = re.search(rb'r="[G-J](\d+)"', cell)
        assert found is not None
        rows[int(found[1])] += _FIGURE.sub(rb"Scorecard!\1", cell.replace(b' s="', b' x="'))
    cut = b"".join(b'<row r="%d">%s</row>' % row for row in rows.items()).replace(b' x="', b' s="')
    patched(
        path,
        path,
        {
            "xl/worksheets/sheet1.xml": _emptied,
            "xl/worksheets/sheet2.xml": lambda data: data.replace(
                b"<sheetData>", b"<sheetData>" + cut
            ),
            "xl/workbook.xml": lambda data: data.replace(b"'Scorecard'!$G", b"'Board'!$G"),
        },
    )
    assert "G4" in _cells(path, "Board")
    cleared(path)
    assert _cells(path, "Board") == {"B19": "Board paper"}
    assert _widths(path) == []


def test_emptied_columns_leave_no_widths_of_ours_behind(tmp_path: Path) -> None:
    path = _refreshed(tmp_path)
    patched(path, path, {"xl/worksheets/sheet1.xml": _emptied})
    assert len(_widths(path)) == 4
    cleared(path)
    assert _widths(path) == []
