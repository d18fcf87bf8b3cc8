"""Drawing our own sheets, with charts, in a scratch workbook (XlsxWriter)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import xlsxwriter
from xlsxwriter.packager import Packager

from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.edits import (
    LINE_COLOUR,
    TABLE_STYLE,
    USUAL_SIZE,
    USUAL_TEXT,
    Chart,
    Choice,
    Columns,
    NewSheet,
    Series,
    Style,
)
from xl_scorecard.opc.archive import Archive
from xl_scorecard.opc.package import Package
from xl_scorecard.writing.own_worksheet import OwnWorksheet

_GREY = "#5B6770"
_PLAIN = re.compile(r"[^&<>_\x00-\x1f\ufffe\uffff]*")
_LEVEL = 360
"""How XlsxWriter is told that words are not turned."""
_SIZE = 11
"""The letters in charts: a page is printed smaller, so that they come out as 10."""
_MARGIN = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6}


def drawn(sheets: list[NewSheet], font: str) -> Package:
    """A package with the sheets drawn in it; `font` is the workbook's own."""
    book = _Book()
    formats = _Formats(book, font)
    for sheet in sheets:
        _Drawing(book, sheet, formats).draw()
    book.close()
    target = book.packed.packed()
    return Package(target, Archive(target, "scratch"), "scratch")


