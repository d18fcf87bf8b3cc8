"""The Scorecard sheet: title, two-row header, section bands, measures and strategic risks."""

from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from .childrens_data import RISKS, SECTIONS
from .logo import png
from .measure import Measure, Polarity
from .series import APR, DEC, Q3, QUARTERS, Value
from .styles import BAND, GREY, TEAL, Styles, lines

SHEET = "Scorecard"
HEADER, FIRST_ROW = 4, 6
REF, NAME, GOOD, UNIT, TARGET, TOLERANCE, PERIODS = range(7)
MONTHS = PERIODS + QUARTERS
AUTHORITIES, ENGLAND, RAG, COMMENT = range(20, 24)
WIDTHS = [18, 46, 8, 8, 8, 10.5, *[8] * 5, *[7.3] * 9, 12.5, 9, 11.5, 50]
KEY = (
    ("Good", "#2E7D4F", "white"),
    ("Acceptable", "#BFE3C6", "black"),
    ("Yellow", "#FFF2A8", "black"),
    ("Amber", "#F4B04A", "black"),
    ("Red", "#C8372D", "white"),
)
NOTES = {
    ("CPP-SEEN", Q3): "Reporting cycle changed from 1 October 2018: visits are now counted to the"
    " last day of the month. Earlier figures have not been restated.",
    ("ICPC-15", Q3): "In-quarter figure, as agreed with the Scrutiny Committee. The rolling year"
    " is on the row below.",
    ("SA-45", Q3): "1,679 assessments were completed within 45 working days in the quarter.",
}


