"""Dates that arrive as the numbers Excel keeps them as: found again, or said to be doubtful.

Excel on the web sends a date as one only if its format is of the category Date; `Dec-18` as its
menus make it is of the category Custom, and comes as 43435.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.serial_days import day_of
from xl_scorecard.reading.words.headings import role_of

Place = tuple[int, int]
_Rows = Mapping[int, Sequence[Cell]]
_FIRST, _LAST = 36_526, 73_050  # 2000 to 2099
_MOST_HEADING_ROWS = 4
_FEWEST_WEEKS = 3
_OFF_SCALE = 10
_NAMES = (Role.INDICATOR, Role.REFERENCE)
_JUDGES = (Role.TARGET, Role.BENCHMARK)
_SHOWN = 3


def with_dates(cells: Mapping[Place, Cell]) -> tuple[dict[Place, Cell], list[Cell]]:
    """The cells of a sheet with its dates found again, and headings that are doubtful.

    Of headings, dates are those that begin or end months, follow each other month by month or
    week by week, or stand below a heading such as Month; of figures, whole numbers that would be a
    date and are out of all scale with their row. Doubtful headings are taken for dates, but listed.
    """
    found = dict(cells)
    if not any(map(_date, found.values())):
        return found, []
    rows = _by_row(found)
    headers = _headers(rows)
    doubtful: list[Cell] = []
    for header in headers:
        doubtful += _dates_in_header(found, rows, header)
    _dates_above_all(found, rows)
    _dates_down(found, rows)
    _dates_in_titles(found, rows)
    ends = [*(header[0] for header in headers[1:]), max(rows, default=0) + 1]
    for header, end in zip(headers, ends, strict=False):
        _dates_among_figures(found, rows, header, range(header[-1] + 1, end))
    return found, doubtful


def doubtful_message(sheet: str, headings: Sequence[Cell]) -> str:
    """What to say of headings that may be dates or not."""
    some = ", ".join(f"{cell.ref} ({cell.value:g})" for cell in headings[:_SHOWN])
    more = f" and {len(headings) - _SHOWN} more" if len(headings) > _SHOWN else ""
    return (
        f"sheet {sheet}: {how_many(len(headings), 'heading')}, {some}{more}, may or may not be "
        "dates, which Excel on the web sends as bare numbers; give them the format Short Date, or "
        "type what they mean, such as Dec 2018. If this sheet is no scorecard, name the one that "
        "is in the rule set, under workbook: sheets:"
    )


def _by_row(cells: Mapping[Place, Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for _, cell in sorted(cells.items()):
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _date(cell: Cell) -> dt.date | None:
    """The date that a cell's bare number would be."""
    value = cell.value
    if not isinstance(value, float) or not value.is_integer() or not _FIRST <= value <= _LAST:
        return None
    return day_of(value)


def _numbers(row: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in row if isinstance(cell.value, float)]


def _take(found: dict[Place, Cell], cells: Iterable[Cell]) -> None:
    """Read cells as dates."""
    for cell in cells:
        found[cell.row, cell.column] = cell._replace(value=_date(cell))


# -- headings --------------------------------------------------------------------------------------


def _headers(rows: _Rows) -> list[list[int]]:
    """The rows of each header, from the top down: one that names indicators, and those about it."""
    headers: list[list[int]] = []
    done = 0
    for row, cells in rows.items():
        if row <= done or not _names_indicators(cells):
            continue
        header = [row]
        while header[0] - 1 > done and _is_heading(rows.get(header[0] - 1, ())):
            header.insert(0, header[0] - 1)
        while _is_heading(rows.get(header[-1] + 1, ())):
            header.append(header[-1] + 1)
        first = max(header[0], row - _MOST_HEADING_ROWS + 1)
        header = [r for r in header if first <= r < row + _MOST_HEADING_ROWS]
        headers.append(header)
        done = header[-1]
    return headers


def _is_heading(row: Sequence[Cell]) -> bool:
    """Whether a row holds headings and numbers, if anything: no texts of other kinds prevail."""
    texts = [cell.text for cell in row if cell.text]
    return bool(row) and 2 * sum(map(_says, texts)) >= len(texts)


def _names_indicators(row: Sequence[Cell]) -> bool:
    roles = [role_of(cell.text) for cell in row if cell.text]
    several = sum(map(_says, (cell.text for cell in row if cell.text))) > 1
    return _is_heading(row) and several and any(role in _NAMES for role in roles)


def _says(text: str) -> bool:
    return role_of(text) is not None or parse_period(text) is not None


