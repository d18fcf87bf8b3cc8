"""A worksheet part, patched in place: cells, merges, widths, conditional formats, sparklines.

What is not touched keeps its order, prefixes and attributes; `undo` notes hold what has to be
put back when our work is taken out again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from xl_scorecard.ooxml.cells import column_in
from xl_scorecard.ooxml.escapes import escaped
from xl_scorecard.ooxml.names import MC, SPARKLINES_URI, X14, XM, Flavour
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, canonical, child, local, made, only_child, whole

# ECMA-376 part 1, 18.3.1.99 CT_Worksheet
_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_LAST_PRIORITY = 2**31 - 1  # xsd:int
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Undo:
    """What a worksheet looked like where our edits changed it."""

    dimension: str | None = None
    dimension_after: str | None = None
    columns: str | None = None
    columns_after: str | None = None
    spans: dict[str, str] = field(default_factory=dict)
    new_rows: list[int] = field(default_factory=list)
    blanks: dict[str, dict[str, str]] = field(default_factory=dict)
    widths: dict[str, float] = field(default_factory=dict)
    new_merges: list[str] = field(default_factory=list)


class Worksheet:
    """The XML of one worksheet part."""

    def __init__(self, package: Package, part: str, flavour: Flavour) -> None:
        self._package = package
        self._part = part
        self._flavour = flavour
        self.root = package.root(part)
        self.undo = Undo()
        self._cell_tag = flavour.tag("c")
        data = only_child(self.root, "sheetData", f"{package.name}: part {part}")
        if data is None:
            data = made(self.root, flavour.tag("sheetData"))
            self.place(data)
        self._data = data
        self._rows: dict[int, _Row] = {}
        number = 0
        for row in data:
            if local(row) == "row":
                number = whole(row.get("r")) or number + 1
                self._rows[number] = _Row(row)

    def save(self) -> None:
        """Keep the edits in the package."""
        self._package.touch(self._part)

    # -- cells -------------------------------------------------------------------------------

    def style_at(self, row: int, column: int) -> int:
        """The format index of a cell: its own, else its row's, else its column's, else 0."""
        cell = self.find(row, column)
        if cell is not None:
            return whole(cell.get("s"))
        found = self._rows.get(row)
        if found is not None and found.element.get("customFormat") in ("1", "true"):
            return whole(found.element.get("s"))
        item = covering(child(self.root, "cols"), column)
        return whole(item.get("style")) if item is not None else 0

    def drop(self, row: int, column: int) -> None:
        """Take a cell element out."""
        cell = self._rows[row].cells.pop(column)
        cell.getparent().remove(cell)

    def drop_row(self, row: int) -> None:
        """Take a row element out with all its cells."""
        found = self._rows.pop(row, None)
        if found is not None:
            found.element.getparent().remove(found.element)

    def cells_in(self, block: tuple[int, int, int, int]) -> list[tuple[int, int, Element]]:
        """The cell elements that there are in a block, with row and column."""
        top, left, bottom, right = block
        return [
            (row, column, cell)
            for row, found in self._rows.items()
            if top <= row <= bottom
            for column, cell in found.cells.items()
            if left <= column <= right
        ]

    def find(self, row: int, column: int) -> Element | None:
        """The cell element at a place, or None."""
        found = self._rows.get(row)
        return found.cells.get(column) if found is not None else None

    def set_cell(
        self,
        row: int,
        column: int,
        reference: str,
        style: int,
        value: float | str | None,
        formula: str | None,
    ) -> None:
        """Write a value, or a formula with its computed value, into an empty cell."""
        cell = self._cell(row, column, reference)
        cell.attrib.pop("t", None)
        if style:
            cell.set("s", str(style))
        else:
            cell.attrib.pop("s", None)
        if formula is not None:
            self._sub(cell, "f").text = formula
        if isinstance(value, str):
            if formula is not None:
                cell.set("t", "str")
                self._sub(cell, "v").text = escaped(value)
            else:
                cell.set("t", "inlineStr")
                text = self._sub(self._sub(cell, "is"), "t")
                text.text = escaped(value)
                if value != value.strip():
                    text.set(_XML_SPACE, "preserve")
        elif value is not None:
            self._sub(cell, "v").text = number_text(value)

    def put_cell(self, row: int, column: int, reference: str, cell: Element) -> None:
        """Put a cell element that stood elsewhere in its place, instead of what stands there."""
        into = self._cell(row, column, reference)
        for name in set(into.attrib) - {"r"}:
            del into.attrib[name]
        for name, value in cell.attrib.items():
            if name != "r":
                into.set(name, value)
        into.extend(list(cell))

    def row_element(self, row: int) -> Element:
        """The element of a row, made where there is none."""
        return self._row(row).element

    @property
    def rows(self) -> dict[int, Element]:
        """The row elements that there are."""
        return {number: row.element for number, row in self._rows.items()}

    def _sub(self, parent: Element, name: str) -> Element:
        return etree.SubElement(parent, self._flavour.tag(name))

    def _cell(self, row: int, column: int, reference: str) -> Element:
        """The cell element to write into, emptied or new."""
        found = self._row(row)
        cell = found.cells.get(column)
        if cell is not None:
            self.undo.blanks[reference] = {k: v for k, v in cell.attrib.items() if k != "r"}
            for inner in list(cell):
                cell.remove(inner)
            return cell
        cell = found.add(column, self._cell_tag)
        cell.set("r", reference)
        spans = found.element.get("spans")
        if spans is not None:
            self.undo.spans[str(row)] = spans
            del found.element.attrib["spans"]
        return cell

    def _row(self, row: int) -> _Row:
        if row in self._rows:
            return self._rows[row]
        element = made(self._data, self._flavour.tag("row"))
        element.set("r", str(row))
        later = [number for number in self._rows if number > row]
        if later:
            self._rows[min(later)].element.addprevious(element)
        else:
            self._data.append(element)
        self._rows[row] = _Row(element)
        self.undo.new_rows.append(row)
        return self._rows[row]

    # -- around the cells --------------------------------------------------------------------

    def widen_dimension(self, reference: str) -> None:
        """Set the used range that the sheet declares, if it declares one."""
        dimension = child(self.root, "dimension")
        if dimension is not None and dimension.get("ref") != reference:
            if self.undo.dimension is None:
                self.undo.dimension = dimension.get("ref") or ""
            self.undo.dimension_after = reference
            dimension.set("ref", reference)

    @property
    def dimension(self) -> str | None:
        """The used range that the sheet declares."""
        element = child(self.root, "dimension")
        return element.get("ref") if element is not None else None

    @property
    def merges(self) -> list[str]:
        """The merged blocks."""
        holder = child(self.root, "mergeCells")
        return [item.get("ref") or "" for item in (holder if holder is not None else ())]

    def merge(self, reference: str) -> None:
        """Merge a block of ours."""
        holder = child(self.root, "mergeCells")
        if holder is None:
            holder = made(self.root, self._flavour.tag("mergeCells"))
            self.place(holder)
        item = etree.SubElement(holder, self._flavour.tag("mergeCell"))
        item.set("ref", reference)
        if holder.get("count") is not None or len(holder) == 1:
            holder.set("count", str(len(holder)))
        self.undo.new_merges.append(reference)

    def set_widths(self, widths: dict[int, float]) -> None:
        """Give columns a width in characters, splitting ranges of `<cols>` where needed."""
        holder = child(self.root, "cols")
        before = etree.tostring(holder, with_tail=False).decode() if holder is not None else None
        if holder is None:
            holder = made(self.root, self._flavour.tag("cols"))
            self.place(holder)
        for column, width in sorted(widths.items()):
            self._set_width(holder, column, width)
            self.undo.widths[str(column)] = width
        if self.undo.columns is None:
            self.undo.columns = before or ""
        self.undo.columns_after = canonical(holder).decode()

    def _set_width(self, holder: Element, column: int, width: float) -> None:
        new = made(holder, self._flavour.tag("col"))
        place = len(holder)
        for index, item in enumerate(list(holder)):
            first, last = whole(item.get("min")), whole(item.get("max"))
            if first <= column <= last:
                for name, value in item.attrib.items():
                    new.set(name, value)
                for name in ("hidden", "bestFit", "collapsed", "outlineLevel"):
                    new.attrib.pop(name, None)
                place = self.split_columns(holder, item, index, column)
                break
            if first > column:
                place = index
                break
        for name, value in (("min", column), ("max", column), ("width", width)):
            new.set(name, f"{value}")
        new.set("customWidth", "1")
        holder.insert(place, new)

    def split_columns(self, holder: Element, item: Element, index: int, column: int) -> int:
        """Cut a column out of a range of columns; returns where its own element goes."""
        first, last = whole(item.get("min")), whole(item.get("max"))
        holder.remove(item)
        pieces = [(first, column - 1), (column + 1, last)]
        place = index
        for start, end in reversed(pieces):
            if start <= end:
                piece = etree.fromstring(etree.tostring(item, with_tail=False))
                piece.set("min", str(start))
                piece.set("max", str(end))
                holder.insert(index, piece)
        if first <= column - 1:
            place = index + 1
        return place

    def shade(self, reference: str, formula: str, format_index: int) -> None:
        """Add a conditional format after the sheet's own, in order and priority."""
        holder = made(self.root, self._flavour.tag("conditionalFormatting"))
        holder.set("sqref", reference)
        rule = etree.SubElement(holder, self._flavour.tag("cfRule"))
        rule.set("type", "expression")
        rule.set("dxfId", str(format_index))
        rule.set("priority", str(self._free_priority()))
        self._sub(rule, "formula").text = formula
        self.place(holder)

    def _free_priority(self) -> int:
        """A priority behind all that are used, or as far behind as there is one left."""
        used = {whole(rule.get("priority")) for rule in self.root.iter("{*}cfRule")}
        number = max(max(used, default=0) + 1, 1)
        if number > _LAST_PRIORITY:
            number = next(n for n in range(_LAST_PRIORITY, 0, -1) if n not in used)
        return number

    def sparkline(self, groups: list[tuple[str, str]], colour: str) -> None:
        """Draw line sparklines: (cell, quoted range) pairs, one group."""
        holder = child(self.root, "extLst")
        if holder is None:
            holder = made(self.root, self._flavour.tag("extLst"))
            self.place(holder)
        ext = next((e for e in holder if e.get("uri") == SPARKLINES_URI), None)
        if ext is None:
            ext = etree.SubElement(holder, self._flavour.tag("ext"), nsmap={"x14": X14})
            ext.set("uri", SPARKLINES_URI)
        lines = child(ext, "sparklineGroups")
        if lines is None:
            lines = etree.SubElement(ext, f"{{{X14}}}sparklineGroups", nsmap={"xm": XM})
        group = etree.SubElement(lines, f"{{{X14}}}sparklineGroup")
        for name, value in (
            ("displayEmptyCellsAs", "gap"),
            ("markers", "0"),
            ("last", "1"),
            ("lineWeight", "1.25"),
        ):
            group.set(name, value)
        for name, rgb in (("colorSeries", colour), ("colorLast", colour)):
            etree.SubElement(group, f"{{{X14}}}{name}").set("rgb", rgb)
        holder_of_lines = etree.SubElement(group, f"{{{X14}}}sparklines")
        for cell, source in groups:
            line = etree.SubElement(holder_of_lines, f"{{{X14}}}sparkline")
            etree.SubElement(line, f"{{{XM}}}f").text = source
            etree.SubElement(line, f"{{{XM}}}sqref").text = cell

    def place(self, element: Element) -> None:
        """Insert a child of the worksheet where the schema wants it."""
        rank = _RANK[local(element)]
        place = 0
        for index, item in enumerate(self.root):
            if 0 <= _rank(item) <= rank:
                place = index + 1
        self.root.insert(place, element)


