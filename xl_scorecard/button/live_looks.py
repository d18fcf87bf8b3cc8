"""The looks of cells in an open workbook, through xlwings' public API."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from xl_scorecard.button.areas import Areas, over
from xl_scorecard.button.rectangles import Run, Stretch, joined, meeting, runs
from xl_scorecard.button.windows_only import box
from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.edits import LINE_COLOUR, CellEdit, SheetEdit, Style

Look = tuple[int, int, Any]
"""The first and the last row of a stretch of a column, and how its cells look."""
Looks = dict[int, list[Look]]
"""The stretches of each column, from top to bottom."""


def give_looks(sheet: Any, cells: list[CellEdit], areas: Areas, *, bare: bool = False) -> None:
    """Give cells their looks, property by property: areas alike in one take as few calls as can be.

    On a `bare` sheet cells have nothing that is not given here.
    """
    boxes = list(runs([cell for cell in cells if cell.style.border]))
    if bare and areas.on_web and boxes:
        _copy_boxes(sheet, boxes)
    else:
        _draw_boxes(sheet, boxes, areas)
    held: dict[tuple[str, str], Any] = {}
    styled = _stretches(cells)
    for name, of in _PROPERTIES:
        part, _, last = name.rpartition(".")
        for value, addresses in _painted(_looks(styled, of), areas):
            for address in addresses:
                if (address, "") not in held:
                    held[address, ""] = sheet.range(address)
                if (address, part) not in held:  # each font, like each range, is asked for once
                    held[address, part] = getattr(held[address, ""], part)
                setattr(held[address, part], last, value)


def _stretches(cells: list[CellEdit]) -> Looks:
    """The styles down each column: cells below one another that have one are one stretch."""
    rows: dict[int, dict[int, Style]] = defaultdict(dict)
    for cell in cells:
        rows[cell.column][cell.row] = cell.style
    return {
        column: meeting((row, row, style) for row, style in sorted(styles.items(), key=_FIRST))
        for column, styles in rows.items()
    }


def _looks(styled: Looks, of: Callable[[Style], object]) -> Looks:
    """What the styles say of one property, where they say anything."""
    return {
        column: meeting((first, last, look) for first, last, style in down if (look := of(style)))
        for column, down in styled.items()
    }


def _painted(looks: Looks, areas: Areas) -> list[tuple[object, list[str]]]:
    """Looks and the ranges that are given them, in order, the way that takes the fewer ranges."""
    ways = [
        [(look, list(areas.addresses(painted))) for look, painted in way(looks)]
        for way in (_each_once, _over_one_another)
    ]
    return min(ways, key=lambda way: sum(len(addresses) for _, addresses in way))


def _each_once(looks: Looks) -> Iterator[tuple[object, list[Run]]]:
    """Each look over just the cells that have it."""
    of_look: dict[object, dict[int, list[Stretch]]] = defaultdict(lambda: defaultdict(list))
    for column, down in looks.items():
        for first, last, look in down:
            of_look[look][column].append((first, last))
    yield from ((look, list(joined(columns))) for look, columns in of_look.items())


def _over_one_another(looks: Looks) -> Iterator[tuple[object, list[Run]]]:
    """Each stretch of columns first what most of its cells have, then over that what is otherwise,
    so that rows in turn take half the calls."""
    first_of: dict[object, list[Run]] = defaultdict(list)
    others: dict[object, dict[int, list[Stretch]]] = defaultdict(lambda: defaultdict(list))
    filled = {
        column: [(first, last) for first, last, _ in meeting((f, t, True) for f, t, _ in down)]
        for column, down in looks.items()
    }
    for top, left, bottom, right in joined(filled):
        inside = {
            column: [each for each in looks[column] if top <= each[0] <= bottom]
            for column in range(left, right + 1)
        }
        most = {column: _most(down) for column, down in inside.items()}
        for look, columns in groupby(most, key=most.__getitem__):
            first, *rest = columns
            first_of[look].append((top, first, bottom, rest[-1] if rest else first))
        for column, down in inside.items():
            for start, end, look in down:
                if look != most[column]:
                    others[look][column].append((start, end))
    yield from first_of.items()
    yield from ((look, list(joined(columns))) for look, columns in others.items())


def _most(down: list[Look]) -> object:
    """The look that most cells of a stretch have."""
    cells: Counter[object] = Counter()
    for first, last, look in down:
        cells[look] += last - first + 1
    return cells.most_common(1)[0][0]


def _draw_boxes(sheet: Any, boxes: list[Run], areas: Areas) -> None:
    """Thin lines around every cell of some areas: a side is there only where cells meet."""
    if areas.on_windows:
        for area in areas.over(sheet, boxes):
            box(area)
        return
    alike: dict[tuple[str, ...], list[Run]] = defaultdict(list)
    for top, left, bottom, right in boxes:
        inside = (("inside_horizontal", bottom > top), ("inside_vertical", right > left))
        sides = (*_EDGES, *(side for side, there in inside if there))
        alike[sides].append((top, left, bottom, right))
    for sides, runs_ in alike.items():
        for area in areas.over(sheet, runs_):
            area.borders.set(list(sides), line_style="continuous", color=LINE_COLOUR)


def _copy_boxes(sheet: Any, boxes: list[Run]) -> None:
    """Thin lines around one cell, and its formats to all others: on the web a side takes two
    calls."""
    top, left, _, _ = boxes[0]
    one = over(sheet, (top, left, top, left))
    one.borders.set(list(_EDGES), line_style="continuous", color=LINE_COLOUR)
    for run in boxes:
        over(sheet, run).copy_from(one, "formats")


_FIRST = itemgetter(0)
_EDGES = ("edge_top", "edge_bottom", "edge_left", "edge_right")
_PROPERTIES: tuple[tuple[str, Callable[[Style], object]], ...] = (
    ("number_format", lambda s: "" if s.number_format == "General" else s.number_format),
    ("color", lambda s: s.fill),
    ("font.bold", lambda s: s.bold),
    ("font.italic", lambda s: s.italic),
    ("font.size", lambda s: s.size),
    ("font.color", lambda s: s.text),
    ("wrap_text", lambda s: s.wrap),
    ("horizontal_alignment", lambda s: s.align),
)


def with_their_headings_looks(sheet: Any, edit: SheetEdit) -> list[CellEdit]:
    """The cells, our headings in the colours of the officers' own, where the engine can tell."""
    tops = {parse_range(block.reference)[0] for block in edit.blocks}
    looks: dict[tuple[int, int], Style] = {}
    cells = []
    for cell in edit.cells:
        model = cell.style.like
        if cell.row in tops and model is not None:
            if model not in looks:
                looks[model] = _look_of(over(sheet, (*model, *model)))
            look = looks[model]
            style = replace(cell.style, fill=look.fill, text=look.text, bold=look.bold)
            cells.append(cell._replace(style=style))
        else:
            cells.append(cell)
    return cells


def _look_of(cell: Any) -> Style:
    """A cell's colours and weight; plain on the web, which has none to give."""
    try:
        fill, text, bold = cell.color, cell.font.color, cell.font.bold
    except NotImplementedError:
        return Style()
    return Style(fill=_hex(fill), text=_hex(text), bold=bool(bold))


def _hex(colour: tuple[int, int, int] | None) -> str | None:
    return None if colour is None else "#{:02X}{:02X}{:02X}".format(*colour)
