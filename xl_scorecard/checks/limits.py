"""Figures beyond what their kind can be: shares above 100%, counts below 0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xl_scorecard.checks.context import Check, Context, finding, stated
from xl_scorecard.checks.scale import slipped_cells
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, words_of
from xl_scorecard.domain.scorecard import Measure


def _over_100(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        can_be_above = words_of(lexicon().names.can_be_above_100).search(_name(measure))
        if measure.unit is not Unit.PERCENT or can_be_above:
            continue
        slipped = slipped_cells(measure)  # those are percent-scale
        for outturn in measure.outturns.values():
            if outturn.value is None or outturn.cell in slipped:
                continue
            if round(outturn.value, 10) > 1:
                figure = stated(outturn, measure)
                shown = f"{outturn.value:.1%}" if round(outturn.value, 3) > 1 else figure
                yield finding(
                    "percent-over-100",
                    Severity.ERROR,
                    measure,
                    outturn.cell,
                    f"{measure.name}, {outturn.period.words}: {shown} is above 100%",
                    found=figure,
                    expected="0% to 100%",
                )


def _negative(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        name = _name(measure)
        can_be_below = lexicon().names.can_be_negative
        counted = measure.unit in (Unit.COUNT, Unit.RATE_PER_10000)
        share = measure.unit is Unit.PERCENT and _share().match(name) is not None
        below = [o for o in measure.outturns.values() if o.value is not None and o.value < 0]
        # two of them are no slip: the row is one that can be negative, whatever its name
        if not (counted or share) or len(below) != 1 or words_of(can_be_below).search(name):
            continue
        (outturn,) = below
        figure = stated(outturn, measure)
        yield finding(
            "negative-value",
            Severity.ERROR,
            measure,
            outturn.cell,
            f"{measure.name}, {outturn.period.words}: {figure} is below 0",
            found=figure,
            expected="0 or more",
        )


@cache
def _share() -> re.Pattern[str]:
    of = any_word(lexicon().numbers.of)
    return re.compile(rf"{any_of(lexicon().names.shares)} {of}\b")


def _name(measure: Measure) -> str:
    return " ".join(measure.name.casefold().split())


PERCENT_OVER_100 = Check("percent-over-100", Severity.ERROR, "a percentage above 100%", _over_100)
NEGATIVE = Check("negative-value", Severity.ERROR, "a count or share below 0", _negative)
