"""Outputs that became somebody's work: nothing of theirs is written over unless they say so."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

import xl_scorecard
from tests.support.books import (
    RULES,
    SHEET,
    done,
    failure,
    refreshed_into,
    refused,
    rule_file,
    scorecard,
)
from tests.support.command import xl_scorecard as command
from tests.support.office import Office
from tests.support.packages import parts

Change = Callable[[Any], None]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A scorecard with formulas, texts in plenty and a sheet of figures beside it."""

    def more(made: Any, page: Any) -> None:
        page.write_formula("H5", '=SUM(E4:F6)*1.50+LEN("two  words")', None, 5.1)
        page.write_comment("B4", "As agreed in committee")
        figures = made.add_worksheet("Figures")
        figures.write_row("A1", [1, 0.1 + 0.2, "  spaced  out ", True, 12345678901234567])
        figures.write_formula("A2", "=A1+$B$1", None, 1.3)
        figures.write_formula("A3", "=IF(TRUE(),A1,Scorecard!F4)", None, 1)

    (tmp_path / "in").mkdir()
    return scorecard(tmp_path / "in" / "q3.xlsx", more=more)


@pytest.fixture
def out(book: Path) -> Path:
    """A first refresh of it."""
    folder = book.parent.parent / "out"
    refreshed_into(folder, book)
    return folder / book.name


def _saved(path: Path, change: Change) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says what it drops
        workbook = openpyxl.load_workbook(path)
        change(workbook)
        workbook.save(path)


def _set(sheet: str, cell: str, value: object) -> Change:
    def change(workbook: Any) -> None:
        workbook[sheet][cell] = value

    return change


def _note(workbook: Any) -> None:
    workbook[SHEET]["E4"].comment = Comment("ask Jo", "an officer")


def _note_changed(workbook: Any) -> None:
    workbook[SHEET]["B4"].comment = Comment("As agreed in cabinet", "an officer")


def _chart(workbook: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(workbook[SHEET], min_col=5, min_row=4, max_row=6))
    workbook[SHEET].add_chart(chart, "K30")


