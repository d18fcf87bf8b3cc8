"""The button pressed on a model of a workbook, and how two models differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlwings

from tests.button.models import Book, Cell, Place, Sheet, area_of, places, plain, split
from tests.button.payload import Results, payload
from tests.button.replayer import Action, Touch, replay
from xl_scorecard.button import refresh

_LINK = re.compile(r'=HYPERLINK\("#(?P<target>(?:[^"]|"")*)","(?P<text>(?:[^"]|"")*)"\)')
_BLOCK = re.compile(r"xl_scorecard\.cells\.\d+(?P<kinds>(?:\.\w+)*)")
Differences = dict[str, tuple[object, object]]


def press(book: Book, results: Results, rules: Path) -> tuple[list[Action], list[Touch]]:
    """Press the button on a model, which is changed; what was sent and where it reached."""
    live = xlwings.Book(json=payload(book, results))
    refresh(live, rules=rules)
    actions: list[Action] = live.json()["actions"]
    return actions, replay(book, actions)


def our_columns(book: Book) -> Iterator[tuple[str, str, list[Place]]]:
    """Sheet, kind and places of each of our columns, as the names over them say."""
    for name, text in book.names.items():
        match = _BLOCK.fullmatch(name)
        if match is None:
            continue
        sheet, reference = split(text)
        top, left, bottom, right = area_of(reference)
        kinds = match["kinds"].split(".")[1:]
        assert len(kinds) == right - left + 1, name
        for column, kind in enumerate(kinds, left):
            yield sheet, kind, list(places((top, column, bottom, column)))


def contents(file: Sheet, button: Sheet, *, links: frozenset[int] = frozenset()) -> Differences:
    """Cells that hold something else; in the columns of `links` a formula may be the link."""
    found: Differences = {}
    for at in sorted({*file.filled, *button.filled}):
        one, other = file.cells.get(at, Cell()), button.cells.get(at, Cell())
        if at[1] in links:
            other = _linked(other)
        mine, theirs = ((c.content, _target(c) if at[1] in links else None) for c in (one, other))
        if mine != theirs:
            found[f"{file.name}!R{at[0]}C{at[1]}"] = (_short(mine), _short(theirs))
    return found


def _short(pair: tuple[object, str | None]) -> object:
    return pair[0] if pair[1] is None else pair


def _linked(cell: Cell) -> Cell:
    """A formula that is a link, as the text that carries the link."""
    match = _LINK.fullmatch(cell.formula or "")
    if match is None:
        return cell
    target, text = (match[part].replace('""', '"') for part in ("target", "text"))
    return Cell(text, None, cell.number_format, target)


def _target(cell: Cell) -> str | None:
    return plain(cell.link) if cell.link else None


def number_formats(file: Sheet, button: Sheet, among: list[Place]) -> Differences:
    """Number formats that differ where the file holds something."""
    found: Differences = {}
    for at in among:
        if at not in file.filled:
            continue
        formats = tuple(s.cells.get(at, Cell()).number_format for s in (file, button))
        if formats[0] != formats[1]:
            found[f"{file.name}!R{at[0]}C{at[1]}"] = formats  # type: ignore[assignment]
    return found


def charts(sheet: Sheet) -> Counter[tuple[str, frozenset[str], frozenset[str | None]]]:
    """Each chart's kind, ranges of values and ranges of categories."""
    return Counter(
        (
            chart.kind,
            frozenset(series.values for series in chart.series),
            frozenset(series.categories for series in chart.series),
        )
        for chart in sheet.charts
    )


def our_names(book: Book) -> dict[str, str]:
    """The names of ours and the cells they stand for."""
    return {n: plain(t) for n, t in book.names.items() if n.startswith("xl_scorecard.")}


def everything(book: Book) -> dict[str, Any]:
    """All that a second press must leave as it is."""
    state: dict[str, Any] = {"sheets": book.sheet_names, "names": our_names(book)}
    for sheet in book.sheets:
        state[sheet.name] = {
            "cells": {at: (c.content, c.number_format) for at, c in sheet.filled.items()},
            "shades": Counter(sheet.shades),
            "charts": [
                (chart.name, chart.kind, chart.title, chart.series) for chart in sheet.charts
            ],
            "merges": sheet.merges,
            "widths": sheet.widths,
        }
    return state
