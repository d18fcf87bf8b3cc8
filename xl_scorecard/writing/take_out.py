"""Taking out of a workbook everything that an earlier run put in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from xl_scorecard.domain.cell_ref import parse_range, range_a1
from xl_scorecard.domain.edits import MARK
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.ooxml.worksheet_undo import (
    clear_cells,
    remove_merges,
    remove_shades,
    remove_sparklines,
    restore_frame,
    restore_rows,
)
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child
from xl_scorecard.writing.record import (
    CELLS_NAME,
    SHEET_NAME,
    Record,
    SheetRecord,
    pop_record,
    read_range,
    shape,
)

OUR_WORDS = re.compile(
    r"(?:Status|Change on|Direction of travel on) .*\d{4}(?:/\d\d)?$|(?:Trend|n/a|No data)$"
)
_Range = tuple[int, int, int, int]


def owned_sheets(workbook: Workbook) -> list[str]:
    """The sheets in which an earlier run left something; empty where nothing is ours."""
    found = []
    for (name, position), text in workbook.names().items():
        place = read_range(text) if name.startswith((CELLS_NAME, SHEET_NAME)) else None
        if position is None and place is not None and _sheet_named(workbook, place[0]) is not None:
            found.append(place[0])
    return list(dict.fromkeys(found))


def take_out(workbook: Workbook) -> list[Former]:
    """Take out all that is ours; returns where our columns stood.

    What officers typed into our columns stays.
    """
    names = {
        name: text
        for (name, position), text in workbook.names().items()
        if position is None and name.startswith((CELLS_NAME, SHEET_NAME))
    }
    record = pop_record(workbook)
    former = _take_out_cells(workbook, names, record)
    for name, refers_to in names.items():
        found = read_range(refers_to) if name.startswith(SHEET_NAME) else None
        sheet = _sheet_named(workbook, found[0]) if found else None
        if sheet is not None and len(workbook.sheets) > 1:
            related = workbook.package.relationships(sheet.part)
            workbook.remove_sheet(sheet)
            for relation in related:
                if not relation.external:
                    _remove_unused(workbook.package, relation.target)
    if names:
        workbook.remove_names(names, keep_list=not record.made_names)
    return former


def _sheet_named(workbook: Workbook, name: str) -> Sheet | None:
    return next((s for s in workbook.worksheets if s.name.casefold() == name.casefold()), None)


def _take_out_cells(workbook: Workbook, names: dict[str, str], record: Record) -> list[Former]:
    by_sheet: dict[str, list[tuple[str, _Range]]] = {}
    for name, refers_to in names.items():
        found = read_range(refers_to) if name.startswith(CELLS_NAME) else None
        if found is not None:
            by_sheet.setdefault(found[0], []).append((name, found[1]))
    former: list[Former] = []
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    for sheet_name, blocks in by_sheet.items():
        sheet = _sheet_named(workbook, sheet_name)
        if sheet is None:
            continue
        worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
        written = record.of(blocks[0][0])
        _restore(worksheet, blocks, written, strings)
        worksheet.save()
        former.extend(former_of(sheet_name, blocks))
    return former


def former_of(sheet: str, blocks: list[tuple[str, _Range]]) -> list[Former]:
    """Where our columns stood, as the names of their blocks say."""
    found = []
    for name, (top, left, bottom, right) in blocks:
        kinds = name.removeprefix(CELLS_NAME).split(".")[1:]
        if kinds and len(kinds) == right - left + 1:
            columns = {kind: left + offset for offset, kind in enumerate(kinds)}
            found.append(Former(sheet, top, bottom, columns))
    return found


def _restore(
    worksheet: Worksheet,
    blocks: list[tuple[str, _Range]],
    written: SheetRecord | None,
    strings: SharedStrings,
) -> None:
    undo = written.undo if written is not None and _unmoved(blocks, written) else Undo()
    ours = _ours(written, strings)
    ranges = [block for _, block in blocks]
    for block in ranges:
        clear_cells(worksheet, block, ours, undo)
    merges = [
        reference
        for reference in worksheet.merges
        if _inside(reference, ranges) and (written is None or _was_merged(reference, written))
    ]
    remove_merges(worksheet, merges)
    remove_shades(worksheet, lambda formula: MARK in formula)
    remove_sparklines(worksheet, lambda reference: _inside(reference, ranges))
    restore_rows(worksheet, undo)
    restore_frame(worksheet, undo)


def _unmoved(blocks: list[tuple[str, _Range]], written: SheetRecord) -> bool:
    """Whether everything stands where it was written, so that notes on cells still hold."""
    return all(written.blocks.get(name) == range_a1(*block) for name, block in blocks)


def _was_merged(reference: str, written: SheetRecord) -> bool:
    """Whether a merge has the height and width of one of ours."""

    def size(text: str) -> tuple[int, int]:
        top, left, bottom, right = parse_range(text)
        return bottom - top, right - left

    return size(reference) in {size(merge) for merge in written.undo.new_merges}


def _inside(reference: str, ranges: list[_Range]) -> bool:
    try:
        top, left, bottom, right = parse_range(reference)
    except ValueError:
        return False
    return any(
        first <= top and bottom <= last and start <= left and right <= end
        for first, start, last, end in ranges
    )


def _ours(written: SheetRecord | None, strings: SharedStrings) -> Callable[[Element], bool]:
    """Tells cells of ours from what officers typed over them."""

    def ours(cell: Element) -> bool:
        formula = child(cell, "f")
        if formula is not None:
            return written is None or shape(formula.text or "") in written.formulas
        if child(cell, "v") is None and child(cell, "is") is None:
            return True
        text = cell_text(cell, strings)
        if written is None:  # the record is gone: only words that nobody else would write count
            return text is not None and OUR_WORDS.match(text) is not None
        return text in written.texts if text is not None else _number(cell) in written.numbers

    return ours


def _number(cell: Element) -> float | None:
    value = child(cell, "v")
    try:
        return float(value.text) if value is not None and cell.get("t", "n") == "n" else None
    except (TypeError, ValueError):
        return None


def _remove_unused(package: Package, part: str) -> None:
    """Take out a part and what only it led to, if nothing else points to it."""
    if not package.has(part) or part in _targets(package):
        return
    inner = [r.target for r in package.relationships(part) if not r.external]
    package.remove(part)
    for target in inner:
        _remove_unused(package, target)


def _targets(package: Package) -> set[str]:
    found: set[str] = set()
    for name in package.part_names:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
            found.update(r.target for r in package.relationships(source) if not r.external)
    return found
