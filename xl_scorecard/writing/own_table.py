"""The table on a sheet of ours: what is built on it finds it again, whatever is drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass

from xl_scorecard.domain.cell_ref import Range, parse_range, range_a1
from xl_scorecard.domain.edits import TABLE_STYLE, NewSheet, OwnTable
from xl_scorecard.domain.free_name import free_name
from xl_scorecard.domain.row_keys import Place
from xl_scorecard.ooxml.cells import cell_content
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.tables import (
    column_names,
    in_flavour,
    is_filtered,
    renewed,
    table_name,
    tables_in,
    tables_on,
)
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.xml import Element, child, serialise, whole


@dataclass(frozen=True)
class KnownTable:
    """A table of ours as it was found: its XML, to be drawn anew with the same names and ids."""

    root: Element

    @property
    def name(self) -> str:
        """What formulas and pivot tables call it; officers may have given it a name."""
        return table_name(self.root)

    @property
    def id(self) -> int:
        """What slicers know it by."""
        return whole(self.root.get("id"))


def known_table(workbook: Workbook, sheet: Sheet) -> KnownTable | None:
    """The table on a sheet of ours on which nothing is theirs."""
    for _, root in tables_on(workbook.package, sheet.part):
        return KnownTable(deepcopy(root))
    return None


def named_by_them(known: KnownTable, new: OwnTable) -> set[str]:
    """The name that officers gave a table of ours, and the style; each as a text."""
    items = set()
    if not known.name.casefold().startswith(new.name.casefold()):
        items.add(f"table called {known.name}")
    style = child(known.root, "tableStyleInfo")
    if style is not None and style.get("name") != TABLE_STYLE:
        items.add(f"table style {style.get('name')}")
    return items


def take_table(
    workbook: Workbook, sheet: Sheet, worksheet: Worksheet, ours: Collection[Place]
) -> KnownTable | None:
    """Take our table off a sheet that stays: the one over cells of ours.

    Rows that it hid by a filter show again.
    """
    package = workbook.package
    counted = [
        (sum(_holds(reference, at) for at in ours), relation, root)
        for relation, root in tables_on(package, sheet.part)
        if (reference := _reference(root)) is not None and child(root, "tableColumns") is not None
    ]
    _drop_dead_links(workbook, sheet, worksheet)
    held, relation, root = max(counted, key=lambda each: each[0], default=(0, None, None))
    if not held or relation is None or root is None:
        return None
    known = KnownTable(deepcopy(root))
    top, _, bottom, _ = _reference(root) or (0, 0, 0, 0)
    for number, row in worksheet.rows.items() if is_filtered(root) else ():
        if top < number <= bottom:
            row.attrib.pop("hidden", None)
    properties = child(worksheet.root, "sheetPr")
    if properties is not None and is_filtered(root):
        properties.attrib.pop("filterMode", None)
    _keep_listed(workbook, worksheet, lambda link: link != relation.id)
    package.unrelate(sheet.part, relation.id)
    package.remove(relation.target)
    return known


def take_filter(
    workbook: Workbook, sheet: Sheet, worksheet: Worksheet, ours: Collection[Place]
) -> None:
    """Take a filter that officers set over cells of ours off the sheet, as our table has its own;
    rows that it hid show again."""
    element = child(worksheet.root, "autoFilter")
    area = _reference(element) if element is not None else None
    if element is None or area is None or not any(_holds(area, at) for at in ours):
        return
    for number, row in worksheet.rows.items():
        if area[0] < number <= area[2]:
            row.attrib.pop("hidden", None)
    properties = child(worksheet.root, "sheetPr")
    if properties is not None:
        properties.attrib.pop("filterMode", None)
    worksheet.root.remove(element)
    workbook.remove_name("_xlnm._FilterDatabase", sheet.position)


def _drop_dead_links(workbook: Workbook, sheet: Sheet, worksheet: Worksheet) -> None:
    """Take out of the list of tables what leads to none: it would claim the next one drawn."""
    alive = {relation.id for relation, _ in tables_on(workbook.package, sheet.part)}
    _keep_listed(workbook, worksheet, lambda link: link in alive)


def _keep_listed(workbook: Workbook, worksheet: Worksheet, stays: Callable[[str], bool]) -> None:
    holder = child(worksheet.root, "tableParts")
    for item in list(holder) if holder is not None else ():
        if not stays(item.get(workbook.flavour.relation_id) or ""):
            item.getparent().remove(item)
    if holder is not None and not len(holder):
        worksheet.root.remove(holder)
    elif holder is not None:
        holder.set("count", str(len(holder)))


def _reference(table: Element) -> Range | None:
    try:
        return parse_range(table.get("ref") or "")
    except ValueError:
        return None


def _holds(area: Range, at: Place) -> bool:
    return area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3]


def settle_tables(workbook: Workbook, drawn: Sequence[tuple[NewSheet, KnownTable | None]]) -> None:
    """Give the tables that were drawn their names and ids: those they had, or free ones.

    One that was there goes on to the columns that officers put beside it, in it.
    """
    waiting = {_drawn_on(workbook, new)[0] for new, _ in drawn if new.table is not None}
    for new, known in sorted(drawn, key=lambda each: each[1] is None):  # what is known has its own
        if new.table is not None:
            part, _ = _drawn_on(workbook, new)
            waiting.discard(part)
            _settle(workbook, new, new.table, known, {part, *waiting})


def _drawn_on(workbook: Workbook, new: NewSheet) -> tuple[str, Element]:
    """The part of the table that was drawn on a sheet, and its XML."""
    sheet = workbook.sheet(new.name)
    return next(
        (relation.target, root)
        for relation, root in tables_on(workbook.package, sheet.part)
        if new.table is not None and root.get("ref") == new.table.reference
    )


def _settle(
    workbook: Workbook,
    new: NewSheet,
    own: OwnTable,
    known: KnownTable | None,
    passed_over: Collection[str],
) -> None:
    """Settle one; tables in the parts that are passed over have no name or id of theirs yet."""
    package, sheet = workbook.package, workbook.sheet(new.name)
    part, drawn = _drawn_on(workbook, new)
    others = [root for where, root in tables_in(workbook) if where not in passed_over]
    taken = {name for name, _ in workbook.names()} | {table_name(other) for other in others}
    ids = {whole(other.get("id")) for other in others}
    wanted, number = own.name, max(ids, default=0) + 1
    if known is not None:
        wanted = known.name if free_name(known.name, taken) == known.name else wanted
        number = known.id if known.id and known.id not in ids else number
    name = free_name(wanted, taken)
    before = in_flavour(drawn if known is None else known.root, workbook.flavour)
    headings = column_names(drawn)
    extra = _beside(workbook, sheet, own.reference, headings, column_names(before))
    top, left, bottom, right = parse_range(own.reference)
    reference = range_a1(top, left, bottom, right + extra)
    table = renewed(before, reference, headings, extra, number, name)
    package.put(part, serialise(table))


def _beside(
    workbook: Workbook, sheet: Sheet, reference: str, headings: list[str], before: list[str]
) -> int:
    """How many columns of the officers' the table had to the right of ours, and still stand."""
    top, _, _, right = parse_range(reference)
    ours = set(headings)
    theirs: list[str] = []
    for name in reversed(before):
        if name in ours:
            break
        theirs.insert(0, name)
    if not theirs:
        return 0
    worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    for column, name in enumerate(theirs, right + 1):
        cell = worksheet.find(top, column)
        if cell is None or cell_content(cell, strings)[0] != name:
            return 0
    return len(theirs)
