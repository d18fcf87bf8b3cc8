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
MONTHS_SHOWN = 4
"""Of the first of so many rows the forecast shows its month alone, and stands for the last day."""
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
        dice.choice((due, due, due, due, due, f"{due:%d/%m/%Y}", f"{due:%B %Y}", None)),
        dice.choice((expected, expected, expected, None, "TBC", f"{expected:%d %B %Y}")),
        dice.choice((None, None, None, "-", "Not yet", done, "yes")),
    )


def _day(said: object) -> dt.date | None:
    for form in ("%d/%m/%Y", "%d %B %Y"):
        try:
            return dt.datetime.strptime(str(said), form).date()
        except ValueError:
            continue
    try:
        return _last_of_month(dt.datetime.strptime(str(said), "%B %Y").date())
    except ValueError:
        return said if isinstance(said, dt.date) else None


def _last_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(4)).replace(day=1) - dt.timedelta(1)


def _by_hand(at: int, row: Dates) -> str:
    due, expected, done = map(_day, row)
    if at % MONTHS_SHOWN == 0 and isinstance(row[1], dt.date):
        expected = _last_of_month(row[1])
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
        in_months = book.add_format({"num_format": "mmm yy"})
        page.write_string(0, 0, title)
        page.write_row(FIRST - 2, 0, HEADINGS)
        for at, row in enumerate(rows, FIRST - 1):
            page.write_row(at, 0, (f"M{at - FIRST + 1}", f"Milestone {at - FIRST + 1}"))
            for column, value in enumerate(row, 2):
                shown = column == 3 and (at - FIRST + 1) % MONTHS_SHOWN == 0
                looks = in_months if shown else dated
                if isinstance(value, dt.date):
                    page.write_datetime(at, column, dt.datetime(*value.timetuple()[:3]), looks)
                elif value is None:
                    page.write_blank(at, column, None, looks)
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
    expected = [_by_hand(at, row) for at, row in enumerate(rows)]
    assert set(expected) == {"Complete", "On track", "At risk", "Delayed", "No data"}
    outcome = refreshed_into(tmp_path / "out", _book(tmp_path / "q3.xlsx", rows), RULES)
    output = tmp_path / "out" / "q3.xlsx"
    told = [item.status.capitalize().replace("_", " ") for item in outcome.indicators]
    for found in (told, _shown(output), _shown(soffice.recalculated(output))):
        assert [(r, f) for r, f, e in zip(rows, found, expected, strict=True) if f != e] == []

    changed = _drawn(15)
    random.Random(1).shuffle(changed)
    live = _shown(soffice.recalculated(_put(output, changed, tmp_path / "edited.xlsx")))
    meant = [_by_hand(at, row) for at, row in enumerate(changed)]
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


def test_days_are_told_and_what_names_none_is_found(tmp_path: Path) -> None:
    day = dt.date
    rows: list[Dates] = [
        (day(2018, 9, 30), day(2018, 9, 30), day(2018, 9, 28)),
        (day(2018, 12, 15), day(2019, 1, 20), None),
        ("Q3 2018/19", None, None),
        (day(2018, 12, 1), None, None),
        (day(2018, 12, 1), None, "yes"),
        ("TBC", None, None),
    ]
    rules = rule_file(tmp_path, RULES.replace(f"5-{FIRST + ROWS - 1}", "5-10"))
    (outcome,) = xl_scorecard.check(_book(tmp_path / "q3.xlsx", rows), rules=rules).workbooks
    told = [(i.due, i.expected, i.done) for i in outcome.indicators[:3]]
    assert told == [
        ("2018-09-30", "2018-09-30", "2018-09-28"),
        ("2018-12-15", "2019-01-20", None),
        ("2018-12-31", None, None),
    ]
    after = "36 days after it is due (15 December 2018)"
    late = "and is rated Delayed."
    assert [i.words[0] for i in outcome.indicators] == [
        "Milestone 0 was done on 28 September 2018, 2 days before it was due (30 September 2018).",
        f"Milestone 1 is expected on 20 January 2019, {after}, {late}",
        "Milestone 2 is due on 31 December 2018.",
        f"Milestone 3 was due on 1 December 2018, and not done by 31 December 2018, {late}",
        "It cannot be told from its dates how Milestone 4 stands.",
        "It cannot be told from its dates how Milestone 5 stands.",
    ]
    found = [(f.check, f.cell, f.found) for f in outcome.findings if f.check == "marker-unknown"]
    assert found == [("marker-unknown", "E9", "yes")]


def test_without_a_period_nothing_is_told_late(tmp_path: Path) -> None:
    book = _book(tmp_path / "capital.xlsx", [(AS_AT, None, None)] * 2, title="Capital")
    rules = rule_file(tmp_path, RULES.replace(f"5-{FIRST + ROWS - 1}", "5-6"))
    why = failure(xl_scorecard.check(book, rules=rules))
    assert "say period: under workbook:" in why.message
    outcome = xl_scorecard.check(book, rules=rules, period="Q3 2018/19").workbooks[0]
    assert [item.status for item in outcome.indicators] == ["on_track", "on_track"]
