"""A column that crosses the indicators, whatever it is headed: the same few places for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.words.headings import (
    figure_under,
    is_forecast,
    role_of,
    says_of_plan,
)
from xl_scorecard.reading.words.row_names import is_earlier
from xl_scorecard.reading.words.row_words import unit_of_words

_SEVERAL = 2


def crossing(table: Table, groups: Iterable[Sequence[IndicatorRow]]) -> Column | None:
    """The one column whose texts tell apart rows that else are the same, such as those of an
    indicator for one period.

    There must be several such groups, and the column say the same few things in each of them: a
    note or a name that differs from row to row crosses nothing.
    """
    alike = [group for group in groups if len(group) > 1]
    if len(alike) < _SEVERAL:
        return None
    found = [column for column in table.by_role(Role.OTHER) if _crosses(table, column, alike)]
    return found[0] if len(found) == 1 else None


def _crosses(table: Table, column: Column, groups: Sequence[Sequence[IndicatorRow]]) -> bool:
    said = [[_says(table, row, column) for row in group] for group in groups]
    if not tells_apart(said):
        return False
    everywhere = {text for texts in said for text in texts}
    return len(everywhere) == max(map(len, said)) and not any(map(_is_of_figures, everywhere))


def tells_apart(said: Sequence[Sequence[str]]) -> bool:
    """Whether what stands beside the rows of each group is something else in each of them."""
    return all(all(texts) and len(set(texts)) == len(texts) for texts in said)


def _is_of_figures(text: str) -> bool:
    """Whether a text says what a row's figure is rather than of where: `Actual`, `YTD`, `%`."""
    of_time = parse_period(text) is not None or is_earlier(text) or is_forecast(text)
    said = role_of(text) is not None or figure_under(text) or says_of_plan(text)
    judged = parse_status(text) is not None or parse_polarity(text) is not None
    return of_time or said or judged or unit_of_words(text) is not None


def _says(table: Table, row: IndicatorRow, column: Column) -> str:
    """The words that stand beside a row; a number crosses nothing."""
    text = text_of(table.grid.shown(row.row, column.index))
    return text if any(ch.isalpha() for ch in text) else ""
