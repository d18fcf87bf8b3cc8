"""Last quarter's sheet keeps the statuses that were published on it when the next is refreshed."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest
import xlsxwriter

import xl_scorecard
from tests.support.books import cleared, done
from tests.support.office import Office, Values
from tests.support.paths import SHARED
from tests.support.readers import opened, values
from xl_scorecard.domain.outcome import Outcome

RULES = """\
name: quarters
rating: rag
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen}
  - {id: B1, name: Children waiting}
"""
# seen: high is good, 80% wanted; waiting: low is good, 20% wanted
FIGURES = {
    "Q1 2018-19": (0.70, 0.30), "Q2 2018-19": (0.75, 0.15), "Q3 2018-19": (0.82, 0.27),
}  # fmt: skip
# on Q2: 75% is 5 points short, 15% is better than wanted; on Q3: better, and 7 points over
Q2 = [["Amber", "▲ Improved"], ["Green", "▼ Improved"]]
Q3 = [["Green", "▲ Improved"], ["Red", "▲ Worsened"]]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "scorecard.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, (seen, waiting) in FIGURES.items():
            page = book.add_worksheet(name)
            page.write_row(0, 0, [f"Children's scorecard {name}"])
            page.write_row(2, 0, ["Ref", "Measure", "Good is", "Target", "Actual"])
            page.write_row(3, 0, ["A1", "Children seen", "High", 0.8, seen])
            page.write_row(4, 0, ["B1", "Children waiting", "Low", 0.2, waiting])
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    return path


def _refresh(workbook: Path, period: str | None = None) -> Outcome:
    rules = workbook.parent / "rules.yaml"
    return done(xl_scorecard.refresh(workbook, rules=rules, period=period, in_place=True))


def _statuses(workbook: Path, sheet: str) -> list[list[object]]:
    return values(workbook, sheet, "F4:G5")


def test_the_quarter_before_keeps_its_statuses_and_the_run_says_so(workbook: Path) -> None:
    assert _refresh(workbook, "Q2 2018/19").kept == []
    assert _statuses(workbook, "Q2 2018-19") == Q2
    outcome = _refresh(workbook)
    assert _statuses(workbook, "Q2 2018-19") == Q2
    assert _statuses(workbook, "Q3 2018-19") == Q3
    # with the 3 rows below that waited for indicators, in which nothing is left
    assert values(workbook, "Q2 2018-19", "F6:I8") == [[None] * 4] * 3
    assert outcome.kept == ["kept what was published on Q2 2018-19 for Q2 2018/19 (F3:I8)"]


def test_three_quarters_stand_side_by_side_and_twice_is_the_same(workbook: Path) -> None:
    for period in ("Q1 2018/19", "Q2 2018/19", None):
        _refresh(workbook, period)
    once = workbook.read_bytes()
    assert [row[0] for row in _statuses(workbook, "Q1 2018-19")] == ["Red", "Red"]
    assert _statuses(workbook, "Q2 2018-19") == Q2
    assert _statuses(workbook, "Q3 2018-19") == Q3
    assert len(_refresh(workbook).kept) == 2
    assert workbook.read_bytes() == once


def test_a_program_that_drops_the_record_in_between_changes_nothing(workbook: Path) -> None:
    before = opened(workbook, formulas=True)
    _refresh(workbook, "Q2 2018/19")
    opened(workbook, formulas=True).save(workbook)
    _refresh(workbook)
    once = workbook.read_bytes()
    assert len(_refresh(workbook).kept) == 1
    assert workbook.read_bytes() == once
    cleared(workbook)
    after = opened(workbook, formulas=True)
    for page in before:
        assert list(after[page.title].values) == list(page.values)


def test_going_back_to_an_earlier_quarter_keeps_the_later(workbook: Path) -> None:
    _refresh(workbook)
    _refresh(workbook, "Q2 2018/19")
    assert _statuses(workbook, "Q2 2018-19") == Q2
    assert _statuses(workbook, "Q3 2018-19") == Q3


def test_clear_takes_out_what_was_published_too(workbook: Path, part_diff: ModuleType) -> None:
    original = shutil.copy(workbook, workbook.with_name("original.xlsx"))
    _refresh(workbook, "Q2 2018/19")
    _refresh(workbook)
    cleared(workbook)
    found = part_diff.diff(Path(original), workbook)
    changed = {part for part, how in found["rewritten"].items() if how != "same"}
    assert (found["lost"], found["added"], found["cells"]) == ([], [], {})
    assert changed <= {"xl/styles.xml"}


def test_the_statuses_kept_are_coloured_and_come_to_the_same_anew(
    workbook: Path, soffice: Office
) -> None:
    _refresh(workbook, "Q2 2018/19")
    _refresh(workbook)
    assert (
        not [  # what looked into the register would be about the new quarter
            cell.coordinate
            for row in opened(workbook, formulas=True)["Q2 2018-19"]["F3:I8"]
            for cell in row
            if cell.data_type == "f"
        ]
    )
    page = opened(workbook)["Q2 2018-19"]
    assert any("F4" in formats for formats in page.conditional_formatting)
    computed = Values(soffice.recalculated(workbook))
    shown = [[computed.at("Q2 2018-19", row, column) for column in (6, 7)] for row in (4, 5)]
    assert shown == Q2


def test_a_sheet_copied_for_the_next_quarter_leaves_the_last_as_it_was_published(
    tmp_path: Path,
) -> None:
    source = SHARED / "cases" / "reading" / "copied-sheet.xlsx"
    if not source.exists():
        pytest.skip("the cases lie beside the project")
    copy = Path(shutil.copy(source, tmp_path / "copied.xlsx"))
    before = values(copy, "Scorecard", "J1:M7")
    rules = SHARED / "cases" / "live" / "filter-sort.yaml"
    outcome = done(xl_scorecard.refresh(copy, rules=rules, in_place=True))
    assert values(copy, "Scorecard", "J1:M7") == before
    assert [row[0] for row in values(copy, "Scorecard (2)", "J1:J2")] == [
        "Status Q4 2018/19",
        "Red",
    ]
    assert [words.partition(" for ")[0] for words in outcome.kept] == [
        "kept what was published on Scorecard"
    ]
    cleared(copy)
    assert values(copy, "Scorecard", "I1:J2") == [["Comments", None], ["c1", None]]
