"""Our formulas in a workbook, and whether LibreOffice comes to what we stored in them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tests.support.office import Office, Values
from tests.support.readers import opened

Place = tuple[str, int, int]


def our_formulas(before: Path, after: Path) -> Iterator[Place]:
    """The formula cells of the output that the original does not have."""
    old, new = opened(before, formulas=True), opened(after, formulas=True)
    for sheet in new.worksheets:
        there = old[sheet.title] if sheet.title in old.sheetnames else None
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and (
                    there is None or there[cell.coordinate].value is None
                ):
                    yield sheet.title, cell.row, cell.column


def disagreements(before: Path, after: Path, office: Office) -> list[tuple[Place, object, object]]:
    """Where a formula of ours computes to something else than the value stored with it."""
    stored, computed = Values(after), Values(office.recalculated(after))
    places = list(our_formulas(before, after))
    assert places, "there is no formula to compare"
    values = [(place, stored.at(*place), computed.at(*place)) for place in places]
    return [item for item in values if not _same(item[1], item[2])]


def _same(one: object, other: object) -> bool:
    one, other = _number(one), _number(other)
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return one == other


def _number(value: object) -> object:
    """A date as the number that Excel holds: LibreOffice shows what a formula gives as a date
    where it looks a date up."""
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(*value.timetuple()[:3])
        return (moment - datetime(1899, 12, 30)).total_seconds() / 86_400
    return value
