"""A figure typed for a period after the one reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Outturn


def _future(context: Context) -> Iterator[Found]:
    """Where half of the rows have the figure, an earlier report is made once more: no finding."""
    filled = [list(_later(row.measure.outturns.values(), context)) for row in context.rows]
    if 2 * sum(map(bool, filled)) > len(filled):
        return
    for row, outturns in zip(context.rows, filled, strict=True):
        for outturn in outturns:
            message = (
                f"{row.measure.name}: {outturn.raw} is typed for {outturn.period.words}, while "
                f"{context.period.words} is reported; clear it, or is it in the wrong column?"
            )
            yield Found.in_row(row, outturn.cell, message, found=outturn.raw, expected="")


def _later(outturns: Iterable[Outturn], context: Context) -> Iterator[Outturn]:
    """The figures of months and quarters that begin when the reported period is over."""
    end = context.period.end
    for outturn in outturns:
        period, to_come = outturn.period, outturn.formula and not outturn.value
        if period.end <= end or period.grain is Grain.YEAR or period.start <= end:
            continue
        if outturn.value is not None and not to_come:
            yield outturn


CHECK = Check(
    slug="period-future-filled",
    severity=Severity.ERROR,
    looks_for="a figure typed for a period after the one reported",
    question="Has a figure slipped into the column of the quarter to come?",
    mend="Move the figure to its own column, or take it out.",
    run=_future,
    triggers=Example(
        rows=(
            ("Scorecard Quarter 2 2018/19", None, None, None, None),
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, 23),
            ("B1", "Referrals", 310, 305, None),
            ("C1", "Visits", 610, 605, None),
        ),
        finds=("E3",),
    ),
    passes=Example(
        rows=(
            ("Scorecard Quarter 2 2018/19", None, None, None, None),
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, None),
            ("B1", "Referrals", 310, 305, None),
            ("C1", "Visits", 610, 605, None),
        ),
    ),
)
