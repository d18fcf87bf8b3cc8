"""Part names as files really have them: other slashes, other case, a slash in front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.books import RULES, refreshed_into, scorecard, statuses
from tests.support.packages import packed, parts, records
from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.part_names import relationships_part, resolved

EXPECTED = {"A1": "good", "B1": "acceptable", "C1": "amber"}
SPELLINGS: dict[str, Callable[[str], str]] = {
    "backslashes": lambda name: name.replace("/", "\\"),
    "a slash in front": lambda name: f"/{name}",
    "capitals": lambda name: name if name == "[Content_Types].xml" else name.upper(),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_workbook_is_read_and_refreshed_however_its_parts_are_spelled(
    tmp_path: Path, spelling: str
) -> None:
    spell = SPELLINGS[spelling]
    plain = parts(scorecard(tmp_path / "plain.xlsx"))
    workbook = packed({spell(n): data for n, data in plain.items()}, tmp_path / "q3.xlsx")
    outcome = refreshed_into(tmp_path / "out", workbook, RULES)
    assert statuses(outcome) == EXPECTED
    before, after = records(workbook), records(tmp_path / "out" / "q3.xlsx")
    assert list(after)[: len(before)] == list(before)
    untouched = spell("xl/theme/theme1.xml")
    assert after[untouched] == before[untouched]


def test_a_part_is_found_whatever_its_case(tmp_path: Path) -> None:
    with Package.open(scorecard(tmp_path / "q3.xlsx")) as package:
        assert package.has("XL/Workbook.XML")
        assert package.read("xl/WORKBOOK.xml") == package.read("xl/workbook.xml")


@pytest.mark.parametrize(
    "extra", ["XL/workbook.xml", "../evil.xml", "xl/../../evil.xml", "C:/evil.xml"]
)
def test_names_that_clash_or_lead_outside_are_refused(tmp_path: Path, extra: str) -> None:
    contents = {**parts(scorecard(tmp_path / "plain.xlsx")), extra: b"<x/>"}
    with pytest.raises(WorkbookError) as caught:
        Package.open(packed(contents, tmp_path / "q3.xlsx"))
    assert caught.value.kind == "unreadable"


@pytest.mark.parametrize(
    ("source", "target", "part"),
    [
        ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"),
        ("xl/worksheets/sheet1.xml", "..\\drawings\\drawing1.xml", "xl/drawings/drawing1.xml"),
        ("", "xl/workbook.xml", "xl/workbook.xml"),
        ("", "../customXml/item1.xml", "customXml/item1.xml"),
        ("xl/workbook.xml", "../../../customXml/item1.xml", "customXml/item1.xml"),
        ("xl/worksheets/sheet1.xml", "#Sheet2!A1", "xl/worksheets"),
    ],
)
def test_a_relationships_target_is_resolved_against_its_source(
    source: str, target: str, part: str
) -> None:
    assert resolved(source, target) == part


def test_relationships_are_kept_beside_their_part() -> None:
    assert relationships_part("xl/workbook.xml") == "xl/_rels/workbook.xml.rels"
    assert relationships_part("") == "_rels/.rels"
