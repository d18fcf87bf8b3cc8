"""What the officers' formulas look over on a sheet, right of its table."""

from __future__ import annotations

import pytest

from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.reading.sheets.references import references

SHEETS = ["Scorecard", "Board", "North's", "Notes"]
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576


def _over(
    text: str, *, own: str | None = "Board", sheet: str = "Scorecard", filled: str = ""
) -> list[tuple[int, int, int, int]]:
    """Blocks (top, left, bottom, right) that a formula on a sheet takes in beyond column F."""
    stated = StatedFormula(text, "A formula", own, "B2", filled)
    return [found.over for found in references([stated], sheet, SHEETS, 6)]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("SUM(Scorecard!E4:I4)", (4, 5, 4, 9)), ("SUM(scorecard!$E$4:$I4)", (4, 5, 4, 9)),
        ("Scorecard!G4", (4, 7, 4, 7)), ("SUM('Scorecard'!I9:E4)", (4, 5, 9, 9)),
        ("SUM(Scorecard!E:I)", (1, 5, LAST_ROW, 9)),
        ("SUM(Scorecard!$2:9)", (2, 1, 9, LAST_COLUMN)),
        ("SUM(Scorecard!G4:INDEX(Scorecard!4:4,9))", (4, 1, 4, LAST_COLUMN)),
        ("SUM(Scorecard!G4#)", (4, 7, 4, 7)), ("SUM(@Scorecard!G4)", (4, 7, 4, 7)),
    ],
)  # fmt: skip
def test_a_cell_a_range_whole_columns_and_whole_rows_are_looked_over(
    text: str, over: tuple[int, int, int, int]
) -> None:
    assert over in _over(text)


@pytest.mark.parametrize(
    "text",
    [
        "SUM(Scorecard!B4:F4)",  # within the table
        "SUM(Board!G4:I4)", "SUM(G4:I4)", "SUM([1]Scorecard!G4:I4)", "SUM('[q2.xlsx]Scorecard'!G4)",
        "SUM(Figures)", "SUM(Scorecard!Figures)", "Scorecard!G4:9", "Scorecard!G:I4", "LOG10(5)",
        "", '"Scorecard!G4:I4"', "SUM(Scorecard!G4:I4" + " " * 40_000 + ")", '"half of G4',
    ],
)  # fmt: skip
def test_what_lies_elsewhere_or_is_no_range_is_not_looked_over(text: str) -> None:
    assert _over(text) == []


@pytest.mark.parametrize(
    ("text", "sheet", "found"),
    [
        ("SUM(Scorecard:Board!G4)", "Scorecard", True), ("SUM(Scorecard:Notes!G4)", "Board", True),
        ("SUM(Notes:Scorecard!G4)", "Board", True), ("SUM(Board:Notes!G4)", "Scorecard", False),
        ("SUM(Scorecard:Gone!G4)", "Scorecard", False), ("SUM('North''s'!G4)", "North's", True),
        ("SUM(G4)", "Board", True), ("SUM(G4)", "Notes", False),
    ],
)  # fmt: skip
def test_a_range_lies_on_its_own_sheet_the_one_it_names_or_all_between_two(
    text: str, sheet: str, found: bool
) -> None:
    assert _over(text, sheet=sheet) == ([(4, 7, 4, 7)] if found else [])


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("SUM(OFFSET(Scorecard!A4,0,5,1,200))", (4, 6, 4, 205)),
        ("SUM(offset(Scorecard!$A$4:$B$5, 1, 6))", (5, 7, 6, 8)),
        ("SUM(OFFSET(Scorecard!A4,,6))", (4, 7, 4, 7)),
        ("SUM(OFFSET(Scorecard!A4,2,9,-2,-3))", (5, 8, 6, 10)),
        ("SUM(OFFSET(Scorecard!A4,MATCH(1,B:B,0),6))", (1, 7, LAST_ROW, 7)),
        ("SUM(OFFSET(Scorecard!A4,0,1,1,99999))", (4, 2, 4, LAST_COLUMN)),
        ('COUNTA(INDIRECT("Scorecard!G4:K7"))', (4, 7, 7, 11)),
        ("COUNTA(INDIRECT(\"'Scorecard'!4:7\",TRUE))", (4, 1, 7, LAST_COLUMN)),
    ],
)
def test_a_range_made_of_plain_numbers_or_words_is_looked_over(
    text: str, over: tuple[int, int, int, int]
) -> None:
    assert over in _over(text)


@pytest.mark.parametrize(
    "text",
    [
        "SUM(OFFSET(Scorecard!A4,0,3))",  # within the table
        "SUM(OFFSET(Scorecard!A4,0,MATCH(1,B2:D2,0)))", "OFFSET(Scorecard!A4,0,-5)",
        "SUM(OFFSET(Scorecard!A4,-9,9))", "SUM(OFFSET(Figures,0,9))", "SUM(OFFSET())",
        'INDIRECT("Scorecard!"&B2)', 'INDIRECT("Board!G4")', "INDIRECT()", "OFFSET(",
    ],
)  # fmt: skip
def test_what_follows_from_other_cells_is_not_known(text: str) -> None:
    assert _over(text) == []


def test_a_name_without_a_sheet_of_its_own_lies_on_none() -> None:
    assert _over("SUM(G4)", own=None) == []


@pytest.mark.parametrize(
    ("text", "filled", "over"),
    [
        ("E4", "B2:D5", [(4, 5, 7, 7)]),  # two columns on, three rows down
        ("$E4", "B2:D5", []), ("F$4", "B2:D5", [(4, 6, 4, 8)]), ("$F$4", "B2:D5", []),
        ("F:F", "B2:D5", [(1, 6, LAST_ROW, 8)]), ("$4:$4", "B2:D5", [(4, 1, 4, LAST_COLUMN)]),
        ("4:4", "B2:D5", [(4, 1, 7, LAST_COLUMN)]), ("G4", "somewhere", [(4, 7, 4, 7)]),
        ("XFD4", "B2:D5", [(4, LAST_COLUMN, 7, LAST_COLUMN)]),
    ],
)  # fmt: skip
def test_a_formula_filled_over_a_range_moves_what_is_not_pinned(
    text: str, filled: str, over: list[tuple[int, int, int, int]]
) -> None:
    assert _over(text, sheet="Board", filled=filled) == over


def test_each_range_is_told_once_with_where_its_formula_stands() -> None:
    formulas = [
        StatedFormula("SUM(Scorecard!G4)+Scorecard!G4", "A formula", "North's", "B2"),
        StatedFormula("Scorecard!G4", "Another", "Board", "B3"),
        StatedFormula("Scorecard!G4", "A rule", "Scorecard", None, computes=False),
        StatedFormula("H5", "The formula in C3", "Scorecard", "C3"),
    ]
    found = references(formulas, "Scorecard", SHEETS, 6)
    assert [(r.place, r.text, r.computes) for r in found] == [
        ("The formula in 'North''s'!B2", "G4", True), ("A rule", "G4", False),
        ("The formula in C3", "H5", True),
    ]  # fmt: skip
