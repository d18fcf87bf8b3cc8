"""An Excel 97 workbook that somebody renamed to .xlsx: a compound file, not a zip package."""

import struct
from pathlib import Path

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STREAM_SECTORS = 16


def header() -> bytes:
    fixed = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, END, 0, END, 0, 0,
    )  # fmt: skip
    return fixed.ljust(SECTOR, b"\xff")


def allocation() -> bytes:
    """Sector 0 holds this table, sector 1 the directory, the others the Workbook stream."""
    chain = [FAT, END, *range(3, 2 + STREAM_SECTORS), END]
    return struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI8s8sIII",
        text, len(text), kind, 1, FREE, FREE, child, b"", 0, b"", b"", start, size, 0,
    )  # fmt: skip


def directory() -> bytes:
    entries = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 2, stream_size())
    unused = struct.pack("<68xIII48x", FREE, FREE, FREE)
    return entries + unused * 2


def stream_size() -> int:
    return STREAM_SECTORS * SECTOR


def stream() -> bytes:
    """The opening record of a BIFF8 workbook, then nothing."""
    opening = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0x0DBB, 0x07CC, 0x41, 6)
    return opening.ljust(stream_size(), b"\0")


def write(path: Path) -> None:
    path.write_bytes(header() + allocation() + directory() + stream())
