"""Tables of others' figures that are named: their places are places, of one kind, in time."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.said_places import Area, NoPlaceError, Spot, parse_areas, parse_spot
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import shown
from xl_scorecard.rule_files.slip import Slip

_EXAMPLES = "write 2018/19 Q3, Dec 2018 or 2018/19"


def comparators_read(rules: Entry) -> Iterator[Slip]:
    """Places that are none, figures that run another way than names, and periods that are none."""
    for table in rules["workbook"]["comparators"].items:
        yield from _placed(table)
        period = table["period"]
        read = parse_period(period.text) if period.text else None
        if period.text and (read is None or read.period is None):
            yield period.slip(f"{shown(period.text)} is not a period", _EXAMPLES)


def _placed(table: Entry) -> Iterator[Slip]:
    names = _spot(table["names"])
    said = (table["figures"], *table["figures"].items)
    areas = [(entry, _areas(entry)) for entry in said if entry.text]
    for entry, found in ((table["names"], names), *areas):
        if isinstance(found, NoPlaceError):
            yield entry.slip(found.wrong, found.mend)
    if not isinstance(names, Spot):
        return
    if names.is_cell:
        mend = "write the column that references or names stand in, such as A"
        yield table["names"].slip(f"{names.text} is a cell", mend)
        return
    down = names.column is None
    for entry, found in areas:
        for area in found if isinstance(found, list) else []:
            if area.is_of_cells or (area.first.column is None) is not down:
                wrong = f"{area.first.text} runs the other way than names do"
                yield entry.slip(wrong, f"write {'rows, such as 4-14' if down else 'columns: C:L'}")


def _spot(entry: Entry) -> Spot | NoPlaceError | None:
    try:
        return parse_spot(entry.text) if entry.text else None
    except NoPlaceError as error:
        return error


def _areas(entry: Entry) -> list[Area] | NoPlaceError:
    try:
        return parse_areas(entry.text)
    except NoPlaceError as error:
        return error
