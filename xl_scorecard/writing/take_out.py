"""Taking out of a workbook everything that an earlier run put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from xl_scorecard.domain.cell_ref import Range, parse_a1, parse_range, read_range
from xl_scorecard.domain.ours import (
    CELLS_NAME,
    DRAWN_NAME,
    MARK,
    OUR_NAMES,
    WITH_TABLES,
    Record,
    SheetRecord,
    former_of,
)
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.ooxml.calc_chain import prune
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.styles_part import remove_styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.ooxml.worksheet_undo import (
    clear_cells,
    remove_merges,
    remove_shades,
    remove_sparklines,
    restore_all_columns,
    restore_columns,
    restore_frame,
    restore_rows,
)
from xl_scorecard.opc.xml import child
from xl_scorecard.writing.drawn_parts import remove_drawn
from xl_scorecard.writing.held import Held, hold, left_on
from xl_scorecard.writing.looked_at import follow_looked_at
from xl_scorecard.writing.our_cells import cells_of_ours, inside, standing
from xl_scorecard.writing.own_sheets import sheets_of_ours
from xl_scorecard.writing.own_table import KnownTable, known_table
from xl_scorecard.writing.published import Standing, published
from xl_scorecard.writing.record import RECORD_NAMESPACE, found_record, pop_record, undo_of
from xl_scorecard.writing.set_out import forget_ours
from xl_scorecard.writing.untouched import are_untouched
from xl_scorecard.writing.without_record import likely_undo

_Cleared = tuple[Worksheet, list[Range]]


@dataclass(frozen=True)
class TakenOut:
    """Where our columns stood, the sheets of ours that stay with what is theirs on them, and the
    columns of ours that were published and stay."""

    former: list[Former] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    published: list[Standing] = field(default_factory=list)
    tables: dict[str, KnownTable] = field(default_factory=dict)
    """The tables of ours that were taken out, by the key of the sheet."""

    @property
    def held_names(self) -> list[str]:
        """The tabs that stay until they are drawn anew."""
        return [held.name for held in self.held]


def owned_sheets(workbook: Workbook) -> list[str]:
    """The sheets in which an earlier run left something; empty where nothing is ours.

    Raises WorkbookError (unsupported_format) where a newer version left it.
    """
    record = found_record(workbook)
    found = []
    for (name, _), text in workbook.names().items():
        place = read_range(text) if name.startswith(OUR_NAMES) else None
        if place is not None and _sheet_named(workbook, place[0]) is not None:
            found.append(place[0])
    if record is not None:
        there = [s for s in record.sheets if _sheet_named(workbook, s.sheet) is not None]
        found.extend([*(s.sheet for s in there), *sheets_of_ours(workbook).values()])
    return list(dict.fromkeys(found))


def take_out(workbook: Workbook, publish: Collection[str] = ()) -> TakenOut:
    """Take out all that is ours, but for our columns on the sheets to `publish`.

    What officers typed into our columns stays, and so does a sheet of ours on which something is
    theirs: it is emptied of what we drew, to be drawn anew or left to them. A sheet that was copied
    carries names of its own over its columns: those are taken out too, while a copy of a whole
    sheet of ours is theirs.
    Raises WorkbookError (unsupported_format) where a newer version put it in.
    """
    names = [
        (name, position, read_range(text))
        for (name, position), text in workbook.names().items()
        if name.startswith(OUR_NAMES) and not name.startswith(DRAWN_NAME)
    ]
    if not names and found_record(workbook) is None:
        return TakenOut()
    record = pop_record(workbook)
    follow_looked_at(workbook, record)
    own = sheets_of_ours(workbook)
    worksheets = _Worksheets(workbook)
    blocks = _standing(
        worksheets,
        [(n, at, where) for n, at, where in names if n.startswith(CELLS_NAME) and where],
        record,
    )
    standing = {sheet: found for sheet, found in blocks.items() if sheet in publish}
    to_clear = {sheet: found for sheet, found in blocks.items() if sheet not in publish}
    cleared = _take_out_cells(worksheets, to_clear, record)
    _restore_widths(
        worksheets, [written for written in record.sheets if written.sheet not in blocks]
    )
    stays = list(_published(worksheets, standing, record, [*own.values()]))
    touched = {*blocks, *own.values()}
    if any(place is None or place[0] not in touched for _, _, place in names):
        _take_out_shades(workbook, touched)
    held = _held(workbook, own, record, worksheets.strings)
    tables = _tables(workbook, own, held)
    removed = {remove_sheet(workbook, name) for name in own.values()} if not held else set()
    removed |= {each.sheet.id for each in held}
    workbook.remove_names(OUR_NAMES, keep_list=not record.made_names)
    workbook.made_names = record.made_names
    if not held and not stays:  # what is theirs there, and what stays, may rest on them
        remove_styles(workbook, RECORD_NAMESPACE)
    prune(workbook, lambda sheet, ref: sheet in removed or _emptied(cleared.get(sheet), ref))
    former = [former for sheet, found in blocks.items() for former in former_of(sheet, found)]
    return TakenOut(former, held, stays, tables)


def _published(
    worksheets: _Worksheets,
    blocks: dict[str, list[tuple[str, Range]]],
    record: Record,
    own: list[str],
) -> Iterator[Standing]:
    """Leave our columns on sheets whose statuses were published."""
    for name, found in blocks.items():
        at = worksheets.find(name)
        if at is not None:
            sheet, worksheet = at
            written = record.of(found[0][0])
            yield published(sheet.name, worksheet, found, written, worksheets.strings, own)
            worksheet.save()


def _held(
    workbook: Workbook, own: dict[str, str], record: Record, strings: SharedStrings
) -> list[Held]:
    """The sheets of ours on which something may be theirs: all of them, or none."""
    sheets = {key: workbook.sheet(name) for key, name in own.items()}
    if not sheets or are_untouched(workbook, sheets, record.as_drawn):
        return []
    names = {name: text for (name, at), text in workbook.names().items() if at is None}
    styles = Styles(workbook.package, workbook.related("styles"), workbook.flavour)
    return [hold(workbook, key, sheet, names, strings, styles) for key, sheet in sheets.items()]


def _tables(workbook: Workbook, own: dict[str, str], held: list[Held]) -> dict[str, KnownTable]:
    """The tables of ours: those taken off sheets that stay, or on those about to be taken out."""
    found = {each.key: each.table for each in held}
    for key in own if not held else ():
        if key in WITH_TABLES:
            found[key] = known_table(workbook, workbook.sheet(own[key]))
    return {key: table for key, table in found.items() if table is not None}


def leave(workbook: Workbook, held: list[Held]) -> list[str]:
    """Leave sheets that were ours to the officers, or take them out where nothing is theirs.

    Returns what is said of those that stay.
    """
    said = []
    for each in held:
        words = left_on(workbook, each)
        if not words:
            remove_sheet(workbook, each.name)
            continue
        forget_ours(each.worksheet, each.found)
        each.worksheet.save()
        said.append(f"kept {each.name}: it holds {words} of yours")
    return said


class _Worksheets:
    """The worksheets of a workbook by name, each opened once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._opened: dict[int, Worksheet] = {}
        self.strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))

    def find(self, name: str) -> tuple[Sheet, Worksheet] | None:
        """A sheet and what is on it."""
        sheet = _sheet_named(self._workbook, name)
        if sheet is None:
            return None
        if sheet.id not in self._opened:
            self._opened[sheet.id] = Worksheet(
                self._workbook.package, sheet.part, self._workbook.flavour
            )
        return sheet, self._opened[sheet.id]


