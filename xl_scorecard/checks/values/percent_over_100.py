"""A share of a whole that is more than all of it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._scales import slipped_cells
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.marks import Mark


def _over_100(context: Context) -> Iterator[Found]:
    can_be_above = words_of(lexicon().names.can_be_above_100)
    for row in context.rows:
        measure = row.measure
        if measure.unit is not Unit.PERCENT or can_be_above.search(plain_name(measure)):
            continue
        slipped = slipped_cells(measure)  # those are percent-scale
        for outturn in measure.outturns.values():
            alone = Mark.ABOVE_ALL in outturn.flags and outturn.held is not None
            value = (outturn.held or 0) / outturn.usual if alone else outturn.value
            if value is None or outturn.cell in slipped:
                continue
            if round(value, 10) > 1:
                figure = f"{value * 100:.10g}%"
                shown = f"{value:.1%}" if round(value, 3) > 1 else figure
                unrated = ", so it is not rated" if alone else ""
                yield Found.in_row(
                    row,
                    outturn.cell,
                    f"{measure.name}, {outturn.period.words}: {shown} is above 100%{unrated}",
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
