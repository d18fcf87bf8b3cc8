"""A judgement that an officer typed stays, and where it contradicts the data it is a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.books import (
    FIRST_ROW,
    HEADINGS,
    ROWS,
    SHEET,
    cleared,
    findings,
    refreshed_into,
    scorecard,
    statuses,
)
from tests.support.office import Office, Values
from tests.support.packages import Patch, patched
from tests.support.readers import opened, values

PART = "xl/worksheets/sheet1.xml"
STATUS_COLUMN = "H"  # the first column right of the six of the table, after an officers' RAG column
GIVEN = {"A1": "good", "B1": "acceptable", "C1": "amber"}


def _typing(reference: str, word: str) -> Patch:
    """The patch that types a word over a cell, as Excel would leave it."""
    cell = re.compile(rf'<c r="{reference}"((?: s="\d+")?)[^>]*>.*?</c>')

    def patch(data: bytes) -> bytes:
        typed = rf'<c r="{reference}"\1 t="inlineStr"><is><t>{word}</t></is></c>'
        return cell.sub(typed, data.decode(), count=1).encode()

    return patch


@pytest.fixture
def with_rag(tmp_path: Path) -> Path:
    """A scorecard with an officers' RAG column in which only the first row is typed."""
    rows = [[*row, word] for row, word in zip(ROWS, ("Red", None, None), strict=True)]
    return scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "RAG"])


def test_a_typed_rag_is_never_overwritten(with_rag: Path, tmp_path: Path) -> None:
    outcome = refreshed_into(tmp_path / "out", with_rag)
    assert values(tmp_path / "out" / "q3.xlsx", SHEET, "G4:G6") == [["Red"], [None], [None]]
    assert statuses(outcome) == GIVEN


def test_a_typed_rag_that_the_rule_contradicts_is_a_finding(with_rag: Path, tmp_path: Path) -> None:
    (finding,) = refreshed_into(tmp_path / "out", with_rag).findings
    assert (finding.check, finding.cell, finding.indicator) == ("rag-typed-differs", "G4", "A1")
    assert (finding.found, finding.expected) == ("Red", "Good")


def test_beside_a_typed_rag_ours_stands_in_a_column_of_its_own(
    with_rag: Path, tmp_path: Path
) -> None:
    refreshed_into(tmp_path / "out", with_rag)
    ours = values(tmp_path / "out" / "q3.xlsx", SHEET, f"{STATUS_COLUMN}4:{STATUS_COLUMN}6")
    assert ours == [["Good"], ["Acceptable"], ["Amber"]]


def test_an_empty_rag_column_of_the_officers_is_filled(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", headings=[*HEADINGS, "RAG"])
    refreshed_into(tmp_path / "out", workbook)
    filled = values(tmp_path / "out" / "q3.xlsx", SHEET, "G3:G6")
    assert filled == [["RAG"], ["Good"], ["Acceptable"], ["Amber"]]


def _saved_elsewhere(source: Path, target: Path) -> Path:
    """The same typing saved by openpyxl, which drops our record but not our names."""
    book = opened(source, formulas=True)
    book[SHEET]["G4"] = "Red"
    book.save(target)
    return target


@pytest.fixture(params=["our column", "their empty RAG column", "our column, record dropped"])
def typed_over(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """A refreshed workbook, and a copy in which an officer typed Red over our status in row 4."""
    headings = [*HEADINGS, "RAG"] if "RAG" in request.param else HEADINGS
    refreshed_into(tmp_path / "once", scorecard(tmp_path / "q3.xlsx", headings=headings))
    once, typed = tmp_path / "once" / "q3.xlsx", tmp_path / "typed.xlsx"
    if "dropped" in request.param:
        return once, _saved_elsewhere(once, typed)
    return once, patched(once, typed, {PART: _typing("G4", "Red")})


def test_a_word_typed_over_our_status_still_stands_after_another_refresh(
    typed_over: tuple[Path, Path], tmp_path: Path
) -> None:
    refreshed_into(tmp_path / "out", typed_over[1])
    status = values(tmp_path / "out" / "typed.xlsx", SHEET, "G4:G6")
    assert status == [["Red"], ["Acceptable"], ["Amber"]]


def test_our_columns_stay_where_they_were_beside_it(
    typed_over: tuple[Path, Path], tmp_path: Path
) -> None:
    refreshed_into(tmp_path / "out", typed_over[1])
    before = opened(typed_over[0], formulas=True)[SHEET]
    after = opened(tmp_path / "out" / "typed.xlsx", formulas=True)[SHEET]
    headings = [cell.value for cell in before[FIRST_ROW - 1]]
    assert [cell.value for cell in after[FIRST_ROW - 1]] == headings
    for row in (5, 6):
        assert [c.value for c in after[row]] == [c.value for c in before[row]]


def test_the_contradiction_is_a_finding(typed_over: tuple[Path, Path], tmp_path: Path) -> None:
    outcome = refreshed_into(tmp_path / "out", typed_over[1])
    assert findings(outcome) == [("rag-typed-differs", "G4")]
    assert statuses(outcome) == GIVEN


def test_the_typed_word_outlives_clear(typed_over: tuple[Path, Path], tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", typed_over[1])
    cleared(tmp_path / "out" / "typed.xlsx")
    sheet = opened(tmp_path / "out" / "typed.xlsx")[SHEET]
    assert [sheet[f"G{row}"].value for row in (4, 5, 6)] == ["Red", None, None]
    assert sheet["I4"].value is None


def test_refreshing_beside_a_typed_word_twice_gives_the_same_bytes(
    typed_over: tuple[Path, Path], tmp_path: Path
) -> None:
    refreshed_into(tmp_path / "one", typed_over[1])
    refreshed_into(tmp_path / "two", tmp_path / "one" / "typed.xlsx")
    once, twice = (tmp_path / name / "typed.xlsx" for name in ("one", "two"))
    assert once.read_bytes() == twice.read_bytes()


def test_the_summary_counts_the_words_that_stand_in_the_status_cells(
    typed_over: tuple[Path, Path], tmp_path: Path, soffice: Office
) -> None:
    refreshed_into(tmp_path / "out", typed_over[1])
    stored = Values(tmp_path / "out" / "typed.xlsx")
    computed = Values(soffice.recalculated(tmp_path / "out" / "typed.xlsx"))
    row, _ = stored.find("Summary", "All indicators")
    assert stored.row("Summary", row)[:9] == computed.row("Summary", row)[:9]


def test_a_typed_arrow_word_that_the_figures_contradict_is_a_finding(tmp_path: Path) -> None:
    rows = [[*row, word] for row, word in zip(ROWS, ("Worsened", "Improved", None), strict=True)]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "Direction of travel"])
    outcome = refreshed_into(tmp_path / "out", workbook)
    assert findings(outcome) == [("dot-typed-differs", "G4")]
    words = values(tmp_path / "out" / "q3.xlsx", SHEET, "G4:G6")
    assert words == [["Worsened"], ["Improved"], [None]]