def _standing(
    worksheets: _Worksheets, named: list[tuple[str, int | None, tuple[str, Range]]], record: Record
) -> dict[str, list[tuple[str, Range]]]:
    """Our blocks, by sheet: where their names say, or where those mislead, as recorded."""
    blocks: dict[str, list[tuple[str, Range]]] = {}
    known = set()

    def add(name: str, sheet: str, block: Range) -> bool:
        found = worksheets.find(sheet)
        if found is None:
            return False
        stands = standing(found[1], name, block, record.of(name), worksheets.strings)
        if stands is None:
            return False
        blocks.setdefault(found[0].name, []).append((name, stands))
        return True

    for name, position, (sheet, block) in named:
        if add(name, sheet, block) and position is None:
            known.add(name)
    for written in record.sheets:
        for name, reference in written.blocks.items():
            if name not in known:
                add(name, written.sheet, parse_range(reference))
    return blocks


def remove_sheet(workbook: Workbook, name: str) -> int | None:
    """Take out a sheet of ours with its charts; returns its id."""
    sheet = _sheet_named(workbook, name)
    if sheet is None or len(workbook.sheets) == 1:
        return None
    related = workbook.package.relationships(sheet.part)
    workbook.remove_sheet(sheet)
    for relation in related:
        if not relation.external:
            remove_drawn(workbook.package, relation.target)
    return sheet.id


