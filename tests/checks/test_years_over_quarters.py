"""Judgements beyond the last quarter that a year stands over: they are about what is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from tests.support.books import Cell, checked

_RULES = """
name: s
rating: rag
defaults: {unit: percent, good_is: high, tolerance: 5 points}
breaks: {A1: [2017/18 Q4]}
indicators:
  - {id: A1, name: Children seen, target: 80%}
  - {id: A2, name: Visits made, target: 80%}
  - {id: A3, name: Plans reviewed, good_is: neither}
"""
_ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Children seen", 0.7, 0.72, 0.74, 0.81, None),
    ("A2", "Visits made", 0.7, 0.72, 0.74, 0.82, None),
    ("A3", "Plans reviewed", 0.5, 0.52, 0.54, 0.51, None),
)


def _found(folder: Path, last: str, judged: tuple[str, ...], fills: tuple[str, ...] = ()) -> object:
    """Quarters of 2017/18 and one of the next year, headed once each; the judgements after it."""
    book = xlsxwriter.Workbook(str(folder / "b.xlsx"))
    page, share = book.add_worksheet("Scorecard"), book.add_format({"num_format": "0%"})
    page.write_string(0, 0, "Scorecard - Quarter 4 2017/18")
    page.write_row(2, 0, (None, None, "2017/18", None, None, None, "2018/19"))
    page.write_row(3, 0, ("Ref", "Measure", "Q1", "Q2", "Q3", "Q4", "Q1", last))
    for row, cells in enumerate(_ROWS, 4):
        page.write_row(row, 0, cells, share)
    for row, word in enumerate(judged, 4):
        page.write_string(row, 7, word)
    for row, fill in enumerate(fills, 4):
        page.write_blank(row, 7, None, book.add_format({"bg_color": f"#{fill}"}))
    book.close()
    outcome = checked(folder / "b.xlsx", _RULES)
    return [(f.check, f.cell) for f in outcome.findings if f.cell and f.cell.startswith("H")]


@pytest.mark.parametrize(
    ("last", "judged", "finding"),
    [
        ("RAG", ("Green", "Red"), ("rag-typed-differs", "H6")),
        ("RAG", ("Green", "Green", "Amber"), ("rag-on-information-row", "H7")),
        ("Direction of travel", ("↑",), ("dot-across-break", "H5")),
    ],
)
def test_a_judgement_after_a_blank_quarter_is_about_the_one_reported(
    tmp_path: Path, last: str, judged: tuple[str, ...], finding: tuple[str, str]
) -> None:
    assert _found(tmp_path, last, judged) == [finding]


def test_so_is_a_colour(tmp_path: Path) -> None:
    assert _found(tmp_path, "RAG", (), ("00B050", "00B050")) == [("status-colour-only", "H5")]


def _two_sheets(folder: Path, *targets: float) -> list[tuple[str, str | None]]:
    """A sheet for Q3 and one for Q4 of a year, which stands over its quarters and what follows."""
    book = xlsxwriter.Workbook(str(folder / "b.xlsx"))
    for quarter, target in zip((3, 4), targets, strict=True):
        page = book.add_worksheet(f"Q{quarter} 2017-18")
        page.write_string(0, 0, f"Scorecard - Quarter {quarter} 2017/18")
        page.write_row(2, 0, (None, None, "2017/18"))
        quarters = [f"Q{n}" for n in range(1, quarter + 1)]
        page.write_row(3, 0, ("Ref", "Measure", *quarters, "Target", "RAG", "Comments"))
        for row, cells in enumerate(_ROWS, 4):
            aim = target if row == 4 else 0.8
            page.write_row(row, 0, (*cells[: 2 + quarter], aim), book.add_format({"num_format": 9}))
    book.close()
    rules = _RULES.replace(", target: 80%", "").replace("breaks: {A1: [2017/18 Q4]}\n", "")
    return [(f.check, f.cell) for f in checked(folder / "b.xlsx", rules).findings if f.cell]


def test_the_last_quarters_sheet_of_the_same_year_is_an_earlier_one(tmp_path: Path) -> None:
    assert ("target-changed", "G5") in _two_sheets(tmp_path, 0.86, 0.8)
    assert not [each for each in _two_sheets(tmp_path, 0.8, 0.8) if each[0] == "target-changed"]
