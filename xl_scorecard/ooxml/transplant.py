"""A worksheet of one workbook moved into another one, with all that lies on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from xl_scorecard.ooxml.graft import free_name
from xl_scorecard.ooxml.looks import Looks
from xl_scorecard.ooxml.names import STRICT, to_strict
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.xml import Element, child, local, parse, serialise, whole

_CARRIED = frozenset(
    (
        "drawing", "vmlDrawing", "chart", "chartEx", "chartUserShapes", "chartStyle",
        "chartColorStyle", "themeOverride", "image", "hdphoto", "comments", "threadedComment",
        "printerSettings", "hyperlink", "package", "oleObject", "ctrlProp", "control",
        "activeXControlBinary", "diagramData", "diagramLayout", "diagramQuickStyle",
        "diagramColors", "diagramDrawing", "audio", "video", "media",
    )
)  # fmt: skip
"""The kinds of parts that mean the same in any workbook: they count by no table of it."""
_OTHERS = {"table": "a table", "pivotTable": "a pivot table", "slicer": "a slicer"}
_OTHER_WORKBOOK = re.compile(r"'?\[\d+\]")
_PERSONS = "person"


class NotCarriedError(Exception):
    """Something on a sheet that rests on the workbook it stands in; the words say what."""


class Transplant:
    """The sheets of a workbook on their way into another one, of which they become the last tabs.

    Relationships keep their ids, texts stand in their cells, formats are those of the other
    workbook: what is moved twice comes out the same to the byte.
    """

    def __init__(self, source: Workbook, workbook: Workbook, styles: Styles) -> None:
        if source.flavour is STRICT and workbook.flavour is not STRICT:
            raise NotCarriedError("cells in the Strict form of Excel's format")
        self._source = source
        self._workbook = workbook
        self._strings = SharedStrings(source.package, source.related("sharedStrings"))
        self._looks = Looks(source, styles, workbook.flavour)
        self._parts: dict[str, str] = {}

    def refuse_others(self, sheet: Sheet) -> None:
        """Raise NotCarriedError where a sheet, or what lies on it, rests on more of the workbook
        than its formats and texts."""
        root = parse(self._read(sheet.part), sheet.part)
        if any(cell.get("vm") is not None for cell in root.iter("{*}c")):
            raise NotCarriedError("a picture or a data type in a cell")
        formulas = [formula.text or "" for formula in root.iter("{*}f")]
        looks_out = any(_OTHER_WORKBOOK.search(text) for text in formulas)
        if looks_out and _links_out(self._source) > _links_out(self._workbook):
            raise NotCarriedError("a formula that looks into another workbook")
        own = self._source.package
        waiting, seen = [sheet.part], set()
        while waiting:
            part = waiting.pop()
            seen.add(part)
            for relation in own.relationships(part):
                if relation.external or relation.kind == "hyperlink":
                    continue
                if relation.kind not in _CARRIED or not own.has(relation.target):
                    raise NotCarriedError(_OTHERS.get(relation.kind, "something embedded"))
                if relation.target not in seen:
                    waiting.append(relation.target)

    def move(self, sheet: Sheet, name: str) -> Sheet:
        """Append a sheet, which rests on nothing else, under a name."""
        source, workbook = self._source.package, self._workbook
        root = parse(self._read(sheet.part), f"{source.name}: part {sheet.part}")
        part = free_name(workbook, source.type_of(sheet.part), sheet.part)
        self._inline(root)
        self._looks.remap(root)
        self._settle_in(root)
        position = workbook.add_sheet(name, part, b"<none/>")
        self._relate(sheet.part, part)
        workbook.package.put(part, serialise(root))
        self._scoped_names(sheet, position, name)
        self._persons(sheet)
        moved = workbook.sheet(name)
        state = self._source.state_of(sheet)
        if sheet.hidden and state is not None:
            workbook.hide_sheet(moved, state)
        return moved

    def _read(self, part: str) -> bytes:
        data = self._source.package.read(part)
        is_xml = self._source.package.type_of(part).endswith("xml")
        made_strict = is_xml and self._workbook.flavour is not self._source.flavour
        return to_strict(data) if made_strict else data

    # -- cells -----------------------------------------------------------------------------------

    def _inline(self, root: Element) -> None:
        """Keep each text in its cell, with the looks of its letters."""
        for cell in root.iter("{*}c"):
            value = child(cell, "v")
            if cell.get("t") != "s" or value is None:
                continue
            cell.remove(value)
            cell.set("t", "inlineStr")
            holder = etree.SubElement(cell, self._workbook.flavour.tag("is"))
            for piece in deepcopy(self._strings.item(whole(value.text, -1))):
                if local(piece) in ("t", "r"):
                    holder.append(piece)
            _in_flavour(holder, self._workbook.flavour.main)

    def _settle_in(self, root: Element) -> None:
        """Take off the sheet what belongs to windows, macros and tables of the one it leaves."""
        for cell in root.iter("{*}c"):
            cell.attrib.pop("cm", None)
        properties = child(root, "sheetPr")
        if properties is not None:
            properties.attrib.pop("codeName", None)
        for item in list(root.iterchildren("{*}customSheetViews")):
            root.remove(item)
        for view in list(root.iter("{*}sheetView")):
            view.attrib.pop("tabSelected", None)
            if whole(view.get("workbookViewId")) > 0:
                view.getparent().remove(view)

    # -- parts -----------------------------------------------------------------------------------

    def _relate(self, source: str, part: str) -> None:
        """Bring along what a part leads to."""
        package = self._workbook.package
        package.set_relationships(part, list(self._brought(source)))

    def _brought(self, source: str) -> Iterator[Relationship]:
        for relation in self._source.package.relationships(source):
            if relation.external or relation.kind == "hyperlink":
                yield relation
            else:
                yield replace(relation, target=self._copied(relation.target))

    def _copied(self, source: str) -> str:
        """A part brought along, once however many lead to it; returns its new name."""
        if source not in self._parts:
            package = self._workbook.package
            content_type = self._source.package.type_of(source)
            part = free_name(self._workbook, content_type, source)
            self._parts[source] = part
            package.add(part, self._read(source), content_type)
            self._relate(source, part)
        return self._parts[source]

    def _persons(self, sheet: Sheet) -> None:
        """Bring along who wrote in threads of comments."""
        source, package = self._source.package, self._workbook.package
        theirs = self._source.related(_PERSONS)
        related = source.relationships(sheet.part)
        if theirs is None or not any(r.kind == "threadedComment" for r in related):
            return
        there = self._workbook.related(_PERSONS)
        if there is None:
            link = next(r for r in source.relationships(self._source.part) if r.target == theirs)
            package.relate(self._workbook.part, link.type, self._copied(theirs))
            return
        root = package.root(there)
        known = {person.get("id") for person in root}
        new = [p for p in source.root(theirs) if local(p) and p.get("id") not in known]
        root.extend(deepcopy(new))
        if new:
            package.touch(there)

    # -- names -----------------------------------------------------------------------------------

    def _scoped_names(self, sheet: Sheet, position: int, tab: str) -> None:
        """Bring along the names that belong to a sheet, as its print area."""
        for (name, at), text in self._source.names().items():
            if at != sheet.position:
                continue
            before = next((b for b in (_quoted(sheet.name), f"{sheet.name}!") if b in text), "!")
            said = text.replace(before, _quoted(tab)) if sheet.name != tab else text
            hidden = name == "_xlnm._FilterDatabase"
            self._workbook.add_name(name, said, position=position, hidden=hidden)


def _quoted(tab: str) -> str:
    return "'{}'!".format(tab.replace("'", "''"))


def _links_out(workbook: Workbook) -> int:
    """How many other workbooks a workbook's formulas look into."""
    related = workbook.package.relationships(workbook.part)
    return sum(relation.kind == "externalLink" for relation in related)


def _in_flavour(item: Element, main: str) -> None:
    """Put an element and all in it into the namespace of a flavour."""
    for element in item.iter():
        if local(element):
            element.tag = f"{{{main}}}{local(element)}"
