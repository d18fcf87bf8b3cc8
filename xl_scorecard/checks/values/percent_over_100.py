"""A share of a whole that is more than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._scales import slipped_cells
from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit

# What is compared with a plan or an earlier figure is no share of a whole, and beds, staff and rent
# go above what was due.
_CAN_BE_ABOVE_100 = re.compile(
    r"\b(?:change|variance|variation|growth|increase|decrease|difference|inflation|of (?:the )?"
    r"(?:annual |year[- ]end )?(?:target|plan|profile|budget|baseline|standard)|against|versus|vs|"
    r"compared|collected|collection|occupancy|utili[sz]ation|capacity|fill rates?)\b"
)


def _over_100(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        if measure.unit is not Unit.PERCENT or _CAN_BE_ABOVE_100.search(plain_name(measure)):
            continue
        slipped = slipped_cells(measure)  # those are percent-scale
        for outturn in measure.outturns.values():
            if outturn.value is None or outturn.cell in slipped:
                continue
            if round(outturn.value, 10) > 1:
                figure = stated(outturn, measure)
                shown = f"{outturn.value:.1%}" if round(outturn.value, 3) > 1 else figure
                yield Found.in_row(
                    row,
                    outturn.cell,
                    f"{measure.name}, {outturn.period.words}: {shown} is above 100%",
                    found=figure,
                    expected="0% to 100%",
                )


CHECK = Check(
    slug="percent-over-100",
    severity=Severity.ERROR,
    looks_for="a percentage above 100%",
    question="Is a share more than the whole?",
    run=_over_100,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "% of children seen", Percent(0.98), Percent(1.01)),
        ),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "% of children seen", Percent(0.98), Percent(1)),
            ("B1", "% of budget spent against profile", Percent(0.98), Percent(1.04)),
        ),
    ),
)
