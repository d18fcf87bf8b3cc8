"""A formula without a stored result, one finding a row: a workbook that was never computed has
hundreds of such cells."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, NotComputed
from xl_scorecard.domain.finding import Severity


def _not_computed(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        cells = [o.cell for o in measure.outturns.values() if o.uncomputed]
        if not cells:
            continue
        current = measure.outturn(context.period)
        place = current.cell if current is not None and current.uncomputed else cells[0]
        more = f" and {len(cells) - 1} more of the row" if len(cells) > 1 else ""
        yield Found.in_row(
            row,
            place,
            f"{measure.name}: the formula in {place}{more} has no stored result; open and save "
            "the workbook in Excel, or say --recalculate",
            found="",
            expected="the result of the formula",
        )


CHECK = Check(
    slug="formula-no-cached-value",
    severity=Severity.WARNING,
    looks_for="a formula whose result was never computed and stored",
    question="Was the workbook computed before it was saved?",
    mend="Open the workbook in Excel and save it, or refresh with --recalculate.",
    run=_not_computed,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, NotComputed("C2-2")),
            ("B1", "Referrals", 310, 305),
        ),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
            ("B1", "Referrals", 310, 305),
        ),
    ),
)
