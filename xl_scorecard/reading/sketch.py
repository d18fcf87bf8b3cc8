"""A first look at a row that may be a header: its columns' words, not yet completed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_with_year,
    find_period,
    parse_headings,
    parse_period,
)
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headings import (
    figure_under,
    is_forecast,
    named_by_rule,
    role_of,
    speaks_of_figures,
)

MAX_HEADER_ROWS = 4
_MAX_COLUMNS = 1_000
_LONGEST_GROUP = 80
_LONGEST_HEADING = 120
_NAMES = (Role.INDICATOR, Role.REFERENCE)
SAYS_HOW_JUDGED = frozenset(
    (Role.POLARITY, Role.TARGET, Role.TOLERANCE, Role.THRESHOLD, Role.RAG, Role.TRAVEL)
)
_BY_PERIOD = (Role.OUTTURN, Role.RAG)
_OF_A_PERIOD = SAYS_HOW_JUDGED | {
    Role.OUTTURN, Role.CHANGE, Role.COMMENT, Role.BENCHMARK, Role.NUMERATOR, Role.DENOMINATOR,
}  # fmt: skip


@dataclass(frozen=True)
class HeadingWords:
    """How to read headings.

    `extra` is the rule set's further words and `starts` where financial years start; `around` is
    what the workbook says of its period elsewhere, such as its file name, most telling first.
    """

    extra: Mapping[str, Sequence[str]]
    starts: int = 4
    around: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """One column's headings, from the top down: its role, and what they say of time."""

    index: int
    own: str
    groups: tuple[str, ...] = ()
    role: Role | None = None
    words: PeriodWords | None = None
    by_rule: bool = False

    @property
    def label(self) -> str:
        """The headings in one line, groups first."""
        return ": ".join([*reversed(self.groups), self.own])


@dataclass(frozen=True)
class Sketch:
    """A row that may be the lowest of a header, with the rows above it that belong to it."""

    top: int
    bottom: int
    headings: list[Heading]

    @property
    def roles(self) -> set[Role]:
        """The roles that headings name."""
        return {h.role for h in self.headings if h.role not in (None, Role.OUTTURN, Role.OTHER)}

    @property
    def score(self) -> tuple[int, int]:
        """How much it says: distinct roles and periods, then rows."""
        periods = {h.words for h in self.headings if h.role is Role.OUTTURN and h.words}
        return 2 * len(self.roles) + min(len(periods), 12), self.bottom - self.top

    @property
    def named(self) -> bool:
        """Whether a heading before figures says where the indicators' names or references are."""
        figures = max((h.index for h in self.headings if h.role in _BY_PERIOD), default=0)
        return any(h.role in _NAMES and h.index < figures for h in self.headings)

    @property
    def figures(self) -> bool:
        """Whether there are columns that hold figures, or ratings by period."""
        return any(
            h.role is Role.OUTTURN or (h.role is Role.RAG and h.words is not None)
            for h in self.headings
        )


def sketch_header(grid: Grid, bottom: int, words: HeadingWords, first_row: int) -> Sketch | None:
    """The header whose lowest row is `bottom`, or None where that row is clearly none.

    `first_row` is the first row it may reach up to.
    """
    if any(b.first_row <= bottom < b.last_row <= bottom + MAX_HEADER_ROWS for b in grid.merged):
        return None  # a heading reaches further down
    above = range(max(bottom - MAX_HEADER_ROWS, 0) + 1, bottom + 1)
    near = [cell for row in above for cell in grid.by_row.get(row, ())]
    if not any(_may_head_figures(cell, words) for cell in near):
        return None
    top = _top(grid, bottom, first_row)
    stacks = {
        index: stack
        for index in range(1, min(grid.last_column, _MAX_COLUMNS) + 1)
        if (stack := _stack(grid, index, top, bottom))
    }
    said = parse_headings([stack[0].value for stack in stacks.values()], words.starts)
    headings = []
    for (index, stack), when in zip(stacks.items(), said, strict=True):
        heading = _heading(index, stack, when, words)
        if heading is None:
            return None
        headings.append(heading)
    if 5 * sum(map(_is_no_heading, headings)) > len(headings):
        return None
    sketch = Sketch(top, bottom, _settled_by_rule(headings))
    return sketch if sketch.figures else None


