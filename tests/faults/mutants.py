"""Damaged copies of a workbook, the same for the same seed."""

from __future__ import annotations

import io
import random
import zipfile

_ODD = (
    b"-1",
    b"99999999999",
    b"1e400",
    b"NaN",
    b"",
    b"\xff\xfe",
    b"A0",
    b"XFE1",
    b"_x0000_",
    b"0x1F",
)
_DIGITS = b"0123456789"


def mutant(data: bytes, seed: int) -> bytes:
    """One damaged copy: of the file's bytes, or of a part in a sound zip file."""
    chance = random.Random(seed)
    kind = chance.randrange(6)
    if kind == 0:
        return data[: chance.randrange(len(data))]
    if kind in (1, 2):
        return _flipped(data, chance)
    return _part_damaged(data, chance)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _part_damaged(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        parts = {info.filename: old.read(info) for info in old.infolist()}
        victim = chance.choice([name for name in parts if parts[name]])
        parts[victim] = _text_damaged(parts[victim], chance)
        if chance.randrange(12) == 0:
            del parts[chance.choice(list(parts))]
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def _text_damaged(text: bytes, chance: random.Random) -> bytes:
    """A piece cut out, doubled or overwritten, or a number made odd."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randint(1, 60))
    match chance.randrange(4):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + text[start:end] + text[end:]
        case 2:
            return _flipped(text, chance)
    while start < len(text) and text[start] not in _DIGITS:
        start += 1
    end = start
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return text[:start] + chance.choice(_ODD) + text[end:]
