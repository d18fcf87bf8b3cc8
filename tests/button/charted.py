"""Charts as Excel makes them of a block of cells, from the actions of xlwings' remote engine."""

from __future__ import annotations

from typing import Any

from tests.button.models import Area, Book, Chart, Series, Sheet, area_of, reference_of

_KINDS = {
    "Line": "line",
    "LineMarkers": "line",
    "BarStacked": "bar stacked",
    "BarClustered": "bar clustered",
    "ColumnStacked": "column stacked",
    "ColumnClustered": "column clustered",
}
_LOOKS = ("setChartStyle", "setChartAxis", "setChartLegend", "setChartPosition")
CHART_ACTIONS = (
    "addChart", "deleteChart", "setChartName", "setChartTitle", "setChartType", "setChartSeries",
    "setChartSourceData", "setChartXAxisValues", *_LOOKS,
)  # fmt: skip


def chart_action(book: Book, sheet: Sheet, action: dict[str, Any]) -> None:
    """Carry out an action on a sheet's charts."""
    func, args = action["func"], action["args"]
    if func == "addChart":
        name, kind, source, address, _left, top, _width, _height, plot_by, anchor, _style = args
        assert top is not None or anchor is not None, f"nobody says where {name} goes"
        row = area_of(anchor)[0] if anchor is not None else None
        names = [chart.name for chart in sheet.charts]
        assert name not in names, f"there is a chart {name} already"
        series = charted(book[source], area_of(address), plot_by)
        sheet.charts.append(Chart(_KINDS[kind], series, name=name, row=row, top=top))
        return
    chart = sheet.charts[args[0]]
    if func == "deleteChart":
        del sheet.charts[args[0]]
    elif func == "setChartName":
        chart.name = args[1]
    elif func == "setChartTitle":
        chart.title = args[1]
    elif func == "setChartType":
        chart.kind = _KINDS[args[1]]
    elif func == "setChartSourceData":
        plot_by = args[3] if len(args) > 3 else None
        chart.series = charted(book[args[1]], area_of(args[2]), plot_by)
    elif func == "setChartXAxisValues":
        for series in chart.series:
            series.categories = f"{args[1]}!{reference_of(area_of(args[2]))}"
    elif func == "setChartSeries":
        values = args[2]
        assert 0 <= args[1] < len(chart.series), f"the chart has no series {args[1] + 1}"
        chart.series[args[1]].name = values.get("name", chart.series[args[1]].name)
        assert "chart_type" not in values, "the replayer knows charts of one kind only"
    else:
        assert func in _LOOKS, func


def charted(sheet: Sheet, area: Area, plot_by: str | None) -> list[Series]:
    """The series that Excel finds in a block: a first row and column of text are headings.

    Without an orientation the longer side is taken for the categories.
    """
    top, left, bottom, right = area
    across = _words(sheet, [(top, column) for column in range(left + 1, right + 1)])
    down = _words(sheet, [(row, left) for row in range(top + 1, bottom + 1)])
    first_row, first_column = top + across, left + down
    if plot_by is None:
        longer = right - first_column > bottom - first_row
        plot_by = "Rows" if longer else "Columns"

    def ref(*cells: int) -> str:
        return f"{sheet.name}!{reference_of(cells)}"  # type: ignore[arg-type]

    if plot_by == "Rows":
        return [
            Series(
                ref(row, first_column, row, right),
                ref(top, first_column, top, right) if across else None,
                ref(row, left, row, left) if down else None,
            )
            for row in range(first_row, bottom + 1)
        ]
    return [
        Series(
            ref(first_row, column, bottom, column),
            ref(first_row, left, bottom, left) if down else None,
            ref(top, column, top, column) if across else None,
        )
        for column in range(first_column, right + 1)
    ]


def _words(sheet: Sheet, cells: list[tuple[int, int]]) -> bool:
    """Whether cells hold text and nothing else; a formula counts as a figure."""
    found = [sheet.cells[at] for at in cells if at in sheet.cells]
    held = [cell for cell in found if cell.content is not None]
    return bool(held) and all(c.formula is None and isinstance(c.value, str) for c in held)
