"""A made-up county's shield, drawn pixel by pixel."""

import math
import struct
import zlib
from io import BytesIO

WIDTH, HEIGHT = 96, 112
TEAL, GOLD, WHITE = (23, 78, 92, 255), (226, 170, 44, 255), (255, 255, 255, 255)
CLEAR = (255, 255, 255, 0)


def half_width(y: float) -> float:
    """How far the shield reaches from its middle at height `y`, both from 0 to 1."""
    if y < 0.5:
        return 0.5
    return 0.5 * math.pow(1 - math.pow((y - 0.5) / 0.5, 2.1), 0.72)


def wave(x: float) -> float:
    return 0.035 * math.sin(x * 6 * math.pi)


def pixel(column: int, row: int) -> tuple[int, int, int, int]:
    x, y = (column + 0.5) / WIDTH, (row + 0.5) / HEIGHT
    reach = half_width(y)
    off_centre = abs(x - 0.5)
    if off_centre > reach:
        return CLEAR
    if off_centre > reach - 0.045 or y < 0.04 or off_centre > half_width(min(1, y + 0.05)) - 0.02:
        return GOLD
    for level in (0.6, 0.72, 0.84):
        if level - 0.025 < y - wave(x) < level + 0.025:
            return WHITE
    if y < 0.5:
        for leaf in range(3):
            if ((x - 0.25 * (leaf + 1)) / 0.085) ** 2 + ((y - 0.28) / 0.13) ** 2 < 1:
                return GOLD
        if 0.43 < y < 0.46:
            return WHITE
    return TEAL


def chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum


def png() -> BytesIO:
    rows = b"".join(
        b"\0" + bytes(channel for column in range(WIDTH) for channel in pixel(column, row))
        for row in range(HEIGHT)
    )
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 6, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
