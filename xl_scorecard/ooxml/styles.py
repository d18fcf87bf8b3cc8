"""The style tables: read what a cell looks like, append looks without disturbing an index."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from itertools import count

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.colours import Colours
from xl_scorecard.ooxml.names import Flavour
from xl_scorecard.ooxml.number_formats import format_code, is_date
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, canonical, child, fingerprint, local, only_child, whole

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
_ITEMS = {
    "numFmts": "numFmt", "fonts": "font", "fills": "fill", "borders": "border",
    "cellStyleXfs": "xf", "cellXfs": "xf", "cellStyles": "cellStyle", "dxfs": "dxf",
}  # fmt: skip
FIRST_CUSTOM_FORMAT, _LAST_CUSTOM_FORMAT = 164, 65_535
MOST_CELL_FORMATS = 64_000
"""Excel's own limit: https://support.microsoft.com/office/excel-specifications-and-limits"""
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
    ink: str | None = None


_PLAIN = Look("General", False, False, None, None)


class Styles:
    """The styles part of a workbook; a missing table is made in its place when first needed."""

    def __init__(
        self, package: Package, part: str | None, flavour: Flavour, theme: str | None = None
    ) -> None:
        self._package = package
        self._colours = Colours(package, theme)
        self._part = part
        self._flavour = flavour
        self._root = package.root(part) if part else None
        self._looks: dict[int, Look] = {}
        self._known: dict[str, dict[object, int]] = {}
        self._listed: dict[str, list[Element]] = {}  # each table's items, added ones among them
        self._codes: dict[int, str] | None = None  # custom number formats by id
        self._code_ids: set[int] | None = None  # those that cell formats mention

    def _items(self, name: str) -> list[Element]:
        if name not in self._listed:
            self._listed[name] = items_of(self._root, name) if self._root is not None else []
        return self._listed[name]

    def look(self, style: int) -> Look:
        """The looks of a cell format index; plain for an index that is not there."""
        if style not in self._looks:
            self._looks[style] = self._read(style)
        return self._looks[style]

    def is_seen(self, style: int) -> bool:
        """Whether an empty cell of a format shows anything: a fill or a border."""
        formats = self._items("cellXfs")
        if not 0 < style < len(formats):
            return False
        fill = _at(self._items("fills"), whole(formats[style].get("fillId")))
        border = _at(self._items("borders"), whole(formats[style].get("borderId")))
        sides = list(border) if border is not None else []
        return _solid_fill(fill) or any(side.get("style") for side in sides)

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
            self._colours.rgb(_solid(fill)),
            _value(font, "name"),
            self._colours.rgb(child(font, "color") if font is not None else None),
        )

    def _custom_formats(self) -> dict[int, str]:
        if self._codes is None:
            self._codes = {
                whole(item.get("numFmtId")): item.get("formatCode") or ""
                for item in self._items("numFmts")
            }
        return self._codes

    # -- appending ---------------------------------------------------------------------------

    def append(self, table: str, item: Element) -> int:
        """The index of an item in a table, appended unless one just like it is there."""
        if table not in self._known:
            self._made(table)
            items = self._items(table)
            known: dict[object, int] = {}
            for index, existing in enumerate(items):
                known.setdefault(fingerprint(existing), index)
            self._known[table] = known
        wanted = fingerprint(item)
        if wanted in self._known[table]:
            return self._known[table][wanted]
        items = self._items(table)
        index = len(items)
        if table == "cellXfs" and index >= MOST_CELL_FORMATS:
            raise WorkbookError(
                "too_large",
                f"{self._package.name}: has {index:,} cell formats already, of the "
                f"{MOST_CELL_FORMATS:,} that a workbook can have; nothing was written: copy the "
                "scorecard into a new workbook",
            )
        self._known[table][wanted] = index
        self._add(table, etree.fromstring(canonical(item)))
        return index

    def _add(self, name: str, item: Element) -> None:
        """Put an item at a table's end."""
        holder = self._made(name)
        items = self._items(name)
        holder.append(item)
        items.append(item)
        holder.set("count", str(len(items)))
        assert self._part is not None
        self._package.touch(self._part)

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
        number = self._free_code()
        item = etree.Element(self._flavour.tag("numFmt"), nsmap={None: self._flavour.main})
        item.set("numFmtId", str(number))
        item.set("formatCode", code)
        self._add("numFmts", item)
        self._custom_formats()[number] = code
        return number

    def _free_code(self) -> int:
        """A number format id beyond all that are used, or where the last is, the lowest free."""
        if self._code_ids is None:
            self._code_ids = {
                whole(xf.get("numFmtId"))
                for table in ("cellXfs", "cellStyleXfs")
                for xf in self._items(table)
            }
        used = self._code_ids | self._custom_formats().keys()
        number = max([*used, FIRST_CUSTOM_FORMAT - 1]) + 1
        if number > _LAST_CUSTOM_FORMAT:
            number = next(n for n in count(FIRST_CUSTOM_FORMAT) if n not in used)
        return number

    def _made(self, name: str) -> Element:
        assert self._root is not None  # `ensure_styles` made the part before anyone appends
        table = only_child(self._root, name, f"{self._package.name}: part {self._part}")
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


def items_of(root: Element, table: str) -> list[Element]:
    """The items of a style table by index; what is no such item is not counted."""
    holder = child(root, table)
    return list(holder.iterchildren(f"{{*}}{_ITEMS[table]}")) if holder is not None else []


def format_ids() -> dict[str, int]:
    """Built-in codes that mean the same in every locale, with their ids."""
    return {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10}


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


def _solid_fill(fill: Element | None) -> bool:
    pattern = child(fill, "patternFill") if fill is not None else None
    return pattern is not None and pattern.get("patternType") not in (None, "none")


def _solid(fill: Element | None) -> Element | None:
    """The colour of a plain fill."""
    pattern = child(fill, "patternFill") if fill is not None else None
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    return child(pattern, "fgColor")
