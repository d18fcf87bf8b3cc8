"""A chart of ours that an officer copied to another sheet of ours."""

from __future__ import annotations

import re
from pathlib import Path

import xl_scorecard
from tests.support.books import RULES, cleared, done, rule_file, scorecard
from tests.support.packages import packed, parts

RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OURS = re.compile(rb'name="Scorecard A\d+ 0"')
CHECKS = "xl/worksheets/sheet4.xml"
DRAWING_TYPE = b"application/vnd.openxmlformats-officedocument.drawing+xml"
CHART_TYPE = b"application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def _copied_to_checks(path: Path, name: bytes = b"") -> None:
    """Paste the chart of the Summary on Checks, as Excel does: a name is all that may be new."""
    files = parts(path)
    drawing = files["xl/drawings/drawing1.xml"]
    first, *others = re.findall(rb"<xdr:twoCellAnchor.*?</xdr:twoCellAnchor>", drawing, re.DOTALL)
    for other in others:
        drawing = drawing.replace(other, b"")
    ours = _OURS.search(first)
    assert ours is not None
    files["xl/drawings/drawing9.xml"] = drawing.replace(ours[0], name or ours[0])
    files["xl/charts/chart9.xml"] = files["xl/charts/chart1.xml"]
    links = files["xl/drawings/_rels/drawing1.xml.rels"]
    files["xl/drawings/_rels/drawing9.xml.rels"] = links.replace(b"chart1.xml", b"chart9.xml")
    files["xl/worksheets/_rels/sheet4.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="' + RELATIONS + b'/drawing" '
        b'Target="../drawings/drawing9.xml"/></Relationships>'
    )
    end, drawn = b"</worksheet>", b'<drawing r:id="rId1"/></worksheet>'
    files[CHECKS] = files[CHECKS].replace(end, drawn)
    types = (
        b'<Override PartName="/xl/drawings/drawing9.xml" ContentType="' + DRAWING_TYPE + b'"/>'
        b'<Override PartName="/xl/charts/chart9.xml" ContentType="' + CHART_TYPE + b'"/></Types>'
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", types)
    packed(files, path)


def _refreshed(folder: Path) -> Path:
    path = scorecard(folder / "q3.xlsx")
    done(xl_scorecard.refresh(path, rules=rule_file(folder, RULES), in_place=True))
    return path


def _holding(path: Path, words: bytes) -> list[str]:
    return [part for part, data in parts(path).items() if words in data and "drawings" in part]


def test_a_copy_of_our_chart_on_another_sheet_of_ours_is_the_officers(tmp_path: Path) -> None:
    path = _refreshed(tmp_path)
    _copied_to_checks(path, b'name="Chart 3"')
    done(xl_scorecard.refresh(path, rules=rule_file(tmp_path, RULES), in_place=True))
    assert len(_holding(path, b'name="Chart 3"')) == 1
    assert len(_holding(path, b'name="Scorecard A')) == 1
    outcome = cleared(path, force=True)
    assert outcome.kept == ["kept Checks: it holds 1 chart of yours"]
    assert len(_holding(path, b'name="Chart 3"')) == 1


def test_our_own_chart_moved_to_another_sheet_of_ours_is_not_left_there(tmp_path: Path) -> None:
    path = _refreshed(tmp_path)
    _copied_to_checks(path)
    done(xl_scorecard.refresh(path, rules=rule_file(tmp_path, RULES), in_place=True))
    assert len(_holding(path, b'name="Scorecard A')) == 1
