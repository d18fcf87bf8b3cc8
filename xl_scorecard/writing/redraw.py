"""A sheet of ours drawn anew in its part, what officers put there in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy

from xl_scorecard.domain.cell_ref import a1, absolute, parse_range, range_a1
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.followed import followed
from xl_scorecard.domain.row_keys import NO_RESULT, Place
from xl_scorecard.domain.settling import KeptNote, Settling
from xl_scorecard.ooxml.frames import add_frames, drawing_of
from xl_scorecard.ooxml.notes import move_notes, notes_of
from xl_scorecard.ooxml.tables import tables_on
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.xml import Element, child, local, whole
from xl_scorecard.writing.extent import measure
from xl_scorecard.writing.held import Held, place_text
from xl_scorecard.writing.our_cells import SharedFormulas
from xl_scorecard.writing.set_out import keep_heights, keep_widths

_FILTER = "_xlnm._FilterDatabase"
_ADDED = (
    "conditionalFormatting", "dataValidations", "hyperlinks", "rowBreaks", "ignoredErrors",
    "drawing", "tableParts",
)  # fmt: skip
"""What a sheet of ours has besides theirs; of the rest, theirs stays where there is any."""


class Redrawing:
    """One sheet of ours on its way into the part it stands in; `kept` are notes without a place."""

    def __init__(
        self,
        workbook: Workbook,
        held: Held,
        new: NewSheet,
        kept: list[KeptNote],
        names: Mapping[str, str],
    ) -> None:
        self._workbook = workbook
        self._held = held
        self._new = new
        self._kept = kept
        self._settling = Settling(held.found, new, names=names)
        self._part = held.sheet.part

    def draw(self, fresh: Element) -> None:
        """Draw a new sheet's XML; what it points to is related to the part already."""
        old = self._held.worksheet
        cells = list(self._settled(old))
        rows = self._settling.rows(list(old.rows))
        heights = {row: deepcopy(element) for row, element in old.rows.items()}
        areas = _Areas(self._settling, self._held)
        self._notes()
        keep_widths(old.root, fresh, self._held.found, self._new)
        _replace(old, fresh, "cols")
        _replace(old, fresh, "sheetData")
        self._around(old, fresh, areas)
        sheet = Worksheet(self._workbook.package, self._part, self._workbook.flavour)
        for at, cell in cells:
            sheet.put_cell(*at, a1(*at), cell)
        keep_heights(sheet, heights, rows, self._held.found)
        measure(sheet)
        sheet.save()

    # -- cells and notes -------------------------------------------------------------------------

    def _settled(self, old: Worksheet) -> Iterator[tuple[Place, Element]]:
        """Their cells with their new places; what has none is among the kept notes."""
        settling, held = self._settling, self._held
        shared = SharedFormulas(old, [])
        blank = {
            (row, column): cell for row, column, cell in old.cells_in((1, 1, 1_048_576, 16_384))
        }
        for at in sorted(blank, key=lambda at: (at not in held.said, at)):
            to = settling.place(at)
            if to is not None:
                yield to, self._followed(blank[at], shared, at, to)
            elif at in held.said and not settling.says_the_same(at, held.said[at]):
                beside = settling.beside(at[0])
                formula = child(blank[at], "f")
                text = shared.text_at(formula, a1(*at)) if formula is not None else ""
                said = settling.lost(at, held.said)
                if said is None:
                    continue
                if text:
                    said = f"={text}" if said == NO_RESULT else f"{said} (={text})"
                self._kept.append(KeptNote(said, place_text(held.name, at), beside))

    def _followed(self, cell: Element, shared: SharedFormulas, at: Place, to: Place) -> Element:
        """A cell of theirs whose formula, if any, goes on looking at what it looked at."""
        copy = deepcopy(cell)
        formula = child(copy, "f")
        if formula is None:
            return copy
        text = shared.text_at(child(cell, "f"), a1(*at))
        formula.text = followed(text, self._settling.row)
        if formula.get("t") == "shared":
            for name in ("t", "si", "ref"):
                formula.attrib.pop(name, None)
        elif formula.get("ref") is not None:
            top, left, bottom, right = parse_range(formula.get("ref"))
            down, along = to[0] - at[0], to[1] - at[1]
            formula.set("ref", range_a1(top + down, left + along, bottom + down, right + along))
        return copy

    def _notes(self) -> None:
        """Move notes and comments along with their cells."""
        moves: dict[str, str | None] = {}
        settling, held = self._settling, self._held
        for reference, said in notes_of(self._workbook.package, self._part).items():
            try:
                at = parse_range(reference)[:2]
            except ValueError:
                continue
            row = settling.row(at[0])
            to = None if row is None else a1(row, settling.column(at[1]))
            if to is None:
                beside = settling.beside(at[0])
                self._kept.append(KeptNote(said, place_text(held.name, at), beside))
            if to != reference:
                moves[reference] = to
        if moves:
            move_notes(self._workbook.package, self._part, moves)

    # -- around the cells ------------------------------------------------------------------------

    def _around(self, old: Worksheet, fresh: Element, areas: _Areas) -> None:
        self._formats(old, fresh, areas)
        _move(old, "mergeCells", areas.merge)
        _move(old, "hyperlinks", areas.area)
        _move(old, "dataValidations", areas.area)
        self._join(old, fresh, "dataValidations", lambda item: item.get("sqref") or "")
        self._join(old, fresh, "hyperlinks", lambda item: item.get("ref") or "")
        self._join(old, fresh, "rowBreaks", lambda item: item.get("id") or "")
        self._join(old, fresh, "ignoredErrors", lambda item: " ".join(sorted(item.keys())))
        self._filter(old)
        self._tables(old)
        self._own_table(old, fresh)
        self._drawing(old, fresh)
        for item in list(fresh):
            name = local(item)
            if name and name not in _ADDED and child(old.root, name) is None:
                old.place(item)

    def _formats(self, old: Worksheet, fresh: Element, areas: _Areas) -> None:
        """Conditional formats: theirs where they are, ours after them."""
        for item in old.root.iterchildren("{*}conditionalFormatting"):
            areas.area(item)
        last = max((whole(r.get("priority")) for r in old.root.iter("{*}cfRule")), default=0)
        for item in list(fresh.iterchildren("{*}conditionalFormatting")):
            for rule in item.iterchildren("{*}cfRule"):
                rule.set("priority", str(whole(rule.get("priority")) + last))
            old.place(item)

    def _join(
        self, old: Worksheet, fresh: Element, name: str, key: Callable[[Element], str]
    ) -> None:
        """One list of theirs and ours; where both say something of a place, ours counts."""
        theirs, ours = child(old.root, name), child(fresh, name)
        if ours is None:
            return
        taken = {key(item) for item in ours}
        for item in list(theirs) if theirs is not None else ():
            if key(item) not in taken:
                ours.append(item)
        if theirs is not None:
            old.root.remove(theirs)
        for count in ("count", "manualBreakCount"):
            if ours.get(count) is not None:
                ours.set(count, str(len(ours)))
        old.place(ours)

    def _filter(self, old: Worksheet) -> None:
        """A filter over a list of ours reaches from its headings to its last entry."""
        element = child(old.root, "autoFilter")
        if element is None:
            return
        keys, settling = self._held.found.keys, self._settling
        top, left, bottom, right = parse_range(element.get("ref") or "A1")
        header = settling.row(top)
        position = self._workbook.sheet(self._new.name).position
        self._workbook.remove_name(_FILTER, position)
        if header is None:
            old.root.remove(element)
            return
        kind = keys.by_row.get(top + 1, ("",))[0] if keys.is_listed(top + 1) else ""
        last = settling.keys.last_of(kind) or header + bottom - top
        reference = range_a1(header, left, last, right)
        element.set("ref", reference)
        for state in list(element.iterchildren("{*}sortState")):
            element.remove(state)
        self._workbook.add_name(
            _FILTER, absolute(self._new.name, reference), position=position, hidden=True
        )

    def _tables(self, old: Worksheet) -> None:
        """Tables in cells of theirs move along; one over cells of ours is a table no more."""
        package, holder = self._workbook.package, child(old.root, "tableParts")
        relations = {relation.id: relation.target for relation, _ in tables_on(package, self._part)}
        for item in list(holder) if holder is not None else ():
            link = item.get(self._workbook.flavour.relation_id) or ""
            part = relations.get(link)
            if part is None:
                continue
            if _moved_table(package.root(part), self._settling, self._held):
                package.touch(part)
                continue
            item.getparent().remove(item)
            package.unrelate(self._part, link)
            package.remove(part)
        if holder is not None and not len(holder):
            old.root.remove(holder)
        elif holder is not None:
            holder.set("count", str(len(holder)))

    def _own_table(self, old: Worksheet, fresh: Element) -> None:
        """Our table joins theirs, or is the only one."""
        ours, theirs = child(fresh, "tableParts"), child(old.root, "tableParts")
        if ours is not None and theirs is None:
            old.place(ours)
        elif ours is not None and theirs is not None:
            theirs.extend(list(ours))
            theirs.set("count", str(len(theirs)))

    def _drawing(self, old: Worksheet, fresh: Element) -> None:
        """Our charts join what they drew, or are the only ones."""
        ours = child(fresh, "drawing")
        if ours is None:
            return
        package = self._workbook.package
        link = ours.get(self._workbook.flavour.relation_id)
        new = next(r.target for r in package.relationships(self._part) if r.id == link)
        if child(old.root, "drawing") is None:
            old.place(ours)
            return
        theirs = drawing_of(package, self._part)
        assert theirs is not None
        package.unrelate(self._part, link)
        add_frames(package, new, theirs)


