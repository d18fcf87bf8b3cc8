"""The style tables: read what a cell looks like, append looks without disturbing an index."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml import etree

from xl_scorecard.ooxml.names import Flavour
from xl_scorecard.ooxml.number_formats import format_code, is_date
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, canonical, child, fingerprint, local, whole

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
_FIRST_CUSTOM_FORMAT = 164
_SEEDS = {  # what index 0 stands for where a table is missing: cells without a format have it
    "fonts": ('<font><sz val="11"/><name val="Calibri"/></font>',),
    "fills": (
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
    ),
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}


@dataclass(frozen=True)
class Look:
    """What a cell format means to a reader of scorecards."""

    number_format: str
    date: bool
    bold: bool
    fill: str | None
    font: str | None


_PLAIN = Look("General", False, False, None, None)


class Styles:
    """The styles part of a workbook; a missing table is made in its place when first needed."""

    def __init__(self, package: Package, part: str | None, flavour: Flavour) -> None:
        self._package = package
        self._part = part
        self._flavour = flavour
        self._root = package.root(part) if part else None
        self._looks: dict[int, Look] = {}
        self._known: dict[str, dict[object, int]] = {}
        self._listed: dict[str, list[Element]] = {}

    def _table(self, name: str) -> Element | None:
        return child(self._root, name) if self._root is not None else None

    def _items(self, name: str) -> list[Element]:
        """A table's items, listed once: it is asked for them with every format."""
        if name not in self._listed:
            table = self._table(name)
            if table is None:
                return []
            self._listed[name] = [c for c in table if local(c)]
        return self._listed[name]

    def look(self, style: int) -> Look:
        """The looks of a cell format index; plain for an index that is not there."""
        if style not in self._looks:
            self._looks[style] = self._read(style)
        return self._looks[style]

    def _read(self, style: int) -> Look:
        formats = self._items("cellXfs")
        if not 0 <= style < len(formats):
            return _PLAIN
        xf = formats[style]
        number_format = whole(xf.get("numFmtId"))
        code = format_code(number_format, self._custom_formats())
        font = _at(self._items("fonts"), whole(xf.get("fontId")))
        fill = _at(self._items("fills"), whole(xf.get("fillId")))
        return Look(
            code,
            is_date(number_format, code),
            _flag(font, "b"),
            _solid(fill),
            _value(font, "name"),
        )

    def _custom_formats(self) -> dict[int, str]:
        return {
            whole(item.get("numFmtId")): item.get("formatCode") or ""
            for item in self._items("numFmts")
        }

    # -- appending ---------------------------------------------------------------------------

    def append(self, table: str, item: Element) -> int:
        """The index of an item in a table, appended unless one just like it is there."""
        if table not in self._known:
            self._made(table)
            known: dict[object, int] = {}
            for index, existing in enumerate(self._items(table)):
                known.setdefault(fingerprint(existing), index)
            self._known[table] = known
        wanted = fingerprint(item)
        if wanted in self._known[table]:
            return self._known[table][wanted]
        index = self._put(table, etree.fromstring(canonical(item)))
        self._known[table][wanted] = index
        return index

    def _put(self, table: str, item: Element) -> int:
        """Place an item at the end of its table; returns its index."""
        holder = self._made(table)
        items = self._items(table)
        holder.append(item)
        items.append(item)
        holder.set("count", str(len(items)))
        self._touch()
        return len(items) - 1

    def derive(
        self,
        base: int,
        *,
        number_format: str | None = None,
        align: str | None = None,
        wrap: bool = False,
        shrink: bool = False,
    ) -> int:
        """The index of a cell format like another, with number format and alignment changed."""
        formats = self._items("cellXfs")
        if 0 <= base < len(formats):
            xf = copy.deepcopy(formats[base])
        else:
            xf = etree.Element(self._flavour.tag("xf"), nsmap={None: self._flavour.main})
            for name in ("numFmtId", "fontId", "fillId", "borderId"):
                xf.set(name, "0")
        if number_format is not None:
            xf.set("numFmtId", str(self.number_format_id(number_format)))
            xf.set("applyNumberFormat", "1")
        if align is not None or wrap or shrink:
            alignment = child(xf, "alignment")
            if alignment is None:
                alignment = etree.Element(self._flavour.tag("alignment"))
                xf.insert(0, alignment)
            if align is not None:
                alignment.set("horizontal", align)
                alignment.attrib.pop("indent", None)
            if wrap:
                alignment.set("wrapText", "1")
            if shrink:
                alignment.attrib.pop("wrapText", None)
                alignment.set("shrinkToFit", "1")
            xf.set("applyAlignment", "1")
        return self.append("cellXfs", xf)

    def rest_on_normal(self, xf: Element) -> None:
        """Make a cell format rest on the Normal style, where the workbook has cell styles."""
        if self._items("cellStyleXfs"):
            xf.set("xfId", "0")
        else:
            xf.attrib.pop("xfId", None)

    def shade(self, fill: str, text: str) -> int:
        """The index of a differential format with a fill and a text colour, each `#RRGGBB`."""
        dxf = etree.Element(self._flavour.tag("dxf"), nsmap={None: self._flavour.main})
        font = etree.SubElement(dxf, self._flavour.tag("font"))
        etree.SubElement(font, self._flavour.tag("color")).set("rgb", f"FF{text[1:].upper()}")
        pattern = etree.SubElement(
            etree.SubElement(dxf, self._flavour.tag("fill")), self._flavour.tag("patternFill")
        )
        etree.SubElement(pattern, self._flavour.tag("bgColor")).set("rgb", f"FF{fill[1:].upper()}")
        return self.append("dxfs", dxf)

    def number_format_id(self, code: str) -> int:
        """The id of a number format code, a new custom one where it has none."""
        for known in (format_ids(), {v: k for k, v in self._custom_formats().items()}):
            if code in known:
                return known[code]
        used = self._custom_formats()
        said = [
            whole(xf.get("numFmtId"))
            for table in ("cellXfs", "cellStyleXfs")
            for xf in self._items(table)
        ]
        number = max([*used, *said, _FIRST_CUSTOM_FORMAT - 1]) + 1
        item = etree.Element(self._flavour.tag("numFmt"), nsmap={None: self._flavour.main})
        item.set("numFmtId", str(number))
        item.set("formatCode", code)
        self._put("numFmts", item)
        return number

    def _made(self, name: str) -> Element:
        assert self._root is not None  # `ensure_styles` made the part before anyone appends
        table = self._table(name)
        if table is None:
            table = self._root.makeelement(self._flavour.tag(name), {}, self._root.nsmap)
            table.set("count", "0")
            place = 0
            for index, item in enumerate(self._root):
                if local(item) in _ORDER and _ORDER.index(local(item)) < _ORDER.index(name):
                    place = index + 1
            self._root.insert(place, table)
        if not self._items(name) and name in _SEEDS:
            for needed in ("fonts", "fills", "borders") if name == "cellXfs" else ():
                self._made(needed)
            for seed in _SEEDS[name]:
                whole_seed = f'<seeds xmlns="{self._flavour.main}">{seed}</seeds>'
                table.append(etree.fromstring(whole_seed)[0])
            table.set("count", str(len(_SEEDS[name])))
            self._listed.pop(name, None)
        return table

    def _touch(self) -> None:
        assert self._part is not None
        self._package.touch(self._part)


