"""What is carried out on Windows past xlwings' public API, which has no call for it or needs many.

Only where the engine is known to be that of Windows. Excel that refuses how a sheet of ours is
printed or seen is left in peace: a sheet that prints upright is no reason to take back all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xl_scorecard.button.asked import Answer, asked
from xl_scorecard.domain.edits import LINE_COLOUR, NewSheet

_LANDSCAPE = 2  # xlLandscape
_CONTINUOUS = 1  # xlContinuous
_EXPRESSION = 2  # xlExpression


def lay_out(sheet: Any, new: NewSheet) -> None:
    """How a sheet of ours is printed: landscape, headings on every page, where pages end."""

    def give() -> None:
        page = sheet.api.PageSetup
        if new.landscape:
            page.Orientation = _LANDSCAPE
        if new.repeat_rows is not None:
            first, last = new.repeat_rows
            page.PrintTitleRows = f"${first}:${last}"
        if new.page_breaks:
            sheet.api.ResetAllPageBreaks()
            breaks = sheet.api.HPageBreaks
            for row in new.page_breaks:
                breaks.Add(sheet.api.Range(f"A{row + 1}"))

    if_excel_does(give)


def show(sheet: Any, new: NewSheet) -> bool:
    """What is seen of a sheet of ours: no lines between cells, headings that stay in view. Excel
    has them for the sheet in front of a window alone; says whether it took them."""

    def give() -> bool:
        sheet.api.Activate()
        window = sheet.api.Parent.Windows(1)
        window.DisplayGridlines = False
        if new.freeze_row is not None or new.freeze_column is not None:
            window.SplitRow, window.SplitColumn = new.freeze_row or 0, new.freeze_column or 0
            window.FreezePanes = True
        return True

    return bool(if_excel_does(give))


def add_last(sheets: Any, last: Any) -> Any:
    """A sheet after the last one: added before it, which then changes places with it.

    That is how xlwings does it, for whom Excel's own `After` failed on some machines; it asks
    eleven times besides which sheet is where.
    """
    added = sheets.add(before=last)
    last.api.Move(Before=added.api)
    return added


def box(area: Any) -> None:
    """Thin lines around every cell: all sides at once, which xlwings sets one by one."""
    borders = area.api.Borders
    borders.LineStyle = _CONTINUOUS
    borders.Color = as_excel_counts(LINE_COLOUR)


def merge(area: Any) -> None:
    """Merge cells without Excel asking: xlwings asks ten times first which Excel a range is of."""
    cells = area.api
    excel = cells.Application
    asks, excel.DisplayAlerts = excel.DisplayAlerts, False
    try:
        cells.Merge()
    finally:
        excel.DisplayAlerts = asks


def put_all(area: Any, contents: list[list[Any]]) -> None:
    """Cells as they are typed: xlwings asks a range ten times first how large it is."""
    area.api.Formula = contents


def clean_values(area: Any, options: dict[str, Any]) -> Any:
    """What stands in cells, as xlwings gives it by these options: it would first ask the range ten
    times which engine it belongs to."""
    from xlwings.conversion import read

    return read(None, area.raw_value, options, "excel")  # type: ignore[no-untyped-call]


def shade_area(conditions: Any, formula: str, fill: str, text: str, *, first: bool) -> None:
    """A conditional format of an area, `first` or after those that it has."""
    added = conditions.Add(Type=_EXPRESSION, Formula1=f"={formula}")
    added.Interior.Color = as_excel_counts(fill)
    added.Font.Color = as_excel_counts(text)
    added.StopIfTrue = False
    if first:
        added.SetFirstPriority()


def as_excel_counts(colour: str) -> int:
    """A colour `#RRGGBB` as Excel counts it: red is the lowest byte."""
    return int.from_bytes(bytes.fromhex(colour.lstrip("#")), "little")


def if_excel_does(give: Callable[[], Answer]) -> Answer | None:
    """What comes of it; None where Excel refuses or has no such member."""
    try:
        return asked(give)
    except (AttributeError, TypeError, ValueError):
        return None
