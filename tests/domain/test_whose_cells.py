"""Cells of ours are known again wherever rows and columns have moved; the others are theirs."""

from __future__ import annotations

from xl_scorecard.domain.drawn import digest, drawn_names, drawn_of, read_drawn
from xl_scorecard.domain.edits import CellEdit, NewSheet
from xl_scorecard.domain.followed import followed
from xl_scorecard.domain.row_keys import Place
from xl_scorecard.domain.whose_cells import Whose, whose

_DRAWN = {(1, 1): "Title", (3, 1): "Severity", (3, 2): "Cell", (4, 1): "Error", (4, 2): "F7",
          (5, 1): "Error", (5, 2): "F9"}  # fmt: skip


def _whose(found: dict[Place, str], drawn: dict[Place, str] = _DRAWN) -> Whose:
    return whose(
        {at: digest(text) for at, text in drawn.items()},
        {at: digest(text) for at, text in found.items()},
    )


def test_what_stands_where_we_wrote_it_is_ours() -> None:
    found = _whose(_DRAWN)
    assert found.ours == set(_DRAWN)
    assert not found.theirs


def test_the_same_word_in_another_place_is_theirs() -> None:
    found = _whose({**_DRAWN, (4, 7): "Error", (9, 1): "Error"})
    assert found.theirs == {(4, 7), (9, 1)}
    assert not found.over_ours


def test_what_was_typed_over_ours_is_theirs() -> None:
    found = _whose({**_DRAWN, (1, 1): "My title", (5, 1): "No"})
    assert found.theirs == found.over_ours == {(1, 1), (5, 1)}


def test_rows_and_columns_put_in_and_rows_sorted_change_nothing() -> None:
    moved = {(row + 2, column + 1): text for (row, column), text in _DRAWN.items()}
    moved[6, 3], moved[7, 3] = moved[7, 3], moved[6, 3]  # the two findings change places
    found = _whose({**moved, (1, 1): "Note", (6, 5): "Beside"})
    assert found.theirs == {(1, 1), (6, 5)}
    assert (found.rows[6], found.rows[7]) == (5, 4)
    assert (found.columns[2], found.columns[3]) == (1, 2)


def test_a_blank_cell_is_nobodys_unless_we_left_it_blank() -> None:
    found = _whose({**_DRAWN, (4, 1): "", (4, 9): ""})
    assert (4, 1) in found.ours
    assert (4, 9) not in found.ours | found.theirs


def test_a_digest_is_the_same_whichever_program_wrote_the_cell() -> None:
    assert digest(None, "COUNTIF('Scorecard'!$G$4:$G$6,\"Not rated\")") == digest(
        None, 'countif(Board!G9:G11, "Not rated")'
    )
    assert digest(None, 'IF(A1=0,"a b",1)') != digest(None, 'IF(A1=0,"ab",1)')
    assert digest(None, 'HYPERLINK("#Scorecard!F7","F7")') == digest("F7")
    assert digest(0.1 + 0.2) == digest(0.3)
    assert digest("two\r\nlines") == digest("two\nlines")
    assert digest("") == digest(None)
    assert digest("=A1") != digest(None, "A1")


def test_what_was_drawn_is_read_from_the_names_as_it_was_written() -> None:
    cells = [CellEdit(row, column, f"{row} and {column}") for row in range(1, 400)
             for column in range(1, 9)]  # fmt: skip
    sheet = NewSheet("checks", "Checks", [*cells, CellEdit(401, 20, 2.5, "1+1.5")])
    sheet.widths, sheet.heights = {1: 11.5}, {3: 27.0}
    sheet.print_area, sheet.page_breaks = "A1:H9", [7]
    names = drawn_names("checks", drawn_of(sheet))
    assert len(names) > 2
    assert all(len(text) < 8192 for text in names.values())
    assert all(len(piece) <= 255 for text in names.values() for piece in text.split('"'))
    assert read_drawn("checks", names) == drawn_of(sheet)
    assert read_drawn("summary", names) is None
    names.popitem()
    names["xl_scorecard.drawn.checks.1"] = '"no such thing"'
    assert read_drawn("checks", names) is None


def test_a_formula_follows_the_rows_it_looks_at() -> None:
    rows = {4: 9, 5: 8}
    assert followed('B4*2+SUM($C$5:D6)&"A4"&Notes!A4', rows.get) == (
        'B9*2+SUM($C$8:D6)&"A4"&Notes!A4'
    )


def test_a_column_of_results_is_not_taken_for_the_list_of_what_they_may_be() -> None:
    drawn = {(1, 1): "Head", (1, 2): "List", (2, 2): "Good", (3, 2): "Poor"}
    drawn |= {(row, 1): "=abc" for row in range(2, 9)}
    found = {**drawn, **{(row, 1): "Good" for row in range(2, 9)}}
    results = {(row, 1) for row in range(2, 9)}
    told = whose(drawn, found, results)
    assert told.theirs == told.over_ours == results
    assert whose(drawn, found).columns != told.columns
