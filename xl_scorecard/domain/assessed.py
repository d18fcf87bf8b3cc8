"""A row of a scorecard, read and judged: what checks, columns, Summary and results rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.benchmarks.held_against import HeldAgainst
from xl_scorecard.domain.compared import NotCompared, compared_with
from xl_scorecard.domain.direction import Over
from xl_scorecard.domain.forecast.projecting import Forecast
from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.ours import BREAK, NOT_KNOWN
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Measure, Outturn, Table
from xl_scorecard.domain.streaks.told import Streak
from xl_scorecard.domain.variation.told import Variation

_MOST_OTHERS = 3
Direction = Literal["up", "down", "level"]
Travel = Literal["improved", "worsened", "static"]


@dataclass(frozen=True, eq=False)
class AssessedRow:
    """An indicator in its table: its measure, and its status, change and direction of travel in
    the reporting period, with the outturns they rest on.

    `status_as_shown` is the status that the figure would have as its cell shows it, rounded.

    `compared_with` is the period that its move is told from. Where an earlier figure is there and
    not to be compared with, `previous` or `year_before` is None, and `not_compared` or
    `not_compared_on_year` says why. `variation` is its series up to that period, charted,
    `against_others` what comes of its benchmarks, `streak` what else its series tells of it.
    `status_before` is the status it had in the period that its move is told from, where its
    direction of travel is by status. `forecast` is the projection to the end of the year, where its
    rule asks for one.

    Two rows are never the same, whatever stands in them: ids and names may be there twice.
    """

    table: Table
    measure: Measure
    period: Period
    current: Outturn | None
    previous: Outturn | None
    year_before: Outturn | None
    target: Target | None
    status: str
    status_as_shown: str
    concern: int
    change: float | None
    change_on_year: float | None
    direction: Direction | None
    travel: Travel | None
    compared_with: Period | None = None
    not_compared: NotCompared | None = None
    not_compared_on_year: NotCompared | None = None
    variation: Variation = field(default_factory=Variation)
    against_others: tuple[HeldAgainst, ...] = ()
    streak: Streak | None = None
    status_before: str | None = None
    forecast: Forecast | None = None

    @cached_property
    def given(self) -> dict[Period, Outturn]:
        """The outturns that there is a figure of on the scale of its row, oldest first."""
        figures = self.measure.outturns
        periods = sorted(p for p, o in figures.items() if o.value is not None and o.held is None)
        return {period: figures[period] for period in periods}

    @property
    def no_move(self) -> str:
        """What stands in place of a move that is not told."""
        return _in_place(self.not_compared)

    @property
    def no_change_on_year(self) -> str:
        """What stands in place of a change on the year that is not told."""
        return _in_place(self.not_compared_on_year)

    @property
    def told_from_usual(self) -> bool:
        """Whether its move is told from the period that is usual."""
        return self.measure.direction.over is Over.PREVIOUS

    @property
    def value(self) -> float | None:
        """The current outturn, in the unit."""
        return self.current.value if self.current else None

    @property
    def gap(self) -> Gap | None:
        """Why there is no current outturn, or None where there is one."""
        if self.value is not None:
            return None
        return self.current.gap if self.current else Gap.NOT_AVAILABLE


def _in_place(why_not: NotCompared | None) -> str:
    return BREAK if why_not is NotCompared.BREAK else NOT_KNOWN


def compared_words(period: Period, rows: Iterable[AssessedRow]) -> str:
    """What the moves of some rows are told from, in words: `Q2 2018/19`, and of running totals
    among them `Q3 2017/18`."""
    rows = list(rows)
    if any(row.measure.direction.over is not Over.PREVIOUS for row in rows):
        return _said_words(period, rows)
    told_from = {compared_with(period, row.measure) for row in rows} or {period.previous}
    if len(told_from) == 1:
        return told_from.pop().words
    return f"{period.previous.words} (running totals: {period.year_before.words})"


def _said_words(period: Period, rows: Sequence[AssessedRow]) -> str:
    """Likewise where rule sets say what moves are told from: the usual one, and the others."""
    told = Counter(compared_with(period, row.measure) for row in rows)
    most, *others = [each.words for each, _ in told.most_common()]
    if not others:
        return most
    some = others[:_MOST_OTHERS] + ["others"] * (len(others) > _MOST_OTHERS)
    return f"{most} (some rows: {', '.join(some)})"


def nearest_meant(
    meant: Sequence[AssessedRow], asking: Sequence[AssessedRow], by: AssessedRow
) -> AssessedRow | None:
    """The one of some rows that a row means; `asking` are all that are called as it is."""
    near: tuple[Callable[[AssessedRow], bool], ...] = (
        lambda row: row.table is by.table and row.measure.section == by.measure.section,
        lambda row: row.table is by.table,
        lambda row: row.measure.sheet == by.measure.sheet,
        lambda _: True,
    )
    for step, is_near in enumerate(near):
        found = [row for row in meant if is_near(row)]
        if found:
            said = step == 0 or _are_one([row for row in asking if is_near(row)])
            return found[0] if said and _are_one(found) else None
    return None


def _are_one(rows: list[AssessedRow]) -> bool:
    """Whether there is one row, or one that was pasted again with all its figures."""
    figures = [{p: o.value for p, o in row.measure.outturns.items()} for row in rows]
    return all(others == figures[0] for others in figures)