def covering(columns: Element | None, column: int) -> Element | None:
    """The element of `<cols>` that a column is in."""
    for item in columns if columns is not None else ():
        if whole(item.get("min")) <= column <= whole(item.get("max")):
            return item
    return None


def _rank(item: Element) -> int:
    """The place of a child in CT_Worksheet; wrapped content counts as what it wraps."""
    if local(item) == "AlternateContent" and item.tag.startswith(f"{{{MC}}}"):
        inner = next((e for choice in item for e in choice if local(e)), None)
        return _rank(inner) if inner is not None else _RANK["controls"]
    return _RANK.get(local(item), -1)


class _Row:
    """A row element with its cells by column, those without a reference counted on."""

    def __init__(self, element: Element) -> None:
        self.element = element

    @cached_property
    def cells(self) -> dict[int, Element]:
        found: dict[int, Element] = {}
        number = 0
        for cell in self.element.iterchildren("{*}c"):
            number = column_in(cell.get("r")) or number + 1
            found[number] = cell
        return found

    def add(self, column: int, tag: str) -> Element:
        """A new cell in its place: after the ones before it, and before whatever else there is."""
        cell = etree.SubElement(self.element, tag)
        before = max((number for number in self.cells if number < column), default=0)
        if before == 0:
            self.element.insert(0, cell)
        elif cell.getprevious() is not self.cells[before]:
            self.cells[before].addnext(cell)
        self.cells[column] = cell
        return cell


def number_text(value: float) -> str:
    """A number as Excel stores it: shortest text that reads back the same."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(float(value))
