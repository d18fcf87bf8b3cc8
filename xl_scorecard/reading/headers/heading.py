"""One column's headings, one above the other: the role they name and what they say of time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_with_year,
    find_period,
    may_number_month,
    parse_period,
)
from xl_scorecard.domain.scorecard import Column, Role
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import (
    figure_under,
    is_forecast,
    named_by_rule,
    speaks_of_figures,
)

_LONGEST_GROUP = 80
_NAMES = frozenset((Role.INDICATOR, Role.REFERENCE))
SAYS_HOW_JUDGED = frozenset(
    (Role.POLARITY, Role.TARGET, Role.TOLERANCE, Role.THRESHOLD, Role.RAG, Role.TRAVEL)
)
_OF_A_PERIOD = SAYS_HOW_JUDGED | {
    Role.OUTTURN, Role.CHANGE, Role.COMMENT, Role.BENCHMARK, Role.NUMERATOR, Role.DENOMINATOR,
}  # fmt: skip
_OVER_PERIODS = _OF_A_PERIOD - {Role.TRAVEL, Role.CHANGE}
"""What a group over periods may be; "Trend" over years is a run of figures."""


@dataclass(frozen=True)
class Heading:
    """One column's headings, from the top down: its role, and what they say of time.

    `under` is what the groups above it say of time, whatever its role.
    """

    index: int
    own: str
    groups: tuple[str, ...] = ()
    role: Role | None = None
    words: PeriodWords | None = None
    by_rule: bool = False
    under: PeriodWords | None = None

    @property
    def label(self) -> str:
        """The headings in one line, groups first."""
        return ": ".join([*reversed(self.groups), self.own])

    @property
    def period(self) -> Period | None:
        """The whole period that it names."""
        return self.words.period if self.words is not None else None

    @property
    def column(self) -> Column:
        """The column below it."""
        basis = self.words.basis if self.words is not None else None
        return Column(self.index, self.label, self.role or Role.OTHER, self.period, basis)


class Stack:
    """A column's heading cells, its own first, then the groups above it, nearest first.

    `text` is its own words, `above` those of the groups.
    """

    def __init__(self, index: int, cells: list[Cell], words: HeadingWords) -> None:
        own, *groups = [*apart(cells[0], words.starts), *cells[1:]]
        self.index = index
        self.words = words
        self.value = cells[0].value
        self.text = words_of(own)
        self.groups = groups
        self.above = tuple(words_of(group) for group in groups)

    @property
    def is_below_names(self) -> bool:
        """Whether it stands below the heading of names: a row of data."""
        silent = self.words.role(self.text) is None
        return silent and not _NAMES.isdisjoint(self.roles_above)

    @property
    def roles_above(self) -> list[Role]:
        """The roles that groups name."""
        return [role for group in self.above if (role := self.words.role(group)) is not None]

    @property
    def is_below_a_period(self) -> bool:
        """Whether a group names a period."""
        return any(period is not None for period in self._periods_above)

    @property
    def _periods_above(self) -> list[PeriodWords | None]:
        starts = self.words.starts
        return [
            None if isinstance(group.value, bool) else parse_period(group.value, starts)
            for group in self.groups
        ]

    def lists_periods(self, when: PeriodWords | None) -> bool:
        """Whether another period of the same length stands above: a list of periods, no heading."""
        if when is None or when.period is None:
            return False
        above = [words.period for words in self._periods_above if words is not None]
        others = [period for period in above if period not in (None, when.period)]
        return when.period.grain in [period.grain for period in others if period is not None]

    def completed(self, when: PeriodWords | None) -> PeriodWords | None:
        """What a column says of time, completed by the groups above it, nearest first."""
        for group in self.groups:
            if when is not None and when.period is not None:
                break
            above = self._said_by(group)
            if above is not None:
                when = above if when is None else _together(when, above, self.words.starts)
        return when

    def _said_by(self, group: Cell) -> PeriodWords | None:
        said = parse_period(group.value, self.words.starts)
        if said is None and len(group.text) <= _LONGEST_GROUP:
            return find_period(group.text, self.words.starts)
        return said


def read_heading(stack: Stack, when: PeriodWords | None) -> Heading:
    """A column's heading; `when` is what its own words say of time."""
    words = stack.words
    role = words.role(stack.text)
    if role in (None, Role.OUTTURN) and is_forecast(stack.text, stack.above):
        return Heading(stack.index, stack.text, stack.above, Role.OTHER)
    if role is None and when is None and speaks_of_figures(stack.text):
        when = find_period(stack.text, words.starts)
    role = _role_in_its_group(stack, role, when)
    when = _when(stack, role, when)
    if role is Role.OUTTURN and stack.lists_periods(when):
        role, when = Role.OTHER, None
    by_rule = named_by_rule(stack.text, words.extra)
    under = stack.completed(None) if stack.groups else None
    return Heading(stack.index, stack.text, stack.above, role, when, by_rule, under)


def _together(when: PeriodWords, above: PeriodWords, starts: int) -> PeriodWords:
    if when.basis is not None and when.relative is not None:
        return replace(above, basis=when.basis)  # "YTD" below "Q3 2018/19"
    return complete_with_year(when, above, starts)


def _role_in_its_group(stack: Stack, role: Role | None, when: PeriodWords | None) -> Role | None:
    """A column that only says when, or only that it is a figure, is what its group says it is."""
    figure = figure_under(stack.text)
    counts = role is Role.PERIOD or (role in (Role.REFERENCE, Role.BASIS) and figure)
    if counts and stack.is_below_a_period:
        role = Role.OUTTURN  # "In month" beside "YTD", "No." beside "%", below the period
    if role not in (None, Role.OUTTURN):
        return role
    group = next((r for r in stack.roles_above if r not in (Role.OUTTURN, Role.SECTION)), None)
    if when is not None:
        return group if group in _OVER_PERIODS else Role.OUTTURN
    if role is not None:
        return group if group in (Role.BENCHMARK, Role.TARGET) else role
    return Role.OUTTURN if figure and stack.is_below_a_period else group


def _when(stack: Stack, role: Role | None, when: PeriodWords | None) -> PeriodWords | None:
    """What a column of a role says of time, with its groups."""
    if role not in _OF_A_PERIOD:
        return when
    if when is None:
        when = find_period(stack.text, stack.words.starts)
    return stack.completed(when)


_FIGURE_OF = (
    re.compile(r"(?P<when>.*\d.*?)[\s:(-]+(?P<what>[^\s\d(]+?)\)?"),
    re.compile(r"(?P<when>.*\d)[\s:(-]+(?P<what>%[^\d(]+?)\)?"),  # Q3 2018/19 % in time
)


def apart(cell: Cell, starts: int) -> tuple[Cell, ...]:
    """A heading such as `Q3 2018/19 %` as what it is of its period, and the period above it."""
    if not 0 < len(cell.text) <= _LONGEST_GROUP:
        return (cell,)
    splits = (form.fullmatch(cell.text) for form in _FIGURE_OF)
    split = next((s for s in splits if s is not None and figure_under(s["what"])), None)
    if split is None:
        return (cell,)
    if parse_period(cell.value, starts) is not None or parse_period(split["when"], starts) is None:
        return (cell,)
    return cell._replace(value=split["what"]), cell._replace(value=split["when"])


def names_period(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell names a period, alone or with what it is of it."""
    if isinstance(cell.value, bool):
        return False
    named = parse_period(cell.value, words.starts) is not None
    return named or len(apart(cell, words.starts)) > 1 or may_number_month(cell.text)


def words_of(cell: Cell) -> str:
    """A heading cell as text; dates as months."""
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%b-%y")
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return cell.text
