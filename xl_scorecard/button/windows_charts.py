"""Charts on Windows: the first of its kind is drawn, and copied for those that look like it.

To draw one takes xlwings some sixty calls, most of them for the looks of its lines; a copy has
those already. Whatever of it Excel will not do, the chart is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from xl_scorecard.button.planned import Planned
from xl_scorecard.button.windows_only import as_excel_counts, if_excel_does
from xl_scorecard.domain.edits import Chart, Series

_PLOT_BY = {"rows": 1, "columns": 2}  # xlRows, xlColumns
_VALUES = 2  # xlValue
_DASHED = 4  # msoLineDash
_NO_MARKER = -4142  # xlMarkerStyleNone
_BOTTOM = -4107  # xlLegendPositionBottom
_TYPES = {"line": 65, "column": 51, "stacked": 52}
"""xlLineMarkers, xlColumnClustered, xlColumnStacked; of bars there is one, whose axis is turned."""


class _Drawn(NamedTuple):
    """A chart that stands, its shape and what it was drawn as."""

    shape: Any
    planned: Planned


class Copies:
    """The charts of a sheet as they are drawn, to be copied for those that look like them."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._drawn: list[_Drawn] = []
        self._given_up = False
        self._at_once = True
        """Whether Excel's ChartWizard changes nothing of a copy but what it is told to, as its
        document says: figures and title take one call, else three."""
        self._proved: set[str] = set()
        """What a copy was seen to keep over figures of its own."""

    def drew(self, drawn: Any, planned: Planned) -> None:
        """A chart was drawn by xlwings: give it its looks."""
        _, inside = drawn.api
        shape = if_excel_does(lambda: self._shapes(planned.chart.name))
        if_excel_does(lambda: _tell(shape, planned.chart))
        if if_excel_does(lambda: _colour_all(inside, planned)) and shape is not None:
            self._drawn.append(_Drawn(shape, planned))

    @cached_property
    def _shapes(self) -> Any:
        return self._sheet.api.Shapes

    def draw(self, planned: Planned) -> bool:
        """Copy one that looks like it; False where there is none, or Excel does not copy it."""
        if self._given_up:
            return False
        alike = [drawn for drawn in self._drawn if _is_alike(drawn.planned, planned)]
        if not alike:
            return False
        model = min(alike, key=lambda drawn: _differences(drawn.planned, planned))
        if self._at_once and planned.labelled and planned.chart.kind in _TYPES:
            if self._stands(model, planned, at_once=True):
                return True
            self._at_once = False
        if self._stands(model, planned, at_once=False):
            return True
        self._given_up = True  # this Excel does not copy charts as we need them
        return False

    def _stands(self, model: _Drawn, planned: Planned, *, at_once: bool) -> bool:
        """Copy a chart; says whether it is what it should be, else it is gone again."""
        made: list[Any] = []
        if if_excel_does(lambda: self._copy(model, planned, made, at_once=at_once)):
            self._drawn.append(_Drawn(made[0], planned))
            return True
        for shape in made:
            shape.Delete()
        return False

    def _copy(self, model: _Drawn, planned: Planned, made: list[Any], *, at_once: bool) -> bool:
        """Copy a chart and have it draw other figures; says whether it is what it should be."""
        chart, before = planned.chart, model.planned
        shape = model.shape.Duplicate()
        made.append(shape)
        inside = shape.Chart
        source, plot_by = planned.source.api, _PLOT_BY[planned.plot_by]
        if at_once:
            inside.ChartWizard(
                Source=source, PlotBy=plot_by, CategoryLabels=1, SeriesLabels=1, Title=planned.title
            )
        else:
            inside.SetSourceData(source, plot_by)
            inside.ChartTitle.Text = planned.title
        for what, is_so in _to_prove(planned, before, at_once=at_once):
            if what not in self._proved and not is_so(inside):
                return False
            self._proved.add(what)
        for number in range(len(before.chart.series) + 1, len(chart.series) + 1):
            _colour(inside.SeriesCollection(number), chart.kind, chart.series[number - 1])
        shape.Left, shape.Top, shape.Name = planned.left, planned.top, chart.name
        if (planned.width, planned.height) != (before.width, before.height):
            shape.Width, shape.Height = planned.width, planned.height
        if chart.most != before.chart.most or planned.number_format != before.number_format:
            _set_axis(inside.Axes(_VALUES), planned, before)
        _tell(shape, chart)
        return True


