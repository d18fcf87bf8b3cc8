"""A measure with the row it was read from, for telling what the workbook says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import (
    FromCell,
    IndicatorRow,
    Layout,
    Measure,
    Role,
    Scorecard,
    Table,
)
from xl_scorecard.reading.outturns import shown


class Said(NamedTuple):
    """What a cell says, as shown, and the heading above it."""

    heading: str
    text: str
    cell: Cell


@dataclass(eq=False)
class Row:
    """A measure, and the rows of the workbook that say the same of it.

    `also` are further rows with the same reference or name: one rule holds for all of them.
    """

    id: str
    measure: Measure
    table: Table
    reference: str
    also: list[Measure] = field(default_factory=list)

    def said(self, role: Role) -> Said | None:
        """What the first column with a role says of the row; None where it is blank."""
        return next(self.all_said(role), None)

    def all_said(self, role: Role) -> Iterator[Said]:
        """What the columns with a role say of the row."""
        if self.table.layout is Layout.TRANSPOSED:
            return
        for column in self.table.by_role(role):
            cell = self.table.grid.shown(self.measure.row, column.index)
            if cell is not None and (text := shown(cell)):
                yield Said(column.heading, text, cell)

    def at(self, place: FromCell) -> Said | None:
        """What the cell says that a target or tolerance was read from."""
        cell = self.table.grid.shown(place.row, place.column)
        if cell is None:
            return None
        headings = [c.heading for c in self.table.columns if c.index == place.column]
        return Said(headings[0] if headings else "", shown(cell), cell)

    @cached_property
    def values(self) -> dict[Period, float]:
        """The figures of the row, by period."""
        return {p: o.value for p, o in self.measure.outturns.items() if o.value is not None}


def rows_of(scorecard: Scorecard) -> list[Row]:
    """The measures of a scorecard, those that one rule would be about together."""
    places = {
        (table.sheet, a1(row.row, row.name_column)): (table, row)
        for table in scorecard.tables
        for row in table.rows
    }
    found: list[Row] = []
    by_reference: dict[str, Row] = {}
    by_name: dict[str, Row] = {}
    for measure in scorecard.measures:
        table, row = places.get((measure.sheet, measure.name_cell), (None, None))
        if table is None:
            table = next(t for t in scorecard.tables if t.sheet == measure.sheet)
        reference = _reference(measure, row)
        same = by_reference if reference else by_name  # as rules are looked up
        key = tidy(reference) if reference else _letters(measure.name)
        if key in same:
            same[key].also.append(measure)
            continue
        new = Row(reference, measure, table, reference)
        found.append(new)
        by_name.setdefault(_letters(measure.name), new)
        if reference:
            by_reference[key] = new
    taken = set(by_reference)
    for item in found:
        if not item.reference:
            item.id = _unique(slug(item.measure.name) or f"row-{item.measure.row}", taken)
            taken.add(item.id)
    return found


def _reference(measure: Measure, row: IndicatorRow | None) -> str:
    """The workbook's reference of a measure; a name that stands in for one is none."""
    reference = row.reference if row is not None else measure.id
    if reference == measure.name and (" " in reference or len(reference) > 24):
        return ""
    return reference if tidy(reference) else ""


def _letters(name: str) -> str:
    """A name for comparison, as rules compare it."""
    words = tidy(name).replace("percentage of ", "% of ").replace("&", "and")
    return "".join(ch for ch in words if ch.isalnum() or ch in "%<>+")


def slug(name: str, longest: int = 40) -> str:
    """A readable id made of a name: its words in small letters, joined by dashes."""
    words = re.findall(r"[a-z0-9]+", tidy(name).replace("%", " pct ").replace("'", ""))
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}" if made else word[:longest]
    return made


def _unique(wanted: str, taken: set[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
