"""What officers do to the register's table and build on it is theirs, and finds it again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.table import Table, TableColumn

import xl_scorecard
from tests.support.books import cleared, done, failure, rule_file, scorecard
from tests.support.office import Office
from tests.support.packages import parts, patched
from tests.support.readers import opened
from tests.writing.officers import FOUR, NOTE, ROWS, all_of, edit, type_on
from tests.writing.registers import (
    SHEET,
    TABLE,
    a_table_called,
    ids,
    kept,
    refresh,
    refreshed,
    right_of,
    row_of,
    table,
    twice_the_same,
    with_pivot_table,
    with_slicer,
)

COUNT = f'COUNTIF({TABLE}[Status],"Red")'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A refreshed scorecard of four indicators."""
    return refreshed(tmp_path / "q3.xlsx")


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """One whose sheet Board counts statuses of the register by the name of its table."""

    def board(workbook: Any, _: Any) -> None:
        page = workbook.add_worksheet("Board")
        page.write_formula("A1", f"={COUNT}", None, 1)

    return refreshed(tmp_path / "q3.xlsx", board)


# -- sorted, filtered, extended --------------------------------------------------------------------


def test_a_filtered_table_is_whole_again_and_the_notes_beside_it_stay(book: Path) -> None:
    at = f"{right_of(book)}{row_of(book, 'C1')}"

    def filtered(workbook: Any) -> None:
        page = workbook[SHEET]
        page[at] = NOTE
        asked = FilterColumn(
            colId=list(ids(book)).index("Status"), filters=Filters(filter=["Good"])
        )
        page.tables[TABLE].autoFilter.filterColumn = [asked]
        for row in (7, 8):
            page.row_dimensions[row].hidden = True

    refresh(edit(book, filtered))
    page = opened(book, formulas=True)[SHEET]
    assert not any(dimension.hidden for dimension in page.row_dimensions.values())
    assert not table(book).autoFilter.filterColumn
    assert all_of(book, SHEET, NOTE) == [at]
    twice_the_same(book)


def test_a_sorted_table_is_in_our_order_again_with_each_note_beside_its_indicator(
    book: Path,
) -> None:
    right = right_of(book)

    def turned(workbook: Any) -> None:
        page = workbook[SHEET]
        page[f"{right}6"] = NOTE
        last = page.max_column
        lines = [[page.cell(row, c).value for c in range(1, last + 1)] for row in range(6, 10)]
        for row, line in enumerate(reversed(lines), 6):
            for column, value in enumerate(line, 1):
                page.cell(row, column).value = value

    beside = row_of(book, "A1")
    refresh(edit(book, turned))
    assert [opened(book)[SHEET].cell(row, 1).value for row in range(6, 10)] == [
        "A1", "B1", "C1", "D1",
    ]  # fmt: skip
    assert all_of(book, SHEET, NOTE) == [f"{right}{beside}"]
    assert table(book).sortState is None


def test_a_note_beside_an_indicator_follows_it_where_rows_are_put_in_before(book: Path) -> None:
    type_on(book, SHEET, f"{right_of(book)}{row_of(book, 'C1')}", NOTE)

    def another(workbook: Any) -> None:
        page = workbook["Scorecard"]
        page.insert_rows(4)
        for column, value in enumerate(("Z9", "Cases open", "High", 0.8, 0.7, 0.9), 1):
            page.cell(4, column, value)

    cleared_first = edit(book, another)
    refresh(cleared_first)
    assert all_of(book, SHEET, NOTE) == [f"{right_of(book)}{row_of(book, 'C1')}"]
    assert row_of(book, "C1") == 9


def test_a_column_that_officers_put_beside_the_table_stays_in_it(book: Path) -> None:
    right = len(ids(book)) + 1

    def extended(workbook: Any) -> None:
        page = workbook[SHEET]
        page.cell(5, right, "Owner")
        page.cell(7, right, "Cllr Smith")
        there = page.tables[TABLE]
        there.ref = there.autoFilter.ref = "A5:" + page.cell(9, right).coordinate
        there.tableColumns.append(TableColumn(id=99, name="Owner"))

    refresh(edit(book, extended))
    assert ids(book)["Owner"] == 99
    page = opened(book)[SHEET]
    assert table(book).ref == "A5:" + page.cell(9, right).coordinate
    assert page.cell(7, right).value == "Cllr Smith"
    twice_the_same(book)
    assert kept(book) == ["kept Indicators: it holds 2 notes of yours"]
    assert not opened(book, formulas=True)[SHEET].tables


