"""The record inside a workbook of what is ours in it.

Two things that Excel keeps and moves along: hidden defined names over our ranges and sheets,
which follow every insertion and renaming and say what the columns hold
(`xl_scorecard.cells.1.rag.direction`), and a custom XML part with what has to be put back.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field

from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.ooxml.names import STRICT
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Undo
from xl_scorecard.opc.xml import parse

CELLS_NAME = "xl_scorecard.cells."
SHEET_NAME = "xl_scorecard.sheet."
_NAMESPACE = "urn:xl-scorecard:record"
_ITEM_ID = "{6B0F5A5E-6C1B-4C57-9A51-7E2D0C6B9A11}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_STRICT = "http://purl.oclc.org/ooxml/officeDocument/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RANGE = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!(?P<reference>\$?[A-Z]+\$?\d+(?::.+)?)$")
_REFERENCE = re.compile(r"#REF!(?::#REF!)?|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")


@dataclass
class SheetRecord:
    """What we wrote into a sheet of the officers, and what was there before."""

    sheet: str
    blocks: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    undo: Undo = field(default_factory=Undo)


@dataclass
class Record:
    """Everything of ours, sheet by sheet."""

    sheets: list[SheetRecord] = field(default_factory=list)
    made_names: bool = True

    def of(self, block_name: str) -> SheetRecord | None:
        """The sheet record that a block belongs to."""
        for sheet in self.sheets:
            if block_name in sheet.blocks:
                return sheet
        return None


def shape(formula: str) -> str:
    """A formula less its cell references, which change when rows are inserted."""
    return _REFERENCE.sub("#", formula)


def read_range(refers_to: str) -> tuple[str, tuple[int, int, int, int]] | None:
    """Sheet and range of a defined name; None for what is no such range any more."""
    match = _RANGE.match(refers_to.strip())
    if match is None:
        return None
    sheet = match["sheet"]
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    try:
        return sheet, parse_range(match["reference"])
    except ValueError:
        return None


def save_record(workbook: Workbook, record: Record) -> None:
    """Put the record into the workbook."""
    package, flavour = workbook.package, workbook.flavour
    part = package.free_name("customXml/item{}.xml")
    properties = package.free_name("customXml/itemProps{}.xml")
    body = json.dumps({"version": 1, **asdict(record)}, ensure_ascii=True, sort_keys=True)
    text = body.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    package.put(part, f'<record xmlns="{_NAMESPACE}">{text}</record>'.encode())
    package.set_type(part, "application/xml")
    namespace = _PROPERTIES_STRICT if flavour is STRICT else _PROPERTIES
    package.add(
        properties,
        f'<ds:datastoreItem xmlns:ds="{namespace}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>".encode(),
        _PROPERTIES_TYPE,
    )
    package.relate(workbook.part, f"{flavour.relations}/customXml", part)
    package.relate(part, f"{flavour.relations}/customXmlProps", properties)


def pop_record(workbook: Workbook) -> Record:
    """Take the record out of a workbook; an empty one where there is none or it is not sound."""
    package = workbook.package
    related = [
        (source, relation)
        for source in (workbook.part, "")  # LibreOffice moves it to the package
        for relation in package.relationships(source)
    ]
    for source, relation in related:
        if relation.kind != "customXml" or relation.external or not package.has(relation.target):
            continue
        data = package.read(relation.target)
        if _NAMESPACE.encode() not in data:
            continue
        text = parse(data, relation.target).text or ""
        for inner in package.relationships(relation.target):
            if not inner.external:
                package.remove(inner.target)
        package.remove(relation.target)
        package.unrelate(source, relation.id)
        return _read(text)
    return Record()


def _read(text: str) -> Record:
    try:
        data = json.loads(text)
        sheets = [SheetRecord(**{**s, "undo": Undo(**s["undo"])}) for s in data["sheets"]]
        return Record(sheets, data["made_names"])
    except (ValueError, TypeError, KeyError):
        return Record()  # somebody edited it: the defined names still say what is ours
