"""Milestones by dates: the report, the cells and LibreOffice say what a calendar says, and go on
doing so after edits and a sort, or say Refresh."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import xl_scorecard
from tests.support.books import failure, refreshed_into, rule_file
from tests.support.office import Office, Values
from tests.support.readers import opened

Dates = tuple[object, object, object]
ROWS, FIRST = 80, 5
AS_AT = dt.date(2018, 12, 31)
HEADINGS = ("Ref", "Milestone", "Due", "Forecast", "Actual")
TOLERANCE = 14
RULES = f"""\
name: capital
rating: milestones
defaults: {{tolerance: {TOLERANCE} days}}
workbook:
  tables:
    - {{sheet: Projects, header: 4, rows: 5-{FIRST + ROWS - 1}, names: B, references: A, due: C,
       expected: D, done: E}}
indicators:
  - {{id: M0, name: Milestone 0}}
"""


def _drawn(seed: int) -> list[Dates]:
    """Due, expected and done, at the edges and a day to either side; some typed as words."""
    dice = random.Random(seed)
    return [_row(dice) for _ in range(ROWS)]


def _row(dice: random.Random) -> Dates:
    due = AS_AT + dt.timedelta(dice.choice((-200, -TOLERANCE, -1, 0, 1, 40, 90)))
    off = dice.choice((-30, -1, 0, 1, TOLERANCE - 1, TOLERANCE, TOLERANCE + 1, 60))
    expected = due + dt.timedelta(off)
    done = due + dt.timedelta(dice.choice((-3, 0, 100)))
    return (
        dice.choice((due, due, due, due, due, f"{due:%d/%m/%Y}", None)),
        dice.choice((expected, expected, expected, None, "TBC", f"{expected:%d %B %Y}")),
        dice.choice((None, None, None, "-", done, "yes")),
    )


def _day(said: object) -> dt.date | None:
    for form in ("%d/%m/%Y", "%d %B %Y"):
        try:
            return dt.datetime.strptime(str(said), form).date()
        except ValueError:
            continue
    return said if isinstance(said, dt.date) else None


def _by_hand(row: Dates) -> str:
    due, expected, done = map(_day, row)
    if due is None or row[2] == "yes":
        return "No data"
    if done is not None:
        return "Complete"
    late = (max(expected or due, AS_AT) - due).days
    return "On track" if late <= 0 else "At risk" if late <= TOLERANCE else "Delayed"


def _book(path: Path, rows: list[Dates], title: str = "Capital, Q3 2018/19") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Projects")
        dated = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_string(0, 0, title)
        page.write_row(FIRST - 2, 0, HEADINGS)
        for at, row in enumerate(rows, FIRST - 1):
            page.write_row(at, 0, (f"M{at - FIRST + 1}", f"Milestone {at - FIRST + 1}"))
            for column, value in enumerate(row, 2):
                if isinstance(value, dt.date):
                    page.write_datetime(at, column, dt.datetime(*value.timetuple()[:3]), dated)
                elif value is not None:
                    page.write_string(at, column, str(value))
    return path


def _shown(path: Path) -> list[object]:
    values = Values(path)
    column = values.find("Projects", "Status Q3 2018/19")[1]
    return [values.at("Projects", FIRST + n, column) for n in range(ROWS)]


@pytest.fixture
def rows() -> list[Dates]:
    return _drawn(14)


def test_report_cells_and_calendar_give_the_same_word(
    rows: list[Dates], tmp_path: Path, soffice: Office
) -> None:
    expected = [_by_hand(row) for row in rows]
    assert set(expected) == {"Complete", "On track", "At risk", "Delayed", "No data"}
    outcome = refreshed_into(tmp_path / "out", _book(tmp_path / "q3.xlsx", rows), RULES)
    output = tmp_path / "out" / "q3.xlsx"
    told = [item.status.capitalize().replace("_", " ") for item in outcome.indicators]
    for found in (told, _shown(output), _shown(soffice.recalculated(output))):
        assert [(r, f) for r, f, e in zip(rows, found, expected, strict=True) if f != e] == []

    changed = _drawn(15)
    random.Random(1).shuffle(changed)
    live = _shown(soffice.recalculated(_put(output, changed, tmp_path / "edited.xlsx")))
    meant = [_by_hand(row) for row in changed]
    told = list(zip(changed, live, meant, strict=True))
    assert [each for each in told if each[1] not in (each[2], "Refresh")] == []
    typed = [each for each in told if all(v is None or isinstance(v, dt.date) for v in each[0])]
    assert len(typed) > ROWS / 10
    assert [each for each in typed if each[1] == "Refresh"] == []


def _put(path: Path, rows: list[Dates], to: Path) -> Path:
    book = opened(path, formulas=True)
    sheet: Any = book["Projects"]
    for at, row in enumerate(rows, FIRST):
        for column, value in enumerate(row, 3):
            sheet.cell(at, column).value = value
    book.save(to)
    return to


def test_without_a_period_nothing_is_told_late(tmp_path: Path) -> None:
    book = _book(tmp_path / "capital.xlsx", [(AS_AT, None, None)] * 2, title="Capital")
    rules = rule_file(tmp_path, RULES.replace(f"5-{FIRST + ROWS - 1}", "5-6"))
    why = failure(xl_scorecard.check(book, rules=rules))
    assert "say period: under workbook:" in why.message
    outcome = xl_scorecard.check(book, rules=rules, period="Q3 2018/19").workbooks[0]
    assert [item.status for item in outcome.indicators] == ["on_track", "on_track"]