def _emptied(cleared: _Cleared | None, reference: str) -> bool:
    """Whether a cell of a block that was cleared holds no formula any more."""
    if cleared is None or not inside(reference, cleared[1]):
        return False
    cell = cleared[0].find(*parse_a1(reference))
    return cell is None or child(cell, "f") is None


def _sheet_named(workbook: Workbook, name: str) -> Sheet | None:
    return next((s for s in workbook.worksheets if s.name.casefold() == name.casefold()), None)


def _take_out_cells(
    worksheets: _Worksheets, blocks: dict[str, list[tuple[str, Range]]], record: Record
) -> dict[int, _Cleared]:
    """Clear our blocks; returns the sheets touched with the blocks, by id."""
    cleared = {}
    for sheet_name, found in blocks.items():
        at = worksheets.find(sheet_name)
        if at is None:
            continue
        sheet, worksheet = at
        _restore(worksheet, found, record.of(found[0][0]), worksheets.strings)
        worksheet.save()
        cleared[sheet.id] = worksheet, [block for _, block in found]
    return cleared


def _restore_widths(worksheets: _Worksheets, emptied: Iterable[SheetRecord]) -> None:
    """Put the widths back on sheets where no cell of ours stands any more."""
    for written in emptied:
        at = worksheets.find(written.sheet)
        if at is not None and restore_all_columns(at[1], undo_of(written)):
            at[1].save()


def _take_out_shades(workbook: Workbook, but: set[str]) -> None:
    """Take our conditional formats off sheets whose columns of ours are gone or were moved."""
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
    ours = cells_of_ours(worksheet, [block for _, block in blocks], written, strings)
    ranges = [block for _, block in blocks]
    shifts = {name: _shift(name, block, written) for name, block in blocks}
    likely = {
        name: likely_undo(worksheet, name, block, strings) if shifts[name] is None else None
        for name, block in blocks
    }
    for name, block in blocks:
        blanks = _blanks(undo, shifts[name], written) if likely[name] is None else {}
        clear_cells(worksheet, block, ours, blanks)
    merges = [
        reference
        for reference in worksheet.merges
        if inside(reference, ranges) and (written is None or _was_merged(reference, undo))
    ]
    remove_merges(worksheet, merges)
    remove_shades(worksheet, lambda formula: MARK in formula)
    remove_sparklines(worksheet, lambda reference: inside(reference, ranges))
    if all(shift == (0, 0) for shift in shifts.values()):
        restore_rows(worksheet, undo)
        restore_frame(worksheet, undo)
    columns = {shift[1] for shift in shifts.values() if shift is not None}
    if len(columns) == 1:
        restore_columns(worksheet, undo, columns.pop())
    for guess in likely.values():
        if guess is not None:
            restore_columns(worksheet, guess, 0)


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
