"""A rating that was typed, in a column of its own or with the figure, against the rule's."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import (
    lacks_tolerance,
    manners,
    meant_by,
    meant_by_side,
    statuses_possible,
    typed_ratings,
)
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.judged import PLAIN
from xl_scorecard.domain.scorecard import Role


def _differs(context: Context) -> Iterator[Found]:
    rating, manner = context.rule_set.bands, manners(context.rows)
    for row in context.rows:
        measure = row.measure
        possible = statuses_possible(row, rating)
        tolerant = not lacks_tolerance(measure, rating)
        of_sheet = manner.get(measure.sheet, PLAIN)
        for cell in typed_ratings(measure, context.period):
            meant = meant_by_side(cell, row, rating) or meant_by(
                cell, rating, of_sheet, tolerant=tolerant
            )
            if possible is None or meant is None or possible & meant:
                continue
            if _bears_out(row, meant, rating):
                continue
            label = rating.band(row.status).label
            yield Found.in_row(
                row,
                cell.ref,
                f"{measure.name}: {cell.text} is typed, but the rule gives {label}",
                found=cell.text,
                expected=label,
            )


def _bears_out(row: AssessedRow, meant: set[str], rating: Rating) -> bool:
    """Whether another figure of the period bears a judgement out: the month's own beside the year
    to date. Which of the two an officer judged, the workbook does not say."""
    measure, current, target, table = row.measure, row.current, row.target, row.table
    if current is None or target is None or measure.polarity is None or not table.upright:
        return False
    met = {rating.bands[0].status}
    for column in table.by_role(Role.OUTTURN):
        cell = table.at(current.row, column.index)
        own = column.index == current.column or column.basis is measure.basis
        if column.period != row.period or own or cell is None:
            continue
        if isinstance(cell.value, float):
            missed = target.shortfall(cell.value / current.factor, measure.polarity) > 0
            if (meant - met) if missed else (meant & met):
                return True
    return False


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
CHECK = Check(
    slug="rag-typed-differs",
    severity=Severity.ERROR,
    looks_for="a typed RAG that the rule contradicts",
    question="Is a rating typed that figure and target do not bear out?",
    mend="Type the rating that the rule gives, or correct the figure or target.",
    run=_differs,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.66), "Green"),
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Green"),
        ),
        rules=_RULES,
    ),
)
