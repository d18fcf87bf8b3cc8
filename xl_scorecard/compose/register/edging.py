"""What the register holds of an indicator's floor and of the two sides of its tolerance."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register import reading
from xl_scorecard.compose.register.edged import Edged, EdgedColumns
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.compose.register.inputs import ROW, Inputs
from xl_scorecard.domain.amount import Tolerance, ToleranceKind
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.indicator import Polarity, Unit

_SAY = quoted(REFRESH)
Stored = float | str | None


def edged_cells(
    a: AssessedRow, row: int, inputs: Inputs, columns: EdgedColumns, *, told: bool
) -> Iterator[CellEdit]:
    """These cells of one indicator's row."""

    def put(heading: Edged, value: Stored, formula: str | None = None) -> CellEdit:
        return CellEdit(row, columns.column_of(heading), value, formula)

    edges = a.measure.edges
    if inputs.floor is None and edges.floor is not None:
        yield put(Edged.FLOOR, edges.floor)
    elif inputs.floor is not None:
        seen = inputs.floor
        cell, then, read = (
            columns.here(h, row) for h in (Edged.FLOOR_CELL, Edged.FLOOR_THEN, Edged.FLOOR_READ)
        )
        at = seen.at.replace(ROW, here(Heading.ROW, row))
        yield put(Edged.FLOOR_CELL, "" if seen.held is None else seen.held, reading.mirror(at))
        yield put(Edged.FLOOR_THEN, seen.held)
        yield put(Edged.FLOOR_READ, edges.floor)
        shown: Stored = "" if edges.floor is None else edges.floor
        formula = _floor(a, cell, then, read)
        yield put(Edged.FLOOR, shown if told else REFRESH, formula)
    if edges.sides is not None:
        for heading, tolerance in (
            (Edged.ABOVE, edges.sides.above),
            (Edged.BELOW, edges.sides.below),
        ):
            yield put(heading, *_side(a, row, tolerance, told=told))


def _floor(a: AssessedRow, cell: str, then: str, read: str) -> str:
    """The floor in the unit; a number typed since as the target's cell would be read."""
    place = a.measure.floor_cell
    number = _SAY
    followed = place is not None and place.as_text is None and a.measure.unit is not Unit.DURATION
    if followed and place is not None:
        bounded = f"AND({cell}>=0,{cell}<={literal(_most(a) * place.factor)})"
        plain = cell if place.factor == 1 else f"{cell}/{literal(place.factor)}"
        number = f"IF({bounded},{plain},{_SAY})"
    return (
        f"IF({reading.same(cell, then)},{reading.as_read(read)},"
        f'IF(ISNUMBER({cell}),{number},IF({cell}="","",{_SAY})))'
    )


def _most(a: AssessedRow) -> float:
    """The largest number that is read as the floor was: beyond it a share is one in hundreds."""
    floor = a.measure.edges.floor or 0.0
    return 1.0 if a.measure.unit is Unit.PERCENT else max(abs(floor), 1.0) * 1000


def _side(
    a: AssessedRow, row: int, tolerance: Tolerance, *, told: bool
) -> tuple[Stored, str | None]:
    """A tolerance in the unit, and the formula where it is a share of the target."""
    if tolerance.kind is ToleranceKind.ABSOLUTE:
        return tolerance.amount, None
    goal = here(Heading.TARGET, row)
    formula = f'IF(ISNUMBER({goal}),ABS({goal})*{literal(tolerance.amount)},"")'
    if a.target is None or not told:
        return "", formula
    return tolerance.in_unit(a.target.value), formula


def tolerance_of_side(row: int, columns: EdgedColumns) -> str:
    """The tolerance on the wrong side of the target; of plan, that below it."""
    low = f"{here(Heading.GOOD_IS, row)}={quoted(Polarity.LOW.value)}"
    return f"IF({low},{columns.here(Edged.ABOVE, row)},{columns.here(Edged.BELOW, row)})"
