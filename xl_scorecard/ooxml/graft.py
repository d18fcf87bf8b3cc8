"""Sheets of a scratch workbook moved into another one, with their charts, styles and names."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from xl_scorecard.ooxml.chart_defaults import say_defaults
from xl_scorecard.ooxml.looks import Looks
from xl_scorecard.ooxml.names import STRICT, Flavour, to_strict
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, parse, serialise

Redraw = Callable[[Element], None]
_RELATED = "/*/*[local-name() != 'sheetData']/descendant-or-self::*/@r:*"
"""The ids of relations in a part: no cell of a sheet has one."""
_NO_CELLS = b"<sheetData/>"
_EMPTY = (b"<v></v>", b"<v/>"), (b'<t xml:space="preserve"></t>', b'<t xml:space="preserve"/>')
"""What shows nothing, as it is drawn and as all parts are written."""
_CONTROLS = bytes({*range(32)} - {*b"\t\n"})
_NO_LETTERS = b"\xef\xbf\xbe", b"\xef\xbf\xbf"


def graft(
    workbook: Workbook,
    styles: Styles,
    scratch: Package,
    redraw: Mapping[str, Redraw] = MappingProxyType({}),
) -> None:
    """Append every sheet of a scratch workbook, in its order, as the last tabs.

    The scratch sheets keep each text in its cell; what else they hold is re-indexed into the
    workbook's own tables. Nothing that was in the workbook changes its place or index. A sheet that
    is there already, for which `redraw` has an act, stays; the act is given the new sheet's XML,
    related to that sheet's part. Where any stays, the others' parts come before all that is drawn
    on a sheet, as they do from then on.
    """
    source = Workbook(scratch)
    looks = Looks(source, styles, workbook.flavour)
    positions: dict[int, int] = {}
    parts: dict[str, str] = {}

    def append(sheet: Sheet) -> None:
        part = free_name(workbook, scratch.type_of(sheet.part), sheet.part)
        positions[sheet.position] = workbook.add_sheet(sheet.name, part, b"<none/>")
        parts[sheet.name] = part

    for sheet in source.worksheets if redraw else ():
        if sheet.name not in redraw:
            append(sheet)
    for sheet in source.worksheets:
        drawn = _drawn(scratch, sheet.part, workbook.flavour, whole=sheet.name in redraw)
        drawn.settle(looks)
        if sheet.name in redraw:
            there = workbook.sheet(sheet.name)
            positions[sheet.position] = there.position
            _relate_all(scratch, sheet.part, drawn.root, workbook, there.part)
            redraw[sheet.name](drawn.root)
            continue
        if sheet.name not in parts:
            append(sheet)
        _relate_all(scratch, sheet.part, drawn.root, workbook, parts[sheet.name])
        workbook.package.put(parts[sheet.name], drawn.data())
    for (name, position), text in source.names().items():
        taken = position is None or (name, positions[position]) in workbook.names()
        if position is not None and not taken:
            workbook.add_name(name, text, position=positions[position])


@dataclass
class _Drawn:
    """A drawn sheet; its cells may be apart from its XML, as the bytes they are: they are most of
    it, and nothing but their formats changes."""

    root: Element
    cells: bytes = b""

    def settle(self, looks: Looks) -> None:
        """Give it the formats of the other workbook, where another tab is in front."""
        self.cells = looks.remapped(self.cells)
        looks.remap(self.root)
        for view in self.root.iter("{*}sheetView"):
            view.attrib.pop("tabSelected", None)

    def data(self) -> bytes:
        """The bytes of the sheet."""
        data = serialise(self.root)
        if not self.cells:
            return data
        return data.replace(_NO_CELLS, b"<sheetData>" + self.cells + b"</sheetData>", 1)


def _drawn(scratch: Package, part: str, flavour: Flavour, *, whole: bool) -> _Drawn:
    """A drawn sheet, its cells apart unless it is to be had `whole`, or XML reads them otherwise
    than they stand."""
    before, begun, rest = scratch.read(part).partition(b"<sheetData>")
    cells, ended, after = rest.partition(b"</sheetData>")
    if whole or not begun or not ended or not _reads_as_it_stands(cells):
        return _Drawn(_parsed(scratch.read(part), part, flavour))
    for full, empty in _EMPTY:
        cells = cells.replace(full, empty)
    return _Drawn(_parsed(before + _NO_CELLS + after, part, flavour), cells)


def _reads_as_it_stands(text: bytes) -> bool:
    """Whether nothing is in a text that XML does not take, or makes something else of."""
    return text == text.translate(None, _CONTROLS) and not any(no in text for no in _NO_LETTERS)


def _parsed(data: bytes, part: str, flavour: Flavour) -> Element:
    return parse(to_strict(data) if flavour is STRICT else data, part)


def free_name(workbook: Workbook, content_type: str, source: str) -> str:
    """A free name for a copy of a part, where the workbook's own parts of its type are."""
    folder, name = posixpath.split(source)
    stem, extension = posixpath.splitext(name)
    usual = posixpath.join(posixpath.dirname(workbook.part), posixpath.basename(folder))
    there = workbook.package.folder_of(content_type)
    pattern = f"{stem.rstrip('0123456789')}{{}}{extension}"
    return workbook.package.free_name(posixpath.join(usual if there is None else there, pattern))


def _relate_all(
    scratch: Package, source: str, root: Element, workbook: Workbook, part: str
) -> None:
    """Copy what a part points to, and make its ids those of the copies."""
    relations = workbook.flavour.relations
    ids = {}
    for relation in scratch.relationships(source):
        target = _copy(scratch, relation.target, workbook)
        ids[relation.id] = workbook.package.relate(part, f"{relations}/{relation.kind}", target)
    if not ids:
        return
    for value in root.xpath(_RELATED, namespaces={"r": relations}):
        value.getparent().set(value.attrname, ids[value])


def _copy(scratch: Package, source: str, workbook: Workbook) -> str:
    """Copy a drawing or chart under a free name; returns the name."""
    package = workbook.package
    content_type = scratch.type_of(source)
    part = free_name(workbook, content_type, source)
    root = _parsed(scratch.read(source), source, workbook.flavour)
    if local(root) == "chartSpace":
        say_defaults(root)
    package.add(part, b"<none/>", content_type)
    _relate_all(scratch, source, root, workbook, part)
    package.put(part, serialise(root))
    return part
