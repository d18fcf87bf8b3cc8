"""A share of a whole that is more than all of it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._scales import slipped_cells
from xl_scorecard.checks._stated import stated, stated_otherwise
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.values._of_two_columns import too_much_in_two
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Outturn


def _over_100(context: Context) -> Iterator[Found]:
    can_be_above = words_of(lexicon().names.can_be_above_100)
    for row in context.rows:
        measure = row.measure
        if measure.unit is not Unit.PERCENT or can_be_above.search(plain_name(measure)):
            continue
        if row.target is not None and round(row.target.most, 10) > 1:
            continue  # more than all is what it is meant to come to, or may
        slipped = slipped_cells(measure)  # those are percent-scale
        for outturn in measure.outturns.values():
            if outturn.cell in slipped:
                continue
            if Mark.ABOVE_ALL in outturn.flags:
                yield _found(
                    row, outturn, stated_otherwise(outturn, measure), ", so it is not rated"
                )
            elif outturn.value is not None and round(outturn.value, 10) > 1:
                yield _found(row, outturn, stated(outturn, measure), "")
        for cell in too_much_in_two(row):
            assert isinstance(cell.value, float)  # told by its number
            shown = f"{cell.value:.0%}"
            yield Found.in_row(
                row,
                cell.ref,
                f"{measure.name}: {shown} is above 100%; its column's period stands in two columns "
                "and is not read",
                found=shown,
                expected="0% to 100%",
            )


def _found(row: AssessedRow, outturn: Outturn, figure: str, unrated: str) -> Found:
    value = outturn.value if outturn.held is None else outturn.held / outturn.usual
    shown = f"{value:.1%}" if value is not None and round(value, 3) > 1 else figure
    return Found.in_row(
        row,
        outturn.cell,
        f"{row.measure.name}, {outturn.period.words}: {shown} is above 100%{unrated}",
        found=figure,
        expected="0% to 100%",
    )


CHECK = Check(
    slug="percent-over-100",
    severity=Severity.ERROR,
    looks_for="a percentage above 100%",
    question="Is a share more than the whole?",
    mend="Correct the percentage, or its unit in the rule set.",
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
