"""Years above their quarters, not merged: the year runs on over the judgements behind them."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from tests.support.books import checked, findings

_YEARS = {3: "2016/17", 7: "2017/18"}
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_RULES = "name: s\ndefaults: {tolerance: 1}\nindicators:\n" + "".join(
    f"  - {{id: A{n}, name: Homes let {n}, good_is: high, unit: count}}\n" for n in range(4)
)


def _sheet(
    book: xlsxwriter.Workbook, quarters: int, figures: list[list[int]], rag: list[str], said: str
) -> None:
    page = book.add_worksheet(f"Q{quarters - 4} 2017-18")
    page.write(0, 0, f"Performance - Quarter {quarters - 4} 2017/18")
    for column, year in _YEARS.items():
        page.write(2, column, year)
    heads = [*_QUARTERS, *_QUARTERS][:quarters]
    page.write_row(3, 0, ["Ref", "Measure", "Target", *heads, "RAG", "Comments"])
    for row, values in enumerate(figures):
        page.write_row(
            4 + row, 0, [f"A{row}", f"Homes let {row}", 30, *values[:quarters], rag[row]]
        )
    page.write(4, 4 + quarters, said)


_FIGURES = [[21 + n, 25 + n, 28 + n, 24 + n, 27, 26 + n, 41 + n, 35 + n] for n in range(4)]


def _found(
    folder: Path, now: list[list[int]], rag: list[str], comment: str = ""
) -> set[tuple[str, str | None]]:
    path = folder / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        _sheet(book, 7, _FIGURES, ["Green"] * 4, "41 let this quarter, the most so far.")
        _sheet(book, 8, now, rag, comment or "35 let this quarter, as planned.")
    return set(findings(checked(path, _RULES)))


def test_a_figure_of_the_third_quarter_is_held_against_its_sheet_though_q4_ends_the_year(
    tmp_path: Path,
) -> None:
    assert _found(tmp_path, _FIGURES, ["Green"] * 4) == set()
    now = [[*row] for row in _FIGURES]
    now[2][6] = 47  # 43 on its own sheet
    assert _found(tmp_path, now, ["Green"] * 4) == {("history-changed", "J7")}


def test_the_ratings_and_comments_behind_a_year_are_of_its_latest_quarter(tmp_path: Path) -> None:
    rag = ["Green", "Red", "Green", "Green"]  # 36 of 30
    assert _found(tmp_path, _FIGURES, rag) == {("rag-typed-differs", "L6")}
    said = "41 let this quarter, the most so far."
    assert _found(tmp_path, _FIGURES, ["Green"] * 4, said) == {("comment-repeated", "M5")}


def test_a_rating_of_the_coming_years_first_quarter_column_is_of_the_reported_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write(0, 0, "Performance - Quarter 4 2017/18")
        page.write_row(2, 3, ["2017/18", None, None, None, "2018/19"])
        page.write_row(3, 0, ["Ref", "Measure", "Target", *_QUARTERS, "Q1", "RAG"])
        for row, rag in enumerate(["Green", "Red", "Green", "Green"]):
            page.write_row(
                4 + row, 0, [f"A{row}", f"Homes let {row}", 30, *_FIGURES[row][4:], None, rag]
            )
    assert set(findings(checked(path, _RULES))) == {("rag-typed-differs", "I6")}
