"""What stood on the officers' sheets when we wrote a workbook, and what it was made from.

Kept as the text of a hidden name: Excel, LibreOffice and openpyxl all keep names, where openpyxl
drops the record. Cells and what lies over them count, not bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from xl_scorecard.domain.ours import CONTENT_NAME, OUR_NAMES
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.content import sheet_digest
from xl_scorecard.ooxml.objects import Objects, objects_on, saved_by_excel
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Sheet, Workbook

LONG_SHEET = 512 << 10  # bytes; longer ones are known by their checksum alone, which costs nothing
_LONGEST_TEXT = 250  # of a text in a formula, Excel allows 255
_VERSION = "1"
_DIGEST = 12


@dataclass(frozen=True)
class Content:
    """What a workbook holds on sheets that are not ours.

    `digests` are by name in small letters; of `long` sheets there are checksums.
    """

    digests: dict[str, bytes]
    long: dict[str, int]
    objects: Objects

    def with_new(self, workbook: Workbook, sheets: Iterable[str]) -> Content:
        """The content after these sheets were written to."""
        reader = _Reader(workbook)
        digests, long = dict(self.digests), dict(self.long)
        written = {each.casefold() for each in sheets}
        for sheet in workbook.worksheets:
            name = sheet.name.casefold()
            if name in written:
                if name in long:
                    long[name] = workbook.package.checksum(sheet.part)
                else:
                    digests[name] = reader.digest(sheet)
        return Content(digests, long, self.objects)

    @property
    def mask(self) -> str:
        """Which sheets, sorted by name, are long ones."""
        names = sorted({*self.digests, *self.long})
        return f"{sum(1 << n for n, name in enumerate(names) if name in self.long):x}"

    @property
    def short_part(self) -> str:
        """A digest of all but long sheets, of which the names are in it."""
        held = [(name, self.digests.get(name, b"long")) for name in {*self.digests, *self.long}]
        return _hex(repr(sorted(held)))

    @property
    def long_part(self) -> str:
        """A digest of the long sheets."""
        return _hex(repr(sorted(self.long.items())))


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of a workbook that we wrote: its content, and the content it was made from."""

    mask: str
    short: str
    long: str
    objects: Objects
    source: str
    source_name: str

    def text(self) -> str:
        """As a formula that is a text; empty where there are too many sheets to say it."""
        objects = "/".join(map(str, self.objects))
        fields = (self.mask, self.short, self.long, objects, self.source, self.source_name)
        text = " ".join((_VERSION, *fields))
        return f'"{text}"' if len(text) <= _LONGEST_TEXT else ""


def content_of(workbook: Workbook, own: Iterable[str], mask: str | None = None) -> Content:
    """The content of a workbook but for our `own` sheets.

    Which sheets are long is told by their length, or by the `mask` of another content.
    """
    ours = {name.casefold() for name in own}
    theirs = {s.name.casefold(): s for s in workbook.sheets if s.name.casefold() not in ours}
    reader = _Reader(workbook)
    bits = int(mask, 16) if mask is not None else None
    digests: dict[str, bytes] = {}
    long: dict[str, int] = {}
    counts = []
    for place, (name, sheet) in enumerate(sorted(theirs.items())):
        there = workbook.package.has(sheet.part)
        counts.append(reader.objects(sheet) if there else Objects())
        if sheet.kind != "worksheet" or not there:
            digests[name] = b""  # LibreOffice makes an empty worksheet of a chart sheet
        elif reader.is_long(sheet) if bits is None else bits >> place & 1:
            long[name] = workbook.package.checksum(sheet.part)
        else:
            digests[name] = reader.digest(sheet)
    return Content(digests, long, Objects(*map(sum, zip(Objects(), *counts, strict=True))))


