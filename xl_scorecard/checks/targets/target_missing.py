"""A target that is not there where something else shows that the row is to be rated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import manners, meant_by
from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judged import PLAIN
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table

_SAID_ELSEWHERE = (About.TARGET, About.SPAN, About.SCALE)


class _Place(NamedTuple):
    """A cell of the table where a row's target may stand, and the period it is for."""

    row: int
    column: int
    period: Period | None


def _missing(context: Context) -> Iterator[Found]:
    rows = {id(each.measure): each.row for each in context.scorecard.rows}
    for row in context.rows:
        measure, there = row.measure, rows.get(id(row.measure))
        if there is None or measure.target is not None or measure.polarity is Polarity.NEITHER:
            continue
        if measure.rule is not None and measure.rule.target is not None:
            continue
        if any(doubt.about in _SAID_ELSEWHERE for doubt in measure.doubts):
            continue
        own, others = _places(row, there)
        if not own:
            continue
        found = _not_read(row, own) or _left_blank(row, own, others, context)
        if found is not None:
            yield found


def _places(row: AssessedRow, there: IndicatorRow) -> tuple[list[_Place], list[_Place]]:
    """Where the target of the row's period would stand, and where those of other periods do."""
    table, period = row.table, row.period
    if there.target_row is not None:
        role, at = Role.OUTTURN, there.target_row
    else:
        role, at = Role.TARGET, there.row
    places = [_Place(at, column.index, column.period) for column in table.by_role(role)]
    year = Period.year(period.financial_year, period.starts)
    own = [p for p in places if p.period in (period, None, year)]
    return own, [p for p in places if p not in own]


def _not_read(row: AssessedRow, own: list[_Place]) -> Found | None:
    """A formula in the target's cell that ends in an error, or whose result is not stored."""
    for cell in _cells(row.table, own):
        name = row.measure.name
        if isinstance(cell.value, CellError):
            return Found.in_row(
                row,
                cell.ref,
                f"{name}: the target shows {cell.value.code}, so nothing is rated against it",
                found=cell.value.code,
                expected="the target",
            )
        if cell.value is None and cell.formula is not None:
            return Found.in_row(
                row,
                cell.ref,
                f"{name}: the target's formula has no stored result, so nothing is rated against "
                "it; open and save the workbook in Excel, or say --recalculate",
                found="",
                expected="the target",
            )
    return None


def _left_blank(
    row: AssessedRow, own: list[_Place], others: list[_Place], context: Context
) -> Found | None:
    """A blank cell for the target of a row that has a figure, and is to be rated all the same."""
    if row.status != NOT_RATED or any(True for _ in _cells(row.table, own)):
        return None
    why = _asked_for(row, others, context)
    if why is None:
        return None
    return Found.in_row(
        row,
        row.table.place(own[0].row, own[0].column),
        f"{row.measure.name}: no target is given for {row.period.words}, so it is not rated, but "
        f'{why}; type the target, or "No target"',
        found="",
        expected="the target",
    )


def _asked_for(row: AssessedRow, others: list[_Place], context: Context) -> str | None:
    """What shows that a row without a target is to be rated."""
    measure = row.measure
    typed, rating = measure.typed_rag, context.rule_set.bands
    if typed is not None:
        manner = manners(context.rows).get(measure.sheet, PLAIN)
        meant = meant_by(typed, rating, manner) or set()
        if meant - {NOT_RATED, NO_DATA}:
            return f"{typed.text} is typed in {typed.ref}"
    earlier = [cell for cell in _cells(row.table, others) if _is_target(cell)]
    if earlier:
        return f"one is given for another period in {earlier[-1].ref}"
    before = measure.target_before
    if before is not None:
        return f"one is given in {before.sheet}, {before.cell}"
    if _has_tolerance(row) or _has_tolerance_by_rule(row, context):
        return "a tolerance is given for it"
    return None


def _has_tolerance_by_rule(row: AssessedRow, context: Context) -> bool:
    """Whether its own rule gives a tolerance, where others of its table have their targets."""
    rule = row.measure.rule
    if rule is None or rule.tolerance is None:
        return False
    return any(each.table is row.table and each.target is not None for each in context.rows)


def _has_tolerance(row: AssessedRow) -> bool:
    """Whether a number stands in the row as its tolerance, or as the figure where that ends."""
    table, at = row.table, row.measure.row
    if row.measure.tolerance_cell is not None:
        return True
    columns = table.by_role(Role.THRESHOLD) if table.upright else ()
    cells = (table.shown(at, column.index) for column in columns)
    return any(cell is not None and isinstance(cell.value, float) for cell in cells)


def _cells(table: Table, places: list[_Place]) -> Iterator[Cell]:
    """What stands in cells; a blank text is nothing."""
    for place in places:
        cell = table.shown(place.row, place.column)
        if cell is not None and not _is_empty(cell):
            yield cell


def _is_empty(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return not cell.text
    return cell.value is None and cell.formula is None


def _is_target(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return parse_target(cell.text, None) is not None
    return isinstance(cell.value, float)


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
CHECK = Check(
    slug="target-missing",
    severity=Severity.ERROR,
    looks_for="no target, or one in error, in a row that is rated otherwise",
    question="Is an indicator not rated because its target is lost?",
    mend="Type the target, or write n/a if there is none.",
    run=_missing,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", None, Percent(0.8), Percent(0.82), "Green"),
            ("B1", "Plans reviewed", CellError("#REF!"), Percent(0.7), Percent(0.75), None),
        ),
        rules=(*_RULES, "{id: B1, name: Plans reviewed, unit: percent, good_is: high}"),
        finds=("C2", "C3"),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.8), Percent(0.82), "Green"),
            ("B1", "Plans reviewed", "No target", Percent(0.7), Percent(0.75), "Green"),
            ("C1", "Children waiting", None, 24, 22, None),
        ),
        rules=(
            *_RULES,
            "{id: B1, name: Plans reviewed, unit: percent, good_is: high}",
            "{id: C1, name: Children waiting, unit: count}",
        ),
    ),
)
