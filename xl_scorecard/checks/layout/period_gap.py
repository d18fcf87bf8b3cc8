"""A period without a column between others of its length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.layout._headings import at_heading
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Period, between, runs_of
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table


def _gaps(context: Context) -> Iterator[Found]:
    """A hole wider than the runs beside it is meant: the same quarter a year ago stands apart. So
    are holes of one width between single periods: a survey of every other year. A period that is
    there twice is a wrong heading, and that is said.
    """
    for table in context.tables:
        if table.layout is not Layout.LONG:
            for columns in _series(table):
                yield from _holes(table, columns)


def _series(table: Table) -> Iterator[list[Column]]:
    """The columns of figures by length of period and basis."""
    found: dict[object, list[Column]] = defaultdict(list)
    for column in table.by_role(Role.OUTTURN):
        if column.period is not None:
            found[column.period.grain, column.basis].append(column)
    yield from found.values()


def _holes(table: Table, columns: list[Column]) -> Iterator[Found]:
    periods = {c.period for c in columns if c.period is not None}
    runs = runs_of(periods)
    if len(periods) < len(columns) or _at_intervals(runs):
        return
    for before, after in pairwise(runs):
        missing = between(before[-1], after[0])
        if not missing:  # they overlap: twelve months up to each quarter's end
            continue
        if len(missing) > min(len(before), len(after)) or _year_ago(before, table.reported):
            continue
        at = next(c for c in columns if c.period == after[0])
        words = ", ".join(period.words for period in missing)
        message = f"no column for {words}, though periods before and after have one"
        yield at_heading(table, at, message, missing[0].words)


def _at_intervals(runs: list[list[Period]]) -> bool:
    """Whether periods stand apart by design: every other year, each second quarter."""
    holes = {len(between(before[-1], after[0])) for before, after in pairwise(runs)}
    return len(runs) > 2 and len(holes) == 1 and all(len(run) == 1 for run in runs)


def _year_ago(run: list[Period], reported: Period | None) -> bool:
    """Whether all that stands apart is the period that the reported one is compared with."""
    return reported is not None and run == [reported.year_before]


CHECK = Check(
    slug="period-gap",
    severity=Severity.WARNING,
    looks_for="a period without a column between others that have one",
    question="Is a quarter or month missing between the others?",
    mend="Put the missing period's column in, its figures marked as not available if need be.",
    run=_gaps,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 22),
        ),
        finds=("D1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 28, 26, 24, 22),
        ),
    ),
)
