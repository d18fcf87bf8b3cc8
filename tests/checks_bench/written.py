"""A book as an .xlsx file and a rule set as a file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.packaging.relationship import Relationship
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink

from tests.checks_bench.book import Book
from tests.checks_bench.page import Cell, Page, address

ERRORS = ("#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")


def write(book: Book, folder: Path) -> tuple[Path, Path]:
    """Write workbook and rule set into a folder; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Workbook()
    made.remove(made.active)
    for page in book.pages:
        _sheet(made, page)
    if book.links:
        _link(made, book)
    buffer = io.BytesIO()
    made.save(buffer)
    workbook, rules = folder / book.name, folder / "rules.yaml"
    workbook.write_bytes(_with_results(buffer.getvalue(), book.pages))
    text = yaml.safe_dump(book.rules, sort_keys=False, allow_unicode=True, width=1000)
    rules.write_text(text, encoding="utf-8")
    return workbook, rules


def _sheet(made: Any, page: Page) -> None:
    sheet = made.create_sheet(page.name)
    for (row, column), cell in sorted(page.cells.items()):
        if cell.value is None and not cell.fill and not cell.formula:
            continue
        _cell(sheet.cell(row, column), cell)
    for row in page.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in page.hidden_columns:
        sheet.column_dimensions[address(1, column)[:-1]].hidden = True
    for area in page.merged:
        sheet.merge_cells(area)
    for area, formula in page.stopping:
        rule = FormulaRule([formula], stopIfTrue=True, fill=PatternFill(bgColor="DDDDDD"))
        sheet.conditional_formatting.add(area, rule)
    if page.hidden:
        sheet.sheet_state = "hidden"
    sheet.protection.sheet = page.protected
    if page.print_area:
        sheet.print_area = page.print_area


def _cell(there: Any, cell: Cell) -> None:
    there.value = cell.formula or cell.value
    if cell.value in ERRORS and not cell.formula:
        there.data_type = "e"
    there.number_format = cell.shown
    if cell.fill:
        there.fill = PatternFill("solid", fgColor=cell.fill)
    if cell.font or cell.bold or cell.colour:
        there.font = Font(name=cell.font or "Calibri", bold=cell.bold, color=cell.colour or None)


def _link(made: Any, book: Book) -> None:
    for target in book.links.values():
        link = ExternalLink(externalBook=ExternalBook(id="rId1"))
        link.file_link = Relationship(
            type="externalLinkPath", Target=target, TargetMode="External", Id="rId1"
        )
        made._external_links.append(link)


def _with_results(content: bytes, pages: list[Page]) -> bytes:
    """The workbook with each formula's result stored, as Excel would; openpyxl writes none."""
    results = [_results(page) for page in pages]
    if not any(results):
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for item in old.infolist():
            part = old.read(item)
            sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", item.filename)
            if sheet and results[int(sheet[1]) - 1]:
                part = _put(part.decode(), results[int(sheet[1]) - 1]).encode()
            new.writestr(item, part)
    return out.getvalue()


def _results(page: Page) -> dict[str, float | str]:
    return {
        address(*where): cell.value
        for where, cell in page.cells.items()
        if cell.formula and cell.computed and isinstance(cell.value, float | int | str)
    }


def _put(sheet: str, results: dict[str, float | str]) -> str:
    def stored(match: re.Match[str]) -> str:
        result = results.get(match[1])
        if result is None:
            return match[0]
        kind = "" if not isinstance(result, str) else ' t="e"' if result[0] == "#" else ' t="str"'
        return f'<c r="{match[1]}"{match[2]}{kind}>{match[3]}<v>{result}</v></c>'

    return re.sub(r'<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*</f>)<v ?/?>(?:</v>)?</c>', stored, sheet)
