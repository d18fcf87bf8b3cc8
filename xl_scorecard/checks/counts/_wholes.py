"""Totals that stand right above or below their parts, as most periods bear out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.counts._together import counted, given, number
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_MOST_PARTS = 12
_BY_FIGURES, _BY_NAME = (3, 6.0), (2, 3.0)
"""How many periods must agree, and how many digits their totals must have together: small numbers
agree by chance."""


class Whole(NamedTuple):
    """A total and the rows that make it up wherever all of them are given."""

    total: AssessedRow
    parts: tuple[AssessedRow, ...]


def wholes(rows: Iterable[AssessedRow]) -> Iterator[Whole]:
    """Every run of rows beside a total that always makes it up."""
    tables: dict[int, list[AssessedRow]] = defaultdict(list)
    for row in counted(rows):
        tables[id(row.table)].append(row)
    for of_table in tables.values():
        series = [given(row) for row in of_table]
        for at in range(len(of_table)):
            for run in _runs(at, len(of_table)):
                if _make_up([series[at], *(series[n] for n in run)], _is_named(of_table, at, run)):
                    yield Whole(of_table[at], tuple(of_table[n] for n in run))


def _runs(at: int, count: int) -> Iterator[range]:
    for step in (1, -1):
        for parts in range(2, _MOST_PARTS + 1):
            if 0 <= at + step * parts < count:
                yield range(at + step, at + step * (parts + 1), step)


def _make_up(series: Sequence[Mapping[Period, Outturn]], named: bool) -> bool:
    totals = set()
    whole, *others = series
    for period in whole:
        if not all(period in other for other in others):
            continue
        total, *parts = (number(each[period]) for each in series)
        if total != sum(parts):
            return False
        if sum(part > 0 for part in parts) > 1:
            totals.add(total)
    fewest, digits = _BY_NAME if named else _BY_FIGURES
    return len(totals) >= fewest and sum(math.log10(total) for total in totals) >= digits


def _is_named(rows: Sequence[AssessedRow], at: int, run: range) -> bool:
    """Whether a name says that it is a total, or all others that they are parts."""
    if words_of(tuple(lexicon().figures.totals)).search(plain_name(rows[at].measure)):
        return True
    of_which = words_of(lexicon().names.of_which)
    return all(of_which.match(plain_name(rows[n].measure)) for n in run)
