"""The formulas of a workbook that may look over a worksheet, each with where it stands."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, parse

_ACROSS_SHEETS = re.compile(rb"[\w']:[^!<>]{1,80}!")
_LONG_WORD = re.compile(r"[A-Za-z0-9_]+")
_WANTED = ("{*}row", "{*}f", "{*}formula", "{*}formula1", "{*}formula2")
_CHART_PARTS = re.compile(r"/charts/[^/]*\.xml$", re.IGNORECASE)
_CACHE_PARTS = re.compile(r"/pivotCache/[^/]*Definition[^/]*\.xml$", re.IGNORECASE)


def stated_formulas(workbook: Workbook, sheet: Sheet) -> Iterator[StatedFormula]:
    """What may look over a sheet: its own formulas, and others that mention it.

    Those that span several sheets are among them. A part that mentions no such thing is looked
    through, not parsed.
    """
    for (name, _), text in workbook.names().items():
        if not name.startswith("_xlnm."):  # what is printed or filtered computes nothing
            yield StatedFormula(text, f"The name {name}", None)
    own = sheet.part.casefold()
    # a part that several tabs show is read once, as that of the sheet if it is one of them
    by_part = {each.part.casefold(): each for each in (*workbook.worksheets, sheet)}
    for other in by_part.values():
        if other.part.casefold() == own or may_mention(workbook.package, other.part, sheet.name):
            yield from _of_sheet(workbook.package, other)
    for part in workbook.package.part_names:
        read = _of_chart if _CHART_PARTS.search(part) else _of_pivot_table
        if (read is _of_chart or _CACHE_PARTS.search(part)) and may_mention(
            workbook.package, part, sheet.name
        ):
            yield from read(workbook.package, part)


def formulas_that_name(workbook: Workbook, word: str) -> Iterator[StatedFormula]:
    """The formulas of parts that mention a word, and of the workbook's names."""
    for (name, _), text in workbook.names().items():
        yield StatedFormula(text, f"The name {name}", None)
    for sheet in workbook.worksheets:
        if may_mention(workbook.package, sheet.part, word):
            yield from _of_sheet(workbook.package, sheet)


def _of_chart(package: Package, part: str) -> Iterator[StatedFormula]:
    for formula in _root(package, part).iter("{*}f"):
        yield StatedFormula(formula.text or "", "A chart", None)


def _of_pivot_table(package: Package, part: str) -> Iterator[StatedFormula]:
    for source in _root(package, part).iter("{*}worksheetSource"):
        reference = source.get("ref")
        if reference:
            yield StatedFormula(reference, "A pivot table", source.get("sheet"))


def _root(package: Package, part: str) -> Element:
    """A part's XML; of one that is damaged, which Excel leaves out, nothing."""
    try:
        return parse(package.read(part), part)
    except WorkbookError:
        return etree.Element("damaged")


def may_mention(package: Package, part: str, sheet: str) -> bool:
    """Whether a part may mention a sheet, by name or between two others."""
    # a name may be written with entities, but for its plain words
    words = _LONG_WORD.findall(sheet)
    word = max(words, key=len, default="").lower().encode()
    before = b""
    for block in _blocks(package, part):
        near = before + block
        if word in near.lower() or _ACROSS_SHEETS.search(near):
            return True
        before = block[-400:]
    return False


def _of_sheet(package: Package, sheet: Sheet) -> Iterator[StatedFormula]:
    """The formulas of a worksheet's cells, and those of its conditional formats and validations."""
    parser = etree.XMLPullParser(
        events=("end",), tag=_WANTED, resolve_entities=False, no_network=True, load_dtd=False
    )
    for block in _blocks(package, sheet.part):
        try:
            parser.feed(block)
        except etree.XMLSyntaxError:
            return  # a sheet that is damaged computes nothing
        for _, element in parser.read_events():
            if local(element) == "row":
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            elif element.text:
                yield _stated(element, sheet.name)


def _blocks(package: Package, part: str) -> Iterator[bytes]:
    """A part's bytes, as far as they can be unpacked."""
    with contextlib.suppress(WorkbookError):
        yield from package.stream(part)


def _stated(formula: Element, sheet: str) -> StatedFormula:
    holder = formula.getparent()
    cell = holder.get("r") if local(holder) == "c" else None
    if local(holder) == "c":
        place = f"The formula in {cell or 'a cell'}"
        filled = formula.get("ref") or "" if formula.get("t") == "shared" else ""
        return StatedFormula(formula.text or "", place, sheet, cell, filled)
    return StatedFormula(
        formula.text or "", f"A format or validation of sheet {sheet}", sheet, computes=False
    )
