"""The table on a sheet of ours in an open workbook: what is built on it finds it again.

It is never deleted: it shrinks to one row while its cells are written, so that Excel fills no
formula down it, and then covers them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from xl_scorecard.button.areas import over, place_of
from xl_scorecard.button.asked import asked, is_on_web
from xl_scorecard.button.live_names import Named
from xl_scorecard.button.live_notes import FoundSheet
from xl_scorecard.domain.cell_ref import Range, parse_range
from xl_scorecard.domain.edits import TABLE_STYLE, NewSheet
from xl_scorecard.domain.free_name import free_name


def shrunk_table(book: Any, there: FoundSheet, new: NewSheet) -> Any:
    """Our table on a sheet as it was found, unfiltered and made small; None where there is none."""
    if new.table is None:
        return None
    table = max(_tables(there.sheet), key=partial(_ours_in, there), default=None)
    if table is None or not _ours_in(there, table):
        return None
    _show_all(book, table)
    top, left, _, right = _area(table)
    table.resize(over(there.sheet, (top, left, top + 1, right)))
    return table


def put_table(
    sheet: Any, new: NewSheet, table: Any, there: FoundSheet | None, taken: list[str]
) -> None:
    """Mark up the table of a sheet whose cells are written: that which was there, or a new one,
    whose name is none of those that are taken, and is then one of them."""
    if new.table is None:
        return
    top, left, bottom, right = parse_range(new.table.reference)
    if table is None or there is None:
        taken.append(free_name(new.table.name, taken))
        sheet.tables.add(
            source=over(sheet, (top, left, bottom, right)),
            name=taken[-1],
            table_style_name=TABLE_STYLE,
        )
    else:
        extra = _beside(there, table)
        table.resize(over(sheet, (top, left, bottom, right + extra)))


def _tables(sheet: Any) -> list[Any]:
    return asked(lambda: list(sheet.tables)) or []


def _area(table: Any) -> Range:
    return place_of(table.range)


def _ours_in(there: FoundSheet, table: Any) -> int:
    """How many cells of ours a table holds."""
    top, left, bottom, right = _area(table)
    ours = there.found.whose.ours
    return sum(top <= row <= bottom and left <= column <= right for row, column in ours)


def _show_all(book: Any, table: Any) -> None:
    """Show the rows that officers filtered out; no Excel says whether there are any."""
    if not is_on_web(book):
        table.show_autofilter = False
        table.show_autofilter = True
        return
    _, left, _, right = _area(table)
    for field in range(1, right - left + 2):
        asked(partial(table.autofilter.clear, field))


def names_taken(sheets: Iterable[Any], names: Iterable[Named]) -> Iterator[str]:
    """The names of the workbook, and of the tables on its sheets: no two are the same."""
    yield from (name.bare for name in names)
    for sheet in sheets:
        yield from (table.name for table in _tables(sheet))


def _beside(there: FoundSheet, table: Any) -> int:
    """How many columns of the officers' a table has to the right of ours; lists of ours further on
    are none of it."""
    top, _, _, right = _area(table)
    whose = there.found.whose
    ours = (column for row, column in whose.ours if row == top and column <= right)
    last = max(ours, default=right)
    columns = range(last + 1, right + 1)
    return len(columns) if all((top, column) in whose.theirs for column in columns) else 0
