"""Taking our edits out of a worksheet part again."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from xl_scorecard.ooxml.names import SPARKLINES_URI
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.opc.xml import Element, canonical, child, local, whole


def clear_cells(
    sheet: Worksheet, block: tuple[int, int, int, int], ours: Callable[[Element], bool], undo: Undo
) -> None:
    """Empty the cells of a block that are ours, putting blank formatted cells back as they were."""
    first_row, first_column, last_row, last_column = block
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            cell = sheet.find(row, column)
            if cell is None or not ours(cell):
                continue
            reference = cell.get("r") or ""
            if reference in undo.blanks:
                for inner in list(cell):
                    cell.remove(inner)
                cell.attrib.pop("t", None)
                cell.attrib.pop("s", None)
                if undo.blanks[reference]:
                    cell.set("s", undo.blanks[reference])
            else:
                cell.getparent().remove(cell)


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
    """Put back the declared used range and the column widths, unless somebody changed them."""
    dimension = child(sheet.root, "dimension")
    if (
        dimension is not None
        and undo.dimension is not None
        and dimension.get("ref") == undo.dimension_after
    ):
        dimension.set("ref", undo.dimension)
    columns = child(sheet.root, "cols")
    if columns is None or undo.columns is None:
        return
    if canonical(columns).decode() != undo.columns_after:
        return
    if undo.columns:
        before = etree.fromstring(undo.columns)
        before.tail = columns.tail
        columns.addprevious(before)
    sheet.root.remove(columns)


def remove_merges(sheet: Worksheet, references: list[str]) -> None:
    """Undo merges of ours."""
    holder = child(sheet.root, "mergeCells")
    if holder is None:
        return
    for item in list(holder):
        if item.get("ref") in references:
            holder.remove(item)
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
