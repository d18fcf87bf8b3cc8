"""What a refreshed workbook shows beside each row: status, arrow and changes, and in what colour.

Our columns are found by their headings: those in the header row that say Status, Direction or
Change and were not in the workbook before.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

STATUS, DIRECTION, CHANGE, ON_YEAR = "status", "direction", "change", "change on year"
KINDS = (STATUS, DIRECTION, CHANGE, ON_YEAR)
REFRESH = "Refresh"
_YEAR_AGO = "Q3 2017/18"
_CLOSE = 1e-9


@dataclass(frozen=True)
class Shown:
    """The cells of ours on a scorecard's sheet, by row and kind; a blank cell is ""."""

    columns: dict[str, int]
    """the column of each kind, counted from 1"""
    cells: dict[int, dict[str, object]]
    names: dict[int, object]
    """what stands in the column of indicators"""

    def row(self, number: int) -> dict[str, object]:
        """A row's cells of ours."""
        return self.cells.get(number, dict.fromkeys(KINDS, ""))


class NoColumns(Exception):  # noqa: N818 - what is told of a workbook
    """A sheet has none of our columns."""


def shown(path: Path, sheet: str, theirs: Collection[str]) -> Shown:
    """What stands in our columns, as openpyxl reads the stored values, errors by their word."""
    page = openpyxl.load_workbook(path, data_only=True)[sheet]
    rows = [["" if v is None else v for v in row] for row in page.iter_rows(values_only=True)]
    header, columns = _columns(rows, theirs)
    names = next(i for i, value in enumerate(rows[header]) if value == "Indicator")
    cells = {
        number: {kind: _at(row, column - 1) for kind, column in columns.items()}
        for number, row in enumerate(rows[header + 1 :], header + 2)
    }
    return Shown(columns, cells, {n: _at(rows[n - 1], names) for n in cells})


def _columns(rows: list[list[Any]], theirs: Collection[str]) -> tuple[int, dict[str, int]]:
    for header, row in enumerate(rows):
        if "Indicator" not in row:
            continue
        found = {}
        for column, heading in enumerate(row, 1):
            kind = _kind(str(heading))
            if kind and heading not in theirs:
                found.setdefault(kind, column)
        if len(found) == len(KINDS):
            return header, found
    raise NoColumns("our columns are not beside the scorecard")


def _kind(heading: str) -> str | None:
    word = heading.lower()
    if word.startswith("change"):
        return ON_YEAR if heading.startswith(f"Change on {_YEAR_AGO}") else CHANGE
    for start, kind in (("status", STATUS), ("rag", STATUS), ("direction", DIRECTION)):
        if word.startswith(start):
            return kind
    return None


def _at(row: list[Any], column: int) -> object:
    return row[column] if column < len(row) else ""


def same(one: object, other: object) -> bool:
    """Whether two cells show the same, figures to nine digits."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= _CLOSE * max(1.0, abs(one), abs(other))
    return one == other


@dataclass(frozen=True)
class _Rule:
    area: tuple[int, int, int, int]
    priority: int
    column: int | None
    word: str
    fill: str


class Colours:
    """The conditional formats of a sheet, as far as they follow a word in a cell."""

    def __init__(self, path: Path, sheet: str) -> None:
        found = openpyxl.load_workbook(path)[sheet].conditional_formatting
        self._rules = sorted(
            (rule for formats in found for rule in _rules(formats)), key=lambda rule: rule.priority
        )

    def of(self, row: int, column: int, shown: dict[int, object]) -> str | None:
        """The fill of a cell, where `shown` are the texts of its row by column."""
        for rule in self._rules:
            left, top, right, bottom = rule.area
            if not (left <= column <= right and top <= row <= bottom):
                continue
            if str(shown.get(rule.column or column, "")).lower() == rule.word.lower():
                return rule.fill
        return None


def _rules(formats: Any) -> list[_Rule]:
    rules = []
    for rule in formats.rules:
        word = re.search(r'="((?:[^"]|"")*)"', "=" + "".join(rule.formula[:1]).lstrip("="))
        if word is None or rule.dxf is None or rule.dxf.fill is None:
            continue
        place = re.search(r"\$?\b([A-Z]{1,3})(?::|\$?\d)", rule.formula[0])
        column = column_index_from_string(place[1]) if place and rule.type == "expression" else None
        fill = "#" + str(rule.dxf.fill.bgColor.rgb)[-6:]
        rules += [
            _Rule(range_boundaries(area), rule.priority, column, word[1].replace('""', '"'), fill)
            for area in str(formats.sqref).split()
        ]
    return rules


def letters(column: int) -> str:
    """A column's letters."""
    return get_column_letter(column)
