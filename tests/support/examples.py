"""The examples that checks carry, as workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from tests.support.books import SHEET, checked
from xl_scorecard.checks.example import (
    Coloured,
    Example,
    ExampleCell,
    Formula,
    InFont,
    Inked,
    Merged,
    NotComputed,
    Percent,
)
from xl_scorecard.domain.cell_ref import column_number
from xl_scorecard.domain.grid import CellError
from xl_scorecard.domain.outcome import Outcome


def checked_example(example: Example, folder: Path) -> Outcome:
    """What comes of checking an example under its rules."""
    return checked(_workbook(example, folder / "example.xlsx"), _rules(example))


def _rules(example: Example) -> str:
    rules = example.rules or [
        f'{{id: "{row[0]}", name: "{row[1]}"}}' for row in example.rows[1:] if row[0] and row[1]
    ]
    said = [f"workbook: {{tables: [{example.said}]}}"] if example.said else []
    said += [f"workbook: {{comparators: [{example.compares}]}}"] if example.compares else []
    asks = [f"columns: [rag, {example.asks}]"] if example.asks else []
    return "\n".join(
        ["name: example", *said, *asks, "indicators:", *(f"  - {rule}" for rule in rules)]
    )


def _workbook(example: Example, path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(SHEET)
        _fill(book, page, example.rows)
        for place in example.hidden:
            if place.isdigit():
                page.set_row(int(place) - 1, options={"hidden": True})
            else:
                at = column_number(place) - 1
                page.set_column(at, at, options={"hidden": True})
        if example.before:
            _fill(book, book.add_worksheet("Before"), example.before)
        if example.protected:
            page.protect()
        if example.printed:
            page.print_area(example.printed)
        if example.stops:
            page.conditional_format(
                example.stops, {"type": "formula", "criteria": "=TRUE", "stop_if_true": True}
            )
    return path


def _fill(book: Any, page: Any, rows: tuple[tuple[ExampleCell, ...], ...]) -> None:
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            _write(book, page, row, column, value)


def _write(book: Any, page: Any, row: int, column: int, value: ExampleCell) -> None:
    match value:
        case Percent(number):
            shown = "0%" if round(number * 100, 9) % 1 == 0 else "0.0%"
            page.write_number(row, column, number, book.add_format({"num_format": shown}))
        case InFont() | Inked() | Coloured():
            _write_styled(book, page, row, column, value)
        case Merged(number, across):
            page.merge_range(row, column, row, column + across - 1, number)
        case NotComputed(formula):
            page.write_formula(row, column, f"={formula}", None, "")
        case Formula(formula, result):
            page.write_formula(row, column, f"={formula}", None, result)
        case CellError(code):
            page.write_formula(row, column, "=1/0", None, code)
        case str():
            page.write_string(row, column, value)
        case float() | int():
            page.write_number(row, column, value)


def _write_styled(
    book: Any, page: Any, row: int, column: int, value: InFont | Inked | Coloured
) -> None:
    match value:
        case InFont(text, font):
            page.write_string(row, column, text, book.add_format({"font_name": font}))
        case Inked(text, ink):
            page.write_string(row, column, text, book.add_format({"font_color": f"#{ink}"}))
        case Coloured(fill):
            page.write_blank(row, column, None, book.add_format({"bg_color": f"#{fill}"}))
