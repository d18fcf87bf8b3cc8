"""Colours named by theme, tint or number, as Excel shows them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from xl_scorecard.domain.colours_seen import standings_of_colour
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.grids import WorkbookReader


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        (Color(rgb="FF92D050"), "#92D050"),
        (Color(indexed=10), "#FF0000"),
        (Color(theme=9), "#F79646"),  # the sixth accent of openpyxl's own theme, Office 2007
        (Color(theme=9, tint=0.5999938962981048), "#FBD5B5"),  # Excel: Accent 6, lighter 60%
        (Color(theme=0, tint=-0.1499984740745262), "#D9D9D9"),  # Excel: White, darker 15%
    ],
)
def test_a_fill_is_read_as_excel_shows_it(tmp_path: Path, colour: Color, shown: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B2"].value = "x"
    sheet["B2"].fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "fill.xlsx")
    with open_package(tmp_path / "fill.xlsx") as package:
        workbook = Workbook(package)
        found = WorkbookReader(workbook).whole(workbook.sheets[0]).fill_at(2, 2)
    assert found is not None
    parts = [(int(found[at : at + 2], 16), int(shown[at : at + 2], 16)) for at in (1, 3, 5)]
    assert all(abs(read - seen) <= 1 for read, seen in parts), found  # Excel's own rounding


@pytest.mark.parametrize(
    ("colour", "standings"),
    [
        ("#00B050", {"green"}), ("#92D050", {"green"}), ("#C6EFCE", {"green"}),
        ("#FFC000", {"amber"}), ("#F79646", {"amber"}), ("#FFEB9C", {"amber"}),
        ("#FF0000", {"red"}), ("#C00000", {"red"}), ("#FFC7CE", {"red"}), ("#DA291C", {"red"}),
        ("#FFFF00", {"yellow", "amber"}),
        ("#FFFFFF", None), ("#D9D9D9", None), ("#000000", None), ("#1F3864", None),
        ("#00B0F0", None), ("#7030A0", None), ("#EBF1DE", None), (None, None),
    ],
)  # fmt: skip
def test_only_plain_green_amber_and_red_judge(colour: str | None, standings: set[str]) -> None:
    assert standings_of_colour(colour) == standings