EDITS: dict[str, Change] = {
    "a figure": _set(SHEET, "F4", 0.83),
    "a figure taken out": _set(SHEET, "F4", None),
    "a text": _set(SHEET, "B4", "Children seen in time"),
    "a remark below": _set(SHEET, "B40", "ask Jo"),
    "a formula": _set(SHEET, "H5", "=SUM(E4:F5)*1.5"),
    "a figure for a formula": _set(SHEET, "H5", 5.1),
    "a word over a status of ours": _set(SHEET, "I4", "Excellent"),
    "a cell of another sheet": _set("Figures", "A9", 9),
    "a new sheet": lambda workbook: workbook.create_sheet("Mine"),
    "a sheet less": lambda workbook: workbook.remove(workbook["Figures"]),
    "a sheet renamed": lambda workbook: setattr(workbook["Figures"], "title", "Data"),
    "a note": _note,
    "a note changed": _note_changed,
    "a chart": _chart,
    "a row put in": lambda workbook: workbook[SHEET].insert_rows(5),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_output_with(edit: str, book: Path, out: Path) -> None:
    _saved(out, EDITS[edit])
    theirs = out.read_bytes()
    error = refused(out.parent, book)
    assert error.kind == "edited"
    assert str(out) in error.message
    assert "--overwrite" in error.message
    assert out.read_bytes() == theirs
    assert [file.name for file in out.parent.iterdir()] == [out.name]


def test_overwrite_says_so_explicitly(book: Path, out: Path) -> None:
    written = out.read_bytes()
    _saved(out, EDITS["a figure"])
    rules = rule_file(book.parent, RULES)
    done(xl_scorecard.refresh(book, rules=rules, out=out.parent, overwrite=True))
    assert out.read_bytes() == written


def test_an_output_that_nobody_touched_is_replaced_by_new_figures(book: Path, out: Path) -> None:
    _saved(book, EDITS["a figure"])
    refreshed_into(out.parent, book)
    assert openpyxl.load_workbook(out)[SHEET]["F4"].value == 0.83


def test_a_mere_save_by_openpyxl_is_no_edit(book: Path, out: Path) -> None:
    _saved(out, lambda workbook: None)
    assert "customXml/item1.xml" not in parts(out)  # the record is gone
    _saved(book, EDITS["a figure"])
    refreshed_into(out.parent, book)


def test_a_mere_save_by_libreoffice_is_no_edit(book: Path, out: Path, soffice: Office) -> None:
    saved = soffice.recalculated(out)
    shutil.copyfile(saved, out)
    _saved(book, EDITS["a figure"])
    refreshed_into(out.parent, book)


def test_an_edit_in_libreoffice_is_one(book: Path, out: Path, soffice: Office) -> None:
    _saved(out, EDITS["a formula"])
    shutil.copyfile(soffice.recalculated(out), out)
    assert refused(out.parent, book).kind == "edited"


@pytest.mark.parametrize("sheet", ["Summary", "Indicators", "Checks"])
def test_what_changed_on_our_sheets_alone_is_no_edit(sheet: str, book: Path, out: Path) -> None:
    _saved(out, _set(sheet, "M30", "a remark"))
    refreshed_into(out.parent, book)


def test_a_file_that_is_not_ours_is_not_replaced(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    shutil.copyfile(book, out / book.name)
    error = refused(out, book)
    assert (error.kind, "not written by xl-scorecard" in error.message) == ("edited", True)
    (out / book.name).write_text("minutes of the meeting")
    assert refused(out, book).kind == "edited"
    assert (out / book.name).read_text() == "minutes of the meeting"
    (out / book.name).unlink()
    (out / book.name).mkdir()
    assert refused(out, book).kind == "edited"


@pytest.mark.parametrize(
    ("beside", "holds", "who"),
    [
        ("~$q3.xlsx", b"\x09Jo Marlow" + b" " * 45, "Excel by Jo Marlow"),
        (".~lock.q3.xlsx#", b",Jo Marlow,pc7,25.11.2026 10:00,file:///x;", "LibreOffice by Jo"),
    ],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_an_output_that_is_open_is_left_alone(
    beside: str, holds: bytes, who: str, overwrite: bool, book: Path, out: Path
) -> None:
    (out.parent / beside).write_bytes(holds)
    before = out.read_bytes()
    rules = rule_file(book.parent, RULES)
    error = failure(xl_scorecard.refresh(book, rules=rules, out=out.parent, overwrite=overwrite))
    assert error.kind == "locked"
    assert str(out) in error.message
    assert who in error.message
    assert out.read_bytes() == before


def test_a_workbook_open_in_libreoffice_is_not_written_in_place(book: Path) -> None:
    (book.parent / f".~lock.{book.name}#").write_text(",Jo Marlow,pc7,25.11.2026 10:00;")
    run = xl_scorecard.refresh(book, rules=rule_file(book.parent), in_place=True)
    assert failure(run).kind == "locked"


def test_the_others_are_done(book: Path, out: Path) -> None:
    shutil.copyfile(book, book.with_name("q4.xlsx"))
    _saved(out, EDITS["a figure"])
    rules = rule_file(book.parent.parent, RULES)
    finished = command(
        "refresh", book.parent, "--rules", rules, "--out", out.parent, "--json", "-", status=3
    )
    outcomes = {Path(w["path"]).name: w["outcome"] for w in finished.report["workbooks"]}
    assert outcomes == {"q3.xlsx": "failed", "q4.xlsx": "refreshed"}
    assert len(finished.err.splitlines()) == 1
    assert finished.err.startswith(f"xl-scorecard: {book}: {out} stands there already and was ")


def test_clearing_into_a_folder_twice_is_no_edit(book: Path, out: Path, tmp_path: Path) -> None:
    for _ in range(2):
        run = xl_scorecard.clear(out, out=tmp_path / "cleared")
        assert done(run).outcome == "cleared"
    _saved(tmp_path / "cleared" / out.name, EDITS["a figure"])
    assert failure(xl_scorecard.clear(out, out=tmp_path / "cleared")).kind == "edited"


def test_clear_takes_the_fingerprint_out(book: Path, out: Path) -> None:
    assert b"xl_scorecard.content" in parts(out)["xl/workbook.xml"]
    done(xl_scorecard.clear(out, in_place=True))
    assert parts(out)["xl/workbook.xml"] == parts(book)["xl/workbook.xml"]


def test_the_fingerprint_tells_no_path_and_no_name(book: Path, out: Path) -> None:
    (kept,) = [
        name.attr_text
        for key, name in openpyxl.load_workbook(out).defined_names.items()
        if key == "xl_scorecard.content"
    ]
    assert "q3" not in kept
    assert "/in" not in kept
    assert len(kept) <= 255


def test_a_long_sheet_that_was_saved_anew_counts_as_it_stands_in_the_source(
    tmp_path: Path,
) -> None:
    """Too long to be read at each refresh: 30,000 rows are over half a megabyte."""

    def more(made: Any, page: Any) -> None:
        figures = made.add_worksheet("Figures")
        for row in range(30_000):
            figures.write_number(row, 0, row / 7)

    book = scorecard(tmp_path / "q3.xlsx", more=more)
    out = tmp_path / "out"
    refreshed_into(out, book)
    _saved(out / book.name, lambda workbook: None)
    refreshed_into(out, book)
    _saved(out / book.name, _set("Figures", "A29999", 1))
    assert refused(out, book).kind == "edited"


# -- copies of ours among the workbooks ------------------------------------------------------------


def _checked(folder: Path, *words: str | Path) -> tuple[list[str], str]:
    finished = command(
        "check", *words, "--rules", folder / "rules.yaml", "--json", "-", folder=folder
    )
    return sorted(w["path"] for w in finished.report["workbooks"]), finished.err


@pytest.fixture
def beside(book: Path) -> Path:
    """A folder with a workbook and, below it, the copy that a refresh made."""
    folder = book.parent.parent
    rule_file(folder)
    refreshed_into(book.parent / "refreshed", book)
    (book.parent / "rules.yaml").unlink()
    return folder


def test_a_copy_of_ours_beside_its_source_is_passed_over_in_a_line(beside: Path) -> None:
    done_ones, said = _checked(beside, "in")
    assert done_ones == ["in/q3.xlsx"]
    (line,) = said.splitlines()
    assert line.startswith(
        "xl-scorecard: in/refreshed/q3.xlsx: passed over: it was refreshed from in/q3.xlsx"
    )
    command("refresh", "in", "--rules", "rules.yaml", "--out", "out", folder=beside)
    assert [p.name for p in (beside / "out").rglob("*.xlsx")] == ["q3.xlsx"]


def test_a_copy_without_its_source_is_done(beside: Path) -> None:
    assert _checked(beside, "in/refreshed") == (["in/refreshed/q3.xlsx"], "")
    shutil.copyfile(beside / "in" / "q3.xlsx", beside / "in" / "other.xlsx")
    (beside / "in" / "q3.xlsx").unlink()
    assert len(_checked(beside, "in")[0]) == 2


def test_another_workbook_of_the_same_name_is_no_source(beside: Path) -> None:
    _saved(beside / "in" / "q3.xlsx", EDITS["a text"])
    assert len(_checked(beside, "in")[0]) == 2


def test_a_copy_that_is_named_itself_is_done(beside: Path) -> None:
    assert len(_checked(beside, "in", "in/refreshed/q3.xlsx")[0]) == 2
    assert len(_checked(beside, "in/refreshed/q3.xlsx", "in")[0]) == 2


def test_clear_passes_over_nothing(beside: Path) -> None:
    finished = command("clear", "in", "--in-place", "--json", "-", folder=beside)
    outcomes = {w["path"]: w["outcome"] for w in finished.report["workbooks"]}
    assert outcomes == {"in/q3.xlsx": "unchanged", "in/refreshed/q3.xlsx": "cleared"}


def test_workbooks_refreshed_in_place_are_not_taken_for_copies(beside: Path) -> None:
    command("refresh", "in/q3.xlsx", "--rules", "rules.yaml", "--in-place", folder=beside)
    assert len(_checked(beside, "in")[0]) == 2
