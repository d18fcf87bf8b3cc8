"""A total that its parts do not add up to, though they do in other periods."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._together import counted, given, number, rounded_to_fives, sum_of
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_MOST_PARTS = 12
_FIRST = 4
_TO_EACH_ODD = 3
_BY_FIGURES, _BY_NAME = (3, 6.0), (2, 3.0)
"""How many periods must agree, and how many digits their totals must have together: small numbers
agree by chance."""
_Series = Mapping[Period, Outturn]


@dataclass(frozen=True)
class _Sum:
    """A total and the rows that make it up: where they do, and where not."""

    total: AssessedRow
    parts: tuple[AssessedRow, ...]
    agree: int
    odd: tuple[Period, ...]


def _totals(context: Context) -> Iterator[Found]:
    tables: dict[int, list[AssessedRow]] = defaultdict(list)
    for row in counted(context.rows):
        tables[id(row.table)].append(row)
    for rows in tables.values():
        series = [given(row) for row in rows]
        only_grow = all(number(outturn) >= 0 for each in series for outturn in each.values())
        for at in range(len(rows)):
            sums = _sums(at, rows, series, only_grow=only_grow)
            found = max(sums, key=lambda s: s.agree, default=None)
            if found is not None:
                yield from _told(found)


def _sums(
    at: int, rows: Sequence[AssessedRow], series: Sequence[_Series], *, only_grow: bool
) -> Iterator[_Sum]:
    """The runs of rows right above or below a row that nearly always make it up; where no figure
    is below 0, a sum that is past its total need not go on."""
    total = series[at]
    for step in (1, -1):
        beside = series[at + step] if 0 <= at + step < len(rows) else {}
        shared_first = islice((period for period in total if period in beside), _FIRST)
        sums = dict.fromkeys(shared_first, 0.0)
        for count in range(1, _MOST_PARTS + 1):
            to = at + step * count
            if not 0 <= to < len(rows):
                break
            sums = {p: s + number(series[to][p]) for p, s in sums.items() if p in series[to]}
            if only_grow and all(s > number(total[p]) for p, s in sums.items()):
                break
            if count == 1 or not any(s and s == number(total[p]) for p, s in sums.items()):
                continue
            within = range(at + step, to + step, step)
            found = _of(
                [rows[at], *(rows[n] for n in within)], [total, *(series[n] for n in within)]
            )
            if found is not None:
                yield found


def _of(rows: Sequence[AssessedRow], series: Sequence[_Series]) -> _Sum | None:
    """A run of rows as parts of the first, where enough periods bear it out."""
    agree: dict[float, None] = {}
    odd, count = [], 0
    for period in sorted(set.intersection(*(set(each) for each in series))):
        total, *parts = (number(each[period]) for each in series)
        if total != sum(parts):
            odd.append(period)
        elif sum(part > 0 for part in parts) > 1:
            count += 1
            agree[total] = None
    fewest, digits = _BY_NAME if _named(rows) else _BY_FIGURES
    weight = sum(math.log10(total) for total in agree)
    if not odd or len(agree) < fewest or weight < digits or _is_one_too_many(series, odd):
        return None
    if count < _TO_EACH_ODD * len(odd) and not (len(odd) == 1 and _named(rows)):
        return None
    odd = [p for p in odd if not rounded_to_fives(*(number(each[p]) for each in series))]
    return _Sum(rows[0], tuple(rows[1:]), count, tuple(odd))


def _is_one_too_many(series: Sequence[_Series], odd: Sequence[Period]) -> bool:
    """Whether the rows but the last make the total where all of them do not: the last, 0 or blank
    elsewhere, is no part of it."""
    total, *parts, _ = series
    return all(
        number(total[p]) == sum(number(part[p]) for part in parts)
        for p in odd
        if all(p in each for each in (total, *parts))
    )


def _named(rows: Sequence[AssessedRow]) -> bool:
    """Whether names say that it is a total, or that all others are parts: `Total`, `of which`,
    `Theme: visit`."""
    whole, *parts = (plain_name(row.measure) for row in rows)
    if words_of(tuple(lexicon().figures.totals)).search(whole):
        return True
    if all(words_of(lexicon().names.of_which).match(part) for part in parts):
        return True
    heads = {part.partition(":")[0] if ":" in part else None for part in parts}
    return len(heads) == 1 and None not in heads


def _told(found: _Sum) -> Iterator[Found]:
    total = found.total
    for period in found.odd:
        outturn = total.measure.outturns[period]
        parts = [row.measure.outturns[period] for row in found.parts]
        stated, made = f"{number(outturn):,.12g}", f"{sum_of(parts):,.12g}"
        first, last = sorted((parts[0], parts[-1]), key=lambda o: (o.row, o.column))
        yield Found.in_row(
            total,
            outturn.cell,
            f"{total.measure.name}, {period.words}: {stated} is stated, but its {len(parts)} parts "
            f"({first.cell} to {last.cell}) make {made}; in other periods they make the "
            "total",
            found=stated,
            expected=made,
        )


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_RULES = (
    "{id: A1, name: All statements, unit: count}",
    '{id: A2, name: "of which: from boys", unit: count}',
    '{id: A3, name: "of which: from girls", unit: count}',
)
_PARTS = (("A2", "of which: from boys", 40, 35, 52), ("A3", "of which: from girls", 34, 31, 38))
CHECK = Check(
    slug="parts-not-total",
    severity=Severity.ERROR,
    looks_for="a total that its parts do not add up to, as they do in other periods",
    question="Do the parts add up to the total?",
    mend="Correct the total, or the part that is wrong.",
    run=_totals,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "All statements", 74, 66, 109), *_PARTS),
        rules=_RULES,
        finds=("E2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "All statements", 74, 66, 90), *_PARTS),
        rules=_RULES,
    ),
)
