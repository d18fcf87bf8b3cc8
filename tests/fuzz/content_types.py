"""Content types made odd: another kind, a part that is not there, one said twice or not at all."""

from __future__ import annotations

import copy
import random

from lxml import etree

from tests.fuzz.package import Pack, elements, pick, rewritten

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    "", "application/xml", "text/plain", f"{_SPREADSHEET}.worksheet+xml",
    f"{_SPREADSHEET}.chartsheet+xml", f"{_SPREADSHEET}.styles+xml",
    f"{_SPREADSHEET}.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.drawing+xml", "APPLICATION/XML", "x" * 300,
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
)  # fmt: skip
_PARTS = (
    "/xl/worksheets/sheet2.xml", "/xl/worksheets/sheet3.xml", "/xl/drawings/drawing1.xml",
    "/customXml/item1.xml", "/xl/charts/chart1.xml", "xl/workbook.xml", "/XL/WORKBOOK.XML", "", "/",
    "/xl/worksheets/sheet99.xml", "\\xl\\styles.xml", "//", "/a b", "/é.xml",
)  # fmt: skip


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make one content type odd; says what was done."""
    entry = pick(chance, pack.ending("[content_types].xml"))
    said: list[str] = []

    def change(root: etree._Element) -> None:
        items = elements(root, "Override", "Default")
        if not items:
            return
        item = chance.choice(items)
        kind = chance.randrange(6)
        if kind == 0:
            item.set("ContentType", chance.choice(_TYPES))
        elif kind == 1:
            item.set("PartName", chance.choice(_PARTS))
        elif kind == 2:
            item.addnext(copy.deepcopy(item))
        elif kind == 3:
            root.remove(item)
        elif kind == 4:
            item.set("Extension", chance.choice(("xml", "XML", "", "rels", ".xml")))
        else:
            item.set("ContentType", chance.choice(items).get("ContentType") or "")
        said.append(("type", "part", "doubled", "dropped", "extension", "borrowed")[kind])

    if entry is None or not rewritten(entry, change) or not said:
        return None
    return f"content type {said[0]}"
