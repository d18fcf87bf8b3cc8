"""What of a workbook is built on a table: formulas that name it, pivot tables, slicers, links to
it from the data model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.ooxml.stated_formulas import formulas_that_name, may_mention
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.xml import Element, child, local

_PIVOT_CACHE = "pivotCacheDefinition"
_SLICER_CACHE = "slicerCache"
_CONNECTIONS = "connections"
_NAMED = ("sourceName", "command", "name")


def formulas_on(workbook: Workbook, table: str) -> Iterator[StatedFormula]:
    """The formulas that name a table, as `COUNTIF(Sales[Status],"Red")` does."""
    named = re.compile(rf"(?<![\w.\\]){re.escape(table)}(?![\w.\\(!])", re.IGNORECASE)
    for stated in formulas_that_name(workbook, table):
        if named.search(stated.text):
            yield stated


def forget_table(workbook: Workbook, table: str) -> None:
    """Say #REF! where formulas name a table that is gone, as Excel does when one is deleted: it
    takes a workbook for damaged in which they go on naming it."""
    named = re.compile(
        rf"(?<![\w.\\]){re.escape(table)}\[(?:[^\[\]]|\[(?:'.|[^\[\]])*\])*\]", re.IGNORECASE
    )
    package = workbook.package
    names = child(workbook.root, "definedNames")
    parts = {workbook.part: list(names) if names is not None else []}
    for sheet in workbook.worksheets:
        if may_mention(package, sheet.part, table):
            found = package.root(sheet.part).iter(
                "{*}f", "{*}formula", "{*}formula1", "{*}formula2"
            )
            parts[sheet.part] = list(found)
    for part, formulas in parts.items():
        for formula in formulas:
            if local(formula) and named.search(formula.text or ""):
                formula.text = named.sub("#REF!", formula.text)
                package.touch(part)


def pivot_tables_on(workbook: Workbook, table: str) -> Iterator[str]:
    """The sheets whose pivot tables show a table; a pivot table that none shows is not told."""
    package = workbook.package
    caches = {
        part.casefold()
        for part, root in _related(workbook, _PIVOT_CACHE)
        for source in root.iter("{*}worksheetSource")
        if (source.get("name") or "").casefold() == table.casefold()
    }
    for sheet in workbook.worksheets if caches else ():
        for relation in package.relationships(sheet.part):
            if relation.kind != "pivotTable" or relation.external:
                continue
            inner = package.relationships(relation.target)
            if any(r.kind == _PIVOT_CACHE and r.target.casefold() in caches for r in inner):
                yield sheet.name


def slicers_on(workbook: Workbook, number: int) -> Iterator[str]:
    """The slicers that filter a table, which they know by its id."""
    for _, root in _related(workbook, _SLICER_CACHE):
        for cache in root.iter("{*}tableSlicerCache"):
            if cache.get("tableId") == str(number):
                yield root.get("sourceName") or root.get("name") or "?"


def links_on(workbook: Workbook, table: str) -> Iterator[str]:
    """The connections by which the workbook's data model holds a table."""
    for _, root in _related(workbook, _CONNECTIONS):
        for connection in root.iter("{*}connection"):
            said = [e.get(name) or "" for e in connection.iterdescendants() for name in _NAMED]
            if table.casefold() in {text.casefold() for text in said}:
                yield connection.get("name") or "?"


def _related(workbook: Workbook, kind: str) -> Iterator[tuple[str, Element]]:
    package = workbook.package
    for relation in package.relationships(workbook.part):
        if relation.kind == kind and not relation.external and package.has(relation.target):
            yield relation.target, package.root(relation.target)