def test_a_note_follows_its_indicator_when_the_table_was_sorted(book: Path) -> None:
    type_on(book, SHEET, f"{right_of(book)}{row_of(book, 'A1')}", NOTE)
    last = len(ids(book)) + 1  # of the table, and the note right of it: the lists stay

    def turned_round(workbook: Any) -> None:
        page = workbook[SHEET]
        lines = {row: [page.cell(row, c).value for c in range(1, last + 1)] for row in range(6, 10)}
        for before, line in lines.items():
            row = 15 - before
            for column, value in enumerate(line, 1):
                own = re.sub(rf"(\$[A-Z]+){before}\b", rf"\g<1>{row}", str(value))
                page.cell(row, column).value = own if str(value).startswith("=") else value

    refresh(edit(book, turned_round))
    assert all_of(book, SHEET, NOTE) == [f"{right_of(book)}{row_of(book, 'A1')}"]
    assert all_of(book, "Checks", "Kept notes") == []
    twice_the_same(book)


def _beside(path: Path) -> tuple[int, str]:
    """A column right of all that is ours, and where a table of four cells lies from there on."""
    column = opened(path)[SHEET].max_column + 2
    return column, f"{get_column_letter(column)}6:{get_column_letter(column + 1)}7"


def test_a_table_of_theirs_beside_ours_stays_and_is_not_taken_for_it(book: Path) -> None:
    beside, where = _beside(book)

    def actions(workbook: Any) -> None:
        page = workbook[SHEET]
        for row, line in enumerate((("Action", "By"), ("Call in", "May")), 6):
            for column, text in enumerate(line, beside):
                page.cell(row, column, text)
        page.add_table(Table(displayName="Actions", ref=where))

    refresh(edit(book, actions))
    tables = opened(book, formulas=True)[SHEET].tables
    assert sorted(tables) == ["Actions", TABLE]
    assert tables["Actions"].ref == where
    assert tables["Actions"].id != tables[TABLE].id
    twice_the_same(book)


def test_a_table_of_theirs_on_the_register_of_an_output_is_not_written_over(
    tmp_path: Path,
) -> None:
    source = scorecard(tmp_path / "q3.xlsx", ROWS)
    rules = rule_file(tmp_path, FOUR)
    done(xl_scorecard.refresh(source, rules=rules, out=tmp_path / "out"))

    beside, where = _beside(tmp_path / "out" / "q3.xlsx")

    def actions(workbook: Any) -> None:
        page = workbook[SHEET]
        for row, line in enumerate((("Action", "By"), ("Call in", "May")), 6):
            for column, text in enumerate(line, beside):
                page.cell(row, column, text)
        page.add_table(Table(displayName="Actions", ref=where))

    edit(tmp_path / "out" / "q3.xlsx", actions)
    error = failure(xl_scorecard.refresh(source, rules=rules, out=tmp_path / "out"))
    assert (error.kind, "a table" in error.message) == ("edited", True)


def test_notes_on_the_register_of_an_output_are_carried_over_and_the_table_is_one_again(
    tmp_path: Path,
) -> None:
    source = scorecard(tmp_path / "q3.xlsx", ROWS)
    rules, out = rule_file(tmp_path, FOUR), tmp_path / "out" / "q3.xlsx"
    done(xl_scorecard.refresh(source, rules=rules, out=out.parent))
    type_on(out, SHEET, f"{right_of(out)}{row_of(out, 'B1')}", NOTE)
    for _ in range(2):
        done(xl_scorecard.refresh(source, rules=rules, out=out.parent))
        assert all_of(out, SHEET, NOTE) == [f"{right_of(out)}{row_of(out, 'B1')}"]
        assert list(opened(out, formulas=True)[SHEET].tables) == [TABLE]


def test_a_name_that_officers_gave_the_table_of_an_output_stays(tmp_path: Path) -> None:
    source = scorecard(tmp_path / "q3.xlsx", ROWS)
    rules, out = rule_file(tmp_path, FOUR), tmp_path / "out" / "q3.xlsx"
    done(xl_scorecard.refresh(source, rules=rules, out=out.parent))
    part = "xl/tables/table1.xml"
    patched(out, out, {part: lambda xml: xml.replace(TABLE.encode(), b"KPIs")})
    for _ in range(2):
        done(xl_scorecard.refresh(source, rules=rules, out=out.parent))
        assert list(opened(out, formulas=True)[SHEET].tables) == ["KPIs"]


