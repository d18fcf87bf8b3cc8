"""Charts in an open workbook, through xlwings' public API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.planned import Planned
from xl_scorecard.button.rectangles import Run
from xl_scorecard.button.windows_charts import Copies
from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.edits import CellEdit, Chart, NewSheet, Series
from xl_scorecard.domain.row_keys import Place

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
    words = {at for at, cell in cells.items() if isinstance(cell.value, str)}
    copies = Copies(sheet)
    for chart in new.charts:
        planned = _planned(sheet, new, chart, cells, words)
        if not on_windows:
            _colour(_draw(sheet, planned), chart)
        elif not copies.draw(planned):
            copies.drew(_draw(sheet, planned), planned)


def _planned(sheet: Any, new: NewSheet, chart: Chart, cells: Cells, words: set[Place]) -> Planned:
    """A chart over the block of cells that its series lie in."""
    places = [_place(part) for s in chart.series for part in (s.name, s.categories, s.values)]
    top, left = min(p[0] for p in places), min(p[1] for p in places)
    bottom, right = max(p[2] for p in places), max(p[3] for p in places)
    plot_by = "columns" if chart.kind == "bar" else "rows"
    return Planned(
        chart,
        source=over(sheet, (top, left, bottom, right)),
        title=_title(cells, chart),
        left=_left_of(new, chart.column) + chart.offset * _PIXELS_TO_POINTS,
        top=_top_of(new, chart.row) + chart.below * _PIXELS_TO_POINTS,
        width=chart.width * _PIXELS_TO_POINTS,
        height=chart.height * _PIXELS_TO_POINTS,
        plot_by=plot_by,
        number_format=None if _shows_by_itself(chart, cells) else chart.number_format,
        headed=_cells_of(chart.series, "name", "categories") <= words,
        labelled=all(_is_labelled(series, (top, left), plot_by) for series in chart.series),
    )


def _is_labelled(series: Series, first: Place, plot_by: str) -> bool:
    """Whether the first row and column of a block that begins at a cell are the labels of a series:
    its categories in one of them, its name beside or over its figures in the other."""
    named, drawn = _place(series.name)[:2], _place(series.values)[:2]
    along, across = (0, 1) if plot_by == "rows" else (1, 0)
    return (
        named[along] == drawn[along]
        and named[across] == first[across] == drawn[across] - 1
        and _place(series.categories)[along] == first[along] < drawn[along]
    )


def _draw(sheet: Any, planned: Planned) -> Any:
    """Draw a chart, its series in Excel's own colours."""
    chart = planned.chart
    drawn = sheet.charts.add(
        left=planned.left,
        top=planned.top,
        width=planned.width,
        height=planned.height,
        chart_type=_KINDS[chart.kind],
        source=planned.source,
        plot_by=planned.plot_by,
        name=chart.name,
    )
    drawn.title = planned.title
    drawn.legend.position = "bottom"
    if planned.number_format is not None:
        drawn.value_axis.number_format = planned.number_format
    if chart.most is not None:
        drawn.value_axis.maximum_scale = chart.most
    if chart.kind == "bar":
        drawn.category_axis.reverse_order = True
    return drawn


def _shows_by_itself(chart: Chart, cells: Cells) -> bool:
    """Whether an axis has its number format by itself: that of the figures that are drawn."""
    drawn = {
        cells[at].style.number_format for at in _cells_of(chart.series, "values") if at in cells
    }
    return chart.number_format == "General" or drawn == {chart.number_format}


def _cells_of(series: Iterable[Series], *parts: str) -> set[Place]:
    """The cells that parts of the series lie in."""
    return {
        (row, column)
        for one in series
        for part in parts
        for top, left, bottom, right in [_place(getattr(one, part))]
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }


def _colour(drawn: Any, chart: Chart) -> None:
    """Give the series their colours, where they are known: the web has none to give."""
    try:
        found = list(drawn.series)
    except NotImplementedError:
        return
    if len(found) != len(chart.series):
        return  # Excel took a heading for figures
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
