"""Taking out of a workbook everything that an earlier run put in."""

from __future__ import annotations

from collections.abc import Callable

from xl_scorecard.domain.cell_ref import Range, parse_a1, parse_range, read_range
from xl_scorecard.domain.ours import (
    CELLS_NAME,
    MARK,
    OUR_NAMES,
    SHEET_NAME,
    Record,
    SheetRecord,
    former_of,
    our_constant,
    our_formula,
)
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.ooxml.calc_chain import prune
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles_part import remove_styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.ooxml.worksheet_undo import (
    clear_cells,
    remove_merges,
    remove_shades,
    remove_sparklines,
    restore_columns,
    restore_frame,
    restore_rows,
)
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child
from xl_scorecard.writing.record import RECORD_NAMESPACE, pop_record, undo_of

_DRAWN = frozenset(
    (
        "application/vnd.openxmlformats-officedocument.drawing+xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        # what Excel adds to a chart, and to a sheet, when it saves them
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.chartcolorstyle+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
    )
)
_Cleared = tuple[Worksheet, list[Range]]


def owned_sheets(workbook: Workbook) -> list[str]:
    """The sheets in which an earlier run left something; empty where nothing is ours."""
    found = []
    for (name, _), text in workbook.names().items():
        place = read_range(text) if name.startswith(OUR_NAMES) else None
        if place is not None and _sheet_named(workbook, place[0]) is not None:
            found.append(place[0])
    return list(dict.fromkeys(found))


def take_out(workbook: Workbook) -> list[Former]:
    """Take out all that is ours; returns where our columns stood.

    What officers typed into our columns stays. A sheet that was copied carries names of its own
    over its columns: those are taken out too, while a copy of a whole sheet of ours is theirs.
    """
    names = [
        (name, position, read_range(text))
        for (name, position), text in workbook.names().items()
        if name.startswith(OUR_NAMES)
    ]
    if not names:
        return []
    record = pop_record(workbook)
    blocks: dict[str, list[tuple[str, Range]]] = {}
    for name, _, place in names:
        if name.startswith(CELLS_NAME) and place is not None:
            blocks.setdefault(place[0], []).append((name, place[1]))
    cleared = _take_out_cells(workbook, blocks, record)
    if any(place is None for _, _, place in names):
        _take_out_shades(workbook, set(blocks))
    removed = {
        _remove_sheet(workbook, place[0])
        for name, position, place in names
        if name.startswith(SHEET_NAME) and position is None and place is not None
    }
    workbook.remove_names(OUR_NAMES, keep_list=not record.made_names)
    remove_styles(workbook, RECORD_NAMESPACE)
    prune(workbook, lambda sheet, ref: sheet in removed or _emptied(cleared.get(sheet), ref))
    return [former for sheet, found in blocks.items() for former in former_of(sheet, found)]


def _remove_sheet(workbook: Workbook, name: str) -> int | None:
    """Take out a sheet of ours with its charts; returns its id."""
    sheet = _sheet_named(workbook, name)
    if sheet is None or len(workbook.sheets) == 1:
        return None
    related = workbook.package.relationships(sheet.part)
    workbook.remove_sheet(sheet)
    for relation in related:
        if not relation.external:
            _remove_drawn(workbook.package, relation.target)
    return sheet.id


def _emptied(cleared: _Cleared | None, reference: str) -> bool:
    """Whether a cell of a block that was cleared holds no formula any more."""
    if cleared is None or not _inside(reference, cleared[1]):
        return False
    cell = cleared[0].find(*parse_a1(reference))
    return cell is None or child(cell, "f") is None


def _sheet_named(workbook: Workbook, name: str) -> Sheet | None:
    return next((s for s in workbook.worksheets if s.name.casefold() == name.casefold()), None)


def _take_out_cells(
    workbook: Workbook, blocks: dict[str, list[tuple[str, Range]]], record: Record
) -> dict[int, _Cleared]:
    """Clear our blocks; returns the sheets touched with the blocks, by id."""
    cleared = {}
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    for sheet_name, found in blocks.items():
        sheet = _sheet_named(workbook, sheet_name)
        if sheet is None:
            continue
        worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
        _restore(worksheet, found, record.of(found[0][0]), strings)
        worksheet.save()
        cleared[sheet.id] = worksheet, [block for _, block in found]
    return cleared


def _take_out_shades(workbook: Workbook, but: set[str]) -> None:
    """Take our conditional formats off sheets whose columns of ours an officer deleted."""
    for sheet in workbook.worksheets:
        if sheet.name in but or b"xl-scorecard" not in workbook.package.read(sheet.part):
            continue
        worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
        remove_shades(worksheet, lambda formula: MARK in formula)
        worksheet.save()


