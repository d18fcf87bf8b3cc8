"""A blank cell in the reporting period, without a reason for it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure


def _missing(context: Context) -> Iterator[Found]:
    for row in context.rows:
        outturn = row.measure.outturn(context.period)
        if (
            outturn is None
            or outturn.value is not None
            or outturn.raw
            or outturn.uncomputed
            or not _due(row.measure, context)
        ):
            continue
        yield Found.in_row(
            row,
            outturn.cell,
            f"{row.measure.name}, {context.period.words}: is blank; type the figure, or why there "
            "is none ([c], [x], [z], TBC)",
            found="",
            expected="a figure or the reason for its absence",
        )


def _due(measure: Measure, context: Context) -> bool:
    """Whether a figure is expected: not of annual indicators except at year end, nor of rows
    that never had one in a column of this length."""
    if measure.basis is Basis.ANNUAL and context.period.grain is not Grain.YEAR:
        year_end = context.period.end % 12 == (context.rule_set.starts - 2) % 12
        if not year_end:
            return False
    same = [o for p, o in measure.outturns.items() if p.grain is context.period.grain]
    ever = any(o.value is not None or o.raw for o in same)
    elsewhere = any(o.value is not None for o in measure.outturns.values())
    return ever or not elsewhere


CHECK = Check(
    slug="value-missing",
    severity=Severity.ERROR,
    looks_for="a blank cell where a figure is due",
    question="Is a figure still to be typed, or its absence to be explained?",
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
