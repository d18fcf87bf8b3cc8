"""What lies over a worksheet's cells, counted; `floating.py` says where."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import local, whole

_EMBEDDED = ("oleObject", "package", "control", "ctrlProp")


class Objects(NamedTuple):
    """How many pictures, charts and shapes lie on a sheet.

    `others` are controls, embedded files and the like, which LibreOffice makes pictures of.
    """

    pictures: int = 0
    charts: int = 0
    shapes: int = 0
    others: int = 0

    def more_than(self, before: Objects) -> bool:
        """Whether something was added to what was there before, by whatever program."""
        return sum(self[:3]) > sum(before) or self.charts > before.charts

    def fewer_than(self, before: Objects) -> bool:
        """Whether something of what was there before is gone."""
        return any(now < then for now, then in zip(self, before, strict=True))


def objects_on(package: Package, sheet: Sheet) -> Objects:
    """What lies over a sheet's cells."""
    pictures = charts = shapes = others = 0
    for relation in package.relationships(sheet.part):
        others += relation.kind in _EMBEDDED
        if relation.kind != "drawing" or relation.external or not package.has(relation.target):
            continue
        for anchor in package.root(relation.target):
            kinds = {local(item) for item in anchor}
            pictures += "pic" in kinds
            charts += "graphicFrame" in kinds
            shapes += "sp" in kinds
            others += bool(kinds) and not kinds & {"pic", "graphicFrame", "sp"}
    return Objects(pictures, charts, shapes, others)


def saved_by_excel(package: Package) -> bool:
    """Whether Excel itself saved a workbook last, which drops nothing that lies on a sheet.

    openpyxl calls itself Excel too, but with a version of its own.
    """
    for relation in package.relationships(""):
        if relation.kind == "extended-properties" and package.has(relation.target):
            try:
                root = package.root(relation.target)
            except WorkbookError:
                return False
            said = {local(item): item.text or "" for item in root}
            version = said.get("AppVersion", "").partition(".")[0]
            return "Microsoft Excel" in said.get("Application", "") and whole(version) >= 12
    return False
