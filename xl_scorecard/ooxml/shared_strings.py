"""The shared string table, unpacked only as far as somebody asks and parsed only around there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, not_well_formed, parse, refuse_document_type

_LONGEST = 256 << 20
_ROOT = re.compile(rb"<((?:[\w.-]+:)?)sst(?:\s[^<>]*)?>")
_UTF8 = re.compile(rb"""encoding\s*=\s*["'](?:utf-8|us-ascii)["']""", re.IGNORECASE)


class NoSuchTextError(LookupError):
    """An index that the table has no text for; whoever knows the cell says where."""


class SharedStrings:
    """Strings by index, however many belong to sheets that nobody reads.

    The table is cut into pieces between items, and the items in each are only counted. A piece is
    parsed when a string in it is asked for. A table that cannot be cut so is parsed as a whole.
    """

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part
        self._pieces: list[bytes] = []
        self._firsts: list[int] = []  # the index of each piece's first string
        self._count = 0
        self._parsed: dict[int, list[str]] = {}
        self._more = _cut(package, part) if part else iter(())

    def get(self, index: int) -> str:
        """The text at an index, phonetic guides left out; raises NoSuchTextError beyond the end."""
        while self._count <= index and self._read_on():
            pass
        if not 0 <= index < self._count:
            raise NoSuchTextError(index)
        piece = bisect_right(self._firsts, index) - 1
        if piece not in self._parsed:
            root = parse(self._pieces[piece], f"{self._package.name}: part {self._part}")
            texts = [text_of(item) for item in root if local(item) == "si"]
            if len(texts) != self._items_in(piece):  # not all stand where they should
                self._read_whole()
                return self.get(index)
            self._parsed[piece] = texts
        return self._parsed[piece][index - self._firsts[piece]]

    def item(self, index: int) -> Element:
        """The text at an index as it is stored, with the looks of its letters."""
        text = self.get(index)
        piece = bisect_right(self._firsts, index) - 1
        data = self._pieces[piece]
        items = parse(data, f"{self._package.name}: part {self._part}") if data else ()
        found = [item for item in items if local(item) == "si"]
        at = index - self._firsts[piece]
        if len(found) > at and text_of(found[at]) == text:
            return found[at]
        plain = etree.Element("si")
        etree.SubElement(plain, "t").text = text
        return plain

    def _items_in(self, piece: int) -> int:
        """How many strings a piece is counted to hold."""
        ends = [*self._firsts[1:], self._count]
        return ends[piece] - self._firsts[piece]

    def _read_whole(self) -> None:
        """Parse the table as a whole: no place to cut it was sure."""
        assert self._part is not None
        texts = list(_items(self._package, self._part))
        self._pieces, self._firsts, self._parsed = [b""], [0], {0: texts}
        self._count, self._more = len(texts), iter(())

    def _read_on(self) -> bool:
        """Unpack one more piece; returns whether there was one."""
        try:
            piece, items = next(self._more, (b"", 0))
        except _NotPlainError:
            self._read_whole()
            return True
        self._firsts.append(self._count)
        self._pieces.append(piece)
        self._count += items
        return bool(piece)


class _NotPlainError(Exception):
    """A table with comments, in another encoding and the like: no place to cut is sure."""


def _cut(package: Package, part: str) -> Iterator[tuple[bytes, int]]:
    """Pieces of the table, each a small table of its own, with how many items it has."""
    blocks = _bounded(package, part)
    rest = next(blocks, b"")
    start = _ROOT.search(rest)
    if start is None or not _plain(rest[: start.start()]):
        raise _NotPlainError
    head, opening, closing = start[0], b"<%bsi" % start[1], b"</%bsst>" % start[1]
    rest = rest[start.end() :]
    for block in blocks:
        end = rest.rfind(opening)
        if end > 0:
            yield _piece(head, rest[:end], closing, opening)
            rest = rest[end:]
        rest += block
    yield _piece(head, rest, b"", opening)


def _piece(head: bytes, items: bytes, closing: bytes, opening: bytes) -> tuple[bytes, int]:
    for mark in (b"!", b"?"):  # one letter is found many times faster than two
        if mark in items and b"<" + mark in items:
            raise _NotPlainError
    return head + items + closing, items.count(opening)


def _bounded(package: Package, part: str) -> Iterator[bytes]:
    """The blocks of the table; raises WorkbookError where there are too many."""
    length = 0
    for block in package.stream(part):
        length += len(block)
        if length > _LONGEST:
            raise WorkbookError("too_large", f"{package.name}: its texts are of an absurd size")
        yield block


def _plain(prologue: bytes) -> bool:
    """Whether what stands before the table says no more than that it is XML in UTF-8."""
    prologue = prologue.removeprefix(b"\xef\xbb\xbf").strip()
    declared = prologue.startswith(b"<?xml") and prologue.find(b"?>") == len(prologue) - 2
    return not prologue or (
        declared and (b"encoding" not in prologue or bool(_UTF8.search(prologue)))
    )


def _items(package: Package, part: str) -> Iterator[str]:
    parser = etree.XMLPullParser(
        events=("end",), tag=("{*}si",), resolve_entities=False, no_network=True, load_dtd=False
    )
    looked_at = False
    try:
        for block in _bounded(package, part):
            parser.feed(block)
            for _, item in parser.read_events():
                if not looked_at:
                    refuse_document_type(item, f"{package.name}: part {part}")
                    looked_at = True
                yield text_of(item)
                item.clear()
                while item.getprevious() is not None:
                    del item.getparent()[0]
    except etree.XMLSyntaxError:
        raise not_well_formed(f"{package.name}: part {part}") from None


def text_of(item: Element) -> str:
    """The text of a string item: its runs joined, without phonetic guides."""
    pieces = []
    for child in item:
        if local(child) == "t":
            pieces.append(child.text or "")
        elif local(child) == "r":
            pieces.extend(t.text or "" for t in child if local(t) == "t")
    return "".join(pieces)
