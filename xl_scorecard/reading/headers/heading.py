"""One column's headings, one above the other: the role they name and what they say of time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_with_year,
    find_period,
    parse_period,
)
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import (
    figure_under,
    is_forecast,
    named_by_rule,
    role_of,
    speaks_of_figures,
)

_LONGEST_GROUP = 80
_NAMES = (Role.INDICATOR, Role.REFERENCE)
SAYS_HOW_JUDGED = frozenset(
    (Role.POLARITY, Role.TARGET, Role.TOLERANCE, Role.THRESHOLD, Role.RAG, Role.TRAVEL)
)
_OF_A_PERIOD = SAYS_HOW_JUDGED | {
    Role.OUTTURN, Role.CHANGE, Role.COMMENT, Role.BENCHMARK, Role.NUMERATOR, Role.DENOMINATOR,
}  # fmt: skip


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


def read_heading(
    index: int, stack: list[Cell], when: PeriodWords | None, words: HeadingWords
) -> Heading | None:
    """A column's heading; None where it shows that the row lies below a header."""
    own, *groups = [*apart(stack[0], words.starts), *stack[1:]]
    text = words_of(own)
    above = tuple(words_of(group) for group in groups)
    role = role_of(text, words.extra)
    roles_above = [found for group in above if (found := role_of(group, words.extra))]
    if role is None and any(found in _NAMES for found in roles_above):
        return None  # below the heading of names: a row of data
    if role in (None, Role.OUTTURN) and is_forecast(text, above):
        return Heading(index, text, above, Role.OTHER)
    if role is None and when is None and speaks_of_figures(text):
        when = find_period(text, words.starts)
    counts = role is Role.REFERENCE and figure_under(text)
    if (role is Role.PERIOD or counts) and any(_says_when(g, words.starts) for g in groups):
        role = Role.OUTTURN  # "Quarter" beside "YTD", "No." beside "%", below the period
    if role in (None, Role.OUTTURN):
        role = _role_by_group(role, when, text, roles_above, groups, words.starts)
    if when is None and role in _OF_A_PERIOD:
        when = find_period(text, words.starts)
    if role in _OF_A_PERIOD:
        when = _completed(when, groups, words.starts)
    if role is Role.OUTTURN and _runs_down(when, groups, words.starts):
        role, when = Role.OTHER, None
    under = _completed(None, groups, words.starts) if groups else None
    return Heading(index, text, above, role, when, named_by_rule(text, words.extra), under)


_FIGURE_OF = re.compile(r"(?P<when>.*\d.*?)[\s:(-]+(?P<what>[^\s\d(]+?)\)?")


def apart(cell: Cell, starts: int) -> tuple[Cell, ...]:
    """A heading such as `Q3 2018/19 %` as what it is of its period, and the period above it."""
    split = _FIGURE_OF.fullmatch(cell.text) if 0 < len(cell.text) <= _LONGEST_GROUP else None
    if split is None or not figure_under(split["what"]):
        return (cell,)
    if parse_period(cell.value, starts) is not None or parse_period(split["when"], starts) is None:
        return (cell,)
    return cell._replace(value=split["what"]), cell._replace(value=split["when"])


def _role_by_group(
    role: Role | None,
    when: PeriodWords | None,
    text: str,
    roles_above: list[Role],
    groups: list[Cell],
    starts: int,
) -> Role | None:
    """A column that only says when, or only that it is a figure, is what its group says it is."""
    group = next((r for r in roles_above if r not in (Role.OUTTURN, Role.SECTION)), None)
    if when is not None:
        over_figures = (Role.TRAVEL, Role.CHANGE)  # "Trend" over years is a run of figures
        return group if group in _OF_A_PERIOD and group not in over_figures else Role.OUTTURN
    if role is None and figure_under(text) and any(_says_when(g, starts) for g in groups):
        return Role.OUTTURN
    if role is None:
        return group
    return group if group in (Role.BENCHMARK, Role.TARGET) else role


def _runs_down(when: PeriodWords | None, groups: list[Cell], starts: int) -> bool:
    """Whether another period of the same length stands above: a list of periods, no heading."""
    if when is None or when.period is None:
        return False
    above = [parse_period(g.value, starts) for g in groups if not isinstance(g.value, bool)]
    lengths = [
        w.period.grain for w in above if w is not None and w.period not in (None, when.period)
    ]
    return when.period.grain in lengths


def _says_when(cell: Cell, starts: int) -> bool:
    return not isinstance(cell.value, bool) and parse_period(cell.value, starts) is not None


def _completed(when: PeriodWords | None, groups: list[Cell], starts: int) -> PeriodWords | None:
    """What a column says of time, completed by the groups above it, nearest first."""
    for group in groups:
        if when is not None and when.period is not None:
            break
        above = parse_period(group.value, starts)
        if above is None and len(group.text) <= _LONGEST_GROUP:
            above = find_period(group.text, starts)
        if above is None:
            continue
        if when is not None and when.basis is not None and when.relative is not None:
            when = replace(above, basis=when.basis)  # "YTD" below "Q3 2018/19"
        else:
            when = above if when is None else complete_with_year(when, above, starts)
    return when


def words_of(cell: Cell) -> str:
    """A heading cell as text; dates as months."""
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%b-%y")
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return cell.text
