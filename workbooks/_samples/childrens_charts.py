"""The officer's own charts, and the few formulas they are drawn from."""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from .childrens_care import IN_CARE
from .childrens_protection import IN_NEED, SEEN
from .childrens_scorecard import SHEET
from .series import APR, percent
from .styles import GREY, TEAL, Styles

NAME = "Charts"
GOLD = "#E2AA2C"
MONTH_NAMES = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST_ROW, LAST_ROW = 26, 34


def draw(book: Workbook, styles: Styles, rows: dict[str, int]) -> None:
    sheet = book.add_worksheet(NAME)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 3, 15)
    sheet.set_column(4, 12, 8)
    sheet.write(
        0,
        0,
        "Charts for the committee pack",
        styles.get(bold=True, font_size=14, font_color=TEAL),
    )
    sheet.write(1, 0, "Drawn from the Scorecard sheet", styles.get(font_color=GREY))
    for column, text in enumerate(("2018", "CiN seen in time", "Target", "Children in care")):
        sheet.write_string(FIRST_ROW - 1, column, text, styles.heading())
    share = styles.boxed(num_format="0%", align="center")
    number = styles.boxed(num_format="#,##0", align="center")
    seen = percent(SEEN, IN_NEED, 0, {})
    for at, month in enumerate(MONTH_NAMES):
        row, letter = FIRST_ROW + at, "LMNOPQRST"[at]
        sheet.write_string(row, 0, month, styles.boxed(align="center"))
        shown = seen[APR + at]
        assert isinstance(shown, float)
        cell = f"={SHEET}!{letter}{rows['CIN-SEEN'] + 1}"
        sheet.write_formula(row, 1, cell, share, round(shown / 100, 6))
        sheet.write_formula(row, 2, f"={SHEET}!$E${rows['CIN-SEEN'] + 1}", share, 0.8)
        cell = f"={SHEET}!{letter}{rows['CIC-NUM'] + 1}"
        sheet.write_formula(row, 3, cell, number, IN_CARE[APR + at])
    sheet.insert_chart(2, 0, seen_chart(book), {"object_position": 2})
    sheet.insert_chart(2, 6, care_chart(book), {"object_position": 2})


def seen_chart(book: Workbook) -> Chart:
    chart = book.add_chart({"type": "line"})
    months = [NAME, FIRST_ROW, 0, LAST_ROW, 0]
    for column, colour, dash in ((1, TEAL, "solid"), (2, GOLD, "dash")):
        chart.add_series(
            {
                "name": [NAME, FIRST_ROW - 1, column],
                "categories": months,
                "values": [NAME, FIRST_ROW, column, LAST_ROW, column],
                "line": {"color": colour, "width": 2.25, "dash_type": dash},
            }
        )
    dress(chart, "Children in Need seen within timescale")
    chart.set_y_axis({"min": 0.6, "max": 1, "num_format": "0%", **quiet_axis()})
    return chart


def care_chart(book: Workbook) -> Chart:
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": [NAME, FIRST_ROW - 1, 3],
            "categories": [NAME, FIRST_ROW, 0, LAST_ROW, 0],
            "values": [NAME, FIRST_ROW, 3, LAST_ROW, 3],
            "fill": {"color": TEAL},
            "gap": 60,
            "data_labels": {"value": True, "font": {"size": 8}},
        }
    )
    dress(chart, "Number of children in care")
    chart.set_legend({"none": True})
    chart.set_y_axis({"min": 0, **quiet_axis()})
    return chart


def quiet_axis() -> dict[str, object]:
    return {"major_gridlines": {"visible": True, "line": {"color": "#DDE3E5"}}, "line": {"none": 1}}


def dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 11, "color": TEAL}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 500, "height": 400})
