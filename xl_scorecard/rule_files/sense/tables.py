"""Layouts that are said: their places are places, of one kind, and none has two meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import MONTHS
from xl_scorecard.domain.said_places import Area, NoPlaceError, Spot, parse_areas, parse_spot
from xl_scorecard.domain.said_table import DATES, SHEET, SINGLE
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import shown
from xl_scorecard.rule_files.slip import Slip

_SHEETS_NAME = frozenset(("names", "sections", "dimension"))
_BY_PERIOD = ("figures", "targets", "judgements")
_LINES = (*SINGLE, *DATES, "dimension")
_EXAMPLES = "write 2018/19 Q3, Dec 2018 or 2018/19"


def tables_placed(rules: Entry) -> Iterator[Slip]:
    """Text that should name a place of a sheet and does not."""
    for table in rules["workbook"]["tables"].items:
        for entry in _places(table):
            if isinstance(found := _areas(entry), NoPlaceError):
                yield entry.slip(found.wrong, found.mend)


def tables_of_one_kind(rules: Entry) -> Iterator[Slip]:
    """Columns where rows are due, and rows where columns are."""
    for table in rules["workbook"]["tables"].items:
        names = _spot(table["names"])
        if names is None or names.is_cell:
            yield from _blocks_told(table, names)
            continue
        down = names.column is None
        due, other = ("row", "column") if down else ("column", "row")
        for entry in _lines(table):
            for area in _sound(entry):
                if area.is_of_cells or (area.first.column is None) is not down:
                    kind = "cell" if area.is_of_cells else other
                    wrong = f"{area.first.text} is a {kind}, and names stand in a {due}"
                    yield entry.slip(wrong, f"write a {due}, such as {'14' if down else 'K'}")
        for key in ("header", "rows"):
            # of periods that run down, the rows of figures may be said under either word
            for area in _sound(table[key]):
                if area.is_of_cells or (not down and area.first.row is None):
                    wrong = f"{area.first.text} is no row"
                    yield table[key].slip(wrong, "write rows, such as 6-40")
        if isinstance(table["blocks"].data, list):
            yield table["blocks"].key_slip(
                "blocks are of one indicator each", "say the cell of the first name: names: B4"
            )


def tables_in_time(rules: Entry) -> Iterator[Slip]:
    """Words that should name a period and do not."""
    month = rules["financial_year_starts"].text
    starts = MONTHS.index(month) + 1 if month in MONTHS else MONTHS.index("April") + 1
    for table in rules["workbook"]["tables"].items:
        for key in _BY_PERIOD:
            for words, entry in table[key].pairs:
                when = parse_period(words, starts)
                lacks = when is not None and when.period is None and not table["years"].text
                if when is None or (lacks and not when.lacks_only_its_year):
                    yield entry.key_slip(f"{shown(words)} is not a period", _EXAMPLES)
                elif lacks:
                    mend = "write the year too, or say years: 2018/19"
                    yield entry.key_slip(f"{shown(words)} names no year", mend)


def periods_said_once(rules: Entry) -> Iterator[Slip]:
    """A column of periods, beside figures whose periods are said already."""
    for table in rules["workbook"]["tables"].items:
        names = _spot(table["names"])
        in_column = names is not None and not names.is_cell and names.column is not None
        at = _spot(table["periods"])
        in_column = in_column and at is not None and at.row is None
        if in_column and table["periods"].text and isinstance(table["figures"].data, dict):
            wrong = "figures are said by period already"
            yield table["periods"].slip(wrong, "take one out: figures: K, or periods:")


def years_beside_names(rules: Entry) -> Iterator[Slip]:
    """Years in a column beside that of names, which ask for months or quarters across."""
    for table in rules["workbook"]["tables"].items:
        names, years = _spot(table["names"]), _spot(table["years"])
        is_period = parse_period(table["years"].text) is not None
        if names is None or years is None or is_period or names.row or years.row:
            continue
        if not (table["header"].text or table["periods"].text):
            wrong = "stand beside names, and nothing says where their months or quarters stand"
            yield table["years"].slip(wrong, "add header: 3")
        if not table["figures"].text and not isinstance(table["figures"].data, list):
            wrong = "stand beside names: each row has the figures of a year"
            yield table["years"].slip(wrong, "say their columns: figures: C:F")


def tables_apart(rules: Entry) -> Iterator[Slip]:
    """One column said to hold two things."""
    for table in rules["workbook"]["tables"].items:
        first: dict[Spot, Entry] = {}
        for entry in _lines(table):
            for area in _sound(entry):
                for spot in _each(area):
                    earlier = first.setdefault(spot, entry)
                    if earlier is not entry:
                        wrong = f"{spot.text} is said to hold {_key(earlier)} too"
                        yield entry.slip(wrong, "one place holds one thing: take one out")


def dates_due(rules: Entry) -> Iterator[Slip]:
    """Dates that milestones are expected or done on, where nothing says when they are due."""
    for table in rules["workbook"]["tables"].items:
        for key in DATES[1:]:
            if table[key].text and not table["due"].text:
                wrong = "says nothing without the dates that milestones are due on"
                yield table[key].key_slip(wrong, "add due: D")


def parts_told(rules: Entry) -> Iterator[Slip]:
    """Parts among which none is the figure."""
    for table in rules["workbook"]["tables"].items:
        parts = table["parts"]
        said = [e.text for _, e in parts.pairs] or [e.text for e in parts.items]
        if said and not {"actual", "percent"} & set(said):
            yield parts.key_slip("no part is the figure", "name one actual, or percent")
        for part in parts.items:
            if part.text and said.count(part.text) > 1 and part.text != "other":
                yield part.slip(f"{shown(part.text)} stands twice", "write other for one of them")
                break


def _blocks_told(table: Entry, names: Spot | None) -> Iterator[Slip]:
    """An entry about one indicator that leaves its figures or their periods to be guessed."""
    if names is None and table["names"].text != SHEET:
        return
    figures = table["figures"]
    if figures.data is None:
        yield table["names"].slip(
            "is about one indicator, and nothing says where its figures stand",
            "add figures: C, or figures: {Q3 2018/19: C9}",
        )
    elif not isinstance(figures.data, dict) and not (table["periods"].text or table["header"].text):
        yield figures.slip(
            "nothing says where their periods stand", "add periods: A, or periods: 6"
        )


def _key(entry: Entry) -> str:
    return str(entry.path[3])


def _places(table: Entry) -> Iterator[Entry]:
    """Every entry of a table that names places."""
    yield from _lines(table)
    for key in ("header", "rows", "periods"):
        yield from _texts(table[key])
    if table["years"].text and parse_period(table["years"].text) is None:
        yield table["years"]
    yield from table["blocks"].items
    for key in ("rows", "columns"):
        yield from _texts(table["leave_out"][key])


def _lines(table: Entry) -> Iterator[Entry]:
    """The entries that say where a role, a dimension, a benchmark or figures stand."""
    for key in (*_LINES, "figures", "benchmarks"):
        entry = table[key]
        if not (key in _SHEETS_NAME and entry.text == SHEET):
            yield from _texts(entry)


def _texts(entry: Entry) -> Iterator[Entry]:
    """The entry itself, or those within it, that are text."""
    for own in (entry, *entry.items, *(value for _, value in entry.pairs)):
        if own.text:
            yield own


def _areas(entry: Entry) -> Sequence[Area] | NoPlaceError:
    try:
        return parse_areas(entry.text)
    except NoPlaceError as wrong:
        return wrong


def _sound(entry: Entry) -> Sequence[Area]:
    """The places that an entry names; none where it is told elsewhere that they are none."""
    found = [area for own in _texts(entry) if not isinstance(area := _areas(own), NoPlaceError)]
    return [area for areas in found for area in areas]


def _each(area: Area) -> Iterator[Spot]:
    for row in area.rows or (None,):
        for column in area.columns or (None,):
            yield Spot(row, column)


def _spot(entry: Entry) -> Spot | None:
    try:
        return parse_spot(entry.text) if entry.text and entry.text != SHEET else None
    except NoPlaceError:
        return None
