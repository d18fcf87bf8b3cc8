"""What is in time and what is not: two shares of one whole that do not make 100%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._halves import Series, halves
from xl_scorecard.checks.counts._together import given, half_of_last, in_unit, number, sections
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn


def _sums(context: Context) -> Iterator[Found]:
    for section in sections(context.rows):
        shares = in_unit(section, Unit.PERCENT)
        for pair in halves(shares):
            one, other = given(pair.first), given(pair.second)
            rest = [given(row) for row in shares if row not in (pair.first, pair.second)]
            for period in pair.odd:
                if not _third(one, other, rest, period):
                    yield _found(pair.first, pair.second, one[period], other[period])


def _third(one: Series, other: Series, rest: Sequence[Series], period: Period) -> bool:
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
