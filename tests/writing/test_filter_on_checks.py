"""A filter that an officer set on the findings."""

from __future__ import annotations

from pathlib import Path

import xl_scorecard
from tests.support.books import RULES, done, rule_file, scorecard
from tests.support.packages import parts, patched, replacing

FILTER = '<autoFilter ref="A5:H6"><filterColumn colId="0"><filters blank="1"/></filterColumn>'


def _refresh(path: Path) -> None:
    done(xl_scorecard.refresh(path, rules=rule_file(path.parent, RULES), in_place=True))


def test_refreshing_again_beside_a_filter_of_theirs_changes_nothing(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _refresh(path)
    filtered = replacing("</sheetData>", f"</sheetData>{FILTER}</autoFilter>")
    patched(path, path, {"xl/worksheets/sheet3.xml": filtered})
    _refresh(path)
    assert b'<filters blank="1"/>' in parts(path)["xl/worksheets/sheet3.xml"]
    before = path.read_bytes()
    _refresh(path)
    assert path.read_bytes() == before
