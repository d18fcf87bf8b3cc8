"""Where the record of what is ours is kept in a workbook: a custom XML part, which Excel keeps."""

from __future__ import annotations

from xl_scorecard.domain.ours import Record, SheetRecord, read_record, record_text
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.names import STRICT
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Undo
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.xml import parse

RECORD_NAMESPACE = "urn:xl-scorecard:record"
_ITEM_ID = "{6B0F5A5E-6C1B-4C57-9A51-7E2D0C6B9A11}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_STRICT = "http://purl.oclc.org/ooxml/officeDocument/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def save_record(workbook: Workbook, record: Record) -> None:
    """Put the record into the workbook."""
    package, flavour = workbook.package, workbook.flavour
    part = package.free_name("customXml/item{}.xml")
    properties = package.free_name("customXml/itemProps{}.xml")
    body = record_text(record)
    text = body.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    package.put(part, f'<record xmlns="{RECORD_NAMESPACE}">{text}</record>'.encode())
    package.set_type(part, "application/xml")
    namespace = _PROPERTIES_STRICT if flavour is STRICT else _PROPERTIES
    package.add(
        properties,
        f'<ds:datastoreItem xmlns:ds="{namespace}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{RECORD_NAMESPACE}"/></ds:schemaRefs>'
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
        text = _record_in(package, relation.target)
        if text is None:
            continue
        for inner in package.relationships(relation.target):
            if inner.kind == "customXmlProps" and _ours(package, inner):
                package.remove(inner.target)
        package.remove(relation.target)
        package.unrelate(source, relation.id)
        return _read(text)
    return Record()


def _record_in(package: Package, part: str) -> str | None:
    """The text of the record that a part is; None where it is something else."""
    data = package.read(part)
    if RECORD_NAMESPACE.encode() not in data:
        return None
    try:
        root = parse(data, part)
    except WorkbookError:
        return None
    return (root.text or "") if root.tag == f"{{{RECORD_NAMESPACE}}}record" else None


def _ours(package: Package, relation: Relationship) -> bool:
    """Whether a part beside the record is its properties, as their own content says."""
    if relation.external or not package.has(relation.target):
        return False
    data = package.read(relation.target)
    return b"datastoreItem" in data and f'"{RECORD_NAMESPACE}"'.encode() in data


def undo_of(written: SheetRecord | None) -> Undo:
    """What undoes the edits of a sheet; nothing where they were not recorded."""
    return Undo(**written.undo) if written is not None else Undo()


def _read(text: str) -> Record:
    try:
        record = read_record(text)
        for sheet in record.sheets:
            undo_of(sheet)
    except (ValueError, TypeError, KeyError):
        return Record()  # somebody edited it: the defined names still say what is ours
    return record
