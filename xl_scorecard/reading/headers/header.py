"""Header rows: what each column's headings, one above the other, say it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Column, Role
from xl_scorecard.reading.headers.below import Below
from xl_scorecard.reading.headers.carried_years import without_carried_years
from xl_scorecard.reading.headers.heading import SAYS_HOW_JUDGED, Heading
from xl_scorecard.reading.headers.shape import told_by_cells
from xl_scorecard.reading.headers.sketch import Sketch, sketch_header
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.headers.when import complete
from xl_scorecard.reading.headers.years_of_targets import of_their_years
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import names_places

_OTHER_ROLES_THAT_TELL = 2


@dataclass(frozen=True)
class Header:
    """A header found on a grid: its rows and the columns under it.

    `score` is how much it says; `by_shape` says that no heading told a scorecard, only that texts
    stand before figures by period.
    """

    top: int
    bottom: int
    columns: tuple[Column, ...]
    score: tuple[int, int]
    by_shape: bool = False


def heads_scorecard(columns: Sequence[Column]) -> bool:
    """Whether columns are a scorecard's: indicators named, and figures or ratings by period."""
    roles = {c.role for c in columns}
    figures = sum(_by_period(c) for c in columns)
    if Role.INDICATOR not in roles:  # "No" alone could head anything
        return Role.REFERENCE in roles and figures > 1
    return _is_long(columns) or figures > 0


def _is_long(columns: Sequence[Column]) -> bool:
    """Whether periods stand in a column of their own, beside one of figures."""
    return any(map(_is_timeless, columns)) and any(c.role is Role.PERIOD for c in columns)


def _is_timeless(column: Column) -> bool:
    return column.role is Role.OUTTURN and column.period is None


def _by_period(column: Column) -> bool:
    return column.period is not None and column.role in (Role.OUTTURN, Role.RAG)


def read_header(
    grid: Grid, bottom: int, words: HeadingWords, *, by_shape: bool = False
) -> Header | None:
    """The header whose lowest row is `bottom`, or None where that row heads no scorecard.

    Without a heading over the indicators' names, other headings must tell a scorecard, unless
    `by_shape` allows any text before figures by period.
    """
    sketch = sketch_header(grid, bottom, words)
    if sketch is None:
        return None
    shaped = not sketch.named and len(sketch.roles & SAYS_HOW_JUDGED) < _OTHER_ROLES_THAT_TELL
    if shaped and not by_shape:
        return None
    below = Below(grid, bottom)
    headings = told_by_cells(below, sketch.headings)
    if shaped and not sketch.roles & SAYS_HOW_JUDGED and _names_places(headings):
        return None
    headings = _in_time(below, sketch, headings, words)
    columns = _without_finer_dates([h.column for h in headings])
    if not heads_scorecard(columns):
        return None
    return Header(sketch.top, bottom, tuple(_of_known_periods(columns)), sketch.score, shaped)


def _in_time(
    below: Below, sketch: Sketch, headings: list[Heading], words: HeadingWords
) -> list[Heading]:
    """The headings with their periods made out, by what stands beside, above and below them."""
    if _years_run_down(below, headings):
        headings = [_unless_bare(h, words.starts) for h in headings]
    title = title_period(below.grid, sketch.top, words.around, words.starts)
    done = complete(headings, title, words.starts, runs_down=_runs_down(below, headings))
    return without_carried_years(of_their_years(done, words.starts))


def _runs_down(below: Below, headings: list[Heading]) -> bool:
    """Whether a column names several periods, each beside rows of its own."""
    return any(
        len({parse_period(value) for value in below.values(h.index) if not _is_flag(value)}) > 1
        for h in headings if h.role is Role.PERIOD
    )  # fmt: skip


def _is_flag(value: object) -> bool:
    return value is None or isinstance(value, bool)


def _of_known_periods(columns: list[Column]) -> list[Column]:
    """The columns, but for figures whose period nothing says: they are no series.

    Where periods run down, they are the figures.
    """
    if _is_long(columns):
        return columns
    return [replace(c, role=Role.OTHER) if _is_timeless(c) else c for c in columns]


def _years_run_down(below: Below, headings: list[Heading]) -> bool:
    """Whether a column names several years, one beside each row."""
    years = {
        words.period
        for h in headings if h.role is Role.PERIOD
        for cell in below.cells(h.index)
        if (words := parse_period(cell.value)) is not None and words.period is not None
        and words.period.grain is Grain.YEAR
    }  # fmt: skip
    return len(years) > 1


def _unless_bare(heading: Heading, starts: int) -> Heading:
    """The heading, but for a quarter or month whose own words name no year: it is another's in
    each row."""
    own = parse_period(heading.own, starts)
    bare = own is not None and own.period is None and own.lacks_only_its_year
    return replace(heading, role=Role.OTHER) if bare and heading.role is Role.OUTTURN else heading


def _names_places(headings: list[Heading]) -> bool:
    """Whether what stands before the figures is headed as places, people or accounts."""
    return any(h.role is Role.INDICATOR and names_places(h.own) for h in headings)


def _without_finer_dates(columns: list[Column]) -> list[Column]:
    """Weekly or daily dates are no reporting periods: several in one month drop out."""
    months = Counter(
        (c.period, c.basis) for c in columns
        if c.role is Role.OUTTURN and c.period is not None and c.period.grain is Grain.MONTH
    )  # fmt: skip
    crowded = {period for period, count in months.items() if count > 2}
    if len(crowded) * 2 <= len(months):
        return columns
    return [
        Column(c.index, c.heading, Role.OTHER) if (c.period, c.basis) in months else c
        for c in columns
    ]
