"""What an open workbook says of a sheet besides its values: tables, merges, what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from xl_scorecard.button.asked import Questions, asked, is_on_web
from xl_scorecard.button.content_area import Last
from xl_scorecard.button.live_fills import live_fills
from xl_scorecard.button.live_floating import floating_blocks
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.reading.sheets.references import print_areas

_VISIBLE = (True, -1)  # Excel on Windows says -1, and 2 of a sheet that its menus do not unhide
_BEYOND = 12
_NEVER_ASKED = (
    Aspect.NUMBER_FORMATS,
    Aspect.FONTS,
    Aspect.STOPPING_FORMATS,
    Aspect.PROTECTION,
)
_Told = TypeVar("_Told")


def with_aspects(sheet: Any, grid: Grid, last: Last) -> Grid:
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
    merged, all_merged = merged_blocks(sheet, last.row, last.column)
    told(Aspect.MERGED, all_merged or None, otherwise=False)
    rows, columns = told(
        Aspect.HIDDEN, hidden_lines(sheet, last.row, last.column), (nothing, nothing)
    )
    floating = floating_blocks(sheet, last.row, last.column, filled)
    fills = live_fills(sheet, last.row)
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
        printed=told(Aspect.PRINT_AREAS, print_area(sheet), []),
        unknown=frozenset(unknown),
        ask_fill=fills,
    )


def is_hidden(sheet: Any) -> bool | None:
    """Whether a sheet is hidden; None where that cannot be asked."""
    visible = asked(lambda: sheet.visible)
    return None if visible is None else visible not in _VISIBLE


def table_blocks(sheet: Any) -> list[Block] | None:
    """The ranges marked up as tables; None where they cannot be asked."""
    return asked(lambda: [_block(table.range) for table in sheet.tables])


def print_area(sheet: Any) -> list[Block] | None:
    """The print area; None where it cannot be asked."""

    def areas() -> list[Block]:
        said = sheet.page_setup.print_area
        if said is None and is_on_web(sheet.book):
            raise KeyError("a browser that sends no print area may have one")
        said = said or ""
        return [Block(*area) for area in print_areas(f"!{said.replace(',', ',!')}")]

    return asked(areas)


def hidden_lines(
    sheet: Any, last_row: int, last_column: int
) -> tuple[frozenset[int], frozenset[int]] | None:
    """The hidden rows and columns; None where they cannot be asked.

    They are told by having no height or width: `rows.hidden` asks Excel row by row.
    """

    def height(first: int, last: int) -> float | None:
        return sheet.range((first, 1), (last, 1)).row_height  # type: ignore[no-any-return]

    def width(first: int, last: int) -> float | None:
        return sheet.range((1, first), (1, last)).column_width  # type: ignore[no-any-return]

    return asked(lambda: (_without_size(last_row, height), _without_size(last_column, width)))


def _without_size(last: int, size: Callable[[int, int], float | None]) -> frozenset[int]:
    found: set[int] = set()
    for first, until, answer in Questions().stretches(1, last, size):
        if answer == 0:
            found.update(range(first, until + 1))
    return frozenset(found)


def merged_blocks(sheet: Any, last_row: int, last_column: int) -> tuple[list[Block], bool]:
    """The merged blocks from the top down, and whether that is all of them.

    A stretch without any takes one question. Columns a little beyond the last are asked about too.
    """
    merges = _Merges(sheet)
    complete = asked(lambda: merges.look(last_row, last_column + _BEYOND))
    return merges.found, bool(complete)


class _Merges:
    def __init__(self, sheet: Any) -> None:
        self.found: list[Block] = []
        self._sheet = sheet
        self._questions = Questions()

    def look(self, last_row: int, last_column: int) -> bool:
        def in_rows(first: int, last: int) -> bool | None:
            return self._merged(first, 1, last, last_column)

        for first, last, answer in self._questions.stretches(1, last_row, in_rows):
            if answer is not False:
                for row in range(first, last + 1):
                    self._look_along(row, last_column)
        return True

    def _look_along(self, row: int, last_column: int) -> None:
        def in_columns(first: int, last: int) -> bool | None:
            return self._merged(row, first, row, last)

        for first, last, answer in self._questions.stretches(1, last_column, in_columns):
            for column in range(first, last + 1) if answer else ():
                if not any(block.holds(row, column) for block in self.found):
                    self.found.append(_block(self._sheet.range((row, column)).merge_area))

    def _merged(self, top: int, left: int, bottom: int, right: int) -> bool | None:
        """Whether cells are merged: all of them, none, or (None) some."""
        if any(b.holds(top, left) and b.holds(bottom, right) for b in self.found):
            return True
        answer = self._sheet.range((top, left), (bottom, right)).merge_cells
        return answer if isinstance(answer, bool) else None


def _block(area: Any) -> Block:
    last = area.last_cell
    return Block(area.row, area.column, last.row, last.column)
