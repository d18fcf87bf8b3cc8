"""A worksheet of ours as XlsxWriter draws it, its cells written as they are composed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from xlsxwriter.worksheet import Worksheet

from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.edits import NO_FIGURE, CellEdit, Style
from xl_scorecard.ooxml.escapes import escaped

_ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
_TO_MASK = re.compile("[&<>]")
_ROWS_OF_A_SPAN = 16
_LONGEST_TEXT = 32_767
"""How many letters Excel takes in a cell, halves of characters counted."""


class OwnWorksheet(Worksheet):  # type: ignore[misc]
    """A worksheet that takes cells as they are, and keeps each text in its cell.

    XlsxWriter looks each formula through for functions newer than 2007, which ours never use, puts
    texts into a table of its own, which no sheet of ours has where it goes, and looks for a cell in
    every column of each row, twice: that was a third of the time of a whole refresh.
    """

    def put(self, cells: Iterable[CellEdit], look: Callable[[Style], Any]) -> None:
        """Put cells, each with the format of its style; of two in one place the later counts."""
        for cell in cells:
            row, column, style = cell.row - 1, cell.column - 1, look(cell.style)
            if cell.link is not None and cell.formula is None and isinstance(cell.value, str):
                self.write_url(row, column, f"internal:{cell.link}", style, _cut(cell.value))
            self.table[row][column] = cell, style
        held = {row: columns for row, columns in self.table.items() if columns}
        if held:
            self._check_dimensions(min(held), min(map(min, held.values())))
            self._check_dimensions(max(held), max(map(max, held.values())))

    def _write_string(self, *_: object) -> int:
        """Put no text of a link or of a table's heading into the table of texts, which no cell of
        ours looks at: both are among the cells that are put."""
        return 0

    def _write_rows(self) -> None:
        spans = dict(self._spans())
        looks: dict[Any, str] = {}
        for row in sorted({*self.row_info, *self.table}):
            held = self.table.get(row)
            among = spans.get(row // _ROWS_OF_A_SPAN)
            if not held:
                if row in self.row_info:
                    self._write_empty_row(row, among, self.row_info[row])
                continue
            self._write_row(row, among, self.row_info.get(row))
            written = []
            for column, (cell, look) in sorted(held.items()):
                if look not in looks:
                    looks[look] = f' s="{look._get_xf_index()}"'
                written.append(f'<c r="{column_letters(column + 1)}{row + 1}"{looks[look]}')
                written.append(_inside(cell))
            self.fh.write("".join(written))
            self._xml_end_tag("row")

    def _spans(self) -> Iterator[tuple[int, str]]:
        """From which column to which each sixteen rows reach."""
        columns: dict[int, set[int]] = {}
        for row, held in self.table.items():
            if held:
                columns.setdefault(row // _ROWS_OF_A_SPAN, set()).update(held)
        for number, among in columns.items():
            yield number, f"{min(among) + 1}:{max(among) + 1}"

    def _get_range_data(self, top: int, left: int, bottom: int, right: int) -> list[object]:
        """What charts keep of cells: nothing where there is no figure, for which XlsxWriter would
        put 0."""
        data: list[object] = []
        for row in range(top, bottom + 1):
            held = self.table.get(row)
            if not held:
                data.append(None)
                continue
            columns = range(left, right + 1)
            data += [_kept(held[at][0]) if at in held else None for at in columns]
        return data

    def _prepare_formula(self, formula: str, *_: object) -> str:
        return formula.removeprefix("=")


def _kept(cell: CellEdit) -> object:
    """What a chart keeps of a cell."""
    if cell.value is None:
        return ""
    if cell.formula is None and not isinstance(cell.value, str):
        return f"{cell.value:.16g}"
    return None if cell.value == NO_FIGURE else cell.value


def _inside(cell: CellEdit) -> str:
    """A cell from behind its place and look on: its kind, its formula and what it shows."""
    value, formula = cell.value, cell.formula
    if formula is not None:
        kind = ""
        if isinstance(value, str) and value:
            kind = ' t="e"' if value in _ERRORS else ' t="str"'
            value = _masked(escaped(value))
        shown = "" if value is None else value
        return f"{kind}><f>{_masked(formula)}</f><v>{shown}</v></c>"
    if isinstance(value, str):
        text = _masked(escaped(_cut(value)))
        return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return "/>" if value is None else f"><v>{value:.16G}</v></c>"


def _cut(text: str) -> str:
    """As much of a text as a cell takes."""
    if len(text) <= _LONGEST_TEXT // 2:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore")


def _masked(text: str) -> str:
    """Text as XML holds it."""
    if not _TO_MASK.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
