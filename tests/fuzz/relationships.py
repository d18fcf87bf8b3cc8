"""Relationships made odd: where they lead, of which kind they are, under which id."""

from __future__ import annotations

import copy
import random

from lxml import etree

from tests.fuzz.package import Pack, elements, pick, rewritten

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = (
    "worksheet", "styles", "sharedStrings", "drawing", "chart", "customXml", "customXmlProps",
    "calcChain", "officeDocument", "chartsheet", "dialogsheet", "theme", "table", "comments",
    "vmlDrawing", "printerSettings", "pivotCacheDefinition", "hyperlink", "image", "nothing", "",
)  # fmt: skip
_TARGETS = (
    "", "/", ".", "..", "#", "NULL", "nowhere.xml", "../../../../xl/worksheets/sheet1.xml",
    "/xl/worksheets/../worksheets/sheet1.xml", "worksheets\\sheet1.xml", "worksheets/sheet1.xml#x",
    "worksheets/sheet%31.xml", "file:///C:/x.xlsx", "http://example.invalid/", "x" * 300, "%zz",
    "/[Content_Types].xml", "/xl/workbook.xml", "/_rels/.rels", "mailto:a@example.invalid", "\t",
)  # fmt: skip


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make one relationship odd; says what was done."""
    entry = pick(chance, pack.ending(".rels"))
    if entry is None:
        return None
    names = [each.name for each in pack.entries]
    said: list[str] = []

    def change(root: etree._Element) -> None:
        items = elements(root, "Relationship")
        if items:
            said.append(_one(root, chance.choice(items), items, names, chance))

    if not rewritten(entry, change) or not said:
        return None
    return f"relationship {said[0]} in {entry.name}"


def _one(
    root: etree._Element,
    item: etree._Element,
    items: list[etree._Element],
    names: list[str],
    chance: random.Random,
) -> str:
    kind = chance.randrange(10)
    target = item.get("Target") or ""
    if kind == 0:
        item.set("Target", chance.choice(_TARGETS))
    elif kind in (1, 2):
        item.set("Target", "/" + chance.choice(names))
    elif kind == 3:
        item.set("Target", chance.choice((target.upper(), target.swapcase(), f"/{target}")))
    elif kind == 4:
        other = chance.choice(items)
        item.set("Target", other.get("Target") or "")
        other.set("Target", target)
    elif kind == 5:
        again = copy.deepcopy(item)
        again.set("Id", chance.choice((item.get("Id") or "", "rIdAgain", "rIdScorecard1")))
        root.insert(chance.randint(0, len(root)), again)
    elif kind == 6:
        root.remove(item)
    elif kind == 7:
        item.set("Type", f"{_TYPES}/{chance.choice(_KINDS)}")
    elif kind == 8:
        item.set("Id", chance.choice((chance.choice(items).get("Id") or "", "", "rId99", "1 2")))
    else:
        item.set("TargetMode", chance.choice(("External", "Internal", "external", "")))
    return ("target", "target elsewhere", "target elsewhere", "case", "swapped", "doubled",
            "dropped", "type", "id", "mode")[kind]  # fmt: skip
