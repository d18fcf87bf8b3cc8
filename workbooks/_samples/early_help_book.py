"""The monthly early help workbook: another layout, with a macro and its button."""

import importlib.util
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from .childrens_charts import MONTH_NAMES
from .early_help_data import KPIS, Kpi
from .series import Value
from .styles import Styles, lines

PLUM, PALE, INK = "#5B2A57", "#F3EDF2", "#333333"
SHEET, HEADER = "EH monthly", 3
COLUMNS: tuple[tuple[str, float], ...] = (
    ("No.", 7),
    ("Theme", 20),
    ("KPI", 52),
    ("Good perf is", 16),
    ("Unit", 6.5),
    ("Goal", 7),
    ("Amber", 7.5),
    ("RAG", 8),
    ("DoT", 6.5),
    *((f"{month} 18", 7.5) for month in MONTH_NAMES),
    ("NAT AVE", 8),
    ("Lead officer", 15),
    ("Latest note", 50),
)
NUMBER, THEME, NAME, GOOD, UNIT, GOAL, AMBER, RAG, DOT, FIRST_MONTH = range(10)
NATIONAL, LEAD, NOTE = range(18, 21)
NOTES = (
    ("About this workbook", "A sample. The service, its officers and every figure are made up."),
    ("Percentages", "Kept as whole numbers: 84.2 in a row whose unit is % means 84.2%."),
    ("Goal and Amber", "Amber is the furthest a figure may be from its goal before it turns red."),
    ("c", "Number under five, not shown."),
    ("[x]", "Not available for that month."),
    ("n/a", "Does not apply: schools are closed in August."),
    ("TBC", "Awaited."),
    ("NAT AVE", "Stands in for a national average; these are made up too."),
    (
        "Macro",
        (
            "The button runs SampleCall, from the quickstart template of xlwings (BSD 3-Clause"
            " licence, copyright Zoomer Analytics GmbH). It needs the xlwings add-in; the figures"
            " on the sheet do not depend on it."
        ),
    ),
)


def draw(path: Path) -> None:
    book = Workbook(str(path))
    book.set_properties(
        {
            "title": "Early help monthly indicators, December 2018",
            "author": "Early help performance",
            "company": "Fernshire County Council (fictitious)",
            "created": datetime(2019, 1, 9, 11, 0),
        }
    )
    book.add_vba_project(vba_project(), is_stream=True)
    book.set_vba_name("ThisWorkbook")
    styles = Styles(book, size=10)
    sheet = book.add_worksheet(SHEET)
    sheet.set_vba_name("Sheet1")
    notes = book.add_worksheet("Notes")
    notes.set_vba_name("Sheet2")
    draw_table(sheet, styles)
    draw_notes(notes, styles)
    book.close()


def vba_project() -> BytesIO:
    """The VBA project of the xlwings quickstart template, which declares two sheets."""
    found = importlib.util.find_spec("xlwings")
    if found is None or found.origin is None:
        raise SystemExit("The early help sample takes its macro from xlwings: pip install xlwings")
    with zipfile.ZipFile(Path(found.origin).parent / "quickstart.xlsm") as template:
        return BytesIO(template.read("xl/vbaProject.bin"))


def draw_table(sheet: Worksheet, styles: Styles) -> None:
    set_up(sheet)
    sheet.set_row(0, 28)
    sheet.set_row(1, 18)
    sheet.set_row(2, 9)
    sheet.write(
        0, 0, "Early Help: monthly indicators", styles.get(bold=True, font_size=18, font_color=PLUM)
    )
    sheet.write(
        1,
        0,
        "Fernshire County Council | December 2018 | updated 9 January 2019",
        styles.get(font_color=INK, italic=True),
    )
    sheet.insert_button(
        0,
        FIRST_MONTH + 6,
        {
            "macro": "SampleCall",
            "caption": "Refresh figures",
            "width": 150,
            "height": 30,
            "x_offset": 4,
            "y_offset": 5,
        },
    )
    sheet.set_row(HEADER, 32)
    heading = styles.heading(bg_color=PLUM)
    for column, (text, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADER, column, text, heading)
    for at, kpi in enumerate(KPIS):
        draw_kpi(sheet, styles, HEADER + 1 + at, kpi, at)
    sheet.autofilter(HEADER, 0, HEADER + len(KPIS), NOTE)


def set_up(sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEADER + 1, NAME + 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.set_footer("&L&8Early help performance&R&8Page &P of &N")


def draw_kpi(sheet: Worksheet, styles: Styles, row: int, kpi: Kpi, at: int) -> None:
    fill = {"bg_color": PALE} if at % 2 else {}
    sheet.set_row(row, 7 + 13 * max(lines(kpi.name, 60), lines(kpi.note, 60)))
    text = styles.boxed(text_wrap=True, **fill)
    centre = styles.boxed(align="center", text_wrap=True, **fill)
    sheet.write_string(row, NUMBER, kpi.number, centre)
    sheet.write_string(row, THEME, kpi.theme, text)
    sheet.write_string(row, NAME, kpi.name, text)
    sheet.write_string(row, GOOD, kpi.good, centre)
    sheet.write_string(row, UNIT, kpi.unit, centre)
    pattern = "#,##0" if kpi.unit == "no." else "0.0"
    figures: dict[int, Value] = {
        GOAL: kpi.goal,
        AMBER: kpi.amber,
        RAG: None,
        DOT: None,
        NATIONAL: kpi.national,
        **{FIRST_MONTH + month: value for month, value in enumerate(kpi.months)},
    }
    for column, value in figures.items():
        bold = {"bold": True} if column == NATIONAL - 1 else {}
        shown = "General" if column in {GOAL, AMBER} else pattern
        style = styles.boxed(align="center", num_format=shown, **fill, **bold)
        sheet.write(row, column, value, style)
    sheet.write_string(row, LEAD, kpi.lead, text)
    sheet.write(row, NOTE, kpi.note or None, text)


def draw_notes(sheet: Worksheet, styles: Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write(0, 0, "Notes", styles.get(bold=True, font_size=14, font_color=PLUM))
    for row, (word, meaning) in enumerate(NOTES, 2):
        sheet.set_row(row, 6 + 13 * lines(meaning, 110))
        sheet.write_string(row, 0, word, styles.boxed(bold=True, bg_color=PALE))
        sheet.write_string(row, 1, meaning, styles.boxed(text_wrap=True))
