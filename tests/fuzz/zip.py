"""The zip file made odd: entries doubled, renamed, missing, packed or flagged otherwise."""

from __future__ import annotations

import random
import struct
import zipfile

from tests.fuzz.package import Bytes, Entry, Pack

_NAMES = (
    "xl/worksheets/", "x" * 255, "xl/worksheets/sheet1.xml/x", "é.xml", "a\\b.xml", " ", "con.xml",
    "xl/worksheets/sheet2.xml", "customXml/item1.xml", "[trash]/0000.dat", "xl/./workbook2.xml",
)  # fmt: skip


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make the zip file odd; says what was done."""
    if not pack.entries:
        return None
    kind = chance.choice(_KINDS)
    entry = chance.choice(pack.entries)
    kind(pack, entry, chance)
    return f"zip {kind.__name__.strip('_')}: {entry.name}"


def _doubled(pack: Pack, entry: Entry, chance: random.Random) -> None:
    name = chance.choice((entry.name, entry.name.upper(), f"/{entry.name}"))
    pack.entries.insert(chance.randint(0, len(pack.entries)), Entry(name, entry.data))


def _case(pack: Pack, entry: Entry, chance: random.Random) -> None:
    entry.name = chance.choice((entry.name.upper(), entry.name.swapcase(), entry.name.title()))


def _slashes(pack: Pack, entry: Entry, chance: random.Random) -> None:
    entry.name = chance.choice((f"/{entry.name}", entry.name.replace("/", "\\")))


def _missing(pack: Pack, entry: Entry, chance: random.Random) -> None:
    pack.entries.remove(entry)


def _more(pack: Pack, entry: Entry, chance: random.Random) -> None:
    pack.entries.append(Entry(chance.choice(_NAMES), chance.choice((b"", b"x", entry.data))))


def _emptied(pack: Pack, entry: Entry, chance: random.Random) -> None:
    entry.data = chance.choice((b"", b"\0", b"<x/>", b"\xff\xfe<\0x\0/\0>\0", entry.data[:-5]))


def _swapped(pack: Pack, entry: Entry, chance: random.Random) -> None:
    other = chance.choice(pack.entries)
    entry.data, other.data = other.data, entry.data


def _order(pack: Pack, entry: Entry, chance: random.Random) -> None:
    chance.shuffle(pack.entries)


def _method(pack: Pack, entry: Entry, chance: random.Random) -> None:
    entry.method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))


def _extra(pack: Pack, entry: Entry, chance: random.Random) -> None:
    entry.extra = chance.choice(
        (struct.pack("<HH", 0xCAFE, 0), struct.pack("<HH4s", 9, 4, b"abcd"))
    )
    entry.comment = chance.choice((b"", b"a comment", b"PK\x05\x06"))


def _field(pack: Pack, entry: Entry, chance: random.Random) -> None:
    """Some field of the entry's record in the directory says something else."""
    offset, form, value = chance.choice(
        ((8, "<H", 1), (8, "<H", 8), (8, "<H", 0x800), (8, "<H", 0xFFFF), (10, "<H", 99),
         (12, "<H", 0xFFFF), (14, "<H", 0), (16, "<L", 0), (20, "<L", 0), (24, "<L", 0xFFFFFFF0),
         (24, "<L", 1), (38, "<L", 0xFFFFFFFF), (42, "<L", 0), (42, "<L", 0x7FFFFFFF))
    )  # fmt: skip
    pack.afterwards.append(_with_field(entry.name, offset, struct.pack(form, value)))


def _with_field(name: str, offset: int, value: bytes) -> Bytes:
    def change(data: bytes) -> bytes:
        at = data.rfind(b"PK\x01\x02")
        while at >= 0 and data[at + 46 : at + 46 + len(name.encode())] != name.encode():
            at = data.rfind(b"PK\x01\x02", 0, at)
        if at < 0:
            return data
        return data[: at + offset] + value + data[at + offset + len(value) :]

    return change


def _ends(pack: Pack, entry: Entry, chance: random.Random) -> None:
    """Something stands before or after the archive, or its end is cut."""
    pack.afterwards.append(
        chance.choice(
            (lambda d: d + b"\0" * 9, lambda d: b"MZ" + d, lambda d: d[:-1], lambda d: d[:-30])
        )
    )


_KINDS = (
    _doubled, _case, _slashes, _missing, _missing, _more, _emptied, _swapped, _order, _method,
    _extra, _field, _field, _ends,
)  # fmt: skip