def _may_head_figures(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell could be above figures: a quick look, to pass over most rows."""
    if isinstance(cell.value, bool):
        return False
    if parse_period(cell.value, words.starts) is not None:
        return True
    text = cell.text
    role = role_of(text, words.extra) if text else None
    return role in (Role.OUTTURN, Role.RAG) or (bool(text) and speaks_of_figures(text))


def _is_no_heading(heading: Heading) -> bool:
    """Whether a cell holds what no heading does: a number that is no period, an error, an essay."""
    own = heading.own
    number = heading.words is None and own.replace(".", "", 1).lstrip("-").isdigit()
    return number or not own or len(own) > _LONGEST_HEADING


def _settled_by_rule(headings: list[Heading]) -> list[Heading]:
    """Where the rule set names a role's heading, no other heading has that role."""
    settled = {h.role for h in headings if h.by_rule} - {Role.OUTTURN, Role.BENCHMARK}
    return [
        replace(h, role=Role.OTHER) if h.role in settled and not h.by_rule else h for h in headings
    ]


def _top(grid: Grid, bottom: int, first_row: int) -> int:
    """How far up the header reaches: vertical merges and group headings above it."""
    top = bottom
    while top > first_row and bottom - top + 1 < MAX_HEADER_ROWS:
        reaches = [
            b.first_row
            for b in grid.merged
            if b.first_row < top <= b.last_row <= bottom and bottom - b.first_row < MAX_HEADER_ROWS
        ]
        if reaches:
            top = max(min(reaches), first_row)
        elif _groups_above(grid, top - 1, bottom):
            top -= 1
        else:
            break
    return top


def _groups_above(grid: Grid, row: int, bottom: int) -> bool:
    """Whether a row holds group headings: over several of the columns, not a lone title."""
    texts = {
        cell.column: cell
        for cell in grid.by_row.get(row, ())
        if cell.text or isinstance(cell.value, float | dt.date)
    }
    if not texts:
        return False
    below = {cell.column for cell in grid.by_row.get(bottom, ())}
    merged = [b for b in grid.merged if b.first_row == row and b.last_column > b.first_column]
    whole = [b for b in merged if b.last_column - b.first_column + 1 >= max(len(below) - 1, 3)]
    if len(texts) == 1:
        return (bool(merged) and not whole) or _is_year(next(iter(texts.values())))
    return not whole


def _is_year(cell: Cell) -> bool:
    words = parse_period(cell.value)
    return words is not None and words.period is not None and words.period.grain is Grain.YEAR


def _stack(grid: Grid, index: int, top: int, bottom: int) -> list[Cell]:
    """A column's headings, its own (the lowest) first."""
    stack: list[Cell] = []
    for row in range(bottom, top - 1, -1):
        cell = grid.shown(row, index)
        if cell is None and row < bottom:
            cell = _spread(grid, row, index, bottom)
        if cell is not None and cell.value is not None and cell not in stack:
            stack.append(cell)
    return stack


def _spread(grid: Grid, row: int, index: int, bottom: int) -> Cell | None:
    """A year typed once above several quarters, unmerged, speaks for those to its right."""
    if grid.cell(bottom, index) is None:
        return None
    for column in range(index - 1, max(index - 13, 0), -1):
        cell = grid.cell(row, column)
        if cell is not None:
            return cell if _is_year(cell) and grid.merge_at(row, column) is None else None
        if grid.cell(bottom, column) is None:
            return None
    return None


def _heading(
    index: int, stack: list[Cell], when: PeriodWords | None, words: HeadingWords
) -> Heading | None:
    """A column's heading; None where it shows that the row lies below a header."""
    own, *groups = stack
    text = words_of(own)
    above = tuple(words_of(group) for group in groups)
    role = role_of(text, words.extra)
    roles_above = [found for group in above if (found := role_of(group, words.extra))]
    if role is None and any(found in _NAMES for found in roles_above):
        return None  # below the heading of names: a row of data
    if role in (None, Role.OUTTURN) and is_forecast(" ".join((text, *above))):
        return Heading(index, text, above, Role.OTHER)
    if role is None and when is None and speaks_of_figures(text):
        when = find_period(text, words.starts)
    if role is Role.PERIOD and any(_says_when(group, words.starts) for group in groups):
        role = Role.OUTTURN  # "Quarter" beside "YTD", below the period
    if role in (None, Role.OUTTURN):
        role = _role_by_group(role, when, text, roles_above, groups, words.starts)
    if when is None and role in _OF_A_PERIOD:
        when = find_period(text, words.starts)
    if role in _OF_A_PERIOD:
        when = _completed(when, groups, words.starts)
    if role is Role.OUTTURN and _runs_down(when, groups, words.starts):
        role, when = Role.OTHER, None
    return Heading(index, text, above, role, when, named_by_rule(text, words.extra))


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


def cells_below(grid: Grid, bottom: int, column: int, rows: int = 40) -> Iterator[Cell]:
    """The cells with content in the rows below a header."""
    for row in range(bottom + 1, bottom + rows + 1):
        cell = grid.cell(row, column)
        if cell is not None and cell.value is not None:
            yield cell
