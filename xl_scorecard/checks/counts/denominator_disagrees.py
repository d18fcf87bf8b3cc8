"""A share of another number than the sheet has elsewhere for what it is a share of."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import Counts, counts_of
from xl_scorecard.checks.counts._together import counted, given, half_of_last, in_unit, number
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period

_REACH = 8
_FEWEST, _DIGITS, _TO_EACH_ODD = 3, 6.0, 3
_SMALLEST = 10
_NEAR = 0.1
_Bases = Mapping[tuple[Period, float], Sequence[AssessedRow]]


class _Pair(NamedTuple):
    """The row of what a share is of, and the periods in which it is not what the share says."""

    base: AssessedRow
    odd: tuple[Period, ...]


def _disagree(context: Context) -> Iterator[Found]:
    counts, shares = counted(context.rows), in_unit(context.rows, Unit.PERCENT)
    with_figure = _by_figure(counts) if any(row.measure.denominators for row in shares) else {}
    for row in shares:
        beside = row.measure.denominators
        if beside:
            pair = _named(row, context, beside) or _alike(row, beside, with_figure)
            yield from _two_told(row, pair, beside) if pair is not None else ()
        elif row.measure.numerators and not all(counts_of(row, context)):
            yield from _needed(row, counts)


def _by_figure(counts: Sequence[AssessedRow]) -> _Bases:
    """Which rows of counts have a figure, but for small ones, by period."""
    found: defaultdict[tuple[Period, float], list[AssessedRow]] = defaultdict(list)
    for row in counts:
        for period, outturn in given(row).items():
            if number(outturn) >= _SMALLEST:
                found[period, number(outturn)].append(row)
    return found


def _named(row: AssessedRow, context: Context, beside: Counts) -> _Pair | None:
    """The row that the rule names, where a count beside the share says otherwise."""
    rule = row.measure.rule
    if rule is None or rule.denominator is None:
        return None
    base = context.row_meant(rule.denominator, row)
    return _pair(beside, base, fewest=1, digits=0.0) if base is not None else None


def _alike(row: AssessedRow, beside: Counts, with_figure: _Bases) -> _Pair | None:
    """The row that says the same in nearly every period."""
    votes: Counter[int] = Counter()
    rows: dict[int, AssessedRow] = {}
    for period, outturn in beside.items():
        for base in with_figure.get((period, outturn.value or 0.0), ()):
            if base is not row:
                votes[id(base)] += 1
                rows[id(base)] = base
    (best,) = votes.most_common(1) or [(0, 0)]
    if best[1] < _FEWEST:
        return None
    return _pair(beside, rows[best[0]], fewest=_FEWEST, digits=_DIGITS)


def _pair(beside: Counts, base: AssessedRow, *, fewest: int, digits: float) -> _Pair | None:
    """Two counts of one thing, where enough periods bear out that they are."""
    others = given(base)
    both = [p for p in sorted(beside) if beside[p].value is not None and p in others]
    odd = [p for p in both if number(beside[p]) != number(others[p])]
    same = {number(others[p]) for p in both if p not in odd}
    weight = sum(math.log10(figure) for figure in same if figure > 0)
    if not odd or len(same) < fewest or weight < digits:
        return None
    return _Pair(base, tuple(odd)) if len(both) - len(odd) >= _TO_EACH_ODD * len(odd) else None


def _two_told(row: AssessedRow, pair: _Pair, beside: Counts) -> Iterator[Found]:
    for period in pair.odd:
        own, other = beside[period], pair.base.measure.outturns[period]
        here, there = f"{number(own):,.12g}", f"{number(other):,.12g}"
        yield Found.in_row(
            row,
            own.cell,
            f"{row.measure.name}, {period.words}: is out of {here}, but "
            f'"{pair.base.measure.name}" ({other.cell}) is {there}, in other periods the same',
            found=here,
            expected=there,
        )


def _needed(row: AssessedRow, counts: Sequence[AssessedRow]) -> Iterator[Found]:
    """Of a share with its numerator and no denominator: the row near it that gives it in nearly
    every period, and what the share needs where that does not."""
    tops, shares = row.measure.numerators, given(row)
    both = [p for p in sorted(shares) if p in tops and tops[p].value]
    if len(both) <= _FEWEST:
        return
    at = row.measure.row
    near = [
        base for base in counts if base.table is row.table and abs(base.measure.row - at) <= _REACH
    ]
    found = [pair for base in near if (pair := _gives(row, base, tops, both)) is not None]
    if len(found) != 1:
        return
    for period in found[0].odd:
        share, base = shares[period], found[0].base
        other = base.measure.outturns[period]
        least, most = _fitting(row, tops, period)
        needs = f"{least:,}" if least == most else f"{least:,} to {most:,}"
        said, top = stated(share, row.measure), f"{number(tops[period]):,.12g}"
        yield Found.in_row(
            row,
            share.cell,
            f"{row.measure.name}, {period.words}: {said} with {top} ({tops[period].cell}) needs "
            f'{needs}, but "{base.measure.name}" ({other.cell}) is {number(other):,.12g}',
            found=said,
            expected=f"{number(tops[period]) / number(other) * 100:.1f}%",
        )


def _gives(
    row: AssessedRow, base: AssessedRow, tops: Counts, both: Sequence[Period]
) -> _Pair | None:
    wholes = given(base)
    periods = [p for p in both if p in wholes]
    if any(number(wholes[p]) < max(number(tops[p]), _SMALLEST) for p in periods):
        return None
    odd, same = [], set()
    for period in periods:
        least, most = _fitting(row, tops, period)
        whole = number(wholes[period])
        if least <= whole <= most:
            same.add(whole)
        else:
            odd.append(period)
            if least > most or abs(whole / least - 1) > _NEAR:
                return None
    enough = len(same) >= _FEWEST and len(periods) - len(odd) >= _TO_EACH_ODD * len(odd)
    return _Pair(base, tuple(odd)) if odd and enough else None


def _fitting(row: AssessedRow, tops: Counts, period: Period) -> tuple[int, int]:
    """The least and the most that the share may be of, as it was rounded."""
    share = row.measure.outturns[period]
    half = half_of_last(share, Unit.PERCENT)
    top = number(tops[period])
    low, high = number(share) - half, number(share) + half
    return math.ceil(top / high - 1e-9), math.floor(top / low + 1e-9) if low > 0 else 10**12


_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_RULES = (
    "{id: A1, name: Children seen, unit: percent}",
    "{id: A2, name: Children on a plan, unit: count}",
)
_ON_A_PLAN = ("A2", "Children on a plan", 877, 875, 885, 861)
_SEEN = ("A1", "Children seen", Percent(0.838), Percent(0.854), Percent(0.863), Percent(0.864))
_TOPS = (None, "Numerator", 735, 747, 764, 743)
CHECK = Check(
    slug="denominator-disagrees",
    severity=Severity.WARNING,
    looks_for="a share of another number than the row of what it is of has",
    question="Is 86.4% with 743 seen of 860 children, where 861 are on a plan?",
    mend="Use the same number as the row has, or say what else it is of.",
    run=_disagree,
    triggers=Example(
        rows=(_HEADINGS, _ON_A_PLAN, _SEEN, _TOPS, (None, "Denominator", 877, 875, 885, 860)),
        rules=_RULES,
        finds=("F5",),
    ),
    passes=Example(
        rows=(_HEADINGS, _ON_A_PLAN, _SEEN, _TOPS, (None, "Denominator", 877, 875, 885, 861)),
        rules=_RULES,
    ),
)
