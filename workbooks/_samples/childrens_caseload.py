"""The Caseload data sheet: children and workers by team, with totals, ratios and sparklines."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from .childrens_charts import MONTH_NAMES
from .childrens_workforce import OPEN, WORKERS
from .series import APR, Series
from .styles import BAND, GREY, TEAL, Styles

NAME = "Caseload data"
TEAMS = (
    ("Assessment North", "North", 0.121),
    ("Assessment South", "South", 0.132),
    ("Children in Need East", "East", 0.158),
    ("Children in Need West", "West", 0.149),
    ("Child Protection and Court", "County", 0.147),
    ("Children in Care", "County", 0.156),
    ("Disabled Children", "County", 0.083),
    ("Leaving Care", "County", 0.054),
)
FIRST, MEAN, SPARK = 2, 11, 12


def shares(total: int) -> list[int]:
    """The total split over the teams in whole numbers."""
    exact = [total * weight for _, _, weight in TEAMS]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(TEAMS)), key=lambda at: whole[at] - exact[at])
    for at in by_remainder[: total - sum(whole)]:
        whole[at] += 1
    return whole


def by_month(series: Series) -> list[list[int]]:
    """For each team its number in each month, April to December."""
    months = [shares(total) for total in series[APR:] if isinstance(total, int)]
    return [list(team) for team in zip(*months, strict=True)]


def draw(book: Workbook, styles: Styles) -> None:
    sheet = book.add_worksheet(NAME)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 10)
    sheet.set_column(FIRST, MEAN - 1, 8)
    sheet.set_column(MEAN, MEAN, 10)
    sheet.set_column(SPARK, SPARK, 18)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(4, 2)
    sheet.write(
        0, 0, "Caseload data by team, 2018", styles.get(bold=True, font_size=14, font_color=TEAL)
    )
    sheet.write(
        1,
        0,
        "Month-end extract from the case management system. Team split is illustrative.",
        styles.get(font_color=GREY),
    )
    children, workers = by_month(OPEN), by_month(WORKERS)
    total = block(sheet, styles, 3, "Children open to social care", children)
    staff = block(sheet, styles, total + 2, "Case holding workers", workers)
    ratio(sheet, styles, staff + 2, (total, staff))
    sheet.conditional_format(
        4,
        MEAN,
        total - 1,
        MEAN,
        {
            "type": "data_bar",
            "bar_color": "#9FC5CC",
            "bar_solid": True,
            "min_type": "num",
            "min_value": 0,
            "data_bar_2010": True,
        },
    )


def block(sheet: Worksheet, styles: Styles, top: int, title: str, teams: list[list[int]]) -> int:
    """Returns the row of the totals."""
    headings = (title, "Area", *MONTH_NAMES, "Mean", "Trend")
    for column, text in enumerate(headings):
        side = "center" if column else "left"
        sheet.write_string(top, column, text, styles.heading(align=side))
    number = styles.boxed(num_format="#,##0")
    mean = styles.boxed(num_format="#,##0.0")
    for row, ((team, area, _), figures) in enumerate(zip(TEAMS, teams, strict=True), top + 1):
        sheet.write_string(row, 0, team, styles.boxed())
        sheet.write_string(row, 1, area, styles.boxed())
        sheet.write_row(row, FIRST, figures, number)
        average(sheet, row, figures, mean)
        spark(sheet, row, styles)
    bottom = top + 1 + len(TEAMS)
    bold = styles.boxed(bold=True, bg_color=BAND, num_format="#,##0")
    sheet.write_string(bottom, 0, "All teams", bold)
    sheet.write_blank(bottom, 1, None, bold)
    sums = [sum(month) for month in zip(*teams, strict=True)]
    for at, figure in enumerate(sums):
        first = xl_rowcol_to_cell(top + 1, FIRST + at)
        last = xl_rowcol_to_cell(bottom - 1, FIRST + at)
        sheet.write_formula(bottom, FIRST + at, f"=SUM({first}:{last})", bold, figure)
    average(sheet, bottom, sums, styles.boxed(bold=True, bg_color=BAND, num_format="#,##0.0"))
    spark(sheet, bottom, styles)
    return bottom


def ratio(sheet: Worksheet, styles: Styles, row: int, totals: tuple[int, int]) -> None:
    label = styles.boxed(bold=True)
    sheet.write_string(row, 0, "Children for each worker", label)
    sheet.write_blank(row, 1, None, label)
    for at, (children, workers) in enumerate(zip(OPEN[APR:], WORKERS[APR:], strict=True)):
        assert isinstance(children, int)
        assert isinstance(workers, int)
        above, below = (xl_rowcol_to_cell(total, FIRST + at) for total in totals)
        sheet.write_formula(
            row,
            FIRST + at,
            f"={above}/{below}",
            styles.boxed(num_format="0.0"),
            children / workers,
        )


def average(sheet: Worksheet, row: int, figures: list[int], style: object) -> None:
    cells = f"{xl_rowcol_to_cell(row, FIRST)}:{xl_rowcol_to_cell(row, FIRST + len(figures) - 1)}"
    sheet.write_formula(row, MEAN, f"=AVERAGE({cells})", style, sum(figures) / len(figures))


def spark(sheet: Worksheet, row: int, styles: Styles) -> None:
    sheet.write_blank(row, SPARK, None, styles.boxed())
    first, last = xl_rowcol_to_cell(row, FIRST), xl_rowcol_to_cell(row, MEAN - 1)
    sheet.add_sparkline(
        row,
        SPARK,
        {"range": f"'{NAME}'!{first}:{last}", "series_color": TEAL, "last_point": True},
    )
