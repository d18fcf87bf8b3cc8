"""A table with a row an indicator, written onto a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from tests.layouts.columns import Column
from tests.layouts.laid import Key, Spot
from tests.layouts.page import HEADING, Cell, Page
from tests.layouts.times import Time
from tests.layouts.truth import Indicator

SECTION = {"bold": True, "bg_color": "#EEEEEE"}


@dataclass(frozen=True)
class Manner:
    """How a table is set out.

    section_rows: a row with its section's name above its indicators.
    repeat_headings: the headings again below each section row.
    blank_rows: an empty row between sections.
    tally: a row after each section that counts and is no indicator.
    blank_columns: empty columns in front of the columns with these numbers, from 0.
    """

    section_rows: bool = False
    repeat_headings: bool = False
    blank_rows: bool = False
    tally: str = ""
    blank_columns: tuple[int, ...] = ()


PLAIN = Manner()


def write(
    page: Page, indicators: Sequence[Indicator], columns: Sequence[Column], top: int,
    left: int = 1, manner: Manner = PLAIN,
) -> dict[Key, Spot]:  # fmt: skip
    """Write headings and rows; returns where each indicator stands."""
    places = _places(columns, left, manner)
    deep = max(len(column.headings) for column in columns)
    row = top
    spots: dict[Key, Spot] = {}
    if not manner.repeat_headings:
        row = _headings(page, columns, places, row, deep)
    for section, group in groupby(indicators, key=lambda i: i.section):
        if manner.section_rows or manner.repeat_headings:
            page.put(row, left, section, SECTION)
            row += 1
        if manner.repeat_headings:
            row = _headings(page, columns, places, row, deep)
        for indicator in group:
            spots[indicator.key] = _row(page, indicator, columns, places, row)
            row += 1
        if manner.tally:
            _tally(page, columns, places, row, manner.tally)
            row += 1
        row += manner.blank_rows
    for column, place in zip(columns, places, strict=True):
        if column.hidden:
            page.hidden_columns.add(place)
    return spots


def _places(columns: Sequence[Column], left: int, manner: Manner) -> list[int]:
    found, at = [], left
    for n in range(len(columns)):
        at += n in manner.blank_columns
        found.append(at)
        at += 1
    return found


def _headings(
    page: Page, columns: Sequence[Column], places: Sequence[int], row: int, deep: int
) -> int:
    """Headings, the short ones at the bottom; neighbours under one group are merged."""
    for column, place in zip(columns, places, strict=True):
        first = row + deep - len(column.headings)
        for n, heading in enumerate(column.headings):
            page.put(first + n, place, heading, HEADING)
    for level in range(deep - 1):
        _merge_groups(page, columns, places, row, level, deep)
    return row + deep


def _merge_groups(
    page: Page, columns: Sequence[Column], places: Sequence[int], row: int, level: int, deep: int
) -> None:
    tall = [
        (column.headings[level], place)
        for column, place in zip(columns, places, strict=True)
        if len(column.headings) == deep
    ]
    for heading, group in groupby(tall, key=lambda pair: pair[0]):
        held = [place for _, place in group]
        for place in held[1:]:
            page.cells.pop((row + level, place), None)
        if heading and held[-1] - held[0] == len(held) - 1:
            page.merge(row + level, held[0], row + level, held[-1])


def _row(
    page: Page, indicator: Indicator, columns: Sequence[Column], places: Sequence[int], row: int
) -> Spot:
    figures: dict[Time, str] = {}
    named = {"target": "", "rag": "", "travel": ""}
    for column, place in zip(columns, places, strict=True):
        cell = page.put(row, place, column.cell(indicator))
        if column.role == "figure" and column.time is not None:
            figures[column.time] = cell
        elif column.role in named:
            named[column.role] = cell
    return Spot(page.name, row, figures, **named)


def _tally(
    page: Page, columns: Sequence[Column], places: Sequence[int], row: int, words: str
) -> None:
    """ "Measures on target in this section", with a count below the last figures."""
    name = next(p for c, p in zip(columns, places, strict=True) if c.role == "indicator")
    last = [p for c, p in zip(columns, places, strict=True) if c.role == "figure"][-1]
    page.put(row, name, Cell(words, {"italic": True}))
    page.put(row, last, Cell("1 of 2" if len(words) % 2 else 1, {"italic": True}))
