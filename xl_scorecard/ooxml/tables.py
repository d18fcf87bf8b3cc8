"""Tables on worksheets: where they are, and one of ours made anew with its identity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from xl_scorecard.ooxml.names import STRICT, Flavour, to_strict
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.xml import Element, child, local, made, namespace, parse, serialise, whole

_OF_ITS_LOOK = re.compile(r"(?:dxf|DxfId|CellStyle)$|^totalsRow|^headerRowCount$|^insertRow")
"""Attributes that count by tables of the workbook it leaves, or switch rows on and off."""
_TYPE = ".table+xml"
"""How the content type of a table ends."""


def tables_on(package: Package, sheet_part: str) -> list[tuple[Relationship, Element]]:
    """The tables of a worksheet: what is one, whatever a link claims that leads to it."""
    return [
        (relation, package.root(relation.target))
        for relation in package.relationships(sheet_part)
        if not relation.external
        and package.has(relation.target)
        and package.type_of(relation.target).endswith(_TYPE)
        and local(package.root(relation.target)) == "table"
    ]


def tables_in(workbook: Workbook) -> Iterator[tuple[str, Element]]:
    """The tables of a workbook, each with its part."""
    for sheet in workbook.worksheets:
        for relation, table in tables_on(workbook.package, sheet.part):
            yield relation.target, table


def table_name(table: Element) -> str:
    """What formulas and pivot tables call a table."""
    return table.get("displayName") or table.get("name") or ""


def column_names(table: Element) -> list[str]:
    """The headings of a table, from left to right."""
    return [item.get("name") or "" for item in _columns(table)]


def is_filtered(table: Element) -> bool:
    """Whether rows of a table are hidden because they do not meet what was asked for."""
    held = child(table, "autoFilter")
    return held is not None and child(held, "filterColumn") is not None


def in_flavour(table: Element, flavour: Flavour) -> Element:
    """A table as a workbook of a flavour holds it."""
    if namespace(table) == flavour.main or flavour is not STRICT:
        return deepcopy(table)
    return parse(to_strict(serialise(table)), "a table")


def renewed(
    known: Element, reference: str, headings: Sequence[str], extra: int, number: int, name: str
) -> Element:
    """A table that was there, over new cells: whole, unfiltered, with its own ids and style.

    Columns are known again by their headings, or where somebody renamed one, by their places; the
    last `extra` ones are taken over as they are.
    """
    table = deepcopy(known)
    _strip(table)
    for attribute, value in (
        ("id", str(number)), ("name", name), ("displayName", name), ("ref", reference),
        ("totalsRowShown", "0"),
    ):  # fmt: skip
        table.set(attribute, value)
    for item in list(table.iterchildren("{*}sortState")):
        table.remove(item)
    _filter_whole(table, reference)
    _set_columns(table, headings, extra)
    return table


def _strip(element: Element) -> None:
    for attribute in list(element.attrib):
        if _OF_ITS_LOOK.search(attribute):
            del element.attrib[attribute]


def _filter_whole(table: Element, reference: str) -> None:
    """Filter buttons over all of a table, with nothing asked for."""
    held = child(table, "autoFilter")
    if held is None:
        held = etree.Element(f"{{{namespace(table)}}}autoFilter")
        table.insert(0, held)
    for item in list(held):
        held.remove(item)
    held.set("ref", reference)


def _columns(table: Element) -> list[Element]:
    holder = child(table, "tableColumns")
    return [item for item in (holder if holder is not None else ()) if local(item)]


def _set_columns(table: Element, headings: Sequence[str], extra: int) -> None:
    there = _columns(table)
    known: Mapping[str, Element] = {item.get("name") or "": item for item in there}
    free = max((whole(item.get("id")) for item in there), default=0) + 1
    holder = child(table, "tableColumns")
    assert holder is not None  # told by whoever found the table
    as_many = len(there) - extra == len(headings)
    columns = []
    for place, heading in enumerate(headings):
        item = made(holder, f"{{{namespace(table)}}}tableColumn")
        before = known.get(heading)
        if before is None and as_many and (there[place].get("name") or "") not in headings:
            before = there[place]
        if before is not None:
            item.attrib.update(before.attrib)
            item.set("name", heading)
            _strip(item)
        else:
            item.set("id", str(free))
            item.set("name", heading)
            free += 1
        columns.append(item)
    for item in there[len(there) - extra :]:
        _strip(item)
        for inner in item.iterchildren("{*}totalsRowFormula"):
            item.remove(inner)
        columns.append(item)
    holder[:] = columns
    holder.set("count", str(len(columns)))
