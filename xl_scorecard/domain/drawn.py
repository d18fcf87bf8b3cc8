"""What we drew on a sheet of ours, kept in names of the workbook: every program keeps those.

A cell is kept as a digest of what it held, so that whatever an officer typed since is theirs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from xl_scorecard.domain.cell_ref import a1, parse_a1
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.newer_functions import as_excel_shows
from xl_scorecard.domain.ours import DRAWN_NAME, shape
from xl_scorecard.domain.row_keys import NO_RESULT, Place, Texts, key_digest, row_keys

BLANK = "...."
"""The digest of a cell that we left blank."""
_AS_ABOVE, _MOST_ABOVE = "~", 999
"""Begins what stands in place of digests equal to those in the row above: with how many there are,
it is as long as a digest."""
_LONGEST_TEXT, _MOST_TEXTS = 250, 16  # Excel takes 255 characters a text, 8,192 a formula
_STRING = re.compile(r'("(?:[^"]|"")*")')
_LOST = re.compile(r"#REF!(?::#REF!)?")
_SHEET = re.compile(r"(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!")
_LINK = re.compile(r'HYPERLINK\("#(?:[^"]|"")*"[,;]"((?:[^"]|"")*)"\)', re.IGNORECASE)
_LOGICAL = re.compile(r"\b(TRUE|FALSE)\(\)")
_LONG_NUMBER = re.compile(r"(?<![\w.$:])(?:[1-9]0{9,}|0\.0{5,}[1-9])(?![\w.:(])")
"""What LibreOffice writes for 1E+10 and 1E-9."""
_ROW = re.compile(r"(\$[A-Z]{1,3})\d+\b")
_RUN = re.compile(r"([A-Z]+\d+)=(\S+)")
_SIZE = re.compile(r"([wh])(\d+)=(\S+)")


@dataclass(frozen=True)
class Drawn:
    """What we drew: digests of cells, and of what each row is about; widths in characters, heights
    in points, what is printed."""

    cells: dict[Place, str] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    area: str | None = None
    breaks: tuple[int, ...] = ()


def drawn_of(sheet: NewSheet) -> Drawn:
    """What a sheet of ours holds, to be known again."""
    keys = row_keys(sheet.key, texts_of(sheet))
    return Drawn(
        {(cell.row, cell.column): digest(cell.value, cell.formula) for cell in sheet.cells},
        {row: key_digest(key) for row, key in keys.by_row.items() if keys.is_listed(row)},
        dict(sheet.widths),
        dict(sheet.heights),
        sheet.print_area,
        tuple(sheet.page_breaks),
    )


def texts_of(sheet: NewSheet) -> dict[Place, str]:
    """What a sheet of ours shows, as text."""
    texts = {(c.row, c.column): shown(c.value) for c in sheet.cells if c.value is not None}
    return with_formulas(texts, {(c.row, c.column) for c in sheet.cells if c.formula is not None})


def with_formulas(texts: Texts, formulas: Iterable[Place]) -> dict[Place, str]:
    """What a sheet shows, those of its formulas that show nothing included."""
    return {**texts, **{at: texts.get(at) or NO_RESULT for at in formulas}}


def shown(value: float | str) -> str:
    """A value as text."""
    return value if isinstance(value, str) else f"{value:.10g}"


def digest(value: float | str | None, formula: str | None = None) -> str:
    """What a cell holds, in four letters: equal whichever program wrote it, and wherever the cells
    that a formula refers to have moved."""
    link = _LINK.fullmatch(formula) if formula is not None else None
    if link is not None:  # in an open workbook a link is a formula
        value, formula = link[1].replace('""', '"'), None
    if formula is not None:
        pieces = _ROW.split(formula)  # three times as fast as to substitute
        pieces[1::2] = [f"{column}1" for column in pieces[1::2]]
        return _of_formula("".join(pieces))
    if isinstance(value, str):
        said = " ".join(value.split())
    else:
        said = "" if value is None else f"{value:.10g}"
    return _hashed(said) if said else BLANK


@lru_cache(maxsize=4096)
def _of_formula(formula: str) -> str:
    """The digest of a formula; down a column of the register it is one formula but for its row."""
    return f"={_hashed(_plain(formula))[1:]}"


@lru_cache(maxsize=8192)
def _hashed(said: str) -> str:
    hashed = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=3).digest()
    return base64.b64encode(hashed).decode()


def of_a_formula(said: str) -> bool:
    """Whether a digest is that of a formula."""
    return said.startswith("=")


def _plain(formula: str) -> str:
    """A formula less what programs write in ways of their own, and less places."""
    pieces = _STRING.split(as_excel_shows(formula))
    for at in range(0, len(pieces), 2):
        outside = _SHEET.sub("", _LOST.sub("#", "".join(pieces[at].split()))).upper()
        pieces[at] = _LONG_NUMBER.sub(_in_short, _LOGICAL.sub(r"\1", outside))
    return shape("".join(pieces))


def _in_short(number: re.Match[str]) -> str:
    digit, _, power = f"{float(number[0]):.0E}".partition("E")
    return f"{digit}E{int(power):+d}"


def drawn_names(key: str, drawn: Drawn) -> dict[str, str]:
    """The names that hold what was drawn on a sheet, each with its text: a formula of texts."""
    text = _text(drawn)
    most = _LONGEST_TEXT * _MOST_TEXTS
    return {
        f"{DRAWN_NAME}{key}.{number}": "&".join(
            f'"{text[at : at + _LONGEST_TEXT]}"'
            for at in range(start, min(start + most, len(text)), _LONGEST_TEXT)
        )
        for number, start in enumerate(range(0, len(text), most), 1)
    }


def read_drawn(key: str, names: Mapping[str, str]) -> Drawn | None:
    """What was drawn on a sheet, as the names say; None where they do not."""
    beginning = f"{DRAWN_NAME}{key}."
    parts = {
        int(number): text
        for name, text in names.items()
        if name.startswith(beginning) and (number := name.removeprefix(beginning)).isdecimal()
    }
    if not parts or sorted(parts) != list(range(1, len(parts) + 1)):
        return None
    text = "".join(
        piece for number in sorted(parts) for piece in re.findall(r'"([^"]*)"', parts[number])
    )
    try:
        return _read(text.split(" "))
    except ValueError:
        return None


def _text(drawn: Drawn) -> str:
    runs: list[list[str]] = []
    last: Place | None = None
    above = 0
    for (row, column), said in sorted(drawn.cells.items()):
        goes_on = last == (row, column - 1)
        if not goes_on:
            runs.append([f"{a1(row, column)}="])
        if drawn.cells.get((row - 1, column)) != said:
            above = 0
            runs[-1].append(said)
        elif goes_on and 0 < above < _MOST_ABOVE:
            above += 1
            runs[-1][-1] = f"{_AS_ABOVE}{above:03}"
        else:
            above = 1
            runs[-1].append(f"{_AS_ABOVE}{above:03}")
        last = row, column
    sizes = [f"w{n}={w:g}" for n, w in sorted(drawn.widths.items())]
    sizes += [f"h{n}={h:g}" for n, h in sorted(drawn.heights.items())]
    sizes += [f"k{n}={said}" for n, said in sorted(drawn.keys.items())]
    printed = [] if drawn.area is None else [f"area={drawn.area}"]
    printed += [f"page={row}" for row in drawn.breaks]
    return " ".join([*map("".join, runs), *sizes, *printed])


def _read_run(row: int, column: int, said: str, cells: dict[Place, str]) -> None:
    """Raises ValueError where digests are said to be as above and nothing is."""
    for at in range(0, len(said), len(BLANK)):
        one = said[at : at + len(BLANK)]
        if not one.startswith(_AS_ABOVE):
            cells[row, column] = one
            column += 1
            continue
        for _ in range(int(one.removeprefix(_AS_ABOVE))):
            if (row - 1, column) not in cells:
                raise ValueError(one)
            cells[row, column] = cells[row - 1, column]
            column += 1


def _read(words: Iterable[str]) -> Drawn:
    """Raises ValueError where a word is none of ours."""
    drawn = Drawn()
    area: str | None = None
    breaks: list[int] = []
    for word in words:
        name, _, value = word.partition("=")
        if name == "area":
            area = value
        elif name == "page":
            breaks.append(int(value))
        elif word.startswith("k"):
            drawn.keys[int(name[1:])] = value
        elif size := _SIZE.fullmatch(word):
            sizes = drawn.widths if size[1] == "w" else drawn.heights
            sizes[int(size[2])] = float(size[3])
        elif run := _RUN.fullmatch(word):
            _read_run(*parse_a1(run[1]), run[2], drawn.cells)
        else:
            raise ValueError(word)
    return Drawn(drawn.cells, drawn.keys, drawn.widths, drawn.heights, area, tuple(breaks))
