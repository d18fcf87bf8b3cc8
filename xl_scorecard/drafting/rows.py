"""A measure with the row it was read from, for telling what the workbook says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.rule_index import plain_name
from xl_scorecard.domain.scorecard import (
    FromCell,
    IndicatorRow,
    Measure,
    Role,
    Scorecard,
    Table,
)
from xl_scorecard.drafting.guess import Guess, Sure
from xl_scorecard.reading.figures.outturns import shown

_LONGEST_REFERENCE = 24


class Said(NamedTuple):
    """What a cell says, as shown, the heading that says what it holds, and where it stands."""

    heading: str
    text: str
    cell: Cell
    ref: str


@dataclass(eq=False)
class Row:
    """A measure, and the rows of the workbook that say the same of it.

    `at` is its row in the table's grid, which is the sheet turned where periods run down.
    `also` are further rows with the same reference or name: one rule holds for all of them.
    """

    id: str
    measure: Measure
    table: Table
    at: int
    reference: str
    also: list[Measure] = field(default_factory=list)

    def said(self, role: Role) -> Said | None:
        """What the first column with a role says of the row; None where all are blank."""
        return next(self.all_said(role), None)

    def all_said(self, role: Role) -> Iterator[Said]:
        """What the columns with a role say of the row."""
        for column in self.table.by_role(role):
            if (found := self._said(self.at, column.index)) is not None:
                yield found
        yield from self._elsewhere(role)

    def read_from(self, place: FromCell) -> Said | None:
        """What the cell says that a target or tolerance was read from."""
        if place.sheet:
            return next(self._elsewhere(Role.TARGET), None)
        at = self.table.arrangement.arranged(place.row, place.column)
        return self._said(*at) if at is not None else None

    def _elsewhere(self, role: Role) -> Iterator[Said]:
        """What a list on another sheet says of the row."""
        said = self.table.elsewhere.get((self.at, role))
        if said is not None and (text := shown(said.cell)):
            yield Said(said.heading, text, said.cell, f"{said.sheet}!{said.cell.ref}")

    def _said(self, row: int, column: int) -> Said | None:
        cell = self.table.grid.shown(row, column)
        text = shown(cell) if cell is not None else ""
        if cell is None or not text:
            return None
        heading = next((c.heading for c in self.table.columns if c.index == column), "")
        return Said(heading, text, cell, self.table.place(cell.row, cell.column))

    def in_doubt(self, key: str) -> Doubt | None:
        """The doubt that an entry of the rule set would settle."""
        return next((doubt for doubt in self.measure.doubts if doubt.settle == key), None)

    def in_doubt_about(self, about: About) -> bool:
        """Whether reading left something of a kind open."""
        return any(doubt.about is about for doubt in self.measure.doubts)

    def unless_doubted(self, key: str, guess: Guess) -> Guess:
        """A guess for an entry; to be decided where reading was in doubt."""
        doubt = self.in_doubt(key)
        return guess if doubt is None else Guess(guess.value, Sure.DECIDE, doubt.message)

    @cached_property
    def values(self) -> dict[Period, float]:
        """The figures of the row, by period."""
        return {p: o.value for p, o in self.measure.outturns.items() if o.value is not None}


def rows_of(scorecard: Scorecard) -> list[Row]:
    """The measures of a scorecard, those that one rule would be about together."""
    found: list[Row] = []
    by_reference: dict[str, Row] = {}
    by_name: dict[str, Row] = {}
    for table, row, measure in scorecard.rows:
        reference = _reference(row)
        same = by_reference if reference else by_name  # as rules are looked up
        key = tidy(reference) if reference else plain_name(measure.name) + tidy(row.section)
        if key in same:
            same[key].also.append(measure)
            continue
        new = Row(reference, measure, table, row.row, reference)
        found.append(new)
        by_name.setdefault(plain_name(measure.name) + tidy(row.section), new)
        if reference:
            by_reference[key] = new
    taken = set(by_reference)
    for item in found:
        if not item.reference:
            item.id = _unique(slug(item.measure.name) or f"row-{item.measure.row}", taken)
            taken.add(item.id)
    return found


def _reference(row: IndicatorRow) -> str:
    """The workbook's reference of a row; a name that stands in for one is none."""
    reference = row.full_reference
    if row.reference == row.name and (" " in reference or len(reference) > _LONGEST_REFERENCE):
        return ""
    return reference if tidy(reference) else ""


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
