"""Workbooks that cannot be processed: the contract's kind, one line, status 3, no output."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.support.books import rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.packages import packed, parts, patched, replacing
from tests.support.paths import OLD_FORMAT

Failing = Callable[[Path], dict[str, Any]]


@pytest.fixture
def failing(tmp_path: Path) -> Failing:
    """Refreshes a workbook that must fail; returns its error."""

    def run(workbook: Path) -> dict[str, Any]:
        rules = rule_file(tmp_path)
        out = tmp_path / "out"
        before = workbook.read_bytes()
        words = ("refresh", workbook, "--rules", rules, "--out", out, "--json", "-")
        done = xl_scorecard(*words, status=3)
        entry = done.only
        assert (entry["outcome"], entry["output"]) == ("failed", None)
        assert len(done.err.splitlines()) == 1
        assert workbook.name in done.err
        assert "fault of xl-scorecard" not in done.err
        assert workbook.read_bytes() == before
        assert not list(out.rglob("*.xls*"))
        error: dict[str, Any] = entry["error"]
        return error

    return run


def test_the_old_binary_format_is_unsupported(tmp_path: Path, failing: Failing) -> None:
    workbook = tmp_path / "q3.xls"
    shutil.copyfile(OLD_FORMAT, workbook)
    assert failing(workbook)["kind"] == "unsupported_format"


def test_the_old_binary_format_is_known_by_its_content_whatever_it_is_called(
    tmp_path: Path, failing: Failing
) -> None:
    workbook = tmp_path / "q3.xlsx"
    shutil.copyfile(OLD_FORMAT, workbook)
    assert failing(workbook)["kind"] == "unsupported_format"


def test_an_open_document_is_unsupported(tmp_path: Path, failing: Failing) -> None:
    contents = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
    contents["[Content_Types].xml"] = "<Types/>"
    assert failing(packed(contents, tmp_path / "q3.xlsx"))["kind"] == "unsupported_format"


def test_a_web_page_saved_as_a_workbook_is_unsupported(tmp_path: Path, failing: Failing) -> None:
    workbook = tmp_path / "q3.xlsx"
    workbook.write_text("<html><table><tr><td>Ref</td></tr></table></html>")
    assert failing(workbook)["kind"] == "unsupported_format"


def test_a_text_file_called_a_workbook_is_unreadable(tmp_path: Path, failing: Failing) -> None:
    workbook = tmp_path / "q3.xlsx"
    workbook.write_text("Ref,Measure,Q3 2018/19\nA1,Children seen,84%\n")
    assert failing(workbook)["kind"] == "unreadable"


def test_an_empty_file_is_unreadable(tmp_path: Path, failing: Failing) -> None:
    workbook = tmp_path / "q3.xlsx"
    workbook.touch()
    error = failing(workbook)
    assert error["kind"] == "unreadable"
    assert "empty" in error["message"]


@pytest.mark.parametrize("share", [0.02, 0.5, 0.99])
def test_a_truncated_file_is_unreadable(tmp_path: Path, failing: Failing, share: float) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    data = workbook.read_bytes()
    workbook.write_bytes(data[: int(len(data) * share)])
    assert failing(workbook)["kind"] == "unreadable"


def test_a_zip_file_that_is_no_workbook_is_unreadable(tmp_path: Path, failing: Failing) -> None:
    assert failing(packed({"a.txt": "a"}, tmp_path / "q3.xlsx"))["kind"] == "unreadable"


def test_broken_xml_is_unreadable_and_names_the_part(tmp_path: Path, failing: Failing) -> None:
    part = "xl/worksheets/sheet1.xml"
    workbook = patched(
        scorecard(tmp_path / "whole.xlsx"),
        tmp_path / "q3.xlsx",
        {part: replacing("</sheetData>", "")},
    )
    error = failing(workbook)
    assert error["kind"] == "unreadable"
    assert part in error["message"]


def test_a_document_type_is_refused(tmp_path: Path, failing: Failing) -> None:
    workbook = patched(
        scorecard(tmp_path / "whole.xlsx"),
        tmp_path / "q3.xlsx",
        {"xl/workbook.xml": replacing("<workbook ", '<!DOCTYPE w [<!ENTITY a "b">]><workbook ')},
    )
    assert failing(workbook)["kind"] == "unreadable"


def test_a_workbook_that_lacks_a_sheet_part_has_no_scorecard(
    tmp_path: Path, failing: Failing
) -> None:
    contents = parts(scorecard(tmp_path / "whole.xlsx"))
    del contents["xl/worksheets/sheet1.xml"]
    assert failing(packed(contents, tmp_path / "q3.xlsx"))["kind"] in ("no_scorecard", "unreadable")


def test_a_workbook_that_somebody_has_open_is_locked_and_names_them(
    tmp_path: Path, failing: Failing
) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    holder = "Jo Marlow"
    owner = bytes([len(holder)]) + holder.encode() + b" " * (54 - len(holder))
    owner += bytes([len(holder), 0]) + holder.encode("utf-16-le").ljust(108, b" ")
    (tmp_path / "~$q3.xlsx").write_bytes(owner)
    error = failing(workbook)
    assert error["kind"] == "locked"
    assert holder in error["message"]


def test_a_protected_scorecard_is_refused_and_named(tmp_path: Path, failing: Failing) -> None:
    workbook = scorecard(
        tmp_path / "q3.xlsx", sheet="Children", more=lambda book, page: page.protect()
    )
    error = failing(workbook)
    assert error["kind"] == "protected"
    assert "Children" in error["message"]


def test_a_workbook_without_a_scorecard_says_what_it_looked_for(
    tmp_path: Path, failing: Failing
) -> None:
    workbook = tmp_path / "q3.xlsx"
    with xlsxwriter.Workbook(workbook) as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Telephone"])
    error = failing(workbook)
    assert error["kind"] == "no_scorecard"
    assert "Q3 2018/19" in error["message"]


def test_where_no_scorecard_is_found_the_line_ends_with_where_to_look(tmp_path: Path) -> None:
    workbook = tmp_path / "q3.xlsx"
    with xlsxwriter.Workbook(workbook) as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Telephone"])
    checked = xl_scorecard("check", workbook, "--rules", rule_file(tmp_path), status=3)
    drafted = xl_scorecard("rules", "draft", workbook, status=3)
    for finished in (checked, drafted):
        assert finished.err.endswith("xl-scorecard check --explain shows how each sheet was read\n")
        assert len(finished.err.splitlines()) == 1


def test_a_period_that_is_not_in_the_workbook_is_no_scorecard(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    rules = rule_file(tmp_path)
    words = ("check", workbook, "--rules", rules, "--period", "Q1 2020/21", "--json", "-")
    done = xl_scorecard(*words, status=3)
    assert done.only["error"]["kind"] == "no_scorecard"
    assert "2018/19 Q3" in done.only["error"]["message"]


def test_a_signed_workbook_is_refused(corpus: Path, failing: Failing) -> None:
    error = failing(corpus / "excel-made" / "poi" / "hello-world-signed.xlsx")
    assert error["kind"] == "signed"