class _Book(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook whose parts are not compressed: they are unpacked again at once."""

    def __init__(self) -> None:
        kept_as_text = {"strings_to_formulas": False, "strings_to_urls": False}
        super().__init__(io.BytesIO(), {"in_memory": True, **kept_as_text})
        self.packed = _Parts()

    def _get_packager(self) -> Packager:
        return self.packed

    def add_chart(self, options: dict[str, Any]) -> Any:
        """A chart that writes its figures as they are, where nothing in them is to be masked."""
        chart = super().add_chart(options)
        carefully = chart._write_pt

        def write_point(place: int, value: object) -> None:
            if value is None or (isinstance(value, str) and not _PLAIN.fullmatch(value)):
                carefully(place, value)
            else:
                chart.fh.write(f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>')

        chart._write_pt = write_point
        return chart


class _Parts(Packager):  # type: ignore[misc]
    """Keeps the parts of a workbook instead of handing them on."""

    def _create_package(self) -> list[object]:
        self._parts = super()._create_package()
        return []

    def packed(self) -> io.BytesIO:
        """A package of them."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for file, name, is_binary in self._parts:
                data = file.getvalue()
                at = zipfile.ZipInfo(name)  # of no day: a copy for the web keeps it
                package.writestr(at, data if is_binary else data.encode())
        target.seek(0)
        return target


class _Formats:
    """XlsxWriter formats by style, each made once."""

    def __init__(self, book: Any, font: str) -> None:
        self._book = book
        self._font = font
        self._made: dict[Style, Any] = {}
        self.size = USUAL_SIZE
        """That of letters on the sheet being drawn, where a style does not say."""
        self._known: dict[int, tuple[Style, Any]] = {}
        """The same by identity: thousands of cells share a style, which is slow to be hashed."""

    def of(self, style: Style) -> Any:
        known = self._known.get(id(style))
        if known is not None:
            return known[1]
        sized = style if style.size else replace(style, size=self.size)
        if sized not in self._made:
            self._made[sized] = self._book.add_format(self._properties(sized))
        self._known[id(style)] = style, self._made[sized]
        return self._made[sized]

    def begin(self, size: float) -> None:
        """Turn to a sheet of another size of letters."""
        self._known.clear()
        self.size = size

    def _properties(self, style: Style) -> dict[str, object]:
        properties: dict[str, object] = {
            "font_name": self._font,
            "font_size": style.size,
            "valign": "vcenter",
            "text_wrap": style.wrap,
            "font_color": style.text or USUAL_TEXT,
        }
        if style.bold:
            properties["bold"] = True
        if style.italic:
            properties["italic"] = True
        if style.fill:
            properties["bg_color"] = style.fill
        if style.align:
            properties["align"] = style.align
        if style.shrink:
            properties["shrink"] = True
        if style.border:
            properties.update(border=1, border_color=LINE_COLOUR)
        if style.number_format != "General":
            properties["num_format"] = style.number_format
        return properties

    def shade(self, fill: str, text: str) -> Any:
        """A conditional format's look."""
        return self._book.add_format({"bg_color": fill, "font_color": text})


class _Drawing:
    """One sheet on its way into the scratch workbook."""

    def __init__(self, book: Any, sheet: NewSheet, formats: _Formats) -> None:
        self._book = book
        self._sheet = sheet
        self._formats = formats
        formats.begin(sheet.size)
        self._out = book.add_worksheet(sheet.name, worksheet_class=OwnWorksheet)

    def draw(self) -> None:
        """Draw it all."""
        for column, width in self._sheet.widths.items():
            self._out.set_column(column - 1, column - 1, width)
        for row, height in self._sheet.heights.items():
            self._out.set_row(row - 1, height)
        self._table()
        self._out.put(self._sheet.cells, self._formats.of)
        for shade in self._sheet.shades:
            self._out.conditional_format(
                shade.reference,
                {
                    "type": "formula",
                    "criteria": f"={shade.formula}",
                    "format": self._formats.shade(shade.fill, shade.text),
                },
            )
        for choice in self._sheet.choices:
            self._choice(choice)
        for chart in self._sheet.charts:
            self._chart(chart)
        self._page()

    def _table(self) -> None:
        """Mark up a table; its cells are written after it, in their own looks."""
        table = self._sheet.table
        if table is None:
            return
        top, left, bottom, right = parse_range(table.reference)
        headings = {c.column: c.value for c in self._sheet.cells if c.row == top}
        self._out.add_table(
            top - 1, left - 1, bottom - 1, right - 1,
            {"name": table.name, "style": TABLE_STYLE,
             "columns": [{"header": headings[n]} for n in range(left, right + 1)]},
        )  # fmt: skip

    def _choice(self, choice: Choice) -> None:
        words = " or ".join(choice.words)
        self._out.data_validation(
            choice.reference,
            {"validate": "list", "source": list(choice.words), "error_title": "Scorecard",
             "error_message": f"Pick {words} from the list, or leave the cell blank."},
        )  # fmt: skip

    def _chart(self, chart: Chart) -> None:
        stacked = chart.kind == "bar"
        drawing = self._book.add_chart({**_KINDS[chart.kind], "name": chart.name})
        aside = {"y2_axis": True} if chart.behind else {}
        for series in chart.series:
            drawing.add_series({**_series(chart.kind, series), **aside})
        front = drawing
        if chart.behind:  # what is added first is behind, so it is what the chart begins with
            drawing = self._book.add_chart({"type": "column", "name": chart.name})
            for columns in chart.behind:
                drawing.add_series({**_columns(columns), "overlap": 100})
            drawing.combine(front)
        title = f"={chart.title}" if _is_cell(chart.title) else chart.title
        font = {"color": _GREY, "size": _SIZE}
        drawing.set_title(
            {"name": title, "name_font": {"size": _SIZE, "color": "#1F2A30"}, "overlay": False}
        )
        drawing.set_legend({**_legend(chart), "font": font})
        lines = {"visible": True, "line": {"color": LINE_COLOUR, "width": 0.75}}
        values = {"num_font": font, "major_gridlines": lines, "line": {"none": True},
                  "num_format": chart.number_format}  # fmt: skip
        figures = {**values, "max": chart.most} if chart.most is not None else dict(values)
        if chart.least is not None:
            figures["min"] = chart.least
        level = {**font, "rotation": _LEVEL}
        categories = {"num_font": level, "line": {"color": LINE_COLOUR}}
        if stacked:
            categories["reverse"] = True
            values.update(visible=False, major_gridlines={"visible": False})
            drawing.set_x_axis(values)
            drawing.set_y_axis(categories)
        elif chart.behind:
            drawing.set_x_axis(categories)
            drawing.set_y_axis({**values, "major_gridlines": {"visible": False},
                                "num_format": "#,##0", "min": 0})  # fmt: skip
            front.set_y2_axis({**figures, "major_gridlines": {"visible": False}})
        else:
            drawing.set_x_axis(categories)
            drawing.set_y_axis(figures)
        drawing.show_blanks_as("span")  # else LibreOffice draws #N/A as 0
        drawing.set_chartarea({"border": {"color": LINE_COLOUR}})
        drawing.set_size({"width": chart.width, "height": chart.height})
        self._out.insert_chart(
            chart.row - 1,
            chart.column - 1,
            drawing,
            {
                "description": chart.alternative_text,
                "object_position": 1,
                "x_offset": chart.offset,
                "y_offset": chart.below,
            },
        )

    def _page(self) -> None:
        sheet, out = self._sheet, self._out
        out.hide_gridlines(2)
        out.set_paper(9)
        if sheet.landscape:
            out.set_landscape()
        out.fit_to_pages(1, 0)
        out.set_margins(**_MARGIN)
        out.set_footer("&L&A&RPage &P of &N")
        if sheet.repeat_rows is not None:
            out.repeat_rows(sheet.repeat_rows[0] - 1, sheet.repeat_rows[1] - 1)
        if sheet.print_area is not None:
            top, left, bottom, right = parse_range(sheet.print_area)
            out.print_area(top - 1, left - 1, bottom - 1, right - 1)
        if sheet.freeze_row is not None or sheet.freeze_column is not None:
            out.freeze_panes(sheet.freeze_row or 0, sheet.freeze_column or 0)
        if sheet.page_breaks:
            out.set_h_pagebreaks(sheet.page_breaks)
        ignored = {
            "formula_differs": sheet.ignore_inconsistent,
            "number_stored_as_text": sheet.ignore_text_numbers,
        }
        if any(ignored.values()):
            out.ignore_errors({kind: area for kind, area in ignored.items() if area is not None})


def _legend(chart: Chart) -> dict[str, object]:
    """At the bottom, without what is not named there."""
    unnamed = list(range(len(chart.behind)))
    unnamed += [n for n, s in enumerate(chart.series, len(chart.behind)) if not s.named]
    if len(unnamed) == len(chart.series) + len(chart.behind):
        return {"none": True}
    return {"position": "bottom", "delete_series": unnamed}


def _is_cell(title: str) -> bool:
    return title.startswith("'") and "!$" in title


_KINDS: dict[str, dict[str, str]] = {
    "bar": {"type": "bar", "subtype": "stacked"},
    "line": {"type": "line"},
    "column": {"type": "column"},
    "stacked": {"type": "column", "subtype": "stacked"},
}


def _series(kind: str, series: Series) -> dict[str, object]:
    if kind == "bar":
        return _stacked(series)
    return _line(series) if kind == "line" else _columns(series)


def _columns(series: Series | Columns) -> dict[str, object]:
    return {
        "name": f"={series.name}",
        "categories": f"={series.categories}",
        "values": f"={series.values}",
        "fill": {"color": series.colour},
        "gap": 60,
    }


def _stacked(series: Series) -> dict[str, object]:
    return {
        "name": f"={series.name}",
        "categories": f"={series.categories}",
        "values": f"={series.values}",
        "fill": {"color": series.colour},
        "border": {"color": "#FFFFFF", "width": 0.75},
        "gap": 25,
        "data_labels": {
            "value": True,
            "num_format": f"{_as_it_is(series.label)}0;;",
            "font": {"color": series.text or "#1F2A30", "size": _SIZE},
        },
    }


def _as_it_is(label: str | None) -> str:
    """A word in a number format, before the number."""
    return "" if label is None else '"' + label.replace('"', "'") + '" '


def _line(series: Series) -> dict[str, object]:
    line: dict[str, object] = {"color": series.colour, "width": 1.5 if series.dashed else 2.25}
    marker: dict[str, object] = {"type": "none"}
    if series.faint:
        line.update(dash_type=series.dash or "round_dot", width=1.25)
    elif series.dashed:
        line["dash_type"] = "dash"
    else:
        fill = {"color": series.colour}
        marker = {"type": series.mark or "circle", "size": 9 if series.mark else 5,
                  "fill": fill, "border": fill}  # fmt: skip
        if series.mark:
            line = {"none": True}
    return {
        "name": f"={series.name}",
        "categories": f"={series.categories}",
        "values": f"={series.values}",
        "line": line,
        "marker": marker,
    }
