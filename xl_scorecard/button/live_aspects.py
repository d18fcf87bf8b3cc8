"""What an open workbook says of a sheet besides its values: tables, merges, what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from xl_scorecard.button.areas import Areas, over, place_of
from xl_scorecard.button.asked import Questions, asked
from xl_scorecard.button.content_area import Last
from xl_scorecard.button.live_fills import live_fills
from xl_scorecard.button.live_floating import floating_blocks
from xl_scorecard.button.live_merges import merged_blocks
from xl_scorecard.button.live_xml import LiveXml
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.reading.sheets.references import print_areas

_VISIBLE = (True, -1)  # Excel on Windows says -1, and 2 of a sheet that its menus do not unhide
_NEVER_ASKED = (
    Aspect.NUMBER_FORMATS,
    Aspect.FONTS,
    Aspect.STOPPING_FORMATS,
    Aspect.PROTECTION,
)
_Told = TypeVar("_Told")


def with_aspects(sheet: Any, grid: Grid, last: Last, areas: Areas) -> Grid:
    """The grid of an open sheet with what Excel tells of it besides values, in few calls.

    `last` is how far it holds something. What it does not tell is in the grid's
    `unknown`, and so are number formats and fonts.
    """
    unknown = set(_NEVER_ASKED)

    def told(aspect: Aspect, answer: _Told | None, otherwise: _Told) -> _Told:
        if answer is None:
            unknown.add(aspect)
        return otherwise if answer is None else answer

    filled = {column for _, column in grid.cells}
    nothing: frozenset[int] = frozenset()
    xml = LiveXml(sheet, last, grid.cells, areas)
    merged, all_merged = merged_blocks(sheet, xml, grid.cells)
    told(Aspect.MERGED, all_merged or None, otherwise=False)
    rows, columns = told(Aspect.HIDDEN, hidden_lines(sheet, last, areas), (nothing, nothing))
    floating = floating_blocks(sheet, last, filled, areas)
    fills = live_fills(sheet, last.row, xml)
    if fills is None:
        unknown.add(Aspect.COLOURS)
    return replace(
        grid,
        merged=merged,
        tables=told(Aspect.TABLES, table_blocks(sheet), []),
        hidden_rows=rows,
        hidden_columns=columns,
        hidden=told(Aspect.HIDDEN_SHEETS, is_hidden(sheet), otherwise=False),
        floating=told(Aspect.FLOATING, floating, []),
        printed=told(Aspect.PRINT_AREAS, print_area(sheet, areas), []),
        unknown=frozenset(unknown),
        ask_fill=fills,
    )


def is_hidden(sheet: Any) -> bool | None:
    """Whether a sheet is hidden; None where that cannot be asked."""
    visible = asked(lambda: sheet.visible)
    return None if visible is None else visible not in _VISIBLE


def table_blocks(sheet: Any) -> list[Block] | None:
    """The ranges marked up as tables; None where they cannot be asked."""
    return asked(lambda: [Block(*place_of(table.range)) for table in sheet.tables])


def print_area(sheet: Any, asked_of: Areas) -> list[Block] | None:
    """The print area; None where it cannot be asked."""

    def areas() -> list[Block]:
        said = sheet.page_setup.print_area
        if said is None and asked_of.on_web:
            raise KeyError("a browser that sends no print area may have one")
        said = said or ""
        return [Block(*area) for area in print_areas(f"!{said.replace(',', ',!')}")]

    return asked(areas)


def hidden_lines(
    sheet: Any, last: Last, areas: Areas
) -> tuple[frozenset[int], frozenset[int]] | None:
    """The hidden rows and columns; None where they cannot be asked.

    The cells that show say so at once. Where they cannot be asked for, what is hidden is told by
    having no height or width: `rows.hidden` asks Excel row by row.
    """

    def height(first: int, last: int) -> float | None:
        return over(sheet, (first, 1, last, 1)).row_height  # type: ignore[no-any-return]

    def width(first: int, last: int) -> float | None:
        return over(sheet, (1, first, 1, last)).column_width  # type: ignore[no-any-return]

    if last.row * last.column > 1 and not areas.on_web:
        shown = asked(lambda: _shown(sheet, last))
        if shown is not None:
            return shown
    return asked(lambda: (_without_size(last.row, height), _without_size(last.column, width)))


def _shown(sheet: Any, last: Last) -> tuple[frozenset[int], frozenset[int]] | None:
    """The rows and columns of which no cell shows; None where no cell does at all."""
    area = over(sheet, (1, 1, *last))
    places = [place_of(part) for part in area.get_special_cells("visible")]
    rows = {row for top, _, bottom, _ in places for row in range(top, bottom + 1)}
    columns = {column for _, left, _, right in places for column in range(left, right + 1)}
    if not places:
        return None
    return (
        frozenset(range(1, last.row + 1)) - rows,
        frozenset(range(1, last.column + 1)) - columns,
    )


def _without_size(last: int, size: Callable[[int, int], float | None]) -> frozenset[int]:
    found: set[int] = set()
    for first, until, answer in Questions().stretches(1, last, size):
        if answer == 0:
            found.update(range(first, until + 1))
    return frozenset(found)
