"""Draws every status, arrow and variation word, in colour, in grey and as somebody sees them who
cannot tell red from green; into docs/images.

Needs LibreOffice and poppler-utils. Colours and words are those of the program. Grey is by the
luminance of Rec. 709; the last picture is of deuteranopia by the matrix of Machado, Oliveira and
Fernandes (2009), severity 1.0. Both are worked out over linear RGB.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from xl_scorecard.compose.meaning import meaning
from xl_scorecard.compose.register.headings import REFRESH
from xl_scorecard.domain import palette
from xl_scorecard.domain.arrows import DOWN, LEVEL, UP
from xl_scorecard.domain.bands import BUILT_IN
from xl_scorecard.domain.variation.assurance import Assurance
from xl_scorecard.domain.variation.words import all_words

IMAGES = Path(__file__).with_name("images")
ARROWS = (f"{UP} Improved", f"{DOWN} Improved", f"{UP} Worsened", f"{DOWN} Worsened",
          f"{LEVEL} Static", f"{UP} Up", f"{DOWN} Down", f"{LEVEL} Level")  # fmt: skip
Matrix = tuple[tuple[float, float, float], ...]
AS_IT_IS: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
GREY: Matrix = ((0.2126, 0.7152, 0.0722),) * 3
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
)  # fmt: skip
Cell = tuple[str, palette.Paint | None]


def _statuses() -> Iterator[list[Cell]]:
    """A line a rating: its name, and its statuses from best to worst."""
    for name, rating in BUILT_IN.items():
        yield [
            (name, None),
            *((band.label, palette.Paint(band.fill, band.text)) for band in rating.all_bands),
        ]


def _meanings() -> Iterator[list[Cell]]:
    """A line a status of the ratings by figures: the word, and what it means."""
    for name in ("concern", "score"):
        for band in BUILT_IN[name].bands:
            paint = palette.Paint(band.fill, band.text)
            yield [(name, None), (band.label, paint), (meaning(band, BUILT_IN[name]), None)]


def _signs() -> Iterator[list[Cell]]:
    """Arrows in each of their meanings beside statuses, what may stand in their place, and the
    words of variation and assurance."""
    yield [("by number", None), *((word, palette.GOOD) for word in ARROWS[:4])]
    yield [("or slope", None), *((word, palette.RED) for word in ARROWS[:4])]
    yield [("", None), *((word, palette.NOT_RATED) for word in ARROWS[4:])]
    yield [
        ("performance", None),
        (f"{UP} Improved", palette.GOOD), (f"{DOWN} Worsened", palette.RED),
        (f"{LEVEL} Static", palette.AMBER), ("Up", palette.NOT_RATED),
        ("Down", palette.NOT_RATED),
    ]  # fmt: skip
    yield [
        ("by status", None),
        (f"{UP} From Red", palette.GOOD), (f"{DOWN} From Good", palette.RED),
        (f"{LEVEL} Still Amber", palette.AMBER),
    ]  # fmt: skip
    yield [("in its place", None), *((word, palette.NO_DATA) for word in ("n/a", "break", REFRESH))]
    yield [("assurance", None), *((word.capitalize(), None) for word in Assurance)]
    words = list(all_words())
    for first in range(0, len(words), 4):
        name = "variation" if first == 0 else ""
        yield [(name, None), *((word, _of(word)) for word in words[first : first + 4])]


def _of(word: str) -> palette.Paint | None:
    if "improving" in word:
        return palette.IMPROVING
    return palette.CONCERNING if "concerning" in word else None


def _draw(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Statuses")
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 1)
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 7, 33)
        row = 0
        for lines in (_statuses(), _meanings(), _signs()):
            for line in lines:
                for column, (word, paint) in enumerate(line):
                    look = {"font_size": 11, "valign": "vcenter"}
                    if paint is not None:
                        look |= {"bg_color": paint.fill, "font_color": paint.text, "border": 1,
                                 "border_color": "#B4BCC1", "align": "center"}  # fmt: skip
                    sheet.write_string(row, column, word, book.add_format(look))
                row += 1
            row += 1


def _run(*command: str | Path) -> None:
    words = [str(part) for part in command]
    subprocess.run(words, check=True, capture_output=True, timeout=180)  # noqa: S603


def _pixels(path: Path) -> tuple[int, int, bytes]:
    """A binary PPM: its width and height, and three bytes a pixel."""
    _, size, _, data = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, data


def _linear(level: int) -> float:
    share = level / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _level(share: float) -> int:
    kept = min(max(share, 0.0), 1.0)
    return round(255 * (12.92 * kept if kept <= 0.0031308 else 1.055 * kept ** (1 / 2.4) - 0.055))


def _seen(colour: bytes, by: Matrix) -> bytes:
    """A colour as it is seen."""
    linear = [_linear(level) for level in colour]
    rows = (sum(part * share for part, share in zip(row, linear, strict=True)) for row in by)
    return bytes(_level(share) for share in rows)


def _trimmed(width: int, height: int, data: bytes) -> list[bytes]:
    """The lines of a picture without the white around it."""
    lines = [data[3 * width * y : 3 * width * (y + 1)] for y in range(height)]
    inked = [y for y, line in enumerate(lines) if line.strip(b"\xff")]
    kept = lines[inked[0] : inked[-1] + 1]
    left = min(len(line) - len(line.lstrip(b"\xff")) for line in kept) // 3
    right = max(len(line.rstrip(b"\xff")) for line in kept) // 3 + 1
    return [line[3 * left : 3 * right] for line in kept]


def _remembered(known: dict[bytes, bytes], colour: bytes, by: Matrix) -> bytes:
    if colour not in known:
        known[colour] = _seen(colour, by)
    return known[colour]


def _png(lines: list[bytes], by: Matrix) -> bytes:
    """A PNG of lines of pixels, each as it is seen."""
    known: dict[bytes, bytes] = {}
    rows = []
    for line in lines:
        colours = (line[at : at + 3] for at in range(0, len(line), 3))
        rows.append(b"\x00" + b"".join(_remembered(known, c, by) for c in colours))
    head = struct.pack(">IIBBBBB", len(lines[0]) // 3, len(lines), 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def main() -> None:
    """Draw the three pictures."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _draw(work / "statuses.xlsx")
        _run("soffice", "--headless", f"-env:UserInstallation=file://{work}/profile",
             "--convert-to", "pdf", "--outdir", work, work / "statuses.xlsx")  # fmt: skip
        _run("pdftoppm", "-singlefile", "-r", "150", work / "statuses.pdf", work / "page")
        lines = _trimmed(*_pixels(work / "page.ppm"))
    for word, by in (("colour", AS_IT_IS), ("grey", GREY), ("deuteranopia", DEUTERANOPIA)):
        (IMAGES / f"statuses-{word}.png").write_bytes(_png(lines, by))


if __name__ == "__main__":
    main()
