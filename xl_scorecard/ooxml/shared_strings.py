"""The shared string table, read only as far as somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, refuse_document_type

_LONGEST = 100_000_000


class SharedStrings:
    """Strings by index; `get` parses on until the index is reached."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._name = package.name
        self._strings: list[str] = []
        self._length = 0
        self._source = _items(package, part) if part else iter(())

    def get(self, index: int) -> str:
        """The text at an index, phonetic guides left out; raises WorkbookError beyond the end."""
        while index < 0 or len(self._strings) <= index:
            text = next(self._source, None) if index >= 0 else None
            if text is None:
                raise WorkbookError(
                    "unreadable",
                    f"{self._name}: a cell points to shared text {index}, which is not there; "
                    "open and save it in Excel",
                )
            self._strings.append(text)
            self._length += len(text)
            if self._length > _LONGEST:
                raise WorkbookError("too_large", f"{self._name}: its texts are of an absurd size")
        return self._strings[index]


def _items(package: Package, part: str) -> Iterator[str]:
    parser = etree.XMLPullParser(
        events=("end",), tag=("{*}si",), resolve_entities=False, no_network=True, load_dtd=False
    )
    looked_at = False
    try:
        for block in package.stream(part):
            parser.feed(block)
            for _, item in parser.read_events():
                if not looked_at:
                    refuse_document_type(item, f"{package.name}: part {part}")
                    looked_at = True
                yield text_of(item)
                item.clear()
                while item.getprevious() is not None:
                    del item.getparent()[0]
    except etree.XMLSyntaxError as cause:
        raise WorkbookError(
            "unreadable", f"{package.name}: part {part} is not well-formed XML ({cause.msg})"
        ) from None


def text_of(item: Element) -> str:
    """The text of a string item: its runs joined, without phonetic guides."""
    pieces = []
    for child in item:
        if local(child) == "t":
            pieces.append(child.text or "")
        elif local(child) == "r":
            pieces.extend(t.text or "" for t in child if local(t) == "t")
    return "".join(pieces)
