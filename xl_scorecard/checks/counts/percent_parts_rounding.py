"""Shares of one whole that add up to 99% or 101%, as rounding has it, or to what it has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._halves import halves
from xl_scorecard.checks.counts._together import (
    ROUNDING,
    given,
    half_of_last,
    in_unit,
    number,
    sections,
    sum_of,
)
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_FEWEST_PARTS, _MOST_PARTS = 3, 12
_FEWEST, _TO_EACH_ODD = 3, 3
_FEW = 4
_SHOWN = 1e-6
_MOST = 1.1
"""No rounding takes shares of one whole above that."""
_Series = Mapping[Period, Outturn]


@dataclass(frozen=True)
class _Parts:
    """Rows right below each other whose shares make up a whole, and the periods in which they
    do not."""

    rows: tuple[AssessedRow, ...]
    odd: tuple[Period, ...]


def _shares(context: Context) -> Iterator[Found]:
    for section in sections(context.rows):
        series = [given(row) if row.measure.unit is Unit.PERCENT else {} for row in section]
        at = 0
        while at < len(section):
            until = at + _MOST_PARTS
            found = _parts_from(section[at:until], series[at:until])
            if found is not None:
                yield from _told(found, context.period)
            at += len(found.rows) if found is not None else 1
        yield from _of_two(section, context.period)


def _of_two(section: Sequence[AssessedRow], reported: Period) -> Iterator[Found]:
    """What is in time and what is not: what is more than rounding is `complement-sum`'s."""
    for pair in halves(in_unit(section, Unit.PERCENT)):
        if reported in pair.whole:
            yield from _told(_Parts((pair.first, pair.second), ()), reported)


def _parts_from(rows: Sequence[AssessedRow], figures: Sequence[_Series]) -> _Parts | None:
    """The rows from the first on that make up a whole, as they do in nearly every period: as many
    as do, for the last of them may be hardly any."""
    if _are_more(figures[:_FEWEST_PARTS]):
        return None
    periods = list(figures[0])
    sums = dict.fromkeys(periods, 0.0)
    best: _Parts | None = None
    for count, each in enumerate(figures, 1):
        periods = [period for period in periods if period in each]
        sums = {period: sums[period] + number(each[period]) for period in periods}
        over = sum(total > _MOST for total in sums.values())
        if len(periods) < _FEWEST or 2 * over > len(periods):
            break
        if count >= _FEWEST_PARTS:
            best = _whole(rows[:count], figures[:count], periods) or best
    return best


def _are_more(figures: Sequence[_Series]) -> bool:
    """Whether the first few rows are too much in each of a few periods: most rows are no parts of
    a whole, and not to be added up in sixty."""
    few = list(figures[0])[:_FEW]
    return all(
        sum(number(each[period]) for each in figures if period in each) > _MOST for period in few
    )


def _whole(
    rows: Sequence[AssessedRow], series: Sequence[_Series], periods: Sequence[Period]
) -> _Parts | None:
    odd = tuple(sorted(p for p in periods if abs(_off(series, p)) > _room(series, p)))
    same = {tuple(number(each[p]) for each in series) for p in periods if p not in odd}
    telling = [shares for shares in same if sum(share > 0 for share in shares) >= _FEWEST_PARTS]
    if len(telling) < _FEWEST or len(periods) - len(odd) < _TO_EACH_ODD * len(odd):
        return None
    return _Parts(tuple(rows), odd)


def _off(series: Sequence[_Series], period: Period) -> float:
    return sum(number(each[period]) for each in series) - 1


def _room(series: Sequence[_Series], period: Period) -> float:
    """By how much rounding may be off."""
    return sum(half_of_last(each[period], Unit.PERCENT) for each in series) + ROUNDING


def _told(parts: _Parts, reported: Period) -> Iterator[Found]:
    """What is not rounding, of each period; that it is rounding, of the reported one only."""
    last = parts.rows[-1]
    for period in (*parts.odd, reported):
        shares = [row.measure.outturns.get(period) for row in parts.rows]
        outturns = [o for o in shares if o is not None and o.value is not None]
        total = sum_of(outturns)
        if len(outturns) < len(shares) or abs(total - 1) < _SHOWN:
            continue
        made = f"{total * 100:.10g}%"
        odd = period in parts.odd
        found = Found.in_row(
            last,
            outturns[-1].cell,
            f"{period.words}: {_which(parts, outturns)} make {made}, "
            + ("more than rounding can be off" if odd else "which is rounding and no slip"),
            found=made,
            expected="100%",
        )
        yield replace(found, severity=Severity.WARNING) if odd else found
        if period == reported:
            return


def _which(parts: _Parts, outturns: Sequence[Outturn]) -> str:
    names = f'"{parts.rows[0].measure.name}"', f'"{parts.rows[-1].measure.name}"'
    cells = outturns[0].cell, outturns[-1].cell
    if len(parts.rows) < _FEWEST_PARTS:
        return f"the shares {names[0]} ({cells[0]}) and {names[1]} ({cells[1]})"
    return f"the {len(parts.rows)} shares from {names[0]} to {names[1]} ({cells[0]} to {cells[1]})"


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")


def _row(key: str, name: str, *shares: float) -> tuple[str | Percent, ...]:
    return (key, name, *map(Percent, shares))


_PARTS = (
    _row("A1", "Aged under 5", 0.31, 0.29, 0.33),
    _row("A2", "Aged 5 to 10", 0.27, 0.3, 0.28),
)
_OLDER = (0.42, 0.41)
_RULES = tuple(
    f"{{id: {key}, name: {name}, unit: percent}}"
    for key, name in (("A1", "Aged under 5"), ("A2", "Aged 5 to 10"), ("A3", "Aged 11 or over"))
)
CHECK = Check(
    slug="percent-parts-rounding",
    severity=Severity.INFO,
    looks_for="shares of one whole that add up to 99% or 101% by rounding, or are farther off",
    question="Why do the shares make 101%?",
    mend="Say below the table that shares are rounded, or correct the one that is off.",
    run=_shares,
    also=(Severity.WARNING,),
    triggers=Example(
        rows=(_HEADINGS, *_PARTS, _row("A3", "Aged 11 or over", *_OLDER, 0.4)),
        rules=_RULES,
        finds=("E4",),
    ),
    passes=Example(
        rows=(_HEADINGS, *_PARTS, _row("A3", "Aged 11 or over", *_OLDER, 0.39)),
        rules=_RULES,
    ),
)
