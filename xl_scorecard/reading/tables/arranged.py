"""A table made of cells from anywhere: a row an indicator, a column a role and period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from xl_scorecard.domain.arrangement import Anew, Place
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Layout, Role, Table
from xl_scorecard.reading.rows.row_shapes import text_of

_HEADER = 1
_ORDER = list(Role)


class What(NamedTuple):
    """What a cell is of its indicator: its role, and the period and basis it is for, if any.

    `also` tells several of one role apart, such as benchmarks.
    """

    role: Role
    period: Period | None = None
    basis: Basis | None = None
    also: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Roles in their order, names first, then periods from the oldest on."""
        first = self.role not in (Role.REFERENCE, Role.INDICATOR)
        when = self.period
        ends = (when.end, when.grain.value) if when is not None else (-1, "")
        return first, self.period is not None, _ORDER.index(self.role), ends, self.also


@dataclass(frozen=True)
class Gathered:
    """One indicator: where on the sheet what stands of it.

    `headings` is where the heading of a cell stands; `name`, `reference`, `section` and `dimension`
    are the texts themselves.
    """

    name: str
    places: Mapping[What, Place]
    headings: Mapping[What, Place] = field(default_factory=dict)
    reference: str = ""
    section: str = ""
    dimension: str = ""


def arranged_table(sheet: Grid, gathered: Sequence[Gathered]) -> Table:
    """The table that some indicators of a sheet make."""
    whats = {what for one in gathered for what in one.places} | {What(Role.INDICATOR)}
    order = sorted(whats, key=lambda what: what.order)
    column_of = {what: index for index, what in enumerate(order, 1)}
    heads: dict[What, Place] = {}
    places: dict[Place, Place] = {}
    cells: dict[Place, Cell] = {}
    headings: dict[Place, Cell] = {}
    for number, one in enumerate(gathered, _HEADER + 1):
        for what, place in one.places.items():
            _put((number, column_of[what]), place, sheet, places, cells)
            if what in one.headings:
                heads.setdefault(what, one.headings[what])
                head = sheet.shown(*one.headings[what])
                if head is not None:
                    headings[number, column_of[what]] = head
    for what, place in heads.items():
        _put((_HEADER, column_of[what]), place, sheet, places, cells)
    anew = Anew(places, headings)
    grid = replace(
        sheet, cells=cells, merged=(), tables=(), hidden_rows=frozenset(),
        hidden_columns=frozenset(), styled={}, floating=(), held=(), printed=(), stops=(),
        recoloured=(),
        ask_fill=lambda row, column: sheet.fill_at(*anew.on_sheet(row, column)), ask_reached=None,
    )  # fmt: skip
    names = column_of[What(Role.INDICATOR)]
    return Table(
        grid,
        _HEADER,
        _HEADER,
        tuple(_column(what, index, sheet, heads) for what, index in column_of.items()),
        rows=tuple(
            IndicatorRow(
                number,
                one.reference,
                one.name,
                one.section or one.dimension,
                names,
                dimension=one.dimension,
            )
            for number, one in enumerate(gathered, _HEADER + 1)
        ),
        layout=Layout.ARRANGED,
        arrangement=anew,
    )


def _put(
    at: Place, place: Place, sheet: Grid, places: dict[Place, Place], cells: dict[Place, Cell]
) -> None:
    """Arrange a cell; of a merged block, its first."""
    cell = sheet.shown(*place)
    places[at] = (cell.row, cell.column) if cell is not None else place
    if cell is not None:
        cells[at] = cell._replace(row=at[0], column=at[1])


def _column(what: What, index: int, sheet: Grid, heads: Mapping[What, Place]) -> Column:
    place = heads.get(what)
    heading = text_of(sheet.shown(*place)) if place is not None else ""
    if not heading and what.period is not None:
        heading = what.period.words
    # what a benchmark is called where the layout is said tells whose it is
    heading = ": ".join(word for word in (heading, what.also) if word)
    heading = heading or what.role.value.capitalize()
    return Column(index, heading, what.role, what.period, what.basis)