def _dates_in_header(found: dict[Place, Cell], rows: _Rows, header: list[int]) -> list[Cell]:
    """Read the dates of a header; returns the numbers in it that are doubtful."""
    doubtful: list[Cell] = []
    headed: set[int] = set()
    for row in header:
        may_be = [c for c in rows[row] if _date(c) is not None and c.column not in headed]
        if may_be and not _are_dates(may_be):
            doubtful += may_be
        _take(found, may_be)
        headed |= {c.column for c in rows[row] if _is_month_or_quarter(found[row, c.column].value)}
    return doubtful


def _is_month_or_quarter(value: object) -> bool:
    """Whether a heading says of a column which month or quarter its figures are of."""
    words = None if isinstance(value, bool) else parse_period(value)
    return words is not None and (words.period is None or words.period.grain is not Grain.YEAR)


def _are_dates(cells: Sequence[Cell]) -> bool:
    dates = [date for cell in cells if (date := _date(cell)) is not None]
    return all(map(_begins_or_ends_a_month, dates)) or _follow_each_other(dates)


def _begins_or_ends_a_month(date: dt.date) -> bool:
    return 1 in (date.day, (date + dt.timedelta(days=1)).day)


def _follow_each_other(dates: Sequence[dt.date]) -> bool:
    """Whether dates are the same day of several months, or of several weeks."""
    if len({(date.year, date.month) for date in dates}) == len(dates) > 1:
        return len({date.day for date in dates}) == 1
    steps = {(later - earlier).days for earlier, later in pairwise(dates)}
    return len(dates) >= _FEWEST_WEEKS and len(steps) == 1 and steps.pop() % 7 == 0


def _is_run(cells: Sequence[Cell]) -> bool:
    """Whether cells are dates that go on, or back, in time: so numbers hardly ever do."""
    numbers = [cell.value for cell in cells if isinstance(cell.value, float)]
    on = all(a < b for a, b in pairwise(numbers)) or all(a > b for a, b in pairwise(numbers))
    return len(numbers) > 1 and on and _are_dates(cells)


def _dates_above_all(found: dict[Place, Cell], rows: _Rows) -> None:
    """Read the dates of a row that heads its columns though no words say so: nothing is above."""
    above: set[int] = set()
    for cells in rows.values():
        numbers = [c for c in _numbers(cells) if isinstance(found[c.row, c.column].value, float)]
        may_be = [cell for cell in numbers if _date(cell) is not None]
        if may_be == numbers and _is_run(may_be) and above.isdisjoint(c.column for c in may_be):
            _take(found, may_be)
        above.update(cell.column for cell in cells)


def _dates_down(found: dict[Place, Cell], rows: _Rows) -> None:
    """Read the dates that run down: below a heading such as Month, or first in their rows."""
    headed: set[int] = set()
    first: dict[int, list[Cell]] = {}
    for cells in rows.values():
        for cell in cells:
            role = role_of(cell.text) if cell.text else None
            if role is Role.PERIOD:
                headed.add(cell.column)
            elif role is not None:
                headed.discard(cell.column)
            elif cell.column in headed and _date(cell) is not None:
                _take(found, [cell])
        if _date(cells[0]) is not None:
            first.setdefault(cells[0].column, []).append(cells[0])
    for column in first.values():
        if _is_run(column):
            _take(found, column)


def _dates_in_titles(found: dict[Place, Cell], rows: _Rows) -> None:
    """Read the date beside a label, `Reporting month: 43435`, that has its row to itself."""
    for cells in rows.values():
        if len(cells) == 2 and role_of(cells[0].text) is Role.PERIOD and _date(cells[1]):
            _take(found, cells[1:])


# -- figures ---------------------------------------------------------------------------------------


def _dates_among_figures(
    found: dict[Place, Cell], rows: _Rows, header: list[int], below: range
) -> None:
    """Read as a date what stands among a row's figures and is out of all scale with them."""
    heads = [found[cell.row, cell.column] for row in header for cell in rows[row]]
    roles = {cell.column: role_of(cell.text) for cell in heads if cell.text}
    of_figures = {cell.column for cell in heads if _is_month_or_quarter(cell.value)}
    of_figures |= {column for column, role in roles.items() if role is Role.OUTTURN}
    beside = {column for column, role in roles.items() if role in _JUDGES}
    for row in below:
        numbers = [c for c in _numbers(rows.get(row, ())) if c.column in of_figures | beside]
        may_be = [c for c in numbers if _date(c) is not None and c.column in of_figures]
        others = list(_sizes(cell for cell in numbers if cell not in may_be))
        if not may_be or not others:
            continue
        far_off = _OFF_SCALE * max(others) < min(_sizes(may_be))
        if far_off and (len(may_be) < len(others) or max(others) <= MOST_AS_FRACTION):
            _take(found, may_be)


def _sizes(cells: Iterable[Cell]) -> Iterator[float]:
    for cell in cells:
        assert isinstance(cell.value, float)  # figures are numbers
        yield abs(cell.value)
