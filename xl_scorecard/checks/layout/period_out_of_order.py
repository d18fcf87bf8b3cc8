"""A column of figures that stands on the wrong side of another: Q3 left of Q2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.layout._headings import at_heading
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Period, runs_of
from xl_scorecard.domain.scorecard import Column, Layout, Role

_FEWEST = 3
_FEWEST_BESIDE = 3
"""How many columns must be in order for one among them to be the one that is not."""


class _Stray(NamedTuple):
    """A column that stands wrong, the one beside it, and what would be right."""

    column: Column
    beside: Column
    expected: str


def _out_of_order(context: Context) -> Iterator[Found]:
    """Two columns that changed places, or one among others that run on, or back. An order of their
    own is meant: the newest first, or quarter by quarter of several years."""
    for table in context.tables:
        if table.layout not in (Layout.WIDE, Layout.TRANSPOSED):
            continue
        runs: dict[object, list[Column]] = defaultdict(list)
        for column in table.by_role(Role.OUTTURN):
            if column.period is not None:
                runs[column.period.grain, column.basis].append(column)
        for columns in runs.values():
            found = _stray(columns, table.reported)
            if found is not None:
                message = (
                    f"{_period(found.column).words} stands beside {_period(found.beside).words}, "
                    "out of the order of the others; each is read by its heading: correct the "
                    "heading if it is wrong, or move the column"
                )
                yield at_heading(table, found.column, message, found.expected)


def _period(column: Column) -> Period:
    assert column.period is not None  # told by it
    return column.period


def _stray(columns: Sequence[Column], reported: Period | None) -> _Stray | None:
    periods = [_period(column) for column in columns]
    if len(periods) < _FEWEST or len(set(periods)) < len(periods):
        return None  # said already
    onward, back = list(columns), list(reversed(columns))
    if _falls(onward) == [] or _falls(back) == []:
        return None
    if len(runs_of(periods)) == 1:
        ways = (onward,) if len(periods) == _FEWEST else (onward, back)
        for way in ways:  # Q3, Q1, Q2 is the newest first rather than a slip among three
            if (found := _swapped(way)) is not None:
                return found
    return _alone(onward, reported) or _alone(back, reported)


def _falls(columns: Sequence[Column]) -> list[int]:
    """The places whose period is earlier than that before."""
    pairs = enumerate(pairwise(columns), 1)
    return [place for place, (one, other) in pairs if _period(other) < _period(one)]


def _swapped(columns: Sequence[Column]) -> _Stray | None:
    """The two neighbours whose change of places would put all in order."""
    falls = _falls(columns)
    if len(falls) != 1:
        return None
    (place,) = falls
    one, other = columns[place - 1], columns[place]
    if _falls([*columns[: place - 1], other, one, *columns[place + 1 :]]):
        return None
    left, right = sorted((one, other), key=lambda column: column.index)
    return _Stray(right, left, f"{_period(right).words} before {_period(left).words}")


def _alone(columns: Sequence[Column], reported: Period | None) -> _Stray | None:
    """The one within a row of columns that would be in order without it; not one at either end,
    nor the same period of another year beside its like: these stand where they are meant to."""
    falls = _falls(columns)
    if len(falls) != 1 or len(columns) <= _FEWEST_BESIDE:
        return None
    (fall,) = falls
    strays = [
        place
        for place in (fall - 1, fall)
        if 0 < place < len(columns) - 1
        and not _falls([*columns[:place], *columns[place + 1 :]])
        and not _of_another_year(columns, place, reported)
    ]
    if len(strays) != 1:
        return None
    (place,) = strays
    before, after = _period(columns[place - 1]), _period(columns[place + 1])
    between = f"a period between {before.words} and {after.words}"
    return _Stray(columns[place], columns[place - 1], between)


def _of_another_year(columns: Sequence[Column], place: int, reported: Period | None) -> bool:
    """Whether a column is that of the period beside it, or of the one reported, in another year."""
    beside = (_period(columns[place - 1]), _period(columns[place + 1]), reported)
    end = _period(columns[place]).end
    others = {other.end for other in beside if other is not None} - {end}
    return any((other - end) % 12 == 0 for other in others)  # itself it may be the one reported


CHECK = Check(
    slug="period-out-of-order",
    severity=Severity.WARNING,
    looks_for="a column of figures out of the order of the others: Q3 left of Q2",
    question="Were two columns swapped, or is a heading that of another period?",
    mend="Put the columns in order of time, or correct the heading.",
    run=_out_of_order,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q1 2018/19", "Q3 2018/19", "Q2 2018/19"),
            ("A1", "Children waiting", 26, 22, 24),
        ),
        finds=("E1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19", "Q2 2018/19", "Q1 2018/19"),
            ("A1", "Children waiting", 22, 24, 26),
        ),
    ),
)
