"""The Notes sheet: where each figure comes from."""

from xlsxwriter import Workbook

from .childrens_data import SECTIONS
from .measure import Measure
from .styles import GREY, TEAL, Styles, lines

INTRODUCTION = (
    "This is a sample. Fernshire County Council, its teams and its officers are made up.",
    (
        "Most Q3 2018/19 figures, and some earlier ones, are those of a county council's published"
        " report to committee for October to December 2018. The table lists them."
    ),
    (
        "Every other figure on the Scorecard is illustrative: chosen to be plausible and to agree"
        " with what the report says in words, but not published by anybody. So are the targets"
        " except the five marked below, and the tolerances except the 3 points of CIN-1YR, which"
        " the report implies."
    ),
    (
        "England benchmarks are illustrative except the one for Section 20; the Good/Outstanding"
        " averages are the report's. The team split on the Caseload data sheet is illustrative."
    ),
    (
        "Where the report gives a percentage that its own counts do not bear out, the percentage"
        " has been left as published."
    ),
    (
        "The four risks, their scores and bands are the report's; how each score splits into"
        " likelihood and impact is inferred where more than one split fits. Owners and controls are"
        " illustrative."
    ),
)


def draw(book: Workbook, styles: Styles) -> None:
    sheet = book.add_worksheet("Notes")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 62)
    sheet.set_column(2, 2, 52)
    sheet.set_column(3, 3, 16)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write(
        0,
        0,
        "Notes: where the figures come from",
        styles.get(bold=True, font_size=14, font_color=TEAL),
    )
    row = 2
    for text in INTRODUCTION:
        sheet.merge_range(row, 0, row, 3, text, styles.get(text_wrap=True, valign="top"))
        sheet.set_row(row, 5 + 13 * lines(text, 150))
        row += 1
    row += 1
    for column, text in enumerate(("Reference", "What is measured", "As published", "Target is")):
        sheet.write_string(row, column, text, styles.heading(align="left"))
    for section in SECTIONS:
        for measure in section.measures:
            row += 1
            sheet.write_row(row, 0, line(measure), styles.boxed(text_wrap=True))
    sheet.write(
        row + 2,
        0,
        "Figures not listed as published are illustrative.",
        styles.get(italic=True, font_color=GREY),
    )


def line(measure: Measure) -> tuple[str, str, str, str]:
    if measure.target is None:
        target = "none"
    else:
        target = "as published" if measure.target_reported else "illustrative"
    published = ", ".join(period_name(period) for period in measure.reported)
    return measure.ref, measure.name, published or "none: all illustrative", target


def period_name(period: str) -> str:
    if "/" in period:
        return period
    return f"{period} 2018/19" if period.startswith("Q") else f"{period} 2018"
