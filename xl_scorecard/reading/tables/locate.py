"""Finding the scorecard tables on a sheet: stacked or side by side, among whatever else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from xl_scorecard.domain.grades import band_of, order_of
from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.reading.figures.in_words import judgements_as_figures
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.headers.header import Header, heads_scorecard, read_header
from xl_scorecard.reading.headers.heading import SAYS_HOW_JUDGED
from xl_scorecard.reading.headers.sketch import may_head_figures
from xl_scorecard.reading.rows.dimensions import told_apart
from xl_scorecard.reading.rows.labels import without_labels
from xl_scorecard.reading.rows.rows import Known, read_rows
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import heads_list, names_places
from xl_scorecard.reading.words.row_names import says_kind

_LOOKED_AT, _HEADER_WITHIN = 2_000, 60
"""How many rows are looked at for a header, and how many that may be one are read as such: forms
and lists of actions may stand before it."""
_NEAR = 3
_SEVERAL = 2
_SLIP_AMONG = 5
MOST_TABLES = 1_000
"""How many are looked for on a sheet: each takes another look at all that is left of it."""
_NAMES = (Role.INDICATOR, Role.REFERENCE)


def nobody_knows(reference: str, name: str) -> bool:  # noqa: ARG001 (stands for a rule set)
    """Without rules, no row is known."""
    return False


def locate(
    grid: Grid, words: HeadingWords, known: Known = nobody_knows, *, by_shape: bool = False
) -> list[Table]:
    """The scorecard tables on a sheet, from the top down.

    `known` says whether a rule is about a reference or name; `by_shape` also takes tables whose
    headings do not say where the indicators' names are.
    """
    tables: list[Table] = []
    left, may_head = grid, may_head_figures(grid, words)
    for _ in range(MOST_TABLES):
        header = best_header(left, words, by_shape=by_shape, may_head=may_head)
        if header is None:
            break
        taken = [_heading_rows(header)]
        for columns in _side_by_side(header):
            read_as = judgements_as_figures(columns, words.bands)
            headed = Table(grid, header.top, header.bottom, read_as, by_shape=header.by_shape)
            found = read_rows(headed, words, known)
            table = replace(headed, rows=_rows(headed, found.indicators), left_out=found.left_out)
            table = without_labels(table, known)
            if table.rows and (not by_shape or _is_series(table)) and _holds_figures(table, words):
                tables.append(table)
                first, last = table.first_column, table.last_column
                taken.append(Block(header.top, first, found.end - 1, last))
        left = _without(left, taken)
    return sorted(tables, key=lambda table: (table.header_top, table.first_column))


def _rows(table: Table, rows: tuple[IndicatorRow, ...]) -> tuple[IndicatorRow, ...]:
    """The indicators; those of a long table are told apart when they are gathered."""
    return rows if table.by_role(Role.PERIOD) else told_apart(table, rows)


def _is_series(table: Table) -> bool:
    """Whether the columns of figures follow each other in time, those of each length and basis
    among themselves, or one stands beside its target; and no periods run down where names should
    be."""
    if any(parse_period(row.name) is not None for row in table.rows):
        return False
    ends: dict[object, list[int]] = {}
    for column in table.by_role(Role.OUTTURN):
        if column.period is not None:
            kind = column.period.grain, column.basis
            ends.setdefault(kind, []).append(column.period.end)
    if len({end for own in ends.values() for end in own}) < _SEVERAL:
        lists = any(heads_list(c.heading) or names_places(c.heading) for c in table.columns)
        aims = any(says_kind(c.heading, Role.TARGET) for c in table.by_role(Role.TARGET))
        return aims and not lists
    return all(map(_follow_each_other, ends.values()))


def _follow_each_other(ends: list[int]) -> bool:
    """Whether periods run on or back, but for a slip in one of five: Jan-18 for Jan-19."""
    in_order = max(_longest_run(ends), _longest_run(ends[::-1]))
    return _SLIP_AMONG * (len(ends) - in_order) <= len(ends)


def _longest_run(ends: list[int]) -> int:
    """How many are left at most, where those are taken out that come before one to their left."""
    lasts: list[int] = []
    for end in ends:
        at = bisect_right(lasts, end)
        lasts[at : at + 1] = [end]
    return len(lasts)


def _holds_figures(table: Table, words: HeadingWords) -> bool:
    """Whether what stands below the periods is figures, or why there are none.

    Blank will do where other headings tell a scorecard or there are several periods.
    """
    figures = [*table.by_role(Role.OUTTURN), *table.by_role(Role.RAG)]
    if min(c.index for c in table.columns if c.role in _NAMES) > max(c.index for c in figures):
        return False
    filled = _filled(table, table.by_role(Role.OUTTURN))
    others = [cell for cell in filled if not is_value(cell)]
    if 2 * len(others) > len(filled):  # then grades must do for figures
        graded = _graded_rows(table, words)
        if 2 * sum(cell.row not in graded for cell in others) > len(filled):
            return False
    if len({c.period for c in figures if c.period is not None}) > 1:
        return True
    if not table.by_role(Role.OUTTURN):
        return False  # one column of ratings
    if not any(map(is_figure, filled)):
        return table.first(Role.TARGET) is not None
    tells = {c.role for c in table.columns} & (SAYS_HOW_JUDGED - {Role.THRESHOLD})
    with_figure = {cell.row for cell in _filled(table, figures)}
    return (3 if tells else 2) * len(with_figure) >= len(table.rows)


def _graded_rows(table: Table, words: HeadingWords) -> frozenset[int]:
    """The rows of indicators whose figures are grades of one known order, Substantial and Limited;
    none where nothing but shape tells that they are indicators, or all say one and the same. Words
    of the rating are such grades."""
    found: dict[int, list[str]] = {}
    for row in table.rows:
        cells = [table.grid.cell(row.row, c.index) for c in table.by_role(Role.OUTTURN)]
        texts = [cell.text for cell in cells if cell is not None and cell.value is not None]
        in_bands = any(band_of(text, words.bands) is not None for text in texts)
        if texts and all(texts) and (in_bands or order_of(texts)):
            found[row.row] = texts
    several = len({tidy(text) for texts in found.values() for text in texts}) > 1
    return frozenset(found) if several and not table.by_shape else frozenset()


def _filled(table: Table, columns: Iterable[Column]) -> list[Cell]:
    """The cells with content of the indicators' rows in some columns."""
    found = (table.grid.cell(row.row, c.index) for c in columns for row in table.rows)
    return [cell for cell in found if cell is not None]


