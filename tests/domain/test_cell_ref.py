from __future__ import annotations

import pytest

from xl_scorecard.domain.cell_ref import (
    a1,
    absolute,
    column_letters,
    column_number,
    parse_a1,
    parse_range,
    quoted_sheet,
    range_a1,
)


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number
    assert a1(14, number) == f"{letters}14"


@pytest.mark.parametrize("reference", ["H14", "h14", "$H$14", "H$14"])
def test_a_reference_is_read_however_it_is_pinned(reference: str) -> None:
    assert parse_a1(reference) == (14, 8)


@pytest.mark.parametrize("reference", ["", "H", "14", "H0", "XFE1", "A1048577", "R1C1", "H14:J2"])
def test_what_is_no_cell_is_refused(reference: str) -> None:
    with pytest.raises(ValueError, match=r"cell reference|outside"):
        parse_a1(reference)


def test_a_range_may_be_written_from_any_corner() -> None:
    assert parse_range("B2:D9") == parse_range("D9:B2") == parse_range("$B$9:$D$2") == (2, 2, 9, 4)
    assert parse_range("B2") == (2, 2, 2, 2)
    assert range_a1(2, 2, 9, 4) == "B2:D9"
    assert range_a1(2, 2, 2, 2) == "B2"


def test_a_sheet_name_is_quoted_with_its_quotes_doubled() -> None:
    assert quoted_sheet("Children's Q3") == "'Children''s Q3'"
    assert absolute("Q3", "B2:D9") == "'Q3'!$B$2:$D$9"
