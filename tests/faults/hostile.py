"""Workbooks made to hurt whoever opens them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support import books
from tests.support.packages import packed, parts

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]>"
)
_EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def made(kind: str, path: Path) -> Path:
    """A hostile workbook of a kind (a key of KINDS)."""
    plain = books.scorecard(path.with_name("plain.xlsx"))
    KINDS[kind](plain, path)
    return path


def _with_doctype(part: str, doctype: bytes) -> Callable[[Path, Path], None]:
    def make(plain: Path, path: Path) -> None:
        contents = parts(plain)
        head, _, rest = contents[part].partition(b"?>")
        body = rest.replace(b"<t>", b"<t>&a;", 1).replace(b"<v>", b"<v>&a;", 1)
        packed({**contents, part: head + b"?>" + doctype + body}, path)

    return make


def _changed(part: str, old: bytes, new: bytes) -> Callable[[Path, Path], None]:
    def make(plain: Path, path: Path) -> None:
        contents = parts(plain)
        assert old in contents[part]
        packed({**contents, part: contents[part].replace(old, new, 1)}, path)

    return make


def _with_entry(name: str) -> Callable[[Path, Path], None]:
    def make(plain: Path, path: Path) -> None:
        packed({**parts(plain), name: b"evil"}, path)

    return make


def _bomb(part: str, opening: bytes, filling: bytes, closing: bytes, size: int):  # type: ignore[no-untyped-def]
    """A part that is small when packed and of `size` bytes when not."""

    def pieces() -> Iterator[bytes]:
        yield opening
        block = filling * (1 + (1 << 20) // len(filling))
        for _ in range(size // len(block)):
            yield block
        yield closing

    def make(plain: Path, path: Path) -> None:
        contents = parts(plain)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents.items():
                if name != part:
                    archive.writestr(name, content)
            with archive.open(part, "w", force_zip64=True) as stream:
                for piece in pieces():
                    stream.write(piece)

    return make


def _claims_four_gigabytes(plain: Path, path: Path) -> None:
    """The directory says that a part of a few bytes unpacks to 4 GB."""
    data = bytearray(plain.read_bytes())
    with zipfile.ZipFile(plain) as archive:
        start = archive.start_dir
    data[start + 24 : start + 28] = struct.pack("<L", 0xFFFFFFF0)
    path.write_bytes(bytes(data))


def _twice(plain: Path, path: Path) -> None:
    contents = parts(plain)
    packed({**contents, SHEET.upper(): contents[SHEET]}, path)


_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_END = b"</worksheet>"
_MERGES = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(100, 1_000_100))

KINDS: dict[str, Callable[[Path, Path], None]] = {
    "entities that multiply, in the sheet": _with_doctype(SHEET, _LAUGHS),
    "entities that multiply, in the texts": _with_doctype(STRINGS, _LAUGHS),
    "entities that multiply, in the workbook": _with_doctype("xl/workbook.xml", _LAUGHS),
    "an external entity": _with_doctype(STRINGS, _EXTERNAL),
    "a sheet that unpacks to 2 GB of rows": _bomb(
        SHEET, _MAIN + b"<sheetData>", b"<row/>", b"</sheetData>" + _END, 2 << 30
    ),
    "a sheet of one endless row": _bomb(
        SHEET, _MAIN + b"<sheetData><row>", b"<c/>", b"</row></sheetData>" + _END, 300 << 20
    ),
    "texts that unpack to 600 MB": _bomb(
        STRINGS,
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        b"<si><t>x</t></si>",
        b"</sst>",
        600 << 20,
    ),
    "a part that claims 4 GB": _claims_four_gigabytes,
    "a part above the package": _with_entry("../../evil.xml"),
    "a part with an absolute name": _with_entry("/etc/evil"),
    "a part on another drive": _with_entry("C:/evil.xml"),
    "a part that stands twice": _twice,
    "a million merged ranges": _changed(
        SHEET,
        b"</sheetData>",
        b'</sheetData><mergeCells count="1000000">' + _MERGES + b"</mergeCells>",
    ),
    "elements a hundred thousand deep": _changed(
        SHEET, b"<sheetData>", b"<x>" * 100_000 + b"</x>" * 100_000 + b"<sheetData>"
    ),
    "a shared text that is not there": _changed(SHEET, b"<v>0</v>", b"<v>999999999</v>"),
    "a shared text before the first": _changed(SHEET, b"<v>0</v>", b"<v>-1</v>"),
    "a sheet cut short": lambda plain, path: path.write_bytes(plain.read_bytes()[:-400]) and None,
}
