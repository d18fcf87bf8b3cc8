"""Tabs that an officer hid, and names that belong to tabs that are gone."""

from __future__ import annotations

from pathlib import Path

import xl_scorecard
from tests.support.books import RULES, cleared, done, rule_file, scorecard
from tests.support.packages import parts, patched, replacing
from tests.support.readers import opened

BOOK = "xl/workbook.xml"


def _refresh(path: Path) -> None:
    done(xl_scorecard.refresh(path, rules=rule_file(path.parent, RULES), in_place=True))


def _states(path: Path) -> dict[str, str]:
    return {sheet.title: sheet.sheet_state for sheet in opened(path).worksheets}


def test_a_scorecard_hidden_behind_our_summary_stays_hidden(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _refresh(path)
    patched(path, path, {BOOK: replacing('name="Scorecard"', 'name="Scorecard" state="hidden"')})
    _refresh(path)
    assert _states(path) == {
        "Scorecard": "hidden", "Summary": "visible", "Indicators": "visible", "Checks": "visible",
    }  # fmt: skip
    before = path.read_bytes()
    _refresh(path)
    assert path.read_bytes() == before


def test_clearing_shows_a_hidden_tab_where_no_other_is_left_and_says_so(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _refresh(path)
    patched(path, path, {BOOK: replacing('name="Scorecard"', 'name="Scorecard" state="hidden"')})
    outcome = cleared(path)
    assert _states(path) == {"Scorecard": "visible"}
    assert outcome.kept == ["sheet Scorecard is no longer hidden: a workbook must show one"]


def test_a_name_scoped_to_a_tab_that_is_gone_keeps_its_number(tmp_path: Path) -> None:
    name = '<definedName name="Old" localSheetId="9">#REF!</definedName>'
    names = f"</sheets><definedNames>{name}</definedNames>"
    plain = scorecard(tmp_path / "plain.xlsx")
    path = patched(plain, tmp_path / "q3.xlsx", {BOOK: replacing("</sheets>", names)})
    _refresh(path)
    _refresh(path)
    assert name.encode() in parts(path)[BOOK]
    cleared(path)
    assert name.encode() in parts(path)[BOOK]
