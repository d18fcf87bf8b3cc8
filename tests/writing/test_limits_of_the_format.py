"""What a workbook can hold at most is known before it is passed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import RULES, SHEET, refreshed_into, refused, rule_file, scorecard
from tests.support.packages import parts, patched, replacing
from tests.support.readers import opened
from tests.support.work import calls_of

BOOK, PAGE, STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"


def _written(workbook: Path, folder: Path) -> dict[str, bytes]:
    outcome = refreshed_into(folder, workbook)
    assert outcome.error is None
    return parts(folder / workbook.name)


def test_beside_the_last_sheet_id_the_lowest_free_ones_are_taken(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "plain.xlsx", more=lambda book, _: book.add_worksheet("Notes"))
    last = patched(plain, tmp_path / "q3.xlsx", {BOOK: replacing('sheetId="2"', 'sheetId="65534"')})
    ids = re.findall(rb'sheetId="(\d+)"', _written(last, tmp_path / "out")[BOOK])
    assert ids == [b"1", b"65534", b"2", b"3", b"4"]


@pytest.mark.parametrize("theirs", [2147483647, 9999999999])
def test_priorities_stay_within_what_a_reader_can_count(tmp_path: Path, theirs: int) -> None:
    def shaded(_: Any, page: Any) -> None:
        page.conditional_format("A1:A9", {"type": "blanks", "format": None})

    plain = scorecard(tmp_path / "plain.xlsx", more=shaded)
    high = replacing('priority="1"', f'priority="{theirs}"')
    workbook = patched(plain, tmp_path / "q3.xlsx", {PAGE: high})
    found = re.findall(rb'priority="(\d+)"', _written(workbook, tmp_path / "out")[PAGE])
    ours = [int(text) for text in found if int(text) != theirs]
    assert len(ours) == len(set(ours)) > 1
    assert all(0 < number < 2**31 for number in ours)


def _with_formats(path: Path, formats: int) -> Path:
    """A scorecard in a workbook of so many cell formats, most of them used nowhere."""

    def more(data: bytes) -> bytes:
        table = re.search(rb'<cellXfs count="(\d+)">', data)
        assert table is not None
        xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><protection/></xf>'
        added = xf * (formats - int(table[1]))
        data = data.replace(table[0], b'<cellXfs count="%d">' % formats)
        return data.replace(b"</cellXfs>", added.encode() + b"</cellXfs>")

    return patched(scorecard(path.with_name("plain.xlsx")), path, {STYLES: more})


def test_a_workbook_full_of_cell_formats_is_refused_in_a_line(tmp_path: Path) -> None:
    error = refused(tmp_path / "out", _with_formats(tmp_path / "q3.xlsx", 64_000))
    assert error.kind == "too_large"
    assert "64,000 cell formats" in error.message
    assert not (tmp_path / "out" / "q3.xlsx").exists()


def test_many_cell_formats_are_read_once(tmp_path: Path) -> None:
    # read anew for each new one, 60,000 took minutes: twice as many take twice as much
    def calls(formats: int) -> int:
        workbook = _with_formats(tmp_path / f"{formats}.xlsx", formats)
        return calls_of(lambda: _written(workbook, tmp_path / f"{formats}"))

    assert calls(30_000) < 2.5 * calls(15_000)


def test_beside_the_last_number_format_id_the_lowest_free_one_is_taken(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "plain.xlsx", number_format="0.000%")
    last = patched(
        plain, tmp_path / "q3.xlsx", {STYLES: lambda data: data.replace(b'"164"', b'"65535"')}
    )
    after = _written(last, tmp_path / "out")[STYLES]
    codes = [int(code) for code in re.findall(rb'<numFmt [^>]*numFmtId="(\d+)"', after)]
    assert len(codes) == len(set(codes)) > 1
    assert max(codes) == 65535


@pytest.mark.parametrize("tab", ["99", "4294967295", "9" * 5000, "²", "-1"])
def test_tabs_that_are_not_there_stay_as_they_are(tmp_path: Path, tab: str) -> None:
    view = f'activeTab="{tab}" firstSheet="{tab}"/></bookViews>'
    workbook = patched(
        scorecard(tmp_path / "plain.xlsx"),
        tmp_path / "q3.xlsx",
        {BOOK: replacing("/></bookViews>", f" {view}")},
    )
    assert view.encode() in _written(workbook, tmp_path / "out")[BOOK]
    xl_scorecard.clear(tmp_path / "out" / "q3.xlsx", out=tmp_path / "clear")
    assert view.encode() in parts(tmp_path / "clear" / "q3.xlsx")[BOOK]


def test_a_workbook_whose_name_leaves_no_room_for_another_letter_is_refreshed(
    tmp_path: Path,
) -> None:
    workbook = scorecard(tmp_path / f"{'q' * 250}.xlsx")
    rules = rule_file(tmp_path, RULES)
    run = xl_scorecard.refresh(workbook, rules=rules, in_place=True)
    assert run.failed == []
    assert opened(workbook).sheetnames == [SHEET, "Summary", "Indicators", "Checks"]


def test_a_name_over_a_whole_sheet_is_cleared_in_the_time_its_cells_take(tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx"))
    over = replacing("$G$3:$J$9", "$A$1:$XFD$1048576")
    wide = patched(tmp_path / "out" / "q3.xlsx", tmp_path / "wide.xlsx", {BOOK: over})
    runs: list[xl_scorecard.Run] = []
    calls = calls_of(lambda: runs.append(xl_scorecard.clear(wide, out=tmp_path / "clear")))
    assert runs[0].failed == []
    assert calls < 2_000_000  # a sheet has seventeen thousand million cells
    before, after = (opened(p)[SHEET] for p in (tmp_path / "q3.xlsx", tmp_path / "clear/wide.xlsx"))
    assert [[c.value for c in row] for row in before["A1:F6"]] == [
        [c.value for c in row] for row in after["A1:F6"]
    ]
