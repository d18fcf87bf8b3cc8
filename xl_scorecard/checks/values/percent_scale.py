"""A percentage two decimal places off from the rest of its row."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._scales import in_the_other_scale, slipped_cells, stored
from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity


def _slipped(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        cells = slipped_cells(measure)
        for outturn, number in stored(measure) if cells else ():
            if outturn.cell not in cells:
                continue
            usual = in_the_other_scale(number)
            yield Found.in_row(
                row,
                outturn.cell,
                f"{measure.name}, {outturn.period.words}: {number:.10g} is stored among "
                f"percentages kept as {usual:.10g} is; it is read as {stated(outturn, measure)}",
                found=f"{number:.10g}",
                expected=f"{usual:.10g}",
            )


_RULES = ("{id: A1, name: Children seen, unit: percent}",)
CHECK = Check(
    slug="percent-scale",
    severity=Severity.ERROR,
    looks_for="80 in a row of 0.78 and 0.81, or 0.8 in a row of 78 and 81",
    question="Is a percentage two decimal places off from the others of its row?",
    mend="Type it on the scale of the row's other figures.",
    run=_slipped,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", 0.78, 80, 0.81),
        ),
        rules=_RULES,
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", 78, 80, 81),
        ),
        rules=_RULES,
    ),
)
