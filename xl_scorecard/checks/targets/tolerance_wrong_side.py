"""An amber threshold on the better side of its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity

_TO_EACH_WRONG = 2


def _wrong(context: Context) -> Iterator[Found]:
    """Where most rows of a table have it so, its column of thresholds means something else."""
    wrong: defaultdict[int, list[tuple[AssessedRow, Cell]]] = defaultdict(list)
    right: defaultdict[int, int] = defaultdict(int)
    for row in context.rows:
        cell, side = _threshold(row), 0.0
        if cell is not None:
            side = _side(row, cell)
        if cell is not None and side > 0:
            wrong[id(row.table)].append((row, cell))
        elif side < 0:
            right[id(row.table)] += 1
    for table, rows in wrong.items():
        if right[table] >= _TO_EACH_WRONG * len(rows):
            yield from (_found(row, cell) for row, cell in rows)


def _threshold(row: AssessedRow) -> Cell | None:
    """The cell with the value where amber ends, if a number is typed there."""
    place = row.measure.tolerance_cell
    if place is None or not place.threshold or place.sheet or place.as_text is not None:
        return None
    cell = row.table.at(place.row, place.column)
    return cell if cell is not None and isinstance(cell.value, float) else None


def _side(row: AssessedRow, cell: Cell) -> float:
    """How far a threshold is on the better side of the target; below 0 on the worse, 0 where it
    cannot be said."""
    measure, target = row.measure, row.target
    place = measure.tolerance_cell
    if target is None or target.upper is not None or place is None:
        return 0.0
    assert isinstance(cell.value, float)
    return _WAY.get(measure.polarity, 0) * round(cell.value / place.factor - target.value, 12)


_WAY: Mapping[Polarity | None, int] = {Polarity.HIGH: 1, Polarity.LOW: -1}


def _found(row: AssessedRow, cell: Cell) -> Found:
    measure, place = row.measure, row.measure.target_cell
    higher = measure.polarity is Polarity.HIGH
    good, side = ("high", "below") if higher else ("low", "above")
    at = f" ({a1(place.row, place.column)})" if place is not None and not place.sheet else ""
    shown = f"{cell.value:.0%}" if "%" in cell.number_format else f"{cell.value:.10g}"
    return Found.in_row(
        row,
        cell.ref,
        f"{measure.name}: {good} is good, but the threshold {shown} is on the better side of the "
        f"target{at}; what nearly meets it is {side}",
        found=shown,
        expected=f"a value {side} the target",
    )


_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Amber threshold", "Q2 2018/19", "Q3 2018/19")


def _row(key: str, name: str, good: str, *figures: float) -> tuple[str | Percent, ...]:
    return (key, name, good, *map(Percent, figures))


_OTHERS = (
    _row("B1", "Plans reviewed", "High", 0.9, 0.85, 0.86, 0.88),
    _row("C1", "Visits made", "High", 0.8, 0.75, 0.81, 0.83),
)
_WRONG = _row("A1", "Children waiting", "Low", 0.2, 0.15, 0.24, 0.22)
_RIGHT = _row("A1", "Children waiting", "Low", 0.2, 0.25, 0.24, 0.22)
_RULES = tuple(
    f"{{id: {key}, name: {name}, unit: percent}}" for key, name, *_ in (_RIGHT, *_OTHERS)
)
CHECK = Check(
    slug="tolerance-wrong-side",
    severity=Severity.ERROR,
    looks_for="an amber threshold below the target where low is good, or above it where high is",
    question="Is amber better than green?",
    mend="Swap or correct target and threshold, or correct Good is.",
    run=_wrong,
    triggers=Example(rows=(_HEADINGS, _WRONG, *_OTHERS), rules=_RULES, finds=("E2",)),
    passes=Example(rows=(_HEADINGS, _RIGHT, *_OTHERS), rules=_RULES),
)
