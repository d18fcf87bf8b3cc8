"""A percentage is held against its own counts, where ids are there more than once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.support.books import Cell, checked, findings

SLUG = "numerator-denominator-mismatch"
RULES = """\
name: small
indicators:
  - {id: A1, name: Children seen, unit: percent, good_is: high, numerator: A1-N, denominator: A1-D}
  - {id: A1-N, name: seen, unit: count, good_is: neither}
  - {id: A1-D, name: all, unit: count, good_is: neither}
"""
HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
Block = Sequence[Sequence[Cell]]


def _team(*figures: tuple[float, float] | None) -> Block:
    """Children seen, and the counts it is made of; None leaves a row out."""
    rows = (("A1", "Children seen"), ("A1-N", "seen"), ("A1-D", "all"))
    return [(*row, *pair) for row, pair in zip(rows, figures, strict=True) if pair is not None]


NORTH = _team((0.75, 0.82), (75, 82), (100, 100))
SOUTH = _team((0.5, 0.6), (20, 24), (40, 40))
SHARES_OF_SOUTH, COUNTS_OF_SOUTH = SOUTH[:1], SOUTH[1:]


def _book(path: Path, blocks: Mapping[tuple[str, int, int], Block]) -> Path:
    """A workbook with each block of rows at its sheet, row and column, headed where it begins."""
    with xlsxwriter.Workbook(path) as book:
        whole, percent = (book.add_format({"num_format": shown}) for shown in ("0", "0%"))
        pages = {sheet: book.add_worksheet(sheet) for sheet in dict.fromkeys(b[0] for b in blocks)}
        for (sheet, top, left), rows in blocks.items():
            for row, cells in enumerate([HEADINGS, *rows], top):
                for column, value in enumerate(cells, left):
                    if isinstance(value, str):
                        pages[sheet].write_string(row, column, value)
                    elif value is not None:
                        share = 0 < value < 1
                        pages[sheet].write_number(row, column, value, percent if share else whole)
    return path


def _found(path: Path, blocks: Mapping[tuple[str, int, int], Block]) -> list[str | None]:
    outcome = checked(_book(path / "q3.xlsx", blocks), RULES)
    return [cell for check, cell in findings(outcome) if check == SLUG]


def _wrong(rows: Block) -> Block:
    """The rows with 99% stated for the reported period."""
    (*first, _), *others = rows
    return [(*first, 0.99), *others]


@pytest.mark.parametrize("south", [("South", 2, 0), ("North", 2, 20), ("North", 20, 0)])
def test_each_team_is_held_against_its_own_counts(
    tmp_path: Path, south: tuple[str, int, int]
) -> None:
    assert _found(tmp_path, {("North", 2, 0): NORTH, south: SOUTH}) == []


@pytest.mark.parametrize(
    ("south", "cell"),
    [(("South", 2, 0), "D4"), (("North", 2, 20), "X4"), (("North", 20, 0), "D22")],
)
def test_a_share_that_its_own_teams_counts_do_not_give_is_found(
    tmp_path: Path, south: tuple[str, int, int], cell: str
) -> None:
    assert _found(tmp_path, {("North", 2, 0): NORTH, south: _wrong(SOUTH)}) == [cell]


def test_the_order_of_the_teams_does_not_matter(tmp_path: Path) -> None:
    assert _found(tmp_path, {("S", 2, 0): SOUTH, ("N", 2, 0): _wrong(NORTH)}) == ["D4"]


@pytest.mark.parametrize("counts", [("Scorecard", 2, 20), ("Counts", 2, 0)])
def test_counts_that_stand_elsewhere_are_found_where_they_are_the_only_ones(
    tmp_path: Path, counts: tuple[str, int, int]
) -> None:
    shares = {("Scorecard", 2, 0): _wrong(SHARES_OF_SOUTH)}
    assert _found(tmp_path, {**shares, counts: COUNTS_OF_SOUTH}) == ["D4"]


def test_counts_on_the_sheet_go_before_those_of_another(tmp_path: Path) -> None:
    blocks = {
        ("South", 2, 0): SHARES_OF_SOUTH,
        ("South", 2, 20): COUNTS_OF_SOUTH,
        ("North", 2, 0): NORTH,
    }
    assert _found(tmp_path, blocks) == []


def test_where_two_other_sheets_have_counts_it_cannot_be_said_whose_they_are(
    tmp_path: Path,
) -> None:
    blocks = {
        ("Shares", 2, 0): SHARES_OF_SOUTH,
        ("North", 2, 0): NORTH[1:],
        ("West", 2, 0): _team(None, (1, 2), (4, 4)),
    }
    assert _found(tmp_path, blocks) == []


def test_one_teams_counts_are_not_anothers_who_gives_none(tmp_path: Path) -> None:
    assert _found(tmp_path, {("North", 2, 0): NORTH, ("South", 2, 0): SHARES_OF_SOUTH}) == []


def test_teams_in_one_table_are_told_apart_by_their_sections(tmp_path: Path) -> None:
    def rows(south: Block) -> Block:
        return [("North", None), *NORTH, ("South", None), *south]

    assert _found(tmp_path, {("Teams", 2, 0): rows(SOUTH)}) == []
    assert _found(tmp_path, {("Teams", 2, 0): rows(_wrong(SOUTH))}) == ["D9"]


def test_teams_in_one_table_that_nothing_tells_apart_are_held_against_nothing(
    tmp_path: Path,
) -> None:
    assert _found(tmp_path, {("Teams", 2, 0): [*NORTH, *SOUTH]}) == []


def test_a_count_pasted_twice_with_all_its_figures_still_counts(tmp_path: Path) -> None:
    rows = [*_wrong(SOUTH), COUNTS_OF_SOUTH[0]]
    assert _found(tmp_path, {("Scorecard", 2, 0): rows}) == ["D4"]
