"""What is in time and what is not: two shares of one whole that do not make 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._together import (
    ROUNDING,
    given,
    half_of_last,
    in_unit,
    number,
    sections,
    shared,
)
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_REACH = 8
_FEWEST = {"timely": 1, "turned": 2, "like": 3}
_TO_EACH_ODD = {"timely": 1, "turned": 3, "like": 3}
_LIKE = 0.5
_Series = Mapping[Period, Outturn]


def _sums(context: Context) -> Iterator[Found]:
    for section in sections(context.rows):
        shares = in_unit(section, Unit.PERCENT)
        series = [given(row) for row in shares]
        for one, other in combinations(range(len(shares)), 2):
            if other - one > _REACH:
                continue
            kinship = _kinship(shares[one], shares[other])
            if not kinship:
                continue
            rest = [s for at, s in enumerate(series) if at not in (one, other)]
            for period in _odd(series[one], series[other], kinship):
                if not _third(series[one], series[other], rest, period):
                    pair = series[one][period], series[other][period]
                    yield _found(shares[one], shares[other], *pair)


def _kinship(one: AssessedRow, other: AssessedRow) -> str:
    """Whether one name is the other turned round (`seen`, `not seen`), of what is done in time, or
    much like it and turned round (`seen in time`, `not visited in time`). Only other periods can
    tell that the two make up a whole: of a survey, `agree` and `do not agree` leave out who does
    not know."""
    names = [plain_name(row.measure) for row in (one, other)]
    turned = [_turned().search(name) is not None for name in names]
    if turned[0] == turned[1]:
        return ""
    words = [_words(_turned().sub(" ", name)) for name in names]
    if words[0] == words[1]:
        in_time = words_of(lexicon().names.in_time).search(names[turned.index(False)])
        return "timely" if in_time else "turned"
    few = min(len(words[0]), len(words[1]))
    return "like" if few and len(words[0] & words[1]) >= _LIKE * few else ""


@cache
def _turned() -> re.Pattern[str]:
    names = lexicon().names
    return words_of(names.not_done, names.not_next, names.gone_wrong)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name)) - frozenset(lexicon().names.little)


def _odd(one: _Series, other: _Series, kinship: str) -> list[Period]:
    """The few periods in which two shares that else make up a whole do not."""
    periods = shared((one, other))
    odd = [period for period in periods if not _whole(one[period], other[period])]
    evidence = {number(one[p]) for p in periods if p not in odd}
    agree, fewest = len(periods) - len(odd), _FEWEST[kinship]
    if agree < max(fewest, _TO_EACH_ODD[kinship] * len(odd)) or len(evidence) < fewest:
        return []  # 100% and 0% each time say little
    return odd


def _whole(one: Outturn, other: Outturn) -> bool:
    off = abs(number(one) + number(other) - 1)
    return off <= sum(half_of_last(o, Unit.PERCENT) for o in (one, other)) + ROUNDING


def _third(one: _Series, other: _Series, rest: Sequence[_Series], period: Period) -> bool:
    """Whether a further share, none of it in other periods, makes up what is missing."""
    missing = 1 - number(one[period]) - number(other[period])
    figures = [row[period] for row in rest if period in row and row[period].value]
    off = (abs(number(figure) - missing) for figure in figures)
    return any(
        each <= 3 * half_of_last(figure, Unit.PERCENT)
        for each, figure in zip(off, figures, strict=True)
    )


def _found(first: AssessedRow, row: AssessedRow, one: Outturn, other: Outturn) -> Found:
    """The finding, at the lower of the two rows."""
    figures = stated(one, first.measure), stated(other, row.measure)
    total = f"{(number(one) + number(other)) * 100:.10g}%"
    expected = f"{(1 - number(one)) * 100:.10g}%"
    return Found.in_row(
        row,
        other.cell,
        f"{row.measure.name}, {other.period.words}: {figures[1]} and the {figures[0]} of "
        f'"{first.measure.name}" ({one.cell}) make {total}, in other periods 100%',
        found=figures[1],
        expected=expected,
    )


_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")


def _row(key: str, name: str, *shares: float) -> tuple[str | Percent, ...]:
    return (key, name, *map(Percent, shares))


_SEEN = _row("A1", "% of children seen within timescale", 0.74, 0.77, 0.81, 0.84)
_WRONG = _row("B1", "% of children not seen within timescale", 0.26, 0.23, 0.19, 0.14)
_RIGHT = _row("B1", "% of children not seen within timescale", 0.26, 0.23, 0.19, 0.165)
_RULES = tuple(f'{{id: {key}, name: "{name}", unit: percent}}' for key, name, *_ in (_SEEN, _RIGHT))
CHECK = Check(
    slug="complement-sum",
    severity=Severity.ERROR,
    looks_for="shares in time and not in time that make no 100%, as they do in other periods",
    question="Are 84% seen in time, and 14% not?",
    mend="Correct the share that was mistyped: together they are 100%.",
    run=_sums,
    triggers=Example(rows=(_HEADINGS, _SEEN, _WRONG), rules=_RULES, finds=("F3",)),
    passes=Example(rows=(_HEADINGS, _SEEN, _RIGHT), rules=_RULES),
)
