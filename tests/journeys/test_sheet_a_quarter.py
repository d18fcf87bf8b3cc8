"""A workbook with a sheet a quarter: the latest is refreshed, the others are its history."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

import xl_scorecard
from tests.support.books import done
from tests.support.formulas import disagreements
from tests.support.office import Office
from tests.support.readers import opened

RULES = """\
name: quarters
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen}
  - {id: B1, name: Children waiting}
"""
# seen: high is good, 80% wanted; waiting: low is good, 20% wanted
FIGURES = {
    "Q1 2018-19": (0.70, 0.30), "Q2 2018-19": (0.75, 0.25), "Q3 2018-19": (0.82, 0.27),
    "Q4 2018-19": (None, None),
}  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "scorecard.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, (seen, waiting) in FIGURES.items():
            page = book.add_worksheet(name)
            page.write_row(0, 0, [f"Children's scorecard {name}"])
            page.write_row(2, 0, ["Ref", "Measure", "Good is", "Target", "Actual"])
            page.write_row(3, 0, ["A1", "Children seen", "High", 0.8])
            page.write_row(4, 0, ["B1", "Children waiting", "Low", 0.2])
            if seen is not None and waiting is not None:
                page.write_number(3, 4, seen)
                page.write_number(4, 4, waiting)
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    return path


def test_the_latest_quarter_with_figures_is_rated_against_the_sheet_before(workbook: Path) -> None:
    outcome = done(xl_scorecard.check(workbook, rules=workbook.parent / "rules.yaml"))
    assert outcome.period == "2018/19 Q3"
    told = [(i.sheet, i.id, i.value, i.previous, i.status, i.travel) for i in outcome.indicators]
    assert told == [
        ("Q3 2018-19", "A1", 0.82, 0.75, "good", "improved"),
        ("Q3 2018-19", "B1", 0.27, 0.25, "yellow", "worsened"),
    ]
    assert outcome.findings == []


def test_an_earlier_quarter_can_be_asked_for(workbook: Path) -> None:
    outcome = done(
        xl_scorecard.check(workbook, rules=workbook.parent / "rules.yaml", period="Q2 2018/19")
    )
    assert [(i.sheet, i.value, i.previous) for i in outcome.indicators] == [
        ("Q2 2018-19", 0.75, 0.70), ("Q2 2018-19", 0.25, 0.30),
    ]  # fmt: skip


def test_only_its_sheet_is_written_to_and_its_formulas_reach_the_sheet_before(
    workbook: Path, soffice: Office
) -> None:
    folder = workbook.parent
    done(xl_scorecard.refresh(workbook, rules=folder / "rules.yaml", out=folder / "out"))
    after = folder / "out" / workbook.name
    book = opened(after, formulas=True)
    assert [book[name].max_column for name in FIGURES] == [5, 5, 9, 5]
    register = book["Indicators"]
    read = {heading.value: str(register.cell(6, heading.column).value) for heading in register[5]}
    assert "'Q2 2018-19'!" in read["Previous: cell"]
    assert "'Q3 2018-19'!" in read["Outturn: cell"]
    assert disagreements(workbook, after, soffice) == []
    once = after.read_bytes()
    rules = workbook.parent / "rules.yaml"
    again = done(xl_scorecard.refresh(after, rules=rules, in_place=True))
    assert (again.outcome, after.read_bytes()) == ("unchanged", once)


def test_the_trend_is_drawn_over_the_sheets(workbook: Path) -> None:
    folder = workbook.parent
    done(xl_scorecard.refresh(workbook, rules=folder / "rules.yaml", out=folder / "out"))
    sheet = opened(folder / "out" / workbook.name, formulas=True)["Summary"]
    outturns = next(row for row in sheet.iter_rows() if row[14].value == "Outturn")[15:19]
    row = next(r[14].row for r in sheet.iter_rows() if r[14].value == "Row in the scorecard")
    read = [str(cell.value).partition("(ISNUMBER(")[2] for cell in outturns]
    # the reported sheet's by the row where the indicator stands now, the others' by their cells
    assert [formula.split(")")[0] for formula in read] == [
        "'Q1 2018-19'!$E$4",
        "'Q2 2018-19'!$E$4",
        f"INDEX('Q3 2018-19'!$E:$E,$P${row}",
        "'Q4 2018-19'!$E$4",
    ]


def test_the_other_sheets_are_said_to_be_of_other_periods(workbook: Path) -> None:
    outcome = done(xl_scorecard.check(workbook, rules=workbook.parent / "rules.yaml", explain=True))
    assert outcome.understood is not None
    told = {sheet.sheet: sheet.why_not for sheet in outcome.understood.sheets}
    assert told["Q3 2018-19"] is None
    assert told["Q2 2018-19"] == "holds the same indicators for Q2 2018/19; Q3 2018/19 is reported"
