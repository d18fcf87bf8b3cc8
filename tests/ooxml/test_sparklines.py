"""Our sparklines join what the sheet already has of Excel 2010's extensions."""

from __future__ import annotations

from pathlib import Path

from tests.support.sheets import worksheet
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.ooxml.worksheet_undo import remove_sparklines

SPARKLINES = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"
SLICERS = "{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"
THEIRS = (
    f'<extLst><ext uri="{SLICERS}"/><ext uri="{SPARKLINES}"><x14:sparklineGroups>'
    '<x14:sparklineGroup type="column"><x14:sparklines><x14:sparkline><xm:f>Q3!A1:B1</xm:f>'
    "<xm:sqref>C1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>"
    "</x14:sparklineGroups></ext></extLst>"
)
OURS = [("K4", "Q3!E4:F4"), ("K5", "Q3!E5:F5")]


def _lines(sheet: Worksheet) -> list[tuple[str, str]]:
    return [
        (line.find("{*}sqref").text, line.find("{*}f").text)
        for line in sheet.root.iter("{*}sparkline")
    ]


def _extensions(sheet: Worksheet) -> list[str]:
    return [ext.get("uri") for ext in sheet.root.iter("{*}ext")]


def test_they_are_a_group_of_their_own_in_the_extension_that_is_there(tmp_path: Path) -> None:
    with worksheet(tmp_path, f"<sheetData/>{THEIRS}") as sheet:
        sheet.sparkline(OURS, "FF1F4E79")
        assert _extensions(sheet) == [SLICERS, SPARKLINES]
        assert len(list(sheet.root.iter("{*}sparklineGroups"))) == 1
        groups = list(sheet.root.iter("{*}sparklineGroup"))
        assert [group.get("type") for group in groups] == ["column", None]
        assert _lines(sheet) == [("C1", "Q3!A1:B1"), *OURS]


def test_where_there_is_no_extension_one_is_made(tmp_path: Path) -> None:
    with worksheet(tmp_path, "<sheetData/><pageMargins/>") as sheet:
        sheet.sparkline(OURS, "FF1F4E79")
        assert _extensions(sheet) == [SPARKLINES]
        assert _lines(sheet) == OURS


def test_taking_ours_out_leaves_theirs(tmp_path: Path) -> None:
    with worksheet(tmp_path, f"<sheetData/>{THEIRS}") as sheet:
        sheet.sparkline(OURS, "FF1F4E79")
        remove_sparklines(sheet, lambda reference: reference.startswith("K"))
        assert _lines(sheet) == [("C1", "Q3!A1:B1")]
        assert _extensions(sheet) == [SLICERS, SPARKLINES]


def test_taking_out_the_only_ones_takes_out_what_held_them(tmp_path: Path) -> None:
    with worksheet(tmp_path, "<sheetData/><pageMargins/>") as sheet:
        sheet.sparkline(OURS, "FF1F4E79")
        remove_sparklines(sheet, lambda reference: True)
        assert [child.tag.rpartition("}")[2] for child in sheet.root] == [
            "sheetData", "pageMargins",
        ]  # fmt: skip
