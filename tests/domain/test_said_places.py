"""Columns, rows and cells as people write them."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.said_places import (
    Area,
    NoPlaceError,
    Shift,
    Spot,
    parse_area,
    parse_areas,
    parse_spot,
)


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("K", Spot(None, 11)), ("aa", Spot(None, 27)), ("14", Spot(14, None)),
        ("B4", Spot(4, 2)), ("$B$4", Spot(4, 2)), (" XFD ", Spot(None, 16_384)),
    ],
)  # fmt: skip
def test_a_column_a_row_and_a_cell_are_told_apart(text: str, spot: Spot) -> None:
    assert parse_spot(text) == spot


@pytest.mark.parametrize("text", ["K:N", "K-N", "K to N", "k : n"])
def test_a_stretch_may_be_written_in_several_ways(text: str) -> None:
    assert parse_area(text) == Area(Spot(None, 11), Spot(None, 14))


def test_several_stretches_stand_between_commas_or_in_a_list() -> None:
    assert parse_areas("6-9, 11") == parse_areas(["6-9", "11"])
    assert [list(area.rows) for area in parse_areas("6-7, 11")] == [[6, 7], [11]]


@pytest.mark.parametrize(
    ("text", "wrong", "mend"),
    [
        ("XFE", "there is no column XFE", "the last is XFD"),
        ("ABCD", "there is no column ABCD", "the last is XFD"),
        ("0", "there is no row 0", "rows are 1 to 1048576"),
        ("1048577", "there is no row 1048577", "rows are 1 to 1048576"),
        ("9-3", '"9-3" runs backwards', "write 3-9"),
        ("N:K", '"N:K" runs backwards', "write K:N"),
        ("C9:B4", '"C9:B4" runs backwards', "write B4:C9"),
        ("K-14", '"K-14" is no place', "write two columns (K:V), two rows (6-40) or two cells"),
        ("A-B-C", '"A-B-C" is no place', "write one stretch, such as K:V"),
        ("the first", '"the first" is no place', "write a column (K), a row (14) or a cell (B4)"),
        ("", '"" is no place', "write a column (K), a row (14) or a cell (B4)"),
        ("1-1048576", '"1-1048576" is too long', "name at most 100,000 places at once"),
        ("A1:XFD99", '"A1:XFD99" is too long', "name at most 100,000 places at once"),
    ],
)
def test_what_is_no_place_is_told_with_how_to_mend_it(text: str, wrong: str, mend: str) -> None:
    with pytest.raises(NoPlaceError) as caught:
        parse_area(text)
    assert (caught.value.wrong, caught.value.mend) == (wrong, mend)


def test_a_line_crosses_a_cell_and_a_cell_is_itself() -> None:
    assert parse_spot("A").at(9, 3) == (9, 1)
    assert parse_spot("4").at(9, 3) == (4, 3)
    assert parse_spot("B5").at(9, 3) == (5, 2)


@pytest.mark.parametrize(("place", "moved"), [("B4", "C13"), ("B", "C"), ("4", "13")])
def test_a_block_further_down_has_its_places_further_down(place: str, moved: str) -> None:
    assert Shift(9, 1).spot(parse_spot(place)) == parse_spot(moved)
