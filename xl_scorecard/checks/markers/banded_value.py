"""Bands in place of figures, one finding a row: who prints bands prints them in every period."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.marks import Mark


def _banded(context: Context) -> Iterator[Found]:
    for row in context.rows:
        banded = [o for o in row.measure.outturns.values() if Mark.BANDED in o.flags]
        if not banded:
            continue
        outturn = next((o for o in banded if o.period == context.period), banded[0])
        more = f" (and {len(banded) - 1} more of the row)" if len(banded) > 1 else ""
        yield Found.in_row(
            row,
            outturn.cell,
            f'{row.measure.name}, {outturn.period.words}: "{outturn.raw}"{more} is a band and not '
            "a figure, so it is not rated",
            found=outturn.raw,
            expected="a figure",
        )


CHECK = Check(
    slug="banded-value",
    severity=Severity.INFO,
    looks_for="a band such as <5 or 90-99 in a value cell",
    question="Is only a band known, where a figure could be rated?",
    mend="Write the figure where it may be known; else leave the band, and accept this.",
    run=_banded,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, "20-25"),
        ),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
        ),
    ),
)
