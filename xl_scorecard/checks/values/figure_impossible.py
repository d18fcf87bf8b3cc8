"""A number that is no figure of its row: a code for "none", a count among shares."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.marks import Mark

_WHY = {
    Mark.CODE: (
        "is a code and no figure; type why there is none ([c], [x], [z], TBC)",
        "a figure or the reason for its absence",
    ),
    Mark.NO_SHARE: ("is a count among percentages", "a percentage"),
}


def _impossible(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            for mark, (why, expected) in _WHY.items():
                if mark in outturn.flags:
                    yield Found.in_row(
                        row,
                        outturn.cell,
                        f"{row.measure.name}, {outturn.period.words}: {outturn.raw} {why}; it is "
                        "not rated",
                        found=outturn.raw,
                        expected=expected,
                    )


CHECK = Check(
    slug="figure-impossible",
    severity=Severity.ERROR,
    looks_for="-999 or 99999 in place of a figure, a count in a row of percentages",
    question="Is a number no figure of this row at all?",
    mend="Type the figure, or a marker that says why there is none.",
    run=_impossible,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Days waiting", 24, -9999),
            ("B1", "Proportion of complaints upheld", Percent(0.35), 17),
        ),
        rules=(
            "{id: A1, name: Days waiting, unit: days}",
            "{id: B1, name: Proportion of complaints upheld, unit: percent}",
        ),
        finds=("D2", "D3"),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Underspend (£)", 1200, -999),
            ("B1", "Proportion of complaints upheld", Percent(0.35), 36.5),
        ),
    ),
)