def format_ids() -> dict[str, int]:
    """Built-in codes that mean the same in every locale, with their ids."""
    return {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10}


def ensure_styles(package: Package, workbook_part: str, flavour: Flavour) -> str:
    """Give a workbook without a styles part the smallest sound one; returns its name."""
    part = (
        "xl/styles.xml"
        if not package.has("xl/styles.xml")
        else package.free_name("xl/styles{}.xml")
    )
    ns = flavour.main
    xml = (
        f'<styleSheet xmlns="{ns}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
        '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
        '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/>'
        '<right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf '
        'numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf '
        'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles '
        'count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
    package.add(
        part,
        xml.encode(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    )
    package.relate(workbook_part, f"{flavour.relations}/styles", part)
    return part


def _at(items: list[Element], index: int) -> Element | None:
    return items[index] if 0 <= index < len(items) else None


def _flag(font: Element | None, name: str) -> bool:
    if font is None:
        return False
    return any(local(c) == name and c.get("val") not in ("0", "false") for c in font)


def _value(font: Element | None, name: str) -> str | None:
    if font is None:
        return None
    return next((c.get("val") for c in font if local(c) == name), None)


def _solid(fill: Element | None) -> str | None:
    if fill is None:
        return None
    for pattern in fill:
        if local(pattern) == "patternFill" and pattern.get("patternType") == "solid":
            for colour in pattern:
                if local(colour) == "fgColor":
                    rgb: str | None = colour.get("rgb")
                    return rgb
    return None
