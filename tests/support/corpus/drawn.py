"""What lies over the cells: charts, pictures, text boxes, notes, sparklines."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from tests.support.books import SHEET, More


def png(width: int = 24, height: int = 16) -> io.BytesIO:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x17\x4e\x5c" * width) * height
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)


def _chart(book: Any, kind: str, subtype: str | None = None) -> Any:
    chart = book.add_chart({"type": kind, "subtype": subtype})
    chart.add_series(
        {"name": f"={SHEET}!$B$4", "categories": f"={SHEET}!$E$3:$F$3",
         "values": f"={SHEET}!$E$4:$F$4"}
    )  # fmt: skip
    return chart


def _charts(book: Any, page: Any) -> None:
    for row, kind in enumerate(("column", "line", "pie", "doughnut", "area", "radar")):
        chart = _chart(book, kind)
        chart.set_title({"name": f"={SHEET}!$B$4"})
        page.insert_chart(10 + 15 * row, 1, chart, {"description": f"A {kind} chart"})
    points = _chart(book, "scatter", "smooth")
    points.set_x_axis({"crossing": 1, "num_font": {"bold": True}})
    page.insert_chart(10, 9, points)


def _combined_chart(book: Any, page: Any) -> None:
    columns, line = _chart(book, "column", "stacked"), _chart(book, "line")
    line.add_series(
        {"values": f"={SHEET}!$E$5:$F$5", "y2_axis": True, "trendline": {"type": "linear"},
         "y_error_bars": {"type": "percentage", "value": 5}}
    )  # fmt: skip
    columns.combine(line)
    page.insert_chart("I2", columns)


def _chart_sheets(book: Any, page: Any) -> None:
    book.add_chartsheet("Chart").set_chart(_chart(book, "bar", "stacked"))
    front = book.add_worksheet("Front")
    front.write_string("A1", "Quarterly report")
    front.activate()
    book.add_chartsheet("Second chart").set_chart(_chart(book, "pie"))


def _pictures(book: Any, page: Any) -> None:
    page.insert_image("I2", "crest.png", {"image_data": png(), "description": "The crest",
                                          "url": "internal:Scorecard!A1"})  # fmt: skip
    page.set_background(png(8, 8))
    page.set_header("&L&G&RPerformance", {"image_left": "left.png", "image_data_left": png()})
    page.set_footer("&C&P of &N")


def _pictures_in_cells(book: Any, page: Any) -> None:
    page.embed_image("I4", "good.png", {"image_data": png(10, 10), "description": "Good"})
    page.embed_image("I5", "bad.png", {"image_data": png(12, 12)})


def _text_boxes(book: Any, page: Any) -> None:
    page.insert_textbox("I2", "Figures are provisional", {"font": {"bold": True}, "rotation": 10})
    page.insert_textbox("I9", "", {"textlink": f"={SHEET}!$F$4", "object_position": 3})


def _notes(book: Any, page: Any) -> None:
    page.write_comment("F4", "Provisional until the return is signed", {"author": "P. Officer"})
    page.write_comment("F6", "Late", {"visible": True, "x_scale": 1.5, "color": "#E2AA2C"})
    other = book.add_worksheet("Notes")
    other.write_comment("A1", "A note on another sheet")


def _sparklines(book: Any, page: Any) -> None:
    page.add_sparkline("I4", {"range": f"{SHEET}!E4:F4", "markers": True})
    page.add_sparkline(
        "I5",
        {"location": ["I5", "I6"], "range": [f"{SHEET}!E5:F5", f"{SHEET}!E6:F6"],
         "type": "column", "negative_points": True},
    )  # fmt: skip


BOOKS: dict[str, More] = {
    "charts.xlsx": _charts,
    "combined-chart.xlsx": _combined_chart,
    "chart-sheets.xlsx": _chart_sheets,
    "pictures.xlsx": _pictures,
    "pictures-in-cells.xlsx": _pictures_in_cells,
    "text-boxes.xlsx": _text_boxes,
    "notes.xlsx": _notes,
    "sparklines.xlsx": _sparklines,
}
