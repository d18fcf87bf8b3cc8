"""Headings read where a rule set says what some columns hold: it goes before what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period_words import PeriodWords, parse_headings
from xl_scorecard.domain.scorecard import Column, Role
from xl_scorecard.reading.headers.below import Below
from xl_scorecard.reading.headers.groups import in_their_groups
from xl_scorecard.reading.headers.heading import Heading, Stack, read_heading
from xl_scorecard.reading.headers.shape import told_by_cells
from xl_scorecard.reading.headers.stacks import stacks
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.headers.when import complete
from xl_scorecard.reading.headers.years_of_targets import of_their_years
from xl_scorecard.reading.words.heading_words import HeadingWords

_SEVERAL = frozenset((Role.OTHER, Role.BENCHMARK))
"""What columns may be although others are said to be."""


@dataclass(frozen=True)
class SaidColumns:
    """What is said of columns: the role of some, the period of some, and those left out.

    `year` is the year of periods that name none. Where one column is said to be the target, no
    other is.
    """

    roles: Mapping[int, Role]
    periods: Mapping[int, PeriodWords]
    out: frozenset[int] = frozenset()
    year: PeriodWords | None = None

    def of(self, heading: Heading) -> Heading:
        """A heading as it is said to be."""
        if heading.index in self.out:
            return Heading(heading.index, heading.own, heading.groups, Role.OTHER)
        role = self.roles.get(heading.index)
        if role is None:
            others = heading.role in self.roles.values() and heading.role not in _SEVERAL
            role = Role.OTHER if others else heading.role
        words = self.periods.get(heading.index, heading.words)
        return replace(heading, role=role, words=words)


def read_said(
    grid: Grid, rows: range, bottom: int, words: HeadingWords, said: SaidColumns
) -> tuple[Column, ...]:
    """The columns under header rows, none of which may be there.

    `bottom` is the row above the first that is no heading. Periods are completed as elsewhere.
    """
    found = [Stack(i, cells, words) for i, cells in _stacks(grid, rows).items()]
    whens = parse_headings([stack.value for stack in found], words.starts)
    read = [read_heading(stack, when) for stack, when in zip(found, whens, strict=True)]
    silent = {*said.roles, *said.periods} - {heading.index for heading in read}
    headings = in_their_groups(read) + [Heading(index, "") for index in silent]
    headings = _each(sorted(headings, key=lambda h: h.index), said.of)
    headings = _each(told_by_cells(Below(grid, bottom), headings), said.of)
    top = rows.start if rows else bottom + 1
    title = said.year or title_period(grid, top, words.around, words.starts)
    headings = of_their_years(complete(headings, title, words.starts), words.starts)
    headings = _each(headings, said.of)
    return tuple(heading.column for heading in headings)


def _stacks(grid: Grid, rows: range) -> dict[int, list[Cell]]:
    return stacks(grid, rows.start, rows.stop - 1) if rows else {}


def _each(headings: list[Heading], told: Callable[[Heading], Heading]) -> list[Heading]:
    return [told(heading) for heading in headings]
