"""What we add takes no name that somebody mentions, and goes again as it came."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import refreshed_into, scorecard
from tests.support.packages import packed, parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NONE = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def _notes(book: Any, _: Any) -> None:
    book.add_worksheet("Notes").write_string(0, 0, "Officers' notes")


def _linked(contents: dict[str, bytes], part: str, kind: str, target: str) -> None:
    """A relationship that leads to what is not there."""
    link = f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    rels = contents.get(part, NONE.replace("/>", "></Relationships>").encode())
    contents[part] = rels.replace(b"</Relationships>", link.encode())


def _in_sheet(contents: dict[str, bytes], text: str) -> None:
    name = "xl/worksheets/sheet2.xml"
    contents[name] = contents[name].replace(b"</worksheet>", f"{text}</worksheet>".encode())


def _refreshed(workbook: Path, folder: Path) -> dict[str, bytes]:
    outcome = refreshed_into(folder, workbook)
    assert outcome.error is None
    return parts(folder / workbook.name)


@pytest.fixture
def contents(tmp_path: Path) -> dict[str, bytes]:
    """A scorecard, and a sheet of notes that was once drawn on."""
    return parts(scorecard(tmp_path / "plain.xlsx", more=_notes))


@pytest.mark.parametrize(
    "spelled",
    ["../drawings/drawing1.xml", "/xl/DRAWINGS/Drawing1.xml", "..\\drawings\\drawing1.xml",
     "../drawings/drawin%671.xml"],
)  # fmt: skip
def test_a_sheet_of_theirs_whose_drawing_is_gone_does_not_show_our_charts(
    tmp_path: Path, contents: dict[str, bytes], spelled: str
) -> None:
    _linked(contents, "xl/worksheets/_rels/sheet2.xml.rels", "drawing", spelled)
    _in_sheet(contents, f'<drawing xmlns:r="{OFFICE}" r:id="rId77"/>')
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    drawings = [name for name in after if name.startswith("xl/drawings/drawing")]
    assert drawings == ["xl/drawings/drawing2.xml"]


def test_a_tab_of_theirs_whose_sheet_is_gone_does_not_show_our_summary(
    tmp_path: Path, contents: dict[str, bytes]
) -> None:
    _linked(contents, "xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet3.xml")
    tab = b'<sheet name="Archive" sheetId="9" r:id="rId77"/></sheets>'
    contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace(b"</sheets>", tab)
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    assert "xl/worksheets/sheet3.xml" not in after
    assert {"xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml"} <= set(after)


def test_relationships_that_lost_their_part_are_not_taken_over(
    tmp_path: Path, contents: dict[str, bytes]
) -> None:
    _linked(contents, "xl/worksheets/_rels/sheet3.xml.rels", "hyperlink", "../media/image1.png")
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    assert "xl/worksheets/sheet3.xml" not in after


def test_a_name_that_only_a_content_type_mentions_is_not_taken(
    tmp_path: Path, contents: dict[str, bytes]
) -> None:
    override = '<Override PartName="/xl/Charts/Chart1.xml" ContentType="application/xml"/></Types>'
    types = contents["[Content_Types].xml"]
    contents["[Content_Types].xml"] = types.replace(b"</Types>", override.encode())
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    assert "xl/charts/chart1.xml" not in after
    assert "xl/charts/chart2.xml" in after


@pytest.mark.parametrize(
    ("rels", "kind", "target"),
    [
        ("xl/worksheets/_rels/sheet2.xml.rels", "drawing", "../drawings/drawing1.xml"),
        ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet3.xml"),
        ("xl/drawings/_rels/drawing7.xml.rels", "chart", "../charts/chart1.xml"),
    ],
)
def test_beside_dangling_links_refreshing_adds_nothing_twice_and_clearing_leaves_nothing(
    tmp_path: Path, contents: dict[str, bytes], rels: str, kind: str, target: str
) -> None:
    _linked(contents, rels, kind, target)
    workbook = packed(contents, tmp_path / "q3.xlsx")
    once = _refreshed(workbook, tmp_path / "once")
    assert _refreshed(tmp_path / "once" / "q3.xlsx", tmp_path / "twice") == once
    run = xl_scorecard.clear(tmp_path / "once" / "q3.xlsx", out=tmp_path / "clear")
    assert run.failed == []
    assert set(parts(tmp_path / "clear" / "q3.xlsx")) == set(contents)


def test_new_parts_go_where_the_workbooks_own_parts_are(tmp_path: Path) -> None:
    # A workbook part may have any name (ECMA-376 part 1, 12.3.23); some writers use no folder.
    plain = parts(scorecard(tmp_path / "plain.xlsx"))
    moved = {
        name.replace("xl/worksheets/", "book/pages/").replace("xl/", "book/"): data.replace(
            b"/xl/worksheets/", b"/book/pages/"
        )
        .replace(b'"worksheets/', b'"pages/')
        .replace(b"/xl/", b"/book/")
        .replace(b'"xl/', b'"book/')
        for name, data in plain.items()
    }
    after = _refreshed(packed(moved, tmp_path / "q3.xlsx"), tmp_path / "out")
    added = {name.rpartition("/")[0] for name in set(after) - set(moved)}
    assert not {name for name in added if name.startswith("xl")}
    assert {"book/pages", "book/charts", "book/drawings", "book/tables"} <= added
    tabs = re.findall(rb'Target="(pages/sheet\d.xml)"', after["book/_rels/workbook.xml.rels"])
    assert [f"book/{tab.decode()}" in after for tab in tabs] == [True] * 4


@pytest.mark.parametrize("there", [True, False])
def test_styles_that_we_brought_go_again(tmp_path: Path, there: bool) -> None:
    contents = parts(scorecard(tmp_path / "plain.xlsx"))
    rels = contents["xl/_rels/workbook.xml.rels"].decode()
    start = rels.rindex("<Relationship ", 0, rels.index("/styles"))
    end = rels.index("/>", start) + 2
    contents["xl/_rels/workbook.xml.rels"] = (rels[:start] + rels[end:]).encode()
    if not there:
        del contents["xl/styles.xml"]
    workbook = packed(contents, tmp_path / "q3.xlsx")
    _refreshed(workbook, tmp_path / "out")
    xl_scorecard.clear(tmp_path / "out" / "q3.xlsx", out=tmp_path / "clear")
    assert parts(tmp_path / "clear" / "q3.xlsx") == contents


def test_styles_that_somebody_has_used_since_stay(tmp_path: Path) -> None:
    contents = parts(scorecard(tmp_path / "plain.xlsx", number_format="General"))
    rels = contents["xl/_rels/workbook.xml.rels"].decode()
    start = rels.rindex("<Relationship ", 0, rels.index("/styles"))
    contents["xl/_rels/workbook.xml.rels"] = (
        rels[:start] + rels[rels.index("/>", start) + 2 :]
    ).encode()
    del contents["xl/styles.xml"]
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    # as Excel saves: its own numbering, and what it does not know in extLst kept
    after["xl/_rels/workbook.xml.rels"] = after["xl/_rels/workbook.xml.rels"].replace(
        b"rIdScorecard", b"rId10"
    )
    after["xl/workbook.xml"] = after["xl/workbook.xml"].replace(b"rIdScorecard", b"rId10")
    saved = packed(after, tmp_path / "saved.xlsx")
    xl_scorecard.clear(saved, out=tmp_path / "clear")
    # not xl/styles.xml: the content types still mention that one
    assert "xl/styles1.xml" in parts(tmp_path / "clear" / "saved.xlsx")


@pytest.mark.parametrize(
    "target",
    ["/xl/worksheets/sheet1.xml", "/xl/worksheets/sheet2.xml", "/xl/styles.xml",
     "/xl/sharedStrings.xml", "/xl/workbook.xml"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["customXmlProps", "drawing"])
def test_a_record_that_leads_to_parts_of_theirs_takes_none_of_them_away(
    tmp_path: Path, contents: dict[str, bytes], target: str, kind: str
) -> None:
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    _linked(after, "customXml/_rels/item1.xml.rels", kind, target)
    forged = packed(after, tmp_path / "forged.xlsx")
    run = xl_scorecard.clear(forged, out=tmp_path / "clear")
    assert run.failed == []
    left = parts(tmp_path / "clear" / "forged.xlsx")
    assert set(left) == set(contents)
    assert left["xl/worksheets/sheet2.xml"] == contents["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize("target", ["../styles.xml", "sheet2.xml", "../media/image9.png"])
def test_links_from_a_sheet_of_ours_take_no_part_of_theirs_along(
    tmp_path: Path, contents: dict[str, bytes], target: str
) -> None:
    contents["xl/media/image9.png"] = b"a picture"
    types = contents["[Content_Types].xml"]
    png = b'<Default Extension="png" ContentType="image/png"/></Types>'
    contents["[Content_Types].xml"] = types.replace(b"</Types>", png)
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    _linked(after, "xl/worksheets/_rels/sheet3.xml.rels", "drawing", target)
    run = xl_scorecard.clear(packed(after, tmp_path / "f.xlsx"), out=tmp_path / "clear")
    assert run.failed == []
    assert set(parts(tmp_path / "clear" / "f.xlsx")) == set(contents)


def test_drawings_that_lead_to_each_other_do_not_keep_anybody_waiting(
    tmp_path: Path, contents: dict[str, bytes]
) -> None:
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    _linked(after, "xl/charts/_rels/chart1.xml.rels", "drawing", "../drawings/drawing1.xml")
    _linked(after, "xl/drawings/_rels/drawing1.xml.rels", "sheet", "../worksheets/sheet3.xml")
    run = xl_scorecard.clear(packed(after, tmp_path / "loop.xlsx"), out=tmp_path / "clear")
    assert [outcome.outcome for outcome in run.workbooks] == ["cleared"]


def test_a_record_that_libreoffice_moved_to_the_package_is_found(
    tmp_path: Path, contents: dict[str, bytes]
) -> None:
    after = _refreshed(packed(contents, tmp_path / "q3.xlsx"), tmp_path / "out")
    rels = after["xl/_rels/workbook.xml.rels"].decode()
    start = rels.rindex("<Relationship ", 0, rels.index("/customXml"))
    after["xl/_rels/workbook.xml.rels"] = (
        rels[:start] + rels[rels.index("/>", start) + 2 :]
    ).encode()
    _linked(after, "_rels/.rels", "customXml", "../customXml/item1.xml")
    xl_scorecard.clear(packed(after, tmp_path / "lo.xlsx"), out=tmp_path / "clear")
    left = parts(tmp_path / "clear" / "lo.xlsx")
    assert set(left) == set(contents)
    assert left["xl/worksheets/sheet1.xml"] == contents["xl/worksheets/sheet1.xml"]
