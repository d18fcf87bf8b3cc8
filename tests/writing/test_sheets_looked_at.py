"""Formulas of ours that look at another sheet, the register, are known again, whatever that is
called now."""

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
from tests.writing.officers import all_of

SHEET, TABS = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
HEADINGS = ("Ref", "Measure", "Good is", "Target")
AGAIN = "IFERROR(INDEX('{}'!$P:$P,MATCH(ROW(),'{}'!$AG:$AG,0)),"
"""How our formulas of a change begin, by the register's sheet."""


def _again(name: str) -> str:
    return AGAIN.replace("{}", name)


def _earlier(book: Any, _: Any) -> None:
    for name, quarter in (("Earlier", "Q2 2018/19"), ("First", "Q1 2018/19")):
        page = book.add_worksheet(name)
        page.write_row(2, 0, [*HEADINGS, quarter])
        for row, cells in enumerate(ROWS, 3):
            page.write_row(row, 0, cells[:5])


@pytest.fixture
def refreshed(tmp_path: Path) -> Path:
    """A scorecard with a register, Indicators, and a sheet First; our columns are F to I."""
    rows = [(*row[:4], row[5]) for row in ROWS]
    path = scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "Q3 2018/19"], more=_earlier)
    refreshed_into(tmp_path / "out", path)
    after = tmp_path / "out" / "q3.xlsx"
    assert opened(after, formulas=True)["Scorecard"]["H4"].value.startswith(
        f"={_again('Indicators')}"
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
    _edited(path, SHEET, "'Indicators'!", "'Autumn term'!")
    _edited(path, TABS, '"Indicators"', '"Autumn term"')


def _deleted(path: Path) -> None:
    _edited(path, SHEET, "'Indicators'!", "#REF!")
    _edited(path, TABS, '<sheet name="Indicators"[^>]*/>', "")
    # with a sheet Excel drops the names of its own, and other sheets move up
    _edited(path, TABS, '<definedName [^>]*localSheetId="4"[^>]*>[^<]*</definedName>', "")
    _edited(path, TABS, 'localSheetId="5"', 'localSheetId="4"')
    _edited(path, TABS, r"'?Indicators'?!\$A\$1<", "#REF!<")


def _as_it_is(path: Path) -> None:
    """Nothing happens to the sheet before."""


def test_a_name_without_quotes_is_the_same_name(refreshed: Path) -> None:
    _edited(refreshed, SHEET, "'Indicators'!", "Indicators!")
    assert _left(refreshed) == {}


def test_libreoffice_leaves_the_quotes_out(refreshed: Path, soffice: Office) -> None:
    saved = soffice.recalculated(refreshed)
    assert "INDEX(Indicators!$P:$P" in opened(saved, formulas=True)["Scorecard"]["H4"].value
    _refreshed_again(saved)
    assert _left(saved) == {}


@pytest.mark.parametrize("again", [False, True], ids=["at once", "after a refresh"])
@pytest.mark.parametrize("what", [_renamed, _deleted])
def test_ours_come_out_when_the_register_was_renamed_or_deleted(
    refreshed: Path, what: Any, again: bool
) -> None:
    what(refreshed)
    if again:
        _refreshed_again(refreshed)
    assert _left(refreshed) == {}


def test_a_refresh_looks_at_the_sheet_before_by_its_new_name(refreshed: Path) -> None:
    assert _looks_at(refreshed, "Earlier")
    for part, old, new in (
        ("xl/worksheets/sheet5.xml", "'Earlier'!", "'Autumn term'!"),
        (TABS, '"Earlier"', '"Autumn term"'),
    ):
        _edited(refreshed, part, old, new)
    _refreshed_again(refreshed)
    assert _looks_at(refreshed, "Autumn term")
    assert not _looks_at(refreshed, "Earlier")
    assert all_of(refreshed, "Checks", "Kept notes") == []


def _looks_at(path: Path, name: str) -> list[str]:
    """The cells of the register that look at a sheet."""
    rows = opened(path, formulas=True)["Indicators"].iter_rows()
    return [c.coordinate for row in rows for c in row if f"'{name}'!" in str(c.value)]


@pytest.mark.parametrize("then", [_as_it_is, _renamed, _deleted])
@pytest.mark.parametrize(
    "typed",
    [_again("First") + "0)", None],
    ids=["a formula of theirs", "one of ours in which only the sheet is another"],
)
def test_a_formula_that_officers_pointed_at_another_sheet_is_theirs(
    refreshed: Path, typed: str | None, then: Any
) -> None:
    ours = opened(refreshed, formulas=True)["Scorecard"]["F4"].value
    theirs = f"={typed}" if typed else ours.replace("Indicators", "First")
    _edited(refreshed, SHEET, r'(<c r="F4"[^>]*><f>)[^<]*', rf"\g<1>{theirs[1:]}")
    then(refreshed)
    _refreshed_again(refreshed)
    assert _left(refreshed) == {"F4": theirs}


def test_a_record_whose_ids_are_none_is_not_sound(refreshed: Path) -> None:
    contents = parts(refreshed)
    (part,) = (name for name, data in contents.items() if b'"looked_at": {"Indicators": 5' in data)
    contents[part] = contents[part].replace(b'{"Indicators": 5', b'{"Indicators": "5"')
    packed(contents, refreshed)
    assert _left(refreshed) == {}  # names and marks say what is ours