def _restore(
    worksheet: Worksheet,
    blocks: list[tuple[str, Range]],
    written: SheetRecord | None,
    strings: SharedStrings,
) -> None:
    undo = undo_of(written)
    ours = _ours(worksheet, [block for _, block in blocks], written, strings)
    ranges = [block for _, block in blocks]
    shifts = {name: _shift(name, block, written) for name, block in blocks}
    for name, block in blocks:
        clear_cells(worksheet, block, ours, _blanks(undo, shifts[name], written))
    merges = [
        reference
        for reference in worksheet.merges
        if _inside(reference, ranges) and (written is None or _was_merged(reference, undo))
    ]
    remove_merges(worksheet, merges)
    remove_shades(worksheet, lambda formula: MARK in formula)
    remove_sparklines(worksheet, lambda reference: _inside(reference, ranges))
    if all(shift == (0, 0) for shift in shifts.values()):
        restore_rows(worksheet, undo)
        restore_frame(worksheet, undo)
    columns = {shift[1] for shift in shifts.values() if shift is not None}
    if len(columns) == 1:
        restore_columns(worksheet, undo, columns.pop())


def _shift(name: str, block: Range, written: SheetRecord | None) -> tuple[int, int] | None:
    """How far down and right a block has moved since; None where that is not known."""
    if written is None or name not in written.blocks:
        return None
    top, left, _, _ = parse_range(written.blocks[name])
    return block[0] - top, block[1] - left


def _blanks(
    undo: Undo, shift: tuple[int, int] | None, written: SheetRecord | None
) -> dict[tuple[int, int], dict[str, str]] | None:
    """The formatted cells that stood in a block, where they would be now."""
    if written is None or shift is None:
        return None
    found = {}
    for reference, attributes in undo.blanks.items():
        row, column = parse_a1(reference)
        found[row + shift[0], column + shift[1]] = attributes
    return found


def _was_merged(reference: str, undo: Undo) -> bool:
    """Whether a merge has the height and width of one of ours."""

    def size(text: str) -> tuple[int, int]:
        top, left, bottom, right = parse_range(text)
        return bottom - top, right - left

    return size(reference) in {size(merge) for merge in undo.new_merges}


def _inside(reference: str, ranges: list[Range]) -> bool:
    try:
        top, left, bottom, right = parse_range(reference)
    except ValueError:
        return False
    return any(
        first <= top and bottom <= last and start <= left and right <= end
        for first, start, last, end in ranges
    )


def _ours(
    worksheet: Worksheet,
    ranges: list[Range],
    written: SheetRecord | None,
    strings: SharedStrings,
) -> Callable[[Element], bool]:
    """Tells cells of ours from what officers typed over them."""
    shared = _SharedFormulas(worksheet, ranges)

    def ours(cell: Element) -> bool:
        formula = child(cell, "f")
        if formula is not None:
            if shared.needed_elsewhere(formula):
                return False
            return our_formula(shared.text(formula), written)
        if child(cell, "v") is None and child(cell, "is") is None:
            return True
        return our_constant(cell_text(cell, strings) or "", _number(cell), written)

    return ours


class _SharedFormulas:
    """Formulas filled down in Excel: the first cell of a group holds the text of all."""

    def __init__(self, worksheet: Worksheet, ranges: list[Range]) -> None:
        self._texts: dict[str, str] = {}
        self._outside: set[str] = set()
        for formula in worksheet.root.iter("{*}f"):
            if formula.get("t") != "shared":
                continue
            group = formula.get("si") or ""
            if formula.text:
                self._texts[group] = formula.text
            elif not _inside(formula.getparent().get("r") or "", ranges):
                self._outside.add(group)

    def text(self, formula: Element) -> str:
        """The formula's own text, or its group's."""
        return formula.text or self._texts.get(formula.get("si") or "", "")

    def needed_elsewhere(self, formula: Element) -> bool:
        """Whether cells outside our blocks take their formula from this one."""
        group = formula.get("si") if formula.get("t") == "shared" and formula.text else None
        return group in self._outside


def _number(cell: Element) -> float | None:
    value = child(cell, "v")
    try:
        return float(value.text) if value is not None and cell.get("t", "n") == "n" else None
    except (TypeError, ValueError):
        return None


def _remove_drawn(package: Package, part: str) -> None:
    """Take out a drawing of ours and its charts, each unless something else leads to it.

    Nothing but what is drawn goes: a link may lead to any part of theirs.
    """
    if package.type_of(part) not in _DRAWN or not package.has(part) or package.linked(part):
        return
    inner = [r.target for r in package.relationships(part) if not r.external]
    package.remove(part)
    for target in inner:
        _remove_drawn(package, target)
