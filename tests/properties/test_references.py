from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from xl_scorecard.domain.cell_ref import (
    MAX_COLUMN,
    MAX_ROW,
    a1,
    column_letters,
    column_number,
    parse_a1,
    parse_range,
    range_a1,
)

ROWS, COLUMNS = st.integers(1, MAX_ROW), st.integers(1, MAX_COLUMN)


@given(COLUMNS)
def test_column_letters_are_those_of_another_library(column: int) -> None:
    assert column_letters(column) == get_column_letter(column)
    assert column_number(column_letters(column)) == column


@given(ROWS, COLUMNS)
def test_a_reference_reads_back(row: int, column: int) -> None:
    assert parse_a1(a1(row, column)) == (row, column)


@given(ROWS, COLUMNS, ROWS, COLUMNS)
def test_a_range_reads_back(top: int, left: int, bottom: int, right: int) -> None:
    first, last = sorted((top, bottom))
    start, end = sorted((left, right))
    assert parse_range(range_a1(first, start, last, end)) == (first, start, last, end)
    assert parse_range(range_a1(last, end, first, start)) == (first, start, last, end)
