"""Edits that set every field there is to a value that nothing else says."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from typing import Any

from xl_scorecard.domain import edits
from xl_scorecard.domain.edits import (
    CellEdit,
    Chart,
    Choice,
    Columns,
    Edits,
    NewSheet,
    OwnedBlock,
    OwnTable,
    Series,
    Shade,
    SheetEdit,
    Sparkline,
    Style,
)

THEIRS, OURS = "Scorecard", "Told"
MODEL, MODEL_FILL = (9, 1), "#C0FFEE"
"""A cell of the officers' with a fill; on our sheet there is one like it."""
COLUMN = 10
STYLES = {
    "like": Style(like=MODEL),
    "number_format": Style(number_format="0.000"),
    "bold": Style(bold=True),
    "italic": Style(italic=True),
    "size": Style(size=17.0),
    "text": Style(text="#AB1234"),
    "fill": Style(fill="#12AB34"),
    "align": Style(align="right"),
    "wrap": Style(wrap=True),
    "shrink": Style(shrink=True),
    "border": Style(border=True),
}
"""A cell for every part of a style."""
ROWS = {name: 21 + 2 * number for number, name in enumerate(STYLES)}


def _cells(name: str) -> list[CellEdit]:
    """A constant, a formula and a link, and below them the styled cells."""
    return [
        CellEdit(17, COLUMN, f"told of {name}"),
        CellEdit(18, COLUMN, 3.0, "1+2"),
        CellEdit(19, COLUMN, "told link", link=f"'{THEIRS}'!A4"),
        *(CellEdit(ROWS[part], COLUMN, "told", style=style) for part, style in STYLES.items()),
    ]


def _chart(kind: str, title: str, row: int, series: tuple[Series, ...]) -> Chart:
    chart = Chart(kind, title, f"told of a {kind}", series, row, 3, 640, 400, 32, "0.0000")
    if kind != "line":
        return chart
    cells = (f"'{OURS}'!{at}" for at in ("$L$120", "$M$119:$N$119", "$M$120:$N$120"))
    return dataclasses.replace(
        chart, behind=(Columns(*cells, "#AA0005"),), most=91.0, least=7.0, below=6
    )


def _series(top: int, *, down: bool) -> tuple[Series, ...]:
    """Two series, and of lines two more, over a block of cells that begins in column L."""

    def at(row: int, column: int, last_row: int, last_column: int) -> str:
        letters = "LMN"
        first = f"${letters[column]}${top + row}"
        last = f"${letters[last_column]}${top + last_row}"
        return f"'{OURS}'!{first}" if first == last else f"'{OURS}'!{first}:{last}"

    colours = ("#AA0001", "#AA0002", *(() if down else ("#AA0004", "#AA0006")))
    return tuple(
        Series(
            at(0, n, 0, n) if down else at(n, 0, n, 0),
            at(1, 0, 2, 0) if down else at(0, 1, 0, 2),
            at(1, n, 2, n) if down else at(n, 1, n, 2),
            colour,
            text="#AA0003" if down else None,
            label="Tld" if down else None,
            dashed=not down and n == 2,
            faint=not down and n in (1, 4),
            named=down or n > 1,
            mark="diamond" if n == 3 else None,
            dash="long_dash_dot" if n == 4 else None,
        )
        for n, colour in enumerate(colours, 1)
    )


def _block(top: int, *more: str) -> list[CellEdit]:
    """Figures of two rows or more and two columns under headings of text."""
    rows: list[list[str | float]] = [["", "one", "two"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]]
    rows += [[name, 5.0, 6.0] for name in more]
    return [
        CellEdit(top + row, 12 + column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value != ""
    ]


PUBLISHED, PUBLISHED_FORMULA = "Last quarter", '=IF(ISNUMBER(E4),"Good","No data")'
"""A sheet whose column of ours stays, that of an earlier run, and what stands in it."""


def telling() -> Edits:
    """Every field of every edit, set to something that nothing else says."""
    beside = SheetEdit(
        THEIRS,
        cells=_cells(THEIRS),
        merges=["L60:M61"],
        shades=[Shade("J17:J18", "$J$17=91", "#0000A1", "#0000A2")],
        sparklines=[Sparkline(62, 10, "B4:F4")],
        widths={10: 33.0},
        blocks=[OwnedBlock("J17:J70", ("told_kind",))],
    )
    model = CellEdit(*MODEL, "model", style=Style(fill=MODEL_FILL))
    ours = NewSheet(
        "told_key",
        OURS,
        cells=[model, *_cells(OURS), *_block(60), *_block(70, "c", "d"), *_block(119)],
        shades=[Shade("J17:J18", "$J$17=92", "#0000A3", "#0000A4")],
        charts=[
            _chart("bar", f"'{OURS}'!$J$17", 80, _series(60, down=True)),
            _chart("line", "told words", 110, _series(70, down=False)),
        ],
        widths={10: 34.0},
        heights={17: 45.0},
        repeat_rows=(4, 5),
        print_area="A1:P140",
        landscape=True,
        size=12.5,
        freeze_row=3,
        freeze_column=2,
        page_breaks=[50],
        table=OwnTable("ToldTable", "M119:N121"),
        choices=[Choice("P17:P18", ("told_word", "told_other"))],
        ignore_inconsistent="L120:L121",
        ignore_text_numbers="M120:M121",
    )
    return Edits([beside], [ours], [PUBLISHED])


def fields_of(edit: type = Edits, before: str = "") -> Iterator[str]:
    """The path of every field below an edit: `sheets.cells.style.bold`."""
    hints = typing.get_type_hints(edit)
    for name, hint in hints.items():
        path = f"{before}{name}"
        inner = next(_edits_in(hint), None)
        if inner is None:
            yield path
        else:
            yield from fields_of(inner, f"{path}.")


def _edits_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and hint.__module__ == edits.__name__:
        yield hint
    for part in typing.get_args(hint):
        yield from _edits_in(part)
