"""The period a sheet as a whole is about, as its title, its name or the workbook's name say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.lexicon import any_word, lexicon
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_with_year,
    find_period,
    parse_period,
)
from xl_scorecard.reading.figures.series import is_figure

_TOP, _NEAR = 12, 6
_MOST_IN_A_TITLE = 8
_FEWEST_DAYS = 3


def title_period(
    grid: Grid, header_top: int, around: tuple[str, ...], starts: int
) -> PeriodWords | None:
    """What the rows above a header say of time, completed by the sheet's name and `around`.

    The nearest row counts most. A quarter or month goes before a year; dates on which the paper
    was printed or went to committee do not count.
    """
    found: list[PeriodWords] = []
    for row in range(header_top - 1, 0, -1):
        if row <= _TOP or header_top - row <= _NEAR:
            found.extend(_in_row(grid, row, starts))
    for text in (grid.sheet, *around):
        words = parse_period(text, starts) or find_period(text, starts)
        if words is not None:
            found.append(words)
    return _together(found, starts)


def _in_row(grid: Grid, row: int, starts: int) -> Iterator[PeriodWords]:
    cells = grid.by_row.get(row, [])
    if len(cells) > _MOST_IN_A_TITLE or _is_of_a_table(cells, starts):
        return
    of_the_paper = any(is_of_the_paper(cell.text) for cell in cells)
    for cell in cells:
        if _is_day(cell) and _is_of_a_list(grid, cell):
            continue
        words = _of_cell(cell, starts)
        if words is not None and (not of_the_paper or _is_quarter(words)):
            yield words


def _is_of_a_table(cells: Sequence[Cell], starts: int) -> bool:
    """Whether several periods stand in a row, or several figures: it is the headings of a table
    further up, or a row of its, whose comment may name a period, and no title."""
    named = [parse_period(cell.value, starts) for cell in cells]
    periods = {words for words in named if words is not None and not _is_year(words)}
    figures = [cell for cell, words in zip(cells, named, strict=True) if words is None]
    return len(periods) > 1 or sum(map(is_figure, figures)) > 1


def _is_of_a_list(grid: Grid, cell: Cell) -> bool:
    """Whether a day stands among others in its column, as those of a plan beside the table do; a
    start and an end do not make a list."""
    run = 1
    for step in (-1, 1):
        row = cell.row + step
        while _is_day(grid.cell(row, cell.column)) and run < _FEWEST_DAYS:
            run, row = run + 1, row + step
    return run >= _FEWEST_DAYS


def _is_day(cell: Cell | None) -> bool:
    return cell is not None and isinstance(cell.value, dt.date)


def _is_quarter(words: PeriodWords) -> bool:
    """Whether a whole quarter is named: no paper is printed or goes to committee on one."""
    return words.period is not None and words.period.grain is Grain.QUARTER


def is_of_the_paper(text: str) -> bool:
    """Whether a line says when or by whom the paper was made."""
    return _of_the_paper().search(text) is not None


@cache
def _of_the_paper() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word(lexicon().papers.made)}\b", re.IGNORECASE)


def _of_cell(cell: Cell, starts: int) -> PeriodWords | None:
    if isinstance(cell.value, dt.date):
        return parse_period(cell.value, starts)
    return find_period(cell.text, starts) if cell.text else None


def _together(found: list[PeriodWords], starts: int) -> PeriodWords | None:
    """One answer from all that was said: the nearest that is complete, a year the last resort."""
    year = next((words for words in found if _is_year(words)), None)
    for words in found:
        completed = complete_with_year(words, year, starts)
        if completed.period is not None and not _is_year(words):
            return completed
    return year or next((words for words in found if words.lacks_only_its_year), None)


def _is_year(words: PeriodWords) -> bool:
    return words.period is not None and words.period.grain is Grain.YEAR