def _heading_rows(header: Header) -> Block:
    columns = [column.index for column in header.columns]
    return Block(header.top, min(columns), header.bottom, max(columns))


def _without(grid: Grid, taken: list[Block]) -> Grid:
    """The grid without cells that belong to tables already found."""
    gone = {
        (cell.row, cell.column)
        for block in taken
        for row in range(block.first_row, block.last_row + 1)
        for cell in grid.by_row.get(row, ())
        if block.first_column <= cell.column <= block.last_column
    }
    left = {place: cell for place, cell in grid.cells.items() if place not in gone}
    return replace(grid, cells=left)


def best_header(
    grid: Grid,
    words: HeadingWords,
    *,
    by_shape: bool,
    may_head: Callable[[int], bool] | None = None,
) -> Header | None:
    """The header that says most among the first that is one and those just below it.

    `may_head` says which rows are worth more than a quick look.
    """
    # the lowest row of a header may hold no cell of its own, where all of it is merged upwards
    merged = {b.last_row for b in grid.merged if b.first_row in grid.by_row}
    rows = sorted({*grid.by_row, *merged})[:_LOOKED_AT]
    worth = filter(may_head or may_head_figures(grid, words), rows)
    found: list[Header] = []
    for row in islice(worth, _HEADER_WITHIN):
        if found and row > found[-1].bottom + _NEAR:
            break
        header = read_header(grid, row, words, by_shape=by_shape)
        if header is not None:
            found.append(header)
    return max(found, key=lambda header: header.score, default=None)


def _side_by_side(header: Header) -> list[tuple[Column, ...]]:
    """The columns of each table under a header: one that is whole ends where names begin again,
    and at an empty stretch of more than three."""
    whole: list[tuple[Column, ...]] = []
    for columns in _stretches(header):
        if heads_scorecard(columns):
            whole.append(columns)
        elif whole and not _is_apart(whole[-1][-1], columns[0]):
            whole[-1] = (*whole[-1], *columns)
    return whole


def _stretches(header: Header) -> Iterator[tuple[Column, ...]]:
    """Columns next to each other, one stretch ending where names begin again."""
    current: list[Column] = []
    for column in sorted(header.columns, key=lambda c: c.index):
        names_again = column.role in _NAMES and heads_scorecard(current)
        if names_again or (current and _is_apart(current[-1], column)):
            yield tuple(current)
            current = []
        current.append(column)
    yield tuple(current)


def _is_apart(column: Column, further: Column) -> bool:
    return further.index - column.index > _NEAR + 1