class _Areas:
    """Where areas of theirs go: along with their first and last rows."""

    def __init__(self, settling: Settling, held: Held) -> None:
        self._settling = settling
        self._held = held

    def area(self, item: Element) -> bool:
        """Move an element's area; it always stays."""
        for name in ("ref", "sqref"):
            if item.get(name) is not None:
                areas = [self._moved(area) for area in item.get(name).split(" ")]
                item.set(name, " ".join(areas))
        return True

    def _moved(self, area: str) -> str:
        try:
            top, left, bottom, right = parse_range(area)
        except ValueError:
            return area
        first, last = self._settling.row(top), self._settling.row(bottom)
        if first is None or last is None or last < first:
            return area
        return range_a1(first, left, last, right)

    def merge(self, item: Element) -> bool:
        """Move merged cells; says whether nothing of ours comes to lie under them."""
        self.area(item)
        try:
            top, left, bottom, right = parse_range(item.get("ref") or "")
        except ValueError:
            return False
        return not any(
            top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
            for row, column in self._settling.taken
        )


def _replace(old: Worksheet, fresh: Element, name: str) -> None:
    there, new = child(old.root, name), child(fresh, name)
    if there is not None:
        old.root.remove(there)
    if new is not None:
        old.place(new)


def _move(old: Worksheet, name: str, stays: Callable[[Element], bool]) -> None:
    """Move the items of a list; without those that do not stay."""
    holder = child(old.root, name)
    for item in list(holder) if holder is not None else ():
        if local(item) and not stays(item):
            item.getparent().remove(item)
    if holder is not None and not len(holder):
        old.root.remove(holder)
    elif holder is not None and holder.get("count") is not None:
        holder.set("count", str(len(holder)))


def _moved_table(table: Element, settling: Settling, held: Held) -> bool:
    """Move a table's range; False where cells of ours are in it or its cells part."""
    top, left, bottom, right = parse_range(table.get("ref") or "A1")
    if any(top <= r <= bottom and left <= c <= right for r, c in held.found.whose.ours):
        return False
    rows = range(top, bottom + 1)
    shifts = {to - row for row, to in settling.rows(rows).items()}
    if len(shifts) != 1 or len(settling.rows(rows)) < len(rows):
        return False
    (down,) = shifts
    for element in (table, *table.iterchildren("{*}autoFilter")):
        element.set("ref", range_a1(top + down, left, bottom + down, right))
    return True