class _Reader:
    def __init__(self, workbook: Workbook) -> None:
        self._package = workbook.package
        self._strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
        self._digests: dict[str, bytes] = {}  # by part, which several tabs may show

    def is_long(self, sheet: Sheet) -> bool:
        return self._package.length(sheet.part) > LONG_SHEET

    def digest(self, sheet: Sheet) -> bytes:
        part = sheet.part.casefold()
        if part not in self._digests:
            try:
                self._digests[part] = sheet_digest(self._package, sheet, self._strings)
            except WorkbookError:
                self._digests[part] = b"%d" % self._package.checksum(sheet.part)
        return self._digests[part]

    def objects(self, sheet: Sheet) -> Objects:
        try:
            return objects_on(self._package, sheet)
        except WorkbookError:
            return Objects()


def fingerprint(content: Content, source: Content, name: str) -> Fingerprint:
    """The fingerprint of a workbook, made from a file of a name and with that content."""
    return Fingerprint(
        content.mask,
        content.short_part,
        content.long_part,
        content.objects,
        source_digest(source),
        name_digest(name),
    )


def source_digest(content: Content) -> str:
    """What a source is known by again."""
    return _hex(content.short_part + content.long_part)


def name_digest(name: str) -> str:
    """A file's name as a fingerprint holds it."""
    return _hex(name.casefold())[:12]


def _hex(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


def save_fingerprint(workbook: Workbook, kept: Fingerprint) -> None:
    """Put a fingerprint into the workbook."""
    if text := kept.text():
        workbook.add_name(CONTENT_NAME, text, hidden=True)


def found_fingerprint(workbook: Workbook) -> Fingerprint | None:
    """The fingerprint in a workbook; None where there is none, or none that is known here."""
    text = workbook.names().get((CONTENT_NAME, None), "").strip('"')
    fields = text.split(" ")
    if len(fields) != 7 or fields[0] != _VERSION:
        return None
    _, mask, short, long, objects, source, source_name = fields
    try:
        counted = Objects(*map(int, objects.split("/")))
        int(mask, 16)
    except (ValueError, TypeError):
        return None
    return Fingerprint(mask, short, long, counted, source, source_name)


def drop_fingerprint(workbook: Workbook) -> None:
    """Take the fingerprint out of the workbook."""
    names = [name for name, _ in workbook.names()]
    if CONTENT_NAME in names:
        # the list of names goes with the last of ours, as their names are taken out
        others = any(name.startswith(OUR_NAMES) for name in names)
        workbook.remove_names((CONTENT_NAME,), keep_list=others)


def holds_what_was_written(standing: Workbook, own: Iterable[str], written: Written) -> bool:
    """Whether a workbook holds what it held when we wrote it, or what is to be written anyway.

    `own` are its sheets of ours, which do not count.
    """
    kept = found_fingerprint(standing)
    if kept is not None and _is_as_kept(standing, own, kept, written):
        return True
    now = content_of(standing, own, written.content.mask)
    same = now.digests == written.content.digests and now.long.keys() == written.content.long.keys()
    return (
        same
        and _is_as_many(standing, now.objects, written.content.objects)
        and (now.long == written.content.long or _is_same_at_length(standing, now, written))
    )


@dataclass(frozen=True)
class Written:
    """A workbook that is about to be written, and its content."""

    workbook: Workbook
    content: Content


def _is_as_kept(
    standing: Workbook, own: Iterable[str], kept: Fingerprint, written: Written
) -> bool:
    now = content_of(standing, own, kept.mask)
    if now.short_part != kept.short or not _is_as_many(standing, now.objects, kept.objects):
        return False
    return now.long_part == kept.long or _is_same_at_length(standing, now, written)


def _is_as_many(standing: Workbook, now: Objects, before: Objects) -> bool:
    """Whether as much lies on the sheets as before.

    Programs other than Excel drop what they do not know: that less lies there counts only where
    Excel saved it.
    """
    if now.more_than(before):
        return False
    return not (now.fewer_than(before) and saved_by_excel(standing.package))


def _is_same_at_length(standing: Workbook, now: Content, written: Written) -> bool:
    """Whether long sheets that were saved anew hold what they are about to hold."""
    readers = (_Reader(standing), standing), (_Reader(written.workbook), written.workbook)
    there = {sheet.name.casefold() for sheet in written.workbook.worksheets}
    return all(
        name in there and len({reader.digest(book.sheet(name)) for reader, book in readers}) == 1
        for name in now.long
    )
