"""Formulas of ours that look at an earlier sheet are known again, whatever it is called now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import (
    ROWS,
    cleared,
    done,
    refreshed_into,
    rule_file,
    scorecard,
)
from tests.support.office import Office
from tests.support.packages import packed, parts
from tests.support.readers import opened

SHEET, TABS = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
HEADINGS = ("Ref", "Measure", "Good is", "Target")
AGAIN = "IF(AND(ISNUMBER(E4),ISNUMBER('{}'!E4)),"
"""How our formulas of a change begin, by the sheet before."""


def _earlier(book: Any, _: Any) -> None:
    for name, quarter in (("Earlier", "Q2 2018/19"), ("First", "Q1 2018/19")):
        page = book.add_worksheet(name)
        page.write_row(2, 0, [*HEADINGS, quarter])
        for row, cells in enumerate(ROWS, 3):
            page.write_row(row, 0, cells[:5])


@pytest.fixture
def refreshed(tmp_path: Path) -> Path:
    """A scorecard whose sheet before is called Earlier; our columns are F to I."""
    rows = [(*row[:4], row[5]) for row in ROWS]
    path = scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "Q3 2018/19"], more=_earlier)
    refreshed_into(tmp_path / "out", path)
    after = tmp_path / "out" / "q3.xlsx"
    assert opened(after, formulas=True)["Scorecard"]["H4"].value.startswith(
        f"={AGAIN.format('Earlier')}"
    )
    return after


def _edited(path: Path, part: str, old: str, new: str) -> None:
    """Change what a pattern finds in a part of the workbook."""
    contents = parts(path)
    text, times = re.subn(old, new, contents[part].decode())
    assert times
    packed({**contents, part: text.encode()}, path)


def _left(path: Path) -> dict[str, object]:
    """What is left right of the table once the workbook was cleared."""
    cleared(path)
    page = opened(path, formulas=True)["Scorecard"]
    cells = (cell for row in page.iter_rows(min_col=6) for cell in row)
    return {cell.coordinate: cell.value for cell in cells if cell.value is not None}


def _refreshed_again(path: Path) -> None:
    """Refresh twice; the second time must change nothing."""
    rules = rule_file(path.parent)
    done(xl_scorecard.refresh(path, rules=rules, in_place=True))
    assert done(xl_scorecard.refresh(path, rules=rules, in_place=True)).outcome == "unchanged"


def _renamed(path: Path) -> None:
    _edited(path, SHEET, "'Earlier'!", "'Autumn term'!")
    _edited(path, TABS, '"Earlier"', '"Autumn term"')


def _deleted(path: Path) -> None:
    _edited(path, SHEET, "'Earlier'!", "#REF!")
    _edited(path, TABS, '<sheet name="Earlier"[^>]*/>', "")


def _as_it_is(path: Path) -> None:
    """Nothing happens to the sheet before."""


def test_a_name_without_quotes_is_the_same_name(refreshed: Path) -> None:
    _edited(refreshed, SHEET, "'Earlier'!", "Earlier!")
    assert _left(refreshed) == {}


def test_libreoffice_leaves_the_quotes_out(refreshed: Path, soffice: Office) -> None:
    saved = soffice.recalculated(refreshed)
    assert "ISNUMBER(Earlier!E4)" in opened(saved, formulas=True)["Scorecard"]["H4"].value
    _refreshed_again(saved)
    assert _left(saved) == {}


@pytest.mark.parametrize("again", [False, True], ids=["at once", "after a refresh"])
@pytest.mark.parametrize("what", [_renamed, _deleted])
def test_ours_come_out_when_the_sheet_before_was_renamed_or_deleted(
    refreshed: Path, what: Any, again: bool
) -> None:
    what(refreshed)
    if again:
        _refreshed_again(refreshed)
    assert _left(refreshed) == {}


def test_a_refresh_looks_at_the_sheet_by_its_new_name(refreshed: Path) -> None:
    _renamed(refreshed)
    _refreshed_again(refreshed)
    formula = opened(refreshed, formulas=True)["Scorecard"]["H4"].value
    assert formula.startswith(f"={AGAIN.format('Autumn term')}")


@pytest.mark.parametrize("then", [_as_it_is, _renamed, _deleted])
@pytest.mark.parametrize(
    "typed",
    [AGAIN.format("First") + "E4-'First'!E4,0)", None],
    ids=["a formula of theirs", "one of ours in which only the sheet is another"],
)
def test_a_formula_that_officers_pointed_at_another_sheet_is_theirs(
    refreshed: Path, typed: str | None, then: Any
) -> None:
    ours = opened(refreshed, formulas=True)["Scorecard"]["H4"].value
    theirs = f"={typed}" if typed else ours.replace("Earlier", "First")
    _edited(refreshed, SHEET, r'(<c r="H4"[^>]*><f>)[^<]*', rf"\g<1>{theirs[1:]}")
    then(refreshed)
    _refreshed_again(refreshed)
    assert _left(refreshed) == {"H4": theirs}


def test_a_record_whose_ids_are_none_is_not_sound(refreshed: Path) -> None:
    contents = parts(refreshed)
    (part,) = (name for name, data in contents.items() if b'"looked_at": {"Earlier": 2' in data)
    contents[part] = contents[part].replace(b'{"Earlier": 2', b'{"Earlier": "2"')
    packed(contents, refreshed)
    assert _left(refreshed) == {}  # names and marks say what is ours
