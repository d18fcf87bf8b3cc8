"""Puts pictures side by side into one of 128 colours with a white border, for the README.

python docs/join_pictures.py OUT BORDER PICTURE...
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

GAP = 14
COLOURS = 128


def joined(pictures: list[Image.Image], border: int) -> Image.Image:
    """The pictures from left to right, a gap between two of them."""
    width = sum(each.width for each in pictures) + GAP * (len(pictures) - 1)
    height = max(each.height for each in pictures)
    page = Image.new("RGB", (width + 2 * border, height + 2 * border), "white")
    left = border
    for each in pictures:
        page.paste(each, (left, border))
        left += each.width + GAP
    return page.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    out, border, *names = sys.argv[1:]
    pictures = [Image.open(Path(name)).convert("RGB") for name in names]
    joined(pictures, int(border)).save(out, optimize=True)
