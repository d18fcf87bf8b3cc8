"""A workbook file taken apart into its entries, to be changed and put together again."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

Bytes = Callable[[bytes], bytes]
Change = Callable[[etree._Element], None]


@dataclass
class Entry:
    """One entry of the zip file."""

    name: str
    data: bytes
    method: int = zipfile.ZIP_DEFLATED
    extra: bytes = b""
    comment: bytes = b""


@dataclass
class Pack:
    """The entries in file order, and what is to happen to the bytes of the finished file."""

    entries: list[Entry]
    afterwards: list[Bytes] = field(default_factory=list)

    @classmethod
    def of(cls, data: bytes) -> Pack:
        """The entries of a sound file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return cls([Entry(i.filename, archive.read(i)) for i in archive.infolist()])

    def ending(self, *ends: str) -> list[Entry]:
        """The entries whose names end so."""
        return [entry for entry in self.entries if entry.name.lower().endswith(ends)]

    def holding(self, text: bytes) -> list[Entry]:
        """The entries that hold a text."""
        return [entry for entry in self.entries if text in entry.data]

    def bytes(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of entries that stand twice
            with zipfile.ZipFile(out, "w") as archive:
                for entry in self.entries:
                    info = zipfile.ZipInfo(entry.name)
                    info.compress_type = entry.method
                    info.extra, info.comment = entry.extra, entry.comment
                    archive.writestr(info, entry.data)
        data = out.getvalue()
        for change in self.afterwards:
            data = change(data)
        return data


def rewritten(entry: Entry, change: Change) -> bool:
    """Change an entry's XML; says whether it could be read."""
    try:
        root = etree.fromstring(entry.data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return False
    change(root)
    entry.data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return True


def elements(root: etree._Element, *names: str) -> list[etree._Element]:
    """The elements with one of these local names, or all of them, in document order."""
    found = [item for item in root.iter() if isinstance(item.tag, str)]
    return [e for e in found if etree.QName(e).localname in names] if names else found


def is_sheet(entry: Entry) -> bool:
    """Whether an entry holds a sheet."""
    return "/worksheets/" in entry.name and entry.name.endswith(".xml")


def pick(chance: random.Random, entries: list[Entry]) -> Entry | None:
    """One of several, if there is any."""
    return chance.choice(entries) if entries else None
