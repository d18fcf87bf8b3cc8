"""How what is ours in a workbook is named, known again and recorded."""

from __future__ import annotations

import json

import pytest

from xl_scorecard.domain.cell_ref import absolute, read_range
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.ours import (
    Record,
    SheetRecord,
    block_name,
    former_of,
    key_of,
    kinds_of,
    our_constant,
    our_formula,
    read_record,
    record_text,
    shape,
    sheet_name,
)
from xl_scorecard.domain.scorecard import Former


def test_a_name_over_a_block_says_what_its_columns_hold() -> None:
    name = block_name(3, ("rag", "change_on_year"))
    assert name == "xl_scorecard.cells.3.rag.change_on_year"
    assert kinds_of(name) == ["rag", "change_on_year"]
    assert former_of("S", [(name, (3, 7, 20, 8))]) == [
        Former("S", 3, 20, {"rag": 7, "change_on_year": 8})
    ]


def test_a_block_that_lost_a_column_says_nothing_of_where_the_others_are() -> None:
    assert former_of("S", [(block_name(1, ("rag", "change")), (3, 7, 20, 7))]) == []


def test_a_name_over_a_sheet_says_which_it_is() -> None:
    assert sheet_name("summary") == "xl_scorecard.sheet.summary"
    assert key_of(sheet_name("summary")) == "summary"


@pytest.mark.parametrize("sheet", ["Scorecard", "Q3 final", "Children's", "2018!19"])
def test_a_range_is_read_as_it_was_pinned(sheet: str) -> None:
    assert read_range(absolute(sheet, "G3:J6")) == (sheet, (3, 7, 6, 10))


@pytest.mark.parametrize("text", ["Scorecard!#REF!", "0.2", "OFFSET(A1,1,1)", ""])
def test_what_is_no_range_any_more_is_none(text: str) -> None:
    assert read_range(text) is None


def test_a_formula_keeps_its_shape_when_rows_and_columns_move_or_go() -> None:
    assert shape("IF(ISNUMBER($F$14),F14:G15,0)") == shape("IF(ISNUMBER(H2),#REF!,0)")
    assert shape("IF(A1>0.75,1,0)") != shape("IF(A1>0.8,1,0)")


def test_a_record_is_the_same_after_it_was_written_and_read() -> None:
    record = Record([SheetRecord("Scorecard", {"n": "G3:J6"}, undo={"new_rows": [4]})], False)
    record.sheets[0].note(
        [CellEdit(3, 7, "Status Q3 2018/19"), CellEdit(4, 7, "Good", "IF(F4>1,1,0)"),
         CellEdit(5, 7, 0.5)]
    )  # fmt: skip
    text = record_text(record)
    assert json.loads(text)["version"] == 1
    assert read_record(text) == record
    (sheet,) = record.sheets
    assert (sheet.texts, sheet.numbers) == (["Status Q3 2018/19"], [0.5])
    assert record.of("n") is sheet
    assert record.of("another") is None
    assert our_formula("IF(F9>1,1,0)", sheet)
    assert not our_formula("IF(F9>2,1,0)", sheet)
    assert our_constant("Status Q3 2018/19", None, sheet)
    assert our_constant("", 0.5, sheet)
    assert not our_constant("See the note", None, sheet)


@pytest.mark.parametrize("text", ["", "[]", '{"sheets": []}', '{"sheets": [{}], "made_names": 1}'])
def test_a_record_that_is_not_sound_is_not_read(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        read_record(text)


def test_without_a_record_only_what_nobody_else_would_write_is_ours() -> None:
    assert our_constant("Status Q3 2018/19", None, None)
    assert our_constant("Variation as of the refresh for Dec 2019", None, None)
    assert not our_constant("Variation Dec 2019", None, None)
    assert our_constant("n/a", None, None)
    assert not our_constant("Good", None, None)
    assert not our_constant("", 0.5, None)
    assert our_formula("IF(AND(ISNUMBER(F4),ISNUMBER(E4)),F4/E4-1,0)", None)
    assert not our_formula("F4/E4-1", None)
