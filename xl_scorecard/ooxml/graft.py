"""Sheets of a scratch workbook moved into another one, with their charts, styles and names."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
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
        root = _parsed(scratch, sheet.part, workbook.flavour)
        looks.remap(root)
        for view in root.iter("{*}sheetView"):
            view.attrib.pop("tabSelected", None)
        if sheet.name in redraw:
            there = workbook.sheet(sheet.name)
            positions[sheet.position] = there.position
            _relate_all(scratch, sheet.part, root, workbook, there.part)
            redraw[sheet.name](root)
            continue
        if sheet.name not in parts:
            append(sheet)
        _relate_all(scratch, sheet.part, root, workbook, parts[sheet.name])
        workbook.package.put(parts[sheet.name], serialise(root))
    for (name, position), text in source.names().items():
        taken = position is None or (name, positions[position]) in workbook.names()
        if position is not None and not taken:
            workbook.add_name(name, text, position=positions[position])


def _parsed(scratch: Package, part: str, flavour: Flavour) -> Element:
    data = scratch.read(part)
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
    root = _parsed(scratch, source, workbook.flavour)
    if local(root) == "chartSpace":
        say_defaults(root)
    package.add(part, b"<none/>", content_type)
    _relate_all(scratch, source, root, workbook, part)
    package.put(part, serialise(root))
    return part
