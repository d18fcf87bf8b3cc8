"""Protection that a refresh will refuse to write through is told by a check already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import More, checked, done, refused, rule_file, scorecard
from tests.support.packages import patched, replacing

CHECK = "sheet-protected"


def _protected(**options: Any) -> More:
    def more(_: Any, page: Any) -> None:
        page.protect("", options)

    return more


def _found(path: Path) -> list[tuple[str | None, str | None]]:
    return [(f.sheet, f.cell) for f in checked(path).findings if f.check == CHECK]


def test_a_check_foretells_that_a_refresh_is_refused(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_protected())
    assert _found(path) == [("Scorecard", "A3")]
    assert refused(tmp_path / "out", path).kind == "protected"


def test_another_protected_sheet_is_not_in_the_way(tmp_path: Path) -> None:
    def more(book: Any, _: Any) -> None:
        book.add_worksheet("Notes").protect()

    path = scorecard(tmp_path / "q3.xlsx", more=more)
    assert _found(path) == []
    done(xl_scorecard.refresh(path, rules=rule_file(tmp_path), out=tmp_path / "out"))


def test_protection_that_was_taken_off_leaves_no_finding(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "before.xlsx", more=_protected())
    off = {"xl/worksheets/sheet1.xml": replacing('sheet="1"', 'sheet="0"')}
    assert _found(patched(path, tmp_path / "q3.xlsx", off)) == []


def test_a_protected_structure_is_told_of_the_workbook(tmp_path: Path) -> None:
    locked = '<workbookProtection lockStructure="1"/><bookViews>'
    patch = {"xl/workbook.xml": replacing("<bookViews>", locked)}
    path = patched(scorecard(tmp_path / "before.xlsx"), tmp_path / "q3.xlsx", patch)
    assert _found(path) == [("Scorecard", None)]
    assert refused(tmp_path / "out", path).kind == "protected"


@pytest.mark.parametrize("options", [{"format_cells": True}, {"sort": True}])
def test_what_protection_allows_beside_makes_no_difference(
    tmp_path: Path, options: dict[str, bool]
) -> None:
    assert _found(scorecard(tmp_path / "q3.xlsx", more=_protected(**options))) != []