class ScorecardSheet:
    def __init__(self, book: Workbook, styles: Styles) -> None:
        self.sheet: Worksheet = book.add_worksheet(SHEET)
        self.styles = styles
        self.rows: dict[str, int] = {}

    def draw(self) -> None:
        self.set_up()
        self.title()
        self.header()
        below = self.measures()
        self.footnotes(self.risks(below + 1) + 1)
        self.sheet.data_validation(
            FIRST_ROW,
            GOOD,
            below - 1,
            GOOD,
            {"validate": "list", "source": [str(word) for word in Polarity]},
        )

    def set_up(self) -> None:
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(FIRST_ROW, NAME + 1)
        self.sheet.hide_gridlines(2)
        self.sheet.set_zoom(85)
        self.sheet.set_landscape()
        self.sheet.set_paper(8)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(HEADER, HEADER + 1)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.set_footer("&L&8Fernshire County Council: performance team&R&8Page &P of &N")
        self.sheet.set_comments_author("Performance team")

    def title(self) -> None:
        get = self.styles.get
        for row, height in enumerate((28, 20, 18, 8)):
            self.sheet.set_row(row, height)
        self.sheet.insert_image(
            0,
            REF,
            "shield.png",
            {
                "image_data": png(),
                "x_scale": 0.78,
                "y_scale": 0.78,
                "x_offset": 18,
                "y_offset": 4,
                "description": "Fernshire County Council shield",
                "object_position": 2,
            },
        )
        self.sheet.write(
            0,
            NAME,
            "Children's Services performance scorecard",
            get(bold=True, font_size=18, font_color=TEAL),
        )
        self.sheet.write(1, NAME, "Fernshire County Council", get(font_size=11, font_color=GREY))
        self.sheet.write(2, NAME, "Q3 2018/19", get(bold=True, font_size=11))
        self.sheet.write(
            2, GOOD, "October to December 2018, as at 14 January 2019", get(font_color=GREY)
        )
        self.sheet.write(1, MONTHS - 2, "Key", get(bold=True, align="right"))
        for at, (word, fill, ink) in enumerate(KEY):
            first = MONTHS - 1 + at * 2
            self.sheet.merge_range(
                1,
                first,
                1,
                first + 1,
                word,
                self.styles.boxed(align="center", bg_color=fill, font_color=ink),
            )
        self.sheet.write(
            2,
            MONTHS - 1,
            "Good: meets or exceeds target. Acceptable: within tolerance of target."
            " Yellow, amber, red: rising concern.",
            get(font_size=8, font_color=GREY),
        )

    def header(self) -> None:
        heading, sub = self.styles.heading(), self.styles.subheading()
        top, bottom = HEADER, HEADER + 1
        self.sheet.set_row(top, 18)
        self.sheet.set_row(bottom, 30)
        upright = {
            REF: "Ref",
            NAME: "Measure",
            GOOD: "Good is",
            UNIT: "Unit",
            TARGET: "Target",
            TOLERANCE: "Tolerance",
            RAG: "RAG",
            COMMENT: "Comment",
        }
        for column, text in upright.items():
            self.sheet.merge_range(top, column, bottom, column, text, heading)
        for first, last, text in (
            (PERIODS, PERIODS + 1, "2017/18"),
            (PERIODS + 2, PERIODS + 4, "2018/19"),
            (MONTHS, MONTHS + 8, "Months 2018/19"),
            (AUTHORITIES, ENGLAND, "Benchmarks (2017/18)"),
        ):
            self.sheet.merge_range(top, first, top, last, text, heading)
        for at, text in enumerate(("Q3", "Q4", "Q1", "Q2", "Q3")):
            self.sheet.write_string(bottom, PERIODS + at, text, sub)
        month = self.styles.subheading(num_format="mmm-yy")
        for at in range(9):
            self.sheet.write_datetime(bottom, MONTHS + at, datetime(2018, 4 + at, 1), month)
        self.sheet.write_string(bottom, AUTHORITIES, "Good/Outstanding LAs", sub)
        self.sheet.write_string(bottom, ENGLAND, "England", sub)

    def band(self, row: int, text: str) -> None:
        self.sheet.set_row(row, 20)
        self.sheet.merge_range(row, REF, row, COMMENT, text, self.styles.band())

    def measures(self) -> int:
        """Returns the first row below the last measure."""
        row = FIRST_ROW
        for section in SECTIONS:
            self.band(row, section.title)
            row += 1
            for measure in section.measures:
                self.rows[measure.ref] = row
                self.measure(row, measure)
                row += 1
        return row

    def measure(self, row: int, measure: Measure) -> None:
        look = {"italic": True, "font_color": GREY} if measure.part else {}
        boxed, sheet = self.styles.boxed, self.sheet
        tall = max(lines(measure.name, 54), lines(measure.comment, 68))
        sheet.set_row(row, 15.5 if measure.part else 7 + 12.5 * tall)
        centre = boxed(align="center", **look)
        sheet.write_string(row, REF, measure.ref, boxed(font_size=9, **look))
        sheet.write_string(
            row, NAME, measure.name, boxed(text_wrap=True, indent=2 if measure.part else 0, **look)
        )
        sheet.write_string(row, GOOD, measure.good, centre)
        sheet.write_string(row, UNIT, measure.unit, centre)
        self.figure(row, TARGET, measure.target, measure, 0, look)
        sheet.write(row, TOLERANCE, measure.tolerance or None, centre)
        for period, value in enumerate(measure.series):
            weight = {"bold": True, "bg_color": "#F4F7F7"} if period == Q3 else {}
            if value is None and period >= APR and measure.series[DEC - 1] is None:
                weight = {"bg_color": BAND}
            places = measure.places_at(period)
            self.figure(row, PERIODS + period, value, measure, places, {**look, **weight})
            note = NOTES.get((measure.ref, period))
            if note:
                sheet.write_comment(row, PERIODS + period, note, {"x_scale": 1.6})
        self.figure(row, AUTHORITIES, measure.good_authorities, measure, 1, look)
        self.figure(row, ENGLAND, measure.england, measure, 1, look)
        sheet.write(row, RAG, measure.rag or None, centre)
        sheet.write(row, COMMENT, measure.comment or None, boxed(text_wrap=True, font_size=9))

    def figure(
        self,
        row: int,
        column: int,
        value: Value,
        measure: Measure,
        places: int,
        look: dict[str, object],
    ) -> None:
        """A percentage goes in as a fraction, shown with exactly its stated decimals."""
        pattern = "#,##0"
        if measure.is_percentage:
            pattern = "0%" if places == 0 else f"0.{'0' * places}%"
        style = self.styles.boxed(align="center", num_format=pattern, **look)
        if isinstance(value, int | float):
            shown = round(value / 100, 6) if measure.is_percentage else value
            self.sheet.write_number(row, column, shown, style)
        else:
            self.sheet.write(row, column, value, style)

    def risks(self, row: int) -> int:
        """Returns the first row below the last risk."""
        boxed, sub = self.styles.boxed, self.styles.subheading()
        self.band(row, "Strategic risks")
        row += 1
        self.sheet.set_row(row, 18)
        for column, text in enumerate(("Ref", "Risk", "Likelihood", "Impact", "Score", "Band")):
            self.sheet.write_string(row, column, text, sub)
        self.sheet.merge_range(row, PERIODS, row, MONTHS - 1, "Risk owner", sub)
        self.sheet.merge_range(row, MONTHS, row, COMMENT, "Controls", sub)
        centre = boxed(align="center")
        for risk in RISKS:
            row += 1
            self.sheet.set_row(row, 30)
            self.sheet.write_string(row, REF, risk.ref, boxed(font_size=9))
            self.sheet.write_string(row, NAME, risk.title, boxed(text_wrap=True))
            self.sheet.write_number(row, GOOD, risk.likelihood, centre)
            self.sheet.write_number(row, UNIT, risk.impact, centre)
            score = f"=C{row + 1}*D{row + 1}"
            self.sheet.write_formula(row, TARGET, score, centre, risk.likelihood * risk.impact)
            self.sheet.write_string(row, TOLERANCE, risk.band, centre)
            wrapped = boxed(text_wrap=True)
            self.sheet.merge_range(row, PERIODS, row, MONTHS - 1, risk.owner, wrapped)
            self.sheet.merge_range(row, MONTHS, row, COMMENT, risk.controls, wrapped)
        return row + 1

    def footnotes(self, row: int) -> None:
        small = self.styles.get(font_size=8, font_color=GREY)
        for at, text in enumerate(
            (
                (
                    "c, [c]: suppressed because the number is small. TBC: awaited."
                    " [x]: not available, the system was not in use."
                ),
                (
                    "Snapshot figures are at the last day of the period. Shaded months: reported by"
                    " quarter only. Risk score = likelihood x impact, each from 1 to 5."
                ),
                "Which figures are illustrative is on the Notes sheet.",
            )
        ):
            self.sheet.write_string(row + at, NAME, text, small)
