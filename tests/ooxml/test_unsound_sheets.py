"""What no sheet should hold is said with its place, or read soundly, and soon."""

from __future__ import annotations

import lzma
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import (
    failure,
    refreshed_into,
    refused,
    rule_file,
    scorecard,
    statuses,
)
from tests.support.packages import Patch, packed, parts, patched, replacing
from tests.support.work import calls_of
from xl_scorecard.domain.outcome import Outcome

PAGE, BOOK, TEXTS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
RIGHT = {"A1": "good", "B1": "acceptable", "C1": "amber"}


def _outcome(folder: Path, part: str, patch: Patch) -> Outcome:
    workbook = patched(scorecard(folder / "plain.xlsx"), folder / "q3.xlsx", {part: patch})
    return refreshed_into(folder / "out", workbook)


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (PAGE, '<row r="6"', '<row r="2147483648"', "Scorecard: a row is numbered 2147483648"),
        (PAGE, '<row r="6"', '<row r="1048577"', "sheet Scorecard: a row is numbered 1048577"),
        (PAGE, '<row r="6"', '<row r="-6"', "sheet Scorecard: a row is numbered -6"),
        (PAGE, 'r="F6"', 'r="A-1"', "sheet Scorecard: a cell of row 6 is said to be at 'A-1'"),
        (PAGE, 'r="F6"', 'r="XFE6"', "sheet Scorecard: a cell of row 6 is said to be at 'XFE6'"),
        (PAGE, 'r="F6"', 'r="F٦"', "sheet Scorecard: a cell of row 6 is said to be at"),
        (PAGE, '<c r="A6" t="s"><v>', '<c r="A6" t="s"><v>99', "row 6, cell A6: points to shared"),
        (PAGE, '<c r="A6" t="s"><v>', '<c r="A6" t="s"><v>-', "row 6, cell A6: points to shared"),
        (BOOK, 'name="Scorecard" ', "", "its sheet 1 has no name"),
        (BOOK, 'name="Scorecard" ', 'name="" ', "its sheet 1 has no name"),
    ],
)  # fmt: skip
def test_what_is_nowhere_is_said_with_its_place(
    tmp_path: Path, part: str, old: str, new: str, said: str
) -> None:
    workbook = patched(
        scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx", {part: replacing(old, new)}
    )
    error = refused(tmp_path / "out", workbook)
    assert error.kind == "unreadable"
    assert said in error.message


@pytest.mark.parametrize(
    ("part", "name"), [(BOOK, "sheets"), (BOOK, "definedNames"), (PAGE, "sheetData")]
)
def test_a_workbook_whose_tabs_names_or_cells_are_listed_twice_is_refused(
    tmp_path: Path, part: str, name: str
) -> None:
    def twice(data: bytes) -> bytes:
        start, end = data.index(f"<{name}>".encode()), data.index(f"</{name}>".encode())
        return data[:start] + data[start : end + len(name) + 3] + data[start:]

    refreshed = refreshed_into(tmp_path / "once", scorecard(tmp_path / "plain.xlsx"))
    assert refreshed.output is not None
    workbook = patched(Path(refreshed.output), tmp_path / "q3.xlsx", {part: twice})
    runs = [
        xl_scorecard.check(workbook, rules=rule_file(tmp_path)),
        xl_scorecard.refresh(workbook, rules=rule_file(tmp_path), out=tmp_path / "out"),
        xl_scorecard.clear(workbook, out=tmp_path / "out"),
    ]
    for error in map(failure, runs):
        assert error.kind == "unreadable"
        assert f"q3.xlsx: part {part} has {name} twice" in error.message


