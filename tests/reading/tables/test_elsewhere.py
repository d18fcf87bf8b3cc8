"""Targets, and which way is good, in a list on another sheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.support.books import done, refreshed_into, rule_file, statuses
from tests.support.drafts import entries
from tests.support.office import Office, Values
from xl_scorecard import check
from xl_scorecard.drafting.draft import draft_rules

FIGURES = [
    ["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"],
    ["T1", "Lanes gritted", 210, 240],
    ["T2", "Gullies blocked", 31, 36],
    ["T3", "Signs mended", 12, 14],
]
AIMS = [
    ["Ref", "Measure", "Good is", "Target", "Lead"],
    ["T3", "Signs mended", "High", 20, "A Shah"],
    ["T1", "Lanes gritted", "High", 230, "B Ito"],
    ["T2", "Gullies blocked", "Low", "<= 30", "C Ruiz"],
]


def _book(path: Path, aims: list[list[object]] = AIMS, name: str = "Aims 2018-19") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Roads"
    for row in FIGURES:
        page.append(row)
    other = book.create_sheet(name, 0)
    for row in aims:
        other.append(row)
    book.save(path)
    return path


def test_they_are_read_by_reference_whatever_their_order(tmp_path: Path) -> None:
    draft = draft_rules(_book(tmp_path / "book.xlsx"))
    lines = entries(draft.text, "T2")
    assert 'good_is: low # certain: the column "Good is" says "Low"' in lines
    assert '# target: "<= 30" # read from the column "Target", Aims 2018-19!D4' in lines
    outcome = done(check(tmp_path / "book.xlsx", rules=rule_file(tmp_path, draft.text)))
    assert {i.id: i.target for i in outcome.indicators} == {"T1": 230, "T2": 30, "T3": 20}


def test_they_are_read_by_name_where_there_are_no_references(tmp_path: Path) -> None:
    aims = [row[1:] for row in AIMS]
    draft = draft_rules(_book(tmp_path / "book.xlsx", aims))
    outcome = done(check(tmp_path / "book.xlsx", rules=rule_file(tmp_path, draft.text)))
    assert [i.target for i in outcome.indicators] == [230, 30, 20]


@pytest.mark.parametrize(
    "aims",
    [
        [AIMS[0], *([f"X{n}", f"Other {n}", *row[2:]] for n, row in enumerate(AIMS[1:]))],
        [AIMS[0], *AIMS[1:3], *AIMS[1:3]],  # each twice
    ],
)
def test_a_list_of_others_or_of_doubles_says_nothing(
    tmp_path: Path, aims: list[list[object]]
) -> None:
    text = draft_rules(_book(tmp_path / "book.xlsx", aims)).text
    assert "Aims 2018-19!" not in text


def test_a_refresh_looks_them_up_so_that_either_sheet_may_be_sorted(
    tmp_path: Path, soffice: Office
) -> None:
    book = _book(tmp_path / "book.xlsx", name="Aims '18")
    rules = (
        "name: r\nrating: rag\nindicators: [{id: T1, name: Lanes gritted}, "
        "{id: T2, name: Gullies blocked}, {id: T3, name: Signs mended}]\n"
    )
    outcome = refreshed_into(tmp_path / "out", book, rules)
    assert statuses(outcome) == {"T1": "green", "T2": "red", "T3": "red"}
    output = openpyxl.load_workbook(tmp_path / "out" / "book.xlsx")
    for name in ("Aims '18", "Roads"):
        page = output[name]
        upwards = [
            [cell.value for cell in row[:4]] for row in page.iter_rows(min_row=2, max_row=4)
        ][::-1]
        for row, cells in enumerate(upwards, 2):
            for column, value in enumerate(cells, 1):
                page.cell(row, column).value = value
        output.save(tmp_path / "sorted.xlsx")
        computed = Values(soffice.recalculated(tmp_path / "sorted.xlsx"))
        rows = [computed.row("Roads", number) for number in (2, 3, 4)]
        words = {row[0]: [value for value in row if value in ("Green", "Red")] for row in rows}
        assert words == {"T1": ["Green"], "T2": ["Red"], "T3": ["Red"]}


def test_of_targets_for_several_years_that_of_the_reported_one_is_read(tmp_path: Path) -> None:
    aims: list[list[object]] = [
        ["Ref", "Measure", "Target 2017/18", "Target 2018/19"],
        *([row[0], row[1], 1, row[3]] for row in AIMS[1:]),
    ]
    draft = draft_rules(_book(tmp_path / "book.xlsx", aims))
    assert 'column "Target 2018/19", Aims 2018-19!D2' in entries(draft.text, "T3")[-1]
    outcome = done(check(tmp_path / "book.xlsx", rules=rule_file(tmp_path, draft.text)))
    assert [i.target for i in outcome.indicators] == [230, 30, 20]
