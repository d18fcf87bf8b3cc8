"""A row an indicator and year, months or quarters across: as an entry about each indicator."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.said_places import NoPlaceError, Spot, parse_area, parse_areas, parse_spot
from xl_scorecard.domain.said_table import SINGLE, SaidTable
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.rows.row_shapes import text_of

_OF_A_YEAR = frozenset((Role.TARGET, Role.RAG, Role.TRAVEL, Role.COMMENT, Role.TOLERANCE))
"""What each year's row has for itself; the rest is said of an indicator once."""


def has_years_in_rows(said: SaidTable) -> bool:
    """Whether an entry says that names stand in one column and years in another."""
    names = said.named_in
    if said.years is None or names is None or names.row is not None:
        return False
    try:
        return parse_period(said.years) is None and parse_spot(said.years).row is None
    except NoPlaceError:
        return False


def by_indicator(sheet: Grid, said: SaidTable) -> Iterator[SaidTable]:
    """The entries about each indicator, all of its rows together."""
    together: dict[tuple[str, ...], list[int]] = {}
    key: tuple[str, ...] = ()
    for row in _rows(sheet, said):
        texts = tuple(_text(sheet, text, row) for text in _tells_apart(said))
        key = texts if texts[0] else (key[:1] + texts[1:])  # a name speaks for the rows below it
        if key and key[0]:
            together.setdefault(key, []).append(row)
    yield from (_entry(said, rows) for rows in together.values())


def _tells_apart(said: SaidTable) -> list[str]:
    return [text for text in (said.names, said.references, said.dimension, said.sections) if text]


def _rows(sheet: Grid, said: SaidTable) -> list[int]:
    rows = [row for area in parse_areas(said.rows) for row in area.rows]
    header = parse_area(said.header).last.row if said.header is not None else 0
    out = {row for area in parse_areas(said.leave_out.rows) for row in area.rows}
    below = rows or range((header or 0) + 1, sheet.last_row + 1)
    return [row for row in below if row not in out and row in sheet.by_row]


def _text(sheet: Grid, column: str, row: int) -> str:
    spot = parse_spot(column) if column != "sheet" else Spot(None, None)
    return text_of(sheet.shown(row, spot.column)) if spot.column is not None else ""


def _entry(said: SaidTable, rows: list[int]) -> SaidTable:
    """An entry about the indicator in some rows."""
    told = said.model_dump(exclude_defaults=True, exclude={"rows", "header", "leave_out"})
    for key in (*SINGLE, "dimension"):
        text = told.get(key)
        if isinstance(text, str) and text != "sheet" and SINGLE.get(key) not in _OF_A_YEAR:
            told[key] = f"{text}{rows[0]}"
    columns = parse_areas(
        [] if said.figures is None or isinstance(said.figures, dict) else said.figures
    )
    told["figures"] = [
        f"{area.first.text}{row}:{area.last.text}{row}" for row in rows for area in columns
    ]
    told["periods"] = said.periods or said.header
    made = SaidTable.model_validate(told)
    made.begins_on(said.line)
    return made
