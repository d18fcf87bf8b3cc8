"""Where the record of what is ours is kept in a workbook: a custom XML part, which Excel keeps."""

from __future__ import annotations

from lxml.etree import Element

from xl_scorecard.domain.cell_ref import parse_a1, parse_range
from xl_scorecard.domain.ours import (
    NewerRecordError,
    Record,
    SheetRecord,
    read_record,
    record_text,
)
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.names import STRICT
from xl_scorecard.ooxml.styles import items_of
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Undo
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.xml import local, parse

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


def found_record(workbook: Workbook) -> Record | None:
    """The record in a workbook; an empty one where it is not sound, None where there is none.

    Raises WorkbookError (unsupported_format) where a newer version wrote it.
    """
    found = _find(workbook)
    return _read(found[1], workbook.package.name) if found is not None else None


def pop_record(workbook: Workbook) -> Record:
    """Take the record out of a workbook; an empty one where there is none or it is not sound.

    Raises WorkbookError (unsupported_format) where a newer version wrote it.
    """
    found = _find(workbook)
    if found is None:
        return Record()
    package = workbook.package
    relation, text = found
    record = _read(text, package.name)
    for sheet in record.sheets:
        _keep_to_what_is_there(workbook, sheet)
    inner = [r for r in package.relationships(relation.target) if r.kind == "customXmlProps"]
    properties = [each.target for each in inner if _ours(package, each)]
    for source in (workbook.part, ""):
        for each in package.relationships(source):
            if each.kind == relation.kind and each.target == relation.target:
                package.unrelate(source, each.id, each.kind)
    for part in (relation.target, *properties):
        package.remove(part)
    return record


def _keep_to_what_is_there(workbook: Workbook, written: SheetRecord) -> None:
    """Forget what the formatted cells under ours must not be given back.

    A format that is not there (the record was edited, or a program that saved the workbook dropped
    it) leaves a workbook that nobody opens; another address puts one cell in the place of another.
    """
    for cell in undo_of(written).blanks.values():
        cell.pop("r", None)
        style = cell.get("s", "0")
        if not (style.isascii() and style.isdigit() and int(style) < _formats(workbook)):
            del cell["s"]


def _formats(workbook: Workbook) -> int:
    """How many cell formats the workbook has; one without a styles part has the first."""
    part = workbook.related("styles")
    listed = items_of(workbook.package.root(part), "cellXfs") if part is not None else []
    return len(listed) or 1


def _find(workbook: Workbook) -> tuple[Relationship, str] | None:
    """The record's text, with a relationship that leads to it."""
    package = workbook.package
    for source in (workbook.part, ""):  # LibreOffice moves it to the package
        for relation in package.relationships(source):
            if relation.kind != "customXml" or relation.external:
                continue
            text = _record_in(package, relation.target) if package.has(relation.target) else None
            if text is not None:
                return relation, text
    return None


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


def _read(text: str, workbook: str) -> Record:
    """The record of a text; an empty one where somebody edited it: names and marks still say what
    is ours."""
    try:
        record = read_record(text)
        for sheet in record.sheets:
            _refuse_unsound(undo_of(sheet))
    except NewerRecordError as newer:
        raise WorkbookError(
            "unsupported_format",
            f"{workbook}: was refreshed by a newer xl-scorecard (its record is of version "
            f"{newer.version}, this one knows {newer.known}); update xl-scorecard, or start from "
            "the workbook as it was before that refresh",
        ) from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, WorkbookError):
        return Record()
    return record


def _refuse_unsound(undo: Undo) -> None:
    """Raise ValueError, TypeError or WorkbookError for what could not be put back."""
    texts = (undo.dimension, undo.dimension_after, undo.columns, undo.columns_after)
    blanks = [item for cell in undo.blanks.values() for pair in cell.items() for item in pair]
    spans = [item for pair in undo.spans.items() for item in pair]
    if not all(isinstance(text, str) for text in (*blanks, *spans)):
        raise TypeError("a text is none")
    if not all(text is None or isinstance(text, str) for text in texts):
        raise TypeError("a text is none")
    _refuse_unsound_lists(undo)
    if not all(isinstance(width, int | float) for width in undo.widths.values()):
        raise TypeError("a width is no number")
    for column in undo.widths:
        int(column)
    for reference in undo.blanks:
        parse_a1(reference)
    for reference in undo.new_merges:
        parse_range(reference)
    if undo.columns and local(parse(undo.columns.encode(), "columns")) != "cols":
        raise ValueError("the columns are none")
    trial = Element("c")
    for number, text in enumerate((*blanks, *spans, undo.dimension or "")):
        trial.set(f"a{number}", text)


def _refuse_unsound_lists(undo: Undo) -> None:
    """Raise TypeError for lists that are none, or are of something else."""
    if not isinstance(undo.new_rows, list) or not isinstance(undo.new_merges, list):
        raise TypeError("a list is none")
    if not all(type(row) is int for row in undo.new_rows):
        raise TypeError("a row is no number")
