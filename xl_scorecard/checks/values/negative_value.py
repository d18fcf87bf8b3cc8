"""A count, rate or share below 0, where nothing in its name says that it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, words_of


def _negative(context: Context) -> Iterator[Found]:
    can_be_below = words_of(lexicon().names.can_be_negative)
    for row in context.rows:
        measure = row.measure
        name = plain_name(measure)
        counted = measure.unit in (Unit.COUNT, Unit.RATE_PER_10000)
        share = measure.unit is Unit.PERCENT and _share().match(name) is not None
        below = [o for o in measure.outturns.values() if o.value is not None and o.value < 0]
        # two of them are no slip: the row is one that can be negative, whatever its name
        if not (counted or share) or len(below) != 1 or can_be_below.search(name):
            continue
        (outturn,) = below
        figure = stated(outturn, measure)
        yield Found.in_row(
            row,
            outturn.cell,
            f"{measure.name}, {outturn.period.words}: {figure} is below 0",
            found=figure,
            expected="0 or more",
        )


@cache
def _share() -> re.Pattern[str]:
    of = any_word(lexicon().numbers.of)
    return re.compile(rf"{any_of(lexicon().names.shares)} {of}\b")


_RULES = (
    "{id: A1, name: Children waiting, unit: count}",
    "{id: B1, name: Net change, unit: count}",
)
CHECK = Check(
    slug="negative-value",
    severity=Severity.ERROR,
    looks_for="a count or share below 0",
    question="Is there less than none of something?",
    run=_negative,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, -22),
            ("B1", "Net change", 3, 2),
        ),
        rules=_RULES,
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 0),
            ("B1", "Net change", 3, -2),
        ),
        rules=_RULES,
    ),
)
