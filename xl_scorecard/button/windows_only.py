"""What is carried out on Windows past xlwings' public API, which has no call for it.

Only on sheets and charts of ours, and only where the engine is known to be that of Windows. Excel
that refuses any of it is left in peace: a sheet that prints upright is no reason to take back all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xl_scorecard.button.asked import asked
from xl_scorecard.domain.edits import Chart, NewSheet

_LANDSCAPE = 2  # xlLandscape
_DASHED = 4  # msoLineDash


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
            for row in new.page_breaks:
                sheet.api.HPageBreaks.Add(sheet.api.Range(f"A{row + 1}"))

    _if_excel_does(give)


def dress(drawn: Any, chart: Chart, *, series_known: bool) -> None:
    """What a chart says to those who do not see it, and its dashed lines."""

    def give() -> None:
        holder, inside = drawn.api
        holder.ShapeRange.AlternativeText = chart.alternative_text
        for number, series in enumerate(chart.series, 1):
            if series.dashed and series_known:
                inside.SeriesCollection(number).Format.Line.DashStyle = _DASHED

    _if_excel_does(give)


def _if_excel_does(give: Callable[[], None]) -> None:
    try:
        asked(give)
    except (AttributeError, TypeError, ValueError):
        return  # no such member here
