"""Whatever a worksheet holds, what we add stands where the schema wants it (CT_Worksheet)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.support.sheets import order, worksheet

# ECMA-376 part 1, 18.3.1.99, in the order of the schema
SCHEMA = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
]  # fmt: skip
CONTROLS = (
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>'
)


def _filled(names: list[str]) -> str:
    return "".join(f"<{name}/>" for name in names)


@pytest.mark.parametrize("missing", [set(), {"mergeCells"}, {"conditionalFormatting"}, {"cols"},
                                     {"extLst"}, {"cols", "mergeCells", "extLst"}])  # fmt: skip
def test_merges_colours_widths_and_sparklines_are_placed_in_order(
    tmp_path: Path, missing: set[str]
) -> None:
    there = [name for name in SCHEMA if name not in missing]
    with worksheet(tmp_path, _filled(there)) as sheet:
        sheet.merge("H3:H4")
        sheet.shade("H4:H6", 'H4="Good"', 0)
        sheet.set_widths({8: 13.0})
        sheet.sparkline([("K4", "Q3!E4:F4")], "FF1F4E79")
        names = order(sheet)
        ranks = [SCHEMA.index(name) for name in names]
        assert ranks == sorted(ranks)
        assert set(names) == set(SCHEMA)


def test_an_empty_worksheet_gets_what_it_needs_in_order(tmp_path: Path) -> None:
    with worksheet(tmp_path, "") as sheet:
        sheet.set_cell(4, 8, "H4", 0, "Good", None)
        sheet.merge("H3:H4")
        sheet.set_widths({8: 13.0})
        sheet.shade("H4:H6", 'H4="Good"', 0)
        assert order(sheet) == ["cols", "sheetData", "mergeCells", "conditionalFormatting"]


def test_wrapped_controls_are_neither_moved_nor_opened(tmp_path: Path) -> None:
    inside = f"<sheetData/><pageMargins/><legacyDrawing/>{CONTROLS}<tableParts/>"
    with worksheet(tmp_path, inside) as sheet:
        sheet.shade("H4:H6", 'H4="Good"', 0)
        sheet.sparkline([("K4", "Q3!E4:F4")], "FF1F4E79")
        assert order(sheet) == [
            "sheetData", "conditionalFormatting", "pageMargins", "legacyDrawing",
            "AlternateContent", "tableParts", "extLst",
        ]  # fmt: skip
        wrapped = etree.tostring(sheet.root[4]).decode()
        assert re.search(r'<mc:Choice Requires="x14"><controls/></mc:Choice>', wrapped)


def test_our_colours_come_after_the_officers_and_never_before_them(tmp_path: Path) -> None:
    theirs = "".join(
        f'<conditionalFormatting sqref="A{n}"><cfRule type="expression" dxfId="0" priority="{n}">'
        f"<formula>A{n}&gt;0</formula></cfRule></conditionalFormatting>"
        for n in (7, 3)
    )
    with worksheet(tmp_path, f"<sheetData/>{theirs}<pageMargins/>") as sheet:
        sheet.shade("H4", "TRUE", 1)
        sheet.shade("H5", "TRUE", 2)
        rules = [
            (block.get("sqref"), rule.get("priority"))
            for block in sheet.root.iter("{*}conditionalFormatting")
            for rule in block
        ]
        assert rules == [("A7", "7"), ("A3", "3"), ("H4", "8"), ("H5", "9")]