def test_what_is_no_xml_is_said_without_the_parsers_words(
    tmp_path: Path,
) -> None:
    broken = {
        PAGE: replacing("</sheetData>", "</sheet>"), BOOK: replacing("</sheets>", "</tabs>"),
        TEXTS: replacing("</si>", "</item>"),
    }  # fmt: skip
    for part, patch in broken.items():
        workbook = patched(scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx", {part: patch})
        said = f"q3.xlsx: part {part} is not well-formed XML; open and save it in Excel"
        assert refused(tmp_path / "out", workbook).message == said


@pytest.mark.parametrize("figure", ["1e400", "-1e400", "NaN", "inf", "Infinity"])
def test_a_figure_that_is_none_is_read_as_text(tmp_path: Path, figure: str) -> None:
    outcome = _outcome(tmp_path, PAGE, replacing("<v>0.66</v>", f"<v>{figure}</v>"))
    assert outcome.error is None
    assert statuses(outcome) == {**RIGHT, "C1": "no_data"}


@pytest.mark.parametrize(
    ("stored", "read"),
    [("Plans_xD83D__xDE00_", "Plans\U0001f600"), ("Plans_xD800_", "Plans\ufffd"),
     ("_xDC00_Plans", "\ufffdPlans"), ("Plans _x0041_", "Plans A")],
)  # fmt: skip
def test_halves_of_characters_make_one_or_none(tmp_path: Path, stored: str, read: str) -> None:
    outcome = _outcome(tmp_path, TEXTS, replacing("Plans reviewed", stored))
    assert outcome.error is None
    assert [item.name for item in outcome.indicators][-1] in ("Plans reviewed", read)
    assert outcome.model_dump_json().encode()


@pytest.mark.parametrize("style", ["99999", "-1", "9" * 5000, "x"])
def test_a_look_that_is_not_there_is_plain(tmp_path: Path, style: str) -> None:
    outcome = _outcome(tmp_path, PAGE, replacing('r="F6" s="1"', f'r="F6" s="{style}"'))
    assert outcome.error is None
    assert statuses(outcome) == RIGHT


def test_texts_that_are_wrapped_are_found_in_their_order(tmp_path: Path) -> None:
    def wrapped(data: bytes) -> bytes:
        return data.replace(b"<si>", b"<w><si>", 2).replace(b"</si>", b"</si></w>", 2)

    outcome = _outcome(tmp_path, TEXTS, wrapped)
    assert outcome.error is None
    assert statuses(outcome) == RIGHT


@pytest.mark.parametrize("block", ["A1:XFD1048576", "A8:XFD1048576", "H1:H1048576"])
def test_merged_blocks_as_large_as_a_sheet_keep_nobody_waiting(tmp_path: Path, block: str) -> None:
    merge = f'</sheetData><mergeCells count="1"><mergeCell ref="{block}"/></mergeCells>'
    workbook = patched(
        scorecard(tmp_path / "plain.xlsx"),
        tmp_path / "q3.xlsx",
        {PAGE: replacing("</sheetData>", merge)},
    )
    (outcome,) = xl_scorecard.check(workbook, rules=rule_file(tmp_path)).workbooks
    assert outcome.error is None or outcome.error.kind in ("no_scorecard", "too_large")


def test_a_part_that_hundreds_of_tabs_show_is_looked_through_once(tmp_path: Path) -> None:
    def data(book: Any, _: Any) -> None:
        page = book.add_worksheet("Data")
        for row in range(1000):
            page.write_formula(row, 0, f"=Scorecard!F{row + 4}*2", None, 1)

    def shown_often(data: bytes) -> bytes:
        start = data.index(b'<sheet name="Data"')
        tab = data[start : data.index(b"/>", start) + 2]
        tabs = [
            tab.replace(b'"Data"', b'"Data %d"' % n).replace(b'sheetId="2"', b'sheetId="%d"' % n)
            for n in range(3, 203)
        ]
        return data.replace(tab, tab + b"".join(tabs))

    plain = scorecard(tmp_path / "plain.xlsx", more=data)
    workbook = patched(plain, tmp_path / "q3.xlsx", {BOOK: shown_often})
    once = calls_of(lambda: refreshed_into(tmp_path / "once", plain))
    outcomes = []
    often = calls_of(lambda: outcomes.append(refreshed_into(tmp_path / "out", workbook)))
    assert often < 1.5 * once
    assert statuses(outcomes[0]) == RIGHT


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_damaged_part_is_named_however_it_is_packed(tmp_path: Path, method: int) -> None:
    workbook = tmp_path / "q3.xlsx"
    with zipfile.ZipFile(workbook, "w") as archive:
        for name, data in parts(scorecard(tmp_path / "plain.xlsx")).items():
            kind = method if name == PAGE else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, compress_type=kind)
        start = archive.getinfo(PAGE).header_offset
    data = bytearray(workbook.read_bytes())
    length, extra = struct.unpack("<HH", data[start + 26 : start + 30])
    first = start + 30 + length + extra
    data[first + 12 : first + 60] = bytes(48)
    workbook.write_bytes(data)
    error = failure(xl_scorecard.check(workbook, rules=rule_file(tmp_path)))
    assert error.kind == "unreadable"
    assert PAGE in error.message
    assert lzma.LZMAError.__name__ not in error.message


@pytest.mark.parametrize("name", [" ", "/", "\\"])
def test_an_entry_without_a_name_is_refused_in_a_line(tmp_path: Path, name: str) -> None:
    contents = {**parts(scorecard(tmp_path / "plain.xlsx")), "@": b"x"}
    workbook = packed(contents, tmp_path / "q3.xlsx")
    workbook.write_bytes(workbook.read_bytes().replace(b"@", name.encode().replace(b" ", b"\0")))
    run = xl_scorecard.refresh(workbook, rules=rule_file(tmp_path), out=tmp_path / "out")
    (outcome,) = run.workbooks
    assert outcome.error is None or outcome.error.message.count("\n") == 0
    assert outcome.error is None or "fault" not in outcome.error.message
