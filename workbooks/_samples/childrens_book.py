"""The quarterly children's services scorecard as a whole workbook."""

from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from . import childrens_caseload, childrens_charts, childrens_notes
from .childrens_scorecard import SHEET, ScorecardSheet
from .styles import Styles


def draw(path: Path) -> None:
    book = Workbook(str(path))
    book.set_properties(
        {
            "title": "Children's Services performance scorecard, Q3 2018/19",
            "author": "Performance team",
            "company": "Fernshire County Council (fictitious)",
            "created": datetime(2019, 1, 14, 9, 30),
        }
    )
    styles = Styles(book, size=10)
    scorecard = ScorecardSheet(book, styles)
    scorecard.draw()
    childrens_charts.draw(book, styles, scorecard.rows)
    childrens_caseload.draw(book, styles)
    childrens_notes.draw(book, styles)
    book.define_name("Current_Quarter", f"={SHEET}!$B$3")
    book.close()
