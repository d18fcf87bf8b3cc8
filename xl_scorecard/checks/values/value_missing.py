"""A blank cell in the reporting period, without a reason for it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.values._due import is_due
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Outturn, Table


def _missing(context: Context) -> Iterator[Found]:
    for row in context.rows:
        outturn = row.measure.outturn(context.period)
        if row.value is not None:
            continue  # a month's figure may stand for its quarter
        if (
            outturn is None
            or outturn.value is not None
            or outturn.raw
            or outturn.uncomputed
            or _shows_another(row.table, outturn)
            or _may_be_none(row)
            or not is_due(row.measure, context)
        ):
            continue
        named, dated = row.measure.name, row.measure.dates is not None
        yield Found.in_row(
            row,
            outturn.cell,
            f"{named}: is due by no day that is known; type its date, or TBC"
            if dated
            else f"{named}, {context.period.words}: is blank; type the figure, or why there "
            "is none ([c], [x], [z], TBC)",
            found="",
            expected="a date" if dated else "a figure or the reason for its absence",
        )


def _may_be_none(row: AssessedRow) -> bool:
    """Whether a row without any figure may be no indicator: a question of a form, in a table that
    is read by its shape alone."""
    return row.table.by_shape and all(o.value is None for o in row.measure.outturns.values())


def _shows_another(table: Table, outturn: Outturn) -> bool:
    """Whether the cell is merged with others and shows what stands in the first of them."""
    grid, place = table.grid, (outturn.row, outturn.column)
    merged = table.upright and grid.cell(*place) is None
    return merged and grid.shown(*place) is not None


CHECK = Check(
    slug="value-missing",
    severity=Severity.ERROR,
    looks_for="a blank cell where a figure is due",
    question="Is a figure still to be typed, or its absence to be explained?",
    mend="Type the figure, or a marker that says why there is none.",
    run=_missing,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, None),
            ("B1", "Referrals", 310, 305),
        ),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, "TBC"),
            ("B1", "Referrals", 310, 305),
        ),
    ),
)
