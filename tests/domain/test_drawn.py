"""What we drew is kept in names, briefly, and read again; so is what an earlier version kept."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.drawn import Drawn, digest, drawn_names, read_drawn

ALIKE = Drawn(
    {(row, column): f"={column:03x}" for row in range(6, 66) for column in range(1, 1100)}
    | {(row, 2): f"n{row:03}" for row in range(6, 66)}
)


def test_rows_that_are_alike_take_little_room_and_are_read_again() -> None:
    names = drawn_names("indicators", ALIKE)
    assert read_drawn("indicators", names) == ALIKE
    # 1,099 digests of four letters in the first row; in each of 59 others its place, one digest,
    # and that 1, 999 and 98 are as above
    assert sum(map(len, names.values())) < 1099 * 4 + 59 * 25 + 100


def test_what_an_earlier_version_kept_is_read() -> None:
    kept = {"xl_scorecard.drawn.checks.1": '"A1=abcd....=xyz B2=efgh w1=52"'}
    drawn = read_drawn("checks", kept)
    assert drawn is not None
    assert drawn.cells == {(1, 1): "abcd", (1, 2): "....", (1, 3): "=xyz", (2, 2): "efgh"}
    assert drawn.widths == {1: 52}


def test_digests_said_to_be_as_above_where_nothing_is_are_none_of_ours() -> None:
    assert read_drawn("checks", {"xl_scorecard.drawn.checks.1": '"A1=~001"'}) is None


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("IF($I6=1,1E-9,FALSE)", "IF($I6=1,0.000000001,FALSE())"),
        ("$N6*1000-$AD6/1E+10", "$N6*1000-$AD6/10000000000"),
        ("FIXED($I6,0,TRUE)&'Earlier'!$E$4", "FIXED($I7, 0, TRUE())&Earlier!$E$4"),
    ],
)
def test_a_formula_is_the_same_as_libreoffice_writes_it(ours: str, theirs: str) -> None:
    assert digest(None, ours) == digest(None, theirs)


def test_other_figures_make_another_formula() -> None:
    assert digest(None, "$N6*1000000") != digest(None, "$N6*10000000")