def test_after_libreoffice_saved_it_the_register_is_ours_again(book: Path, soffice: Office) -> None:
    before = ids(book)
    book.write_bytes(soffice.recalculated(book).read_bytes())
    refresh(book)
    assert list(ids(book)) == list(before)
    assert opened(book).sheetnames == ["Scorecard", "Summary", SHEET, "Checks"]
    twice_the_same(book)
    assert kept(book) == []


# -- what is built on it ---------------------------------------------------------------------------


def test_what_is_built_on_the_table_finds_it_again(used: Path) -> None:
    with_pivot_table(used)
    with_slicer(used, table(used).id, ids(used)["Status"])
    number, columns = table(used).id, ids(used)
    refresh(used)
    after = parts(used)
    assert f'name="{TABLE}"'.encode() in after["xl/pivotCache/pivotCacheDefinition1.xml"]
    assert f'tableId="{number}"'.encode() in after["xl/slicerCaches/slicerCache1.xml"]
    assert (table(used).id, ids(used)) == (number, columns)
    assert opened(used, formulas=True)["Board"]["A1"].value == f"={COUNT}"


def test_clearing_in_place_says_what_is_built_on_the_table_and_changes_nothing(
    used: Path,
) -> None:
    before = with_pivot_table(used).read_bytes()
    error = failure(xl_scorecard.clear(used, in_place=True))
    assert error.kind == "in_use"
    assert f"'Board'!A1 (table {TABLE})" in error.message
    assert f"a pivot table on 'Board' (table {TABLE})" in error.message
    assert "2 formulas or pivot tables look at cells" in error.message
    assert used.read_bytes() == before


def test_with_force_the_formulas_say_that_the_table_is_gone_as_excel_would(used: Path) -> None:
    cleared(used, force=True)
    assert opened(used, formulas=True)["Board"]["A1"].value == '=COUNTIF(#REF!,"Red")'
    assert opened(used)["Board"]["A1"].value == 1
    assert opened(used).sheetnames == ["Scorecard", "Board"]


def test_where_a_slicer_filters_the_table_nothing_is_cleared_even_with_force(
    used: Path, tmp_path: Path
) -> None:
    with_slicer(used, table(used).id, ids(used)["Status"])
    for run in (
        xl_scorecard.clear(used, in_place=True, force=True),
        xl_scorecard.clear(used, out=tmp_path / "clean"),
    ):
        error = failure(run)
        assert (error.kind, "(Status)" in error.message) == ("in_use", True)


def test_a_slicer_over_another_table_is_no_reason(tmp_path: Path) -> None:
    path = refreshed(tmp_path / "q3.xlsx", a_table_called("Sales"))
    with_slicer(path, table(path, "Board", "Sales").id, 1)
    assert cleared(path).outcome == "cleared"


# -- whose it is -----------------------------------------------------------------------------------


def test_where_officers_have_a_sheet_called_so_ours_takes_another_name(tmp_path: Path) -> None:
    path = refreshed(tmp_path / "q3.xlsx", lambda book, _: book.add_worksheet("indicators"))
    assert opened(path).sheetnames == [
        "Scorecard", "indicators", "Summary", "Scorecard Indicators", "Checks",
    ]  # fmt: skip
    twice_the_same(path)


def test_a_copy_of_the_register_is_theirs_and_no_scorecard(book: Path) -> None:
    def copied(workbook: Any) -> None:
        workbook.copy_worksheet(workbook[SHEET]).title = "Q2 list"

    refresh(edit(book, copied))
    assert "Q2 list" in opened(book).sheetnames
    outcome = done(xl_scorecard.check(book, rules=rule_file(book.parent, FOUR)))
    assert {item.sheet for item in outcome.indicators} == {"Scorecard"}
    assert len(outcome.indicators) == 4


def test_a_sheet_of_theirs_that_is_headed_like_the_register_is_not_taken_for_it(
    tmp_path: Path,
) -> None:
    def like_it(workbook: Any, _: Any) -> None:
        page = workbook.add_worksheet("Indicators")
        page.write_row("A5", ["Reference", "Name", "Section", "Owner"])
        page.write_row("A6", ["A1", "Children seen", "", "KL"])

    path = refreshed(tmp_path / "q3.xlsx", like_it)
    refresh(path)
    assert opened(path)["Indicators"]["D6"].value == "KL"
    cleared(path)
    assert opened(path).sheetnames == ["Scorecard", "Indicators"]
