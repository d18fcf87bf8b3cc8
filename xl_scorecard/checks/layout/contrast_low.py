"""Letters that hardly stand out from their cell: amber on white."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Inked
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.colours_seen import contrast
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.judged import sign
from xl_scorecard.domain.lexicon.signs import BLOBS
from xl_scorecard.domain.scorecard import Layout, Role, Table

_LEAST, _LEAST_LARGE = 4.5, 3.0
"""For letters, and for signs and large letters: criteria 1.4.3 and 1.4.11 of the Web Content
Accessibility Guidelines 2.1, level AA, which documents of public bodies must meet. How large
letters are is not known, and bold ones may be."""
_HIDDEN = 1.1
"""Letters of the cell's own colour are meant not to show."""
_SHOWN = 3
_WHITE, _BLACK = "#FFFFFF", "#000000"


def _low(context: Context) -> Iterator[Found]:
    """One finding a table. What a conditional format may colour otherwise is not looked at."""
    for table in context.tables:
        if table.layout is Layout.ARRANGED:
            continue  # its cells come from anywhere on the sheet
        pairs: dict[tuple[str, str], list[Cell]] = {}
        for cell in _coloured(table):
            colours = cell.ink or _BLACK, cell.fill or _WHITE
            if contrast(*colours) < _LEAST and _is_low(cell, *colours):
                pairs.setdefault(colours, []).append(cell)
        seen = {
            colours: left
            for colours, cells in pairs.items()
            if (left := [cell for cell in cells if not _looks_otherwise(table, cell)])
        }
        if seen:
            yield _told(table, seen)


def _coloured(table: Table) -> Iterator[Cell]:
    """The cells of the headings and rows that are read and seen, where anything is coloured."""
    grid = table.grid
    roles = {column.index: column.role for column in table.columns}
    columns = [c for c in roles if roles[c] is not Role.OTHER and c not in grid.hidden_columns]
    rows = [*range(table.header_top, table.header_row + 1), *(row.row for row in table.rows)]
    for row in (row for row in rows if row not in grid.hidden_rows):
        for column in columns:
            cell = grid.cell(row, column)
            if cell is not None and (cell.ink or cell.fill) and _shows(cell):
                yield cell


def _shows(cell: Cell) -> bool:
    return bool(cell.text) if isinstance(cell.value, str) else cell.value is not None


def _is_low(cell: Cell, ink: str, fill: str) -> bool:
    """Whether letters, or a sign such as an arrow, stand out less than they must."""
    shown = sign(cell.text, cell.font)
    if shown and set(shown) <= set(BLOBS):
        return False  # a light, whose colour is all that it says
    shape = bool(shown) and not any(map(str.isalnum, shown))
    return _HIDDEN < contrast(ink, fill) < (_LEAST_LARGE if cell.bold or shape else _LEAST)


def _looks_otherwise(table: Table, cell: Cell) -> bool:
    """Whether a conditional format, or the style of a table, may colour a cell."""
    styled = table.grid.tables if cell.fill is None else ()
    blocks = (*table.grid.recoloured, *styled)
    return any(block.holds(cell.row, cell.column) for block in blocks)


def _told(table: Table, pairs: Mapping[tuple[str, str], Sequence[Cell]]) -> Found:
    """What to say, the faintest first; red on white is below what is asked for, and can be read."""
    faintest = sorted(pairs, key=lambda colours: contrast(*colours))
    count = sum(map(len, pairs.values()))
    firsts = [table.place(c.row, c.column) for c in (pairs[colours][0] for colours in faintest)]
    like = ", ".join(
        f"{at} ({int(contrast(*colours) * 10) / 10:.1f} to 1)"
        for at, colours in zip(firsts[:_SHOWN], faintest, strict=False)
    )
    return Found(
        f"{how_many(count, 'cell')} {'is' if count == 1 else 'are'} hard to read, as letters and "
        f"cell are of much the same lightness: {like}; 4.5 to 1 is needed, 3 to 1 for a sign. Make "
        "the letters darker, or black on a coloured cell",
        table.sheet,
        firsts[0],
        found=" on ".join(faintest[0]),
        expected="a contrast of 4.5 to 1",
        severity=None if contrast(*faintest[0]) < _LEAST_LARGE else Severity.INFO,
    )


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "RAG")
CHECK = Check(
    slug="contrast-low",
    severity=Severity.WARNING,
    also=(Severity.INFO,),
    looks_for="letters that hardly stand out from their cell, such as amber on white",
    question="Can everybody read what is written in amber?",
    mend="Make the letters dark, or the fill pale; keep the word in the cell.",
    run=_low,
    needs=(Aspect.COLOURS, Aspect.FONTS),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children waiting", 24, 22, Inked("Amber", "FFC000"))),
        finds=("E2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children waiting", 24, 22, Inked("Amber", "7F6000"))),
    ),
)
