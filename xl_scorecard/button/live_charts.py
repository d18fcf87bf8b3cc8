"""Charts in an open workbook, through xlwings' public API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.rectangles import Run
from xl_scorecard.button.windows_only import dress
from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.edits import CellEdit, Chart, NewSheet

_PIXELS_TO_POINTS = 0.75
_USUAL_HEIGHT, _USUAL_WIDTH = 15.0, 48.0  # points
Cells = Mapping[tuple[int, int], CellEdit]
_KINDS = {
    "bar": "bar_stacked",
    "line": "line_markers",
    "column": "column_clustered",
    "stacked": "column_stacked",
}


def draw_charts(sheet: Any, new: NewSheet, *, on_windows: bool = False) -> None:
    """The charts of a sheet of ours."""
    if not new.charts:
        return
    cells = {(cell.row, cell.column): cell for cell in new.cells}
    for chart in new.charts:
        _draw(sheet, new, chart, cells, on_windows=on_windows)


def _draw(sheet: Any, new: NewSheet, chart: Chart, cells: Cells, *, on_windows: bool) -> None:
    """A chart over the block of cells that its series lie in."""
    places = [_place(part) for s in chart.series for part in (s.name, s.categories, s.values)]
    top, left = min(p[0] for p in places), min(p[1] for p in places)
    bottom, right = max(p[2] for p in places), max(p[3] for p in places)
    drawn = sheet.charts.add(
        left=_left_of(new, chart.column) + chart.offset * _PIXELS_TO_POINTS,
        top=_top_of(new, chart.row) + chart.below * _PIXELS_TO_POINTS,
        width=chart.width * _PIXELS_TO_POINTS,
        height=chart.height * _PIXELS_TO_POINTS,
        chart_type=_KINDS[chart.kind],
        source=over(sheet, (top, left, bottom, right)),
        plot_by="columns" if chart.kind == "bar" else "rows",
        name=chart.name,
    )
    drawn.title = _title(cells, chart)
    drawn.legend.position = "bottom"
    if not _shows_by_itself(chart, cells):
        drawn.value_axis.number_format = chart.number_format
    if chart.most is not None:
        drawn.value_axis.maximum_scale = chart.most
    if chart.kind == "bar":
        drawn.category_axis.reverse_order = True
    known = _colour(drawn, chart)
    if on_windows:
        dress(drawn, chart, series_known=known)


def _shows_by_itself(chart: Chart, cells: Cells) -> bool:
    """Whether an axis has its number format by itself: that of the figures that are drawn."""
    figures = [parse_range(s.values.rpartition("!")[2].replace("$", "")) for s in chart.series]
    drawn = {
        cells[row, column].style.number_format
        for top, left, bottom, right in figures
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) in cells
    }
    return chart.number_format == "General" or drawn == {chart.number_format}


def _colour(drawn: Any, chart: Chart) -> bool:
    """Give the series their colours; False where they are not known: the web has none to give."""
    try:
        found = list(drawn.series)
    except NotImplementedError:
        return False
    if len(found) != len(chart.series):
        return False  # Excel took a heading for figures
    for one, series in zip(found, chart.series, strict=True):
        if chart.kind != "line":
            one.set(fill_color=series.colour)
        elif series.dashed or series.faint:
            one.set(line_color=series.colour, marker_style="none")
        else:
            one.set(
                line_color=series.colour,
                marker_foreground_color=series.colour,
                marker_background_color=series.colour,
            )
    return True


def _title(cells: Cells, chart: Chart) -> str:
    """The title's words: charts in an open workbook take no title from a cell."""
    if "!$" not in chart.title:
        return chart.title
    row, column, _, _ = _place(chart.title)
    return str(cells[row, column].value)


def _top_of(new: NewSheet, row: int) -> float:
    """How far down a row begins, in points."""
    return sum(new.heights.get(above, _USUAL_HEIGHT) for above in range(1, row))


def _left_of(new: NewSheet, column: int) -> float:
    """How far right a column begins, in points."""
    widths = (new.widths.get(before) for before in range(1, column))
    return sum(_USUAL_WIDTH if width is None else points(width) for width in widths)


def points(characters: float) -> float:
    """A width in characters of the usual font (7 pixels each, 5 around them) in points."""
    return round((7 * characters + 5) * _PIXELS_TO_POINTS, 2)


def _place(reference: str) -> Run:
    return parse_range(reference.rpartition("!")[2].replace("$", ""))
