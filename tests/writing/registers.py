"""Workbooks with a register, and what officers build on it, put in as Excel writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

import xl_scorecard
from tests.support.books import cleared, done, rule_file, scorecard
from tests.support.packages import packed, parts
from tests.support.readers import opened
from tests.writing.officers import FOUR, ROWS
from xl_scorecard.domain.outcome import Outcome

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TABLE = "ScorecardIndicators"
SHEET = "Indicators"


def refresh(path: Path) -> Outcome:
    """Refresh a workbook in place."""
    rules = rule_file(path.parent, FOUR)
    return done(xl_scorecard.refresh(path, rules=rules, in_place=True))


def refreshed(path: Path, more: Any = None) -> Path:
    """A scorecard of four indicators, refreshed in place."""
    refresh(scorecard(path, ROWS, more=more))
    return path


def a_table_called(name: str) -> Any:
    """What puts a sheet Board with a table of theirs into a scorecard."""

    def more(workbook: Any, _: Any) -> None:
        workbook.add_worksheet("Board").add_table("A1:B3", {"name": name})

    return more


def twice_the_same(path: Path) -> None:
    """Refreshed again, a workbook stays the same to the byte."""
    before = path.read_bytes()
    refresh(path)
    assert path.read_bytes() == before


def table(path: Path, sheet: str = SHEET, name: str = TABLE) -> Any:
    """A table as openpyxl reads it."""
    return opened(path, formulas=True)[sheet].tables[name]


def ids(path: Path, name: str = TABLE) -> dict[str, int]:
    """The ids of the columns of our table."""
    return {column.name: column.id for column in table(path, name=name).tableColumns}


def right_of(path: Path) -> str:
    """The first column right of our table."""
    return get_column_letter(len(ids(path)) + 1)


def row_of(path: Path, indicator: str) -> int:
    """The row of an indicator on the register."""
    page = opened(path)[SHEET]
    return next(row for row in range(6, page.max_row + 1) if page.cell(row, 1).value == indicator)


def _joined(path: Path, new: dict[str, tuple[str, str]], links: dict[str, str]) -> None:
    """Add parts with their content types, and links of parts to them."""
    files = parts(path)
    for part, (text, content_type) in new.items():
        files[part] = text.encode()
        override = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
            b"</Types>", override.encode()
        )
    for part, link in links.items():
        empty = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b"</Relationships>"
        )
        files[part] = files.get(part, empty).replace(
            b"</Relationships>", f"{link}</Relationships>".encode()
        )
    packed(files, path)


def with_pivot_table(path: Path, on: str = TABLE) -> Path:
    """Put a pivot table that looks at a table on the second sheet, Board."""
    cache = (
        f'<pivotCacheDefinition xmlns="{SPREADSHEET}" refreshOnLoad="1"><cacheSource '
        f'type="worksheet"><worksheetSource name="{on}"/></cacheSource><cacheFields count="1">'
        '<cacheField name="Status" numFmtId="0"><sharedItems/></cacheField></cacheFields>'
        "</pivotCacheDefinition>"
    )
    shown = (
        f'<pivotTableDefinition xmlns="{SPREADSHEET}" name="Pivot" cacheId="1" '
        'dataCaption="Values"><location ref="A10:B12" firstHeaderRow="1" firstDataRow="1" '
        'firstDataCol="1"/><pivotFields count="1"><pivotField showAll="0"/></pivotFields>'
        "</pivotTableDefinition>"
    )
    _joined(
        path,
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": (
                cache, f"{TYPES}.pivotCacheDefinition+xml"),
            "xl/pivotTables/pivotTable1.xml": (shown, f"{TYPES}.pivotTable+xml"),
        },
        {
            "xl/_rels/workbook.xml.rels": (
                f'<Relationship Id="rId901" Type="{RELATIONS}/pivotCacheDefinition" '
                'Target="pivotCache/pivotCacheDefinition1.xml"/>'),
            "xl/worksheets/_rels/sheet2.xml.rels": (
                f'<Relationship Id="rId901" Type="{RELATIONS}/pivotTable" '
                'Target="../pivotTables/pivotTable1.xml"/>'),
            "xl/pivotTables/_rels/pivotTable1.xml.rels": (
                f'<Relationship Id="rId1" Type="{RELATIONS}/pivotCacheDefinition" '
                'Target="../pivotCache/pivotCacheDefinition1.xml"/>'),
        },
    )  # fmt: skip
    files = parts(path)
    shows = f'<pivotCaches><pivotCache cacheId="1" xmlns:r="{RELATIONS}" r:id="rId901"/>'
    files["xl/workbook.xml"] = files["xl/workbook.xml"].replace(
        b"</workbook>", f"{shows}</pivotCaches></workbook>".encode()
    )
    return packed(files, path)


def with_slicer(path: Path, number: int, column: int) -> Path:
    """Put the cache of a slicer over a column of a table into a workbook."""
    cache = (
        '<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/'
        'main" name="Slicer_Status" sourceName="Status"><extLst><x:ext '
        f'uri="{{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}}" xmlns:x="{SPREADSHEET}" xmlns:x15='
        '"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:tableSlicerCache '
        f'tableId="{number}" column="{column}"/></x:ext></extLst></slicerCacheDefinition>'
    )
    _joined(
        path,
        {"xl/slicerCaches/slicerCache1.xml": (
            cache, "application/vnd.ms-excel.slicerCache+xml")},
        {"xl/_rels/workbook.xml.rels": (
            '<Relationship Id="rId902" Type="http://schemas.microsoft.com/office/2007/'
            'relationships/slicerCache" Target="slicerCaches/slicerCache1.xml"/>')},
    )  # fmt: skip
    return path


def kept(path: Path) -> list[str]:
    """What is said to be kept when a workbook is cleared."""
    return list(cleared(path).kept)
