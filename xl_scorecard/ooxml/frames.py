"""What is drawn over a worksheet: charts of ours told from what officers put there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from xl_scorecard.ooxml.cells import column_in
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, whole

ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_KINDS = {"pic": "picture", "graphicFrame": "chart", "cxnSp": "shape", "sp": "shape"}


def drawing_of(package: Package, sheet_part: str) -> str | None:
    """The drawing of a sheet."""
    return next(
        (
            r.target
            for r in package.relationships(sheet_part)
            if r.kind == "drawing" and not r.external and package.has(r.target)
        ),
        None,
    )


def anchors(drawing: Element) -> list[Element]:
    """What floats, one by one; what only some programs can show stays wrapped."""
    return [item for item in drawing if local(item) in ANCHORS or local(item) == "AlternateContent"]


def drawn_things(drawing: Element) -> Counter[str]:
    """How many pictures, charts and shapes a drawing holds."""
    return Counter(_kind(anchor) for anchor in anchors(drawing))


def _kind(anchor: Element) -> str:
    return next((_KINDS[local(e)] for e in anchor.iter() if local(e) in _KINDS), "shape")


@dataclass(frozen=True)
class Known:
    """How charts of ours are known: by the beginning of their names, or where a program called
    them otherwise, by how their alternative text begins, by their titles, or as lines over nothing
    but the cells of our sheet from a column on."""

    name: str
    told: re.Pattern[str]
    titles: Collection[str]
    sheet: str
    column: int


def our_frames(package: Package, drawing_part: str, known: Known) -> list[Element]:
    """The anchors whose charts are ours."""
    charts = [
        (anchor, chart)
        for anchor in anchors(package.root(drawing_part))
        if (chart := _chart_part(package, drawing_part, anchor)) is not None
    ]
    named = [a for a, _ in charts if (_said(a, "name")).startswith(known.name)]
    if named:
        return named
    return [
        anchor
        for anchor, chart in charts
        if known.told.match(_said(anchor, "descr"))
        or _is_titled(package.root(chart), known)
        or _is_over_figures(package.root(chart), known)
    ]


def _said(anchor: Element, attribute: str) -> str:
    item = next(anchor.iter("{*}cNvPr"), None)
    return (item.get(attribute) or "") if item is not None else ""


def _chart_part(package: Package, drawing_part: str, anchor: Element) -> str | None:
    links = {r.id: r.target for r in package.relationships(drawing_part) if r.kind == "chart"}
    for chart in anchor.iter("{*}chart"):
        target = next((links[v] for k, v in chart.items() if k.endswith("}id") and v in links), "")
        if package.has(target):
            return target
    return None


def _is_titled(chart: Element, known: Known) -> bool:
    title = next(chart.iter("{*}title"), None)
    if title is None:
        return False
    words = "".join(e.text or "" for e in title.iter("{*}t"))
    cell = next((e.text or "" for e in title.iter("{*}f")), "")
    return words in known.titles or _sheet_in(cell) == known.sheet


def _is_over_figures(chart: Element, known: Known) -> bool:
    cells = [e.text or "" for e in chart.iter("{*}f")]
    if not cells or next(chart.iter("{*}lineChart"), None) is None:
        return False
    firsts = [c.rpartition("!")[2].partition(":")[0].replace("$", "") for c in cells]
    return all(_sheet_in(cell) == known.sheet for cell in cells) and all(
        column_in(first) >= known.column for first in firsts
    )


def _sheet_in(cell: str) -> str:
    return cell.rpartition("!")[0].strip("'").replace("''", "'")


def take_frames(package: Package, drawing_part: str, gone: list[Element]) -> list[str]:
    """Take anchors out of a drawing; returns the parts they led to, no longer linked from it."""
    left_to = []
    ids = {v for anchor in gone for e in anchor.iter() for k, v in e.items() if _is_link(k)}
    for anchor in gone:
        anchor.getparent().remove(anchor)
    package.touch(drawing_part)
    still = {v for e in package.root(drawing_part).iter() for k, v in e.items() if _is_link(k)}
    for relation in package.relationships(drawing_part):
        if relation.id in ids - still:
            package.unrelate(drawing_part, relation.id)
            if not relation.external:
                left_to.append(relation.target)
    return left_to


def _is_link(attribute: str) -> bool:
    return "relationships}" in attribute


def add_frames(package: Package, source: str, target: str) -> None:
    """Move all that a drawing of ours holds into another one, with what it leads to."""
    into = package.root(target)
    used = {whole(item.get("id")) for item in into.iter("{*}cNvPr")}
    ids = {}
    for relation in package.relationships(source):
        ids[relation.id] = package.relate(target, _type_of(package, source, relation.id),
                                          relation.target)  # fmt: skip
    for anchor in anchors(package.root(source)):
        copy = etree.fromstring(etree.tostring(anchor, with_tail=False))
        for element in copy.iter():
            for attribute, value in element.items():
                if _is_link(attribute) and value in ids:
                    element.set(attribute, ids[value])
        item = next(copy.iter("{*}cNvPr"), None)
        if item is not None:
            number = max(used, default=0) + 1
            used.add(number)
            item.set("id", str(number))
        into.append(copy)
    package.touch(target)
    package.remove(source)


def _type_of(package: Package, part: str, relation_id: str) -> str:
    return next(r.type for r in package.relationships(part) if r.id == relation_id)
