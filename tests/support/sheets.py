"""Worksheet parts in a package, to be patched without a workbook around them worth the name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from tests.support.books import scorecard
from tests.support.packages import packed, parts
from xl_scorecard.ooxml.names import TRANSITIONAL
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.package import Package

PART = "xl/worksheets/sheet1.xml"
NAMESPACES = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)


@contextmanager
def worksheet(folder: Path, inside: str) -> Iterator[Worksheet]:
    """A worksheet whose element holds this XML."""
    contents = dict(parts(scorecard(folder / "plain.xlsx")))
    contents[PART] = f"<worksheet {NAMESPACES}>{inside}</worksheet>".encode()
    with Package.open(packed(contents, folder / "sheet.xlsx")) as package:
        yield Worksheet(package, PART, TRANSITIONAL)


def order(sheet: Worksheet) -> list[str]:
    """The local names of the worksheet's children."""
    return [etree.QName(child).localname for child in sheet.root]
