"""Parsing and writing XML parts: no entities, no network, no document types."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from xl_scorecard.errors import WorkbookError

Element: TypeAlias = Any
"""An lxml element; lxml carries no types of its own."""

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parse(data: bytes, what: str) -> Element:
    """The root element of a part; `what` names it in the error of a damaged one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise not_well_formed(what) from None
    refuse_document_type(root, what)
    return root


def not_well_formed(what: str) -> WorkbookError:
    """The error of a part that cannot be parsed, without the parser's own words."""
    return WorkbookError("unreadable", f"{what} is not well-formed XML; open and save it in Excel")


def refuse_document_type(element: Element, what: str) -> None:
    """Raise WorkbookError where an element's part declares a document type; Excel never does."""
    if element.getroottree().docinfo.doctype:
        raise WorkbookError("unreadable", f"{what} declares a document type; refused")


def serialise(root: Element) -> bytes:
    """The bytes of a part, prefixes and `mc:Ignorable` as they were.

    Comments and processing instructions beside the root element are kept.
    """
    body = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    return _DECLARATION + bytes(body)


def canonical(element: Element) -> bytes:
    """An element's XML without inherited namespace declarations, so that equal ones are equal."""
    try:
        return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))
    except etree.C14NError as cause:
        raise WorkbookError(
            "unreadable", f"a part has an unsound namespace ({cause}); open and save it in Excel"
        ) from None


def fingerprint(element: Element) -> tuple[object, ...]:
    """What an element says, whatever its prefixes: equal for elements that mean the same."""
    return (
        element.tag,
        tuple(sorted(element.items())),
        (element.text or "").strip(),
        tuple(fingerprint(item) for item in element if isinstance(item.tag, str)),
    )


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag[tag.rfind("}") + 1 :]


def namespace(element: Element) -> str:
    """The namespace of an element."""
    return etree.QName(element).namespace or ""


def child(parent: Element, name: str) -> Element | None:
    """The first child with a local name, or None."""
    return next(parent.iterchildren(f"{{*}}{name}"), None)


def only_child(parent: Element, name: str, where: str) -> Element | None:
    """The one child with a local name, or None.

    Raises WorkbookError where there are two: programs differ in which of them they take. `where`
    says so to the user, file and part.
    """
    found = list(parent.iterchildren(f"{{*}}{name}"))
    if len(found) > 1:
        raise WorkbookError(
            "unreadable",
            f"{where} has {name} twice, which may stand there once; open it in Excel, let it be "
            "repaired and save it",
        )
    return found[0] if found else None


def whole(text: str | None, default: int = 0) -> int:
    """A whole number as an attribute or element holds it; `default` for anything else."""
    try:
        return int(text or "")
    except ValueError:
        return default


def made(parent: Element, tag: str) -> Element:
    """A new element with the namespace declarations of its future parent, not yet placed."""
    return parent.makeelement(tag, {}, parent.nsmap)