def _is_alike(one: Planned, other: Planned) -> bool:
    """Whether two charts may be copied from one another: of one kind, the series that both have
    of one look, and no heading that Excel could take for a figure in one of them alone."""
    if one.chart.kind != other.chart.kind or not (one.headed and other.headed):
        return False
    both = zip(one.chart.series, other.chart.series, strict=False)
    return all(_look(mine) == _look(theirs) for mine, theirs in both)


def _look(series: Series) -> object:
    return series.colour, series.dashed, series.faint


def _differences(one: Planned, other: Planned) -> int:
    """About how many calls it takes to make a copy of one chart the other."""
    return (
        8 * max(len(other.chart.series) - len(one.chart.series), 0)
        + 2 * (one.chart.most != other.chart.most)
        + 3 * (one.number_format != other.number_format)
        + 2 * ((one.width, one.height) != (other.width, other.height))
    )


def _has_its_series(inside: Any, chart: Chart) -> bool:
    """Whether Excel took no heading for figures."""
    return bool(inside.SeriesCollection().Count == len(chart.series))


def _to_prove(
    planned: Planned, before: Planned, *, at_once: bool
) -> Iterator[tuple[str, Callable[[Any], bool]]]:
    """What is looked at once in a copy, by a name, and whether it is so.

    That it draws its own figures and kept a colour; where ChartWizard gave it these, also that it
    has its title and nothing else became otherwise, of each kind and of axes that are not Excel's
    own.
    """
    chart = planned.chart
    last = min(len(chart.series), len(before.chart.series))

    def looks(inside: Any) -> bool:
        return _has_its_series(inside, chart) and _has_its_colour(inside, chart, last)

    def all_else(inside: Any) -> bool:
        return bool(
            inside.ChartTitle.Text == planned.title
            and inside.ChartType == _TYPES[chart.kind]
            and inside.Legend.Position == _BOTTOM
        )

    if not at_once:
        yield "in three calls", looks
        return
    yield chart.kind, lambda inside: looks(inside) and all_else(inside)
    if before.chart.most is not None:
        yield (
            f"{chart.kind} most",
            lambda inside: inside.Axes(_VALUES).MaximumScale == before.chart.most,
        )
    if (form := before.number_format) is not None:
        yield (
            f"{chart.kind} format",
            lambda inside: inside.Axes(_VALUES).TickLabels.NumberFormat == form,
        )


def _has_its_colour(inside: Any, chart: Chart, number: int) -> bool:
    look = inside.SeriesCollection(number).Format
    colour = (look.Line if chart.kind == "line" else look.Fill).ForeColor.RGB
    return bool(colour == as_excel_counts(chart.series[number - 1].colour))


def _set_axis(axis: Any, planned: Planned, before: Planned) -> None:
    most = planned.chart.most
    if most != before.chart.most:
        if most is None:
            axis.MaximumScaleIsAuto = True
        else:
            axis.MaximumScale = most
    if planned.number_format != before.number_format:
        labels = axis.TickLabels
        if planned.number_format is None:
            labels.NumberFormatLinked = True
        else:
            labels.NumberFormat = planned.number_format


def _tell(shape: Any, chart: Chart) -> None:
    """What a chart says to those who do not see it."""
    shape.AlternativeText = chart.alternative_text


def _colour_all(inside: Any, planned: Planned) -> bool:
    """Give the series of a chart their looks; False where it is not known which are which."""
    chart = planned.chart
    if not _has_its_series(inside, chart):
        return False
    for number, series in enumerate(chart.series, 1):
        _colour(inside.SeriesCollection(number), chart.kind, series)
    return True


def _colour(drawn: Any, kind: str, series: Series) -> None:
    """Give a series its looks, as xlwings does, and a dashed line its dashes."""
    colour = as_excel_counts(series.colour)
    if kind != "line":
        fill = drawn.Format.Fill
        fill.Visible = True
        fill.Solid()
        fill.ForeColor.RGB = colour
        return
    line = drawn.Format.Line
    line.Visible = True
    line.ForeColor.RGB = colour
    if series.dashed:
        line.DashStyle = _DASHED
    if series.dashed or series.faint:
        drawn.MarkerStyle = _NO_MARKER
    else:
        drawn.MarkerForegroundColor = colour
        drawn.MarkerBackgroundColor = colour
