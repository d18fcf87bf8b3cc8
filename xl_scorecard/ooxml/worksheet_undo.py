"""Taking our edits out of a worksheet part again."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from xl_scorecard.ooxml.names import SPARKLINES_URI
from xl_scorecard.ooxml.worksheet import Undo, Worksheet, covering
from xl_scorecard.opc.xml import Element, canonical, child, local, whole

_ABOUT = 0.9  # Excel rounds widths to whole pixels


def clear_cells(
    sheet: Worksheet,
    block: tuple[int, int, int, int],
    ours: Callable[[Element], bool],
    blanks: dict[tuple[int, int], dict[str, str]] | None,
) -> None:
    """Empty the cells of a block that are ours.

    `blanks` are the attributes of the formatted cells that were there; None where that is not
    known: then cells are emptied and keep their look.
    """
    for row, column, cell in sheet.cells_in(block):
        if not ours(cell):
            continue
        before = None if blanks is None else blanks.get((row, column))
        if before is None and blanks is not None:
            sheet.drop(row, column)
            continue
        for inner in list(cell):
            cell.remove(inner)
        if before is None:
            cell.attrib.pop("t", None)
            continue
        for name in set(cell.attrib) - {"r"}:
            del cell.attrib[name]
        for name, value in before.items():
            cell.set(name, value)


def restore_rows(sheet: Worksheet, undo: Undo) -> None:
    """Give rows their `spans` back and drop rows that we made and nobody used since."""
    data = child(sheet.root, "sheetData")
    number = 0
    for row in list(data if data is not None else ()):
        if local(row) != "row":
            continue
        number = whole(row.get("r"), number + 1)
        spans = undo.spans.get(str(number))
        if spans is not None and row.get("spans") is None:
            row.set("spans", spans)
        if number in undo.new_rows and not len(row) and set(row.attrib) <= {"r"}:
            row.getparent().remove(row)


def restore_frame(sheet: Worksheet, undo: Undo) -> None:
    """Put back the declared used range, unless somebody changed it."""
    dimension = child(sheet.root, "dimension")
    if (
        dimension is not None
        and undo.dimension is not None
        and dimension.get("ref") == undo.dimension_after
    ):
        dimension.set("ref", undo.dimension)


def restore_columns(sheet: Worksheet, undo: Undo, shift: int) -> None:
    """Put back the widths of our columns, those that nobody has changed since.

    `shift` is how many columns further right ours stand than where they were written.
    """
    columns = child(sheet.root, "cols")
    if columns is None or undo.columns is None or restore_all_columns(sheet, undo):
        return
    before = etree.fromstring(undo.columns) if undo.columns else None
    for text, width in undo.widths.items():
        _restore_column(sheet, columns, int(text) + shift, width, covering(before, int(text)))
    if not len(columns):
        sheet.root.remove(columns)


def restore_all_columns(sheet: Worksheet, undo: Undo) -> bool:
    """Put back all widths where they are as we left them; says whether they were.

    So they are too where our cells were emptied, or cut: no width goes along with those.
    """
    columns = child(sheet.root, "cols")
    if columns is None or undo.columns is None:
        return False
    if canonical(columns).decode() != undo.columns_after:
        return False
    if undo.columns:
        before = etree.fromstring(undo.columns)
        before.tail = columns.tail
        columns.addprevious(before)
    sheet.root.remove(columns)
    return True


def _restore_column(
    sheet: Worksheet, columns: Element, column: int, width: float, before: Element | None
) -> None:
    item = covering(columns, column)
    if item is None or abs(float(item.get("width") or 0) - width) > _ABOUT:
        return
    place = sheet.split_columns(columns, item, columns.index(item), column)
    if before is None:
        return
    piece = etree.fromstring(canonical(before))
    piece.set("min", str(column))
    piece.set("max", str(column))
    columns.insert(place, piece)


def remove_merges(sheet: Worksheet, references: list[str]) -> None:
    """Undo merges of ours."""
    holder = child(sheet.root, "mergeCells")
    if holder is None:
        return
    gone = [item for item in holder if item.get("ref") in references]
    for item in gone:
        holder.remove(item)
    if not gone:
        return
    if not len(holder):
        sheet.root.remove(holder)
    elif holder.get("count") is not None:
        holder.set("count", str(len(holder)))


def remove_shades(sheet: Worksheet, ours: Callable[[str], bool]) -> None:
    """Take out the conditional formats whose formula is ours."""
    for holder in list(sheet.root):
        if local(holder) != "conditionalFormatting":
            continue
        for rule in list(holder):
            formula = child(rule, "formula")
            if formula is not None and ours(formula.text or ""):
                holder.remove(rule)
        if not any(local(item) == "cfRule" for item in holder):
            sheet.root.remove(holder)


def remove_sparklines(sheet: Worksheet, ours: Callable[[str], bool]) -> None:
    """Take out the sparklines that stand in cells of ours."""
    holder = child(sheet.root, "extLst")
    for ext in list(holder) if holder is not None else ():
        if ext.get("uri") != SPARKLINES_URI:
            continue
        for line in list(ext.iter("{*}sparkline")):
            place = child(line, "sqref")
            if place is not None and ours(place.text or ""):
                line.getparent().remove(line)
        for group in list(ext.iter("{*}sparklineGroup")):
            if next(group.iter("{*}sparkline"), None) is None:
                group.getparent().remove(group)
        if next(ext.iter("{*}sparklineGroup"), None) is None:
            ext.getparent().remove(ext)
    if holder is not None and not len(holder):
        sheet.root.remove(holder)
