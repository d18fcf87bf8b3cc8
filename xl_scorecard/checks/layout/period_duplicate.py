"""A period that stands in two columns, or in two rows of one indicator in a long table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.layout._headings import at_heading, places
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Column, Role, Table


def _twice(context: Context) -> Iterator[Found]:
    for table in context.tables:
        yield from _in_two_rows(table)
        yield from _in_two_columns(table)


def _in_two_rows(table: Table) -> Iterator[Found]:
    for row, period, first in table.repeated:
        yield Found(
            f"{row.name}, {period.words}: stands in row {first} and again in row {row.row}; the "
            "first is read",
            table.sheet,
            a1(row.row, row.name_column),
            row.reference or row.name,
            found=period.words,
            expected="one row for a period",
        )


def _in_two_columns(table: Table) -> Iterator[Found]:
    seen: dict[object, list[Column]] = defaultdict(list)
    for column in table.by_role(Role.OUTTURN):
        if column.period is not None:
            seen[column.period, column.basis].append(column)
    for columns in seen.values():
        period = columns[0].period
        if len(columns) > 1 and period is not None:
            message = (
                f"the figures of {period.words} could stand in {places(columns)}; where they "
                "differ, neither is read. Correct the heading that is wrong, or name the column "
                "in the rule set"
            )
            yield at_heading(table, columns[1], message, "one column for a period")


CHECK = Check(
    slug="period-duplicate",
    severity=Severity.ERROR,
    looks_for="a period that stands in two columns, or in two rows of a long table",
    question="Which of two figures is that of the period?",
    mend="Take out the column or row that does not count.",
    run=_twice,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q3 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, 22),
        ),
        finds=("E1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, 22),
        ),
    ),
)
