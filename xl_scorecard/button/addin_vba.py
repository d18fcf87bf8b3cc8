"""The version of xlwings that an add-in's VBA states, read from its compressed source."""

from __future__ import annotations

import re

_VERSION = re.compile(rb"'Version: ([0-9][0-9A-Za-z.]*)")
_FIRST = 1024  # the version stands in the module's first lines


def xlwings_version(project: bytes) -> str | None:
    """The version in the comment at the top of xlwings' VBA module; None where none is found.

    `project` is a vbaProject.bin. Each place where compressed source may begin (a signature byte,
    a chunk header; MS-OVBA 2.4.1.1) is tried.
    """
    for start in _possible_starts(project):
        match = _VERSION.search(_begin(project, start + 3))
        if match:
            return match[1].decode("ascii")
    return None


def _possible_starts(project: bytes) -> list[int]:
    """Where a signature byte 1 is followed by the header of a compressed chunk."""
    return [m.start() for m in re.finditer(rb"(?s)\x01(?=.[\xb0-\xbf])", project)]


def _begin(data: bytes, position: int) -> bytes:
    """The first characters of a compressed chunk (MS-OVBA 2.4.1.3.2); short where it is none."""
    text = bytearray()
    while len(text) < _FIRST and position < len(data):
        flags = data[position]
        position += 1
        for bit in range(8):
            if not flags >> bit & 1:
                text += data[position : position + 1]
                position += 1
                continue
            if not text or position + 2 > len(data):
                return bytes(text)
            token = int.from_bytes(data[position : position + 2], "little")
            position += 2
            if not _copied(text, token):
                return bytes(text)
    return bytes(text)


def _copied(text: bytearray, token: int) -> bool:
    """Repeat the earlier stretch that a copy token names (2.4.1.3.19); False where it cannot."""
    bits = max((len(text) - 1).bit_length(), 4)
    offset = (token >> (16 - bits)) + 1
    if offset > len(text):
        return False
    for _ in range((token & (0xFFFF >> bits)) + 3):
        text.append(text[-offset])
    return True
