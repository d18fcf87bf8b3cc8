"""A filter that an officer set on the findings: by the table, or as in an earlier version."""

from __future__ import annotations

from pathlib import Path

import xl_scorecard
from tests.support.books import RULES, done, rule_file, scorecard
from tests.support.packages import Patch, parts, patched, replacing
from tests.support.readers import opened

SHEET, TABLE = "xl/worksheets/sheet4.xml", "xl/tables/table2.xml"
BLANK = '<filterColumn colId="0"><filters blank="1"/></filterColumn>'


def _refresh(path: Path) -> None:
    done(xl_scorecard.refresh(path, rules=rule_file(path.parent, RULES), in_place=True))


def _hidden(path: Path, **more: Patch) -> None:
    """The one line of the list is hidden by a filter."""
    hidden = replacing('<row r="6"', '<row r="6" hidden="1"')
    patched(path, path, {SHEET: hidden, **more})


def _is_hidden(path: Path) -> bool:
    return bool(opened(path)["Checks"].row_dimensions[6].hidden)


def test_a_list_drawn_anew_shows_what_a_filter_hid(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _refresh(path)
    unfiltered = '<autoFilter ref="A5:L6"/>'
    filtered = replacing(unfiltered, f'<autoFilter ref="A5:L6">{BLANK}</autoFilter>')
    _hidden(path, **{TABLE: filtered})
    assert _is_hidden(path)
    _refresh(path)
    assert not _is_hidden(path)
    assert unfiltered.encode() in parts(path)[TABLE]
    before = path.read_bytes()
    _refresh(path)
    assert path.read_bytes() == before


def test_a_filter_of_the_sheets_own_gives_way_to_that_of_the_table(tmp_path: Path) -> None:
    """Two over the same cells are more than Excel opens."""
    path = scorecard(tmp_path / "q3.xlsx")
    _refresh(path)
    theirs = f'<autoFilter ref="A5:H6">{BLANK}</autoFilter>'
    filtered = replacing("</sheetData>", f"</sheetData>{theirs}")
    hidden = replacing('<row r="6"', '<row r="6" hidden="1"')
    patched(path, path, {SHEET: lambda data: hidden(filtered(data))})
    _refresh(path)
    assert not _is_hidden(path)
    assert b"<autoFilter" not in parts(path)[SHEET]
    before = path.read_bytes()
    _refresh(path)
    assert path.read_bytes() == before
