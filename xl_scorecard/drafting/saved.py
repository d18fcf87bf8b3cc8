"""The period of a workbook whose headings only say `This Qrt`, as its last saving suggests."""

from __future__ import annotations

import datetime as dt

from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.drafting.guess import Guess, Sure
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.sheets.sources import SheetSource

_PROPERTIES = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def guess_period(
    package: Package, sheets: SheetSource, starts: int, *, asked: bool = False
) -> Guess | None:
    """The last whole quarter before the workbook was saved; None where no heading needs it, nor
    anything else (`asked`)."""
    saved = _last_saved(package)
    relative = any(_says_relative(sheets, name) for name in sheets.names)
    if saved is None or not (relative or asked):
        return None
    end = saved.year * 12 + saved.month - 2
    end -= (end - (starts - 1) + 1) % 3
    unsaid = "headings such as This Qrt do not say which period" if relative else "which period?"
    why = (
        f"{unsaid}; this is the last quarter before the workbook was saved, on {saved}; change it "
        "each time"
    )
    return Guess(Period(Grain.QUARTER, end, starts).words, Sure.DECIDE, why)


def _last_saved(package: Package) -> dt.date | None:
    if not package.has(_PROPERTIES):
        return None
    said = package.root(_PROPERTIES).findtext(_MODIFIED) or ""
    try:
        return dt.date.fromisoformat(said[:10])
    except ValueError:
        return None


def _says_relative(sheets: SheetSource, name: str) -> bool:
    cells = sheets.top(name).cells.values()
    words = (parse_period(cell.text) for cell in cells if cell.text)
    return any(found is not None and found.relative is not None for found in words)
