"""The copy for the web holds Summary, register and figures as values, and nothing else."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import all_done, failure, rule_file, scorecard
from tests.support.packages import parts
from tests.support.readers import opened
from xl_scorecard.errors import UsageError

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Owner", "Q2 2018/19", "Q3 2018/19", "Comment")
ROWS = (
    ("A1", "Children seen", "High", 0.8, "A. Smith", 0.7, 0.5, "Ask A. Smith about Child 17"),
    ("B1", "Children waiting", "Low", 0.2, "B. Jones", 0.25, "c", None),
)
RULES = """\
name: small
title: Small scorecard
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high}
  - {id: B1, name: Children waiting, good_is: low}
"""


def test_nothing_of_the_workbook_is_in_it_but_what_is_named(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS)
    rules, web = rule_file(tmp_path, RULES), tmp_path / "web"
    all_done(xl_scorecard.refresh(book, rules=rules, out=tmp_path / "out", published=web))
    first = (web / "q3.xlsx").read_bytes()
    found = parts(web / "q3.xlsx")
    everything = b"".join(found.values()).decode("utf-8", "replace")

    assert opened(web / "q3.xlsx").sheetnames == ["Summary", "Indicators", "Figures"]
    assert not re.search(r"<f[ >]", everything)  # no formula
    for kept_back in ("Smith", "Jones", "Child 17", "xl-scorecard, made anew", "HYPERLINK"):
        assert kept_back not in everything
    kinds = {re.sub(r"\d+", "", name.rpartition("/")[2]) for name in found}
    assert not kinds & {"vbaProject.bin", "connections.xml", "pivotCacheDefinition.xml",
                        "comments.xml", "custom.xml"}  # fmt: skip
    assert 'state="' not in found["xl/workbook.xml"].decode()  # no sheet is hidden
    core = found["docProps/core.xml"].decode()
    assert "<dc:title>Small scorecard, Q3 2018/19</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core

    figures = opened(web / "q3.xlsx")["Figures"]
    assert [cell.value for cell in figures[6]][3:] == ["80%", 0.7, 0.5]
    assert figures["F7"].value == "[c]"  # of Q3: suppressed stays suppressed

    with zipfile.ZipFile(web / "q3.xlsx") as package:  # no clock is in it
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    all_done(xl_scorecard.refresh(book, rules=rules, out=tmp_path / "out", published=web))
    assert (web / "q3.xlsx").read_bytes() == first


def test_what_is_hidden_in_the_workbook_is_not_in_the_copy(tmp_path: Path) -> None:
    def hide(_: Any, sheet: Any) -> None:
        sheet.set_row(4, None, None, {"hidden": True})  # that of Plans kept back
        sheet.set_column("F:F", None, None, {"hidden": True})  # that of Q2 2018/19

    rows = (ROWS[0], ("C1", "Plans kept back", "High", 0.8, "C. Brown", 0.6123, 0.6124, None))
    book = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, more=hide)
    rules, web = rule_file(tmp_path, RULES), tmp_path / "web"
    all_done(xl_scorecard.refresh(book, rules=rules, out=tmp_path / "out", published=web))
    everything = b"".join(parts(web / "q3.xlsx").values()).decode("utf-8", "replace")
    for kept_back in ("Plans kept back", "0.612", "61.2", ">0.7<", "Q2 2018/19"):
        assert kept_back not in everything
    assert "Children seen" in everything


def test_no_file_but_a_copy_for_the_web_gives_way_to_one(tmp_path: Path) -> None:
    book, rules = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS), rule_file(tmp_path, RULES)
    theirs = book.read_bytes()
    run = xl_scorecard.refresh(book, rules=rules, out=tmp_path / "out", published=tmp_path)
    assert failure(run).kind == "write_failed"
    assert "a file that is none is there" in failure(run).message
    assert book.read_bytes() == theirs


def test_two_workbooks_of_one_name_have_no_one_copy(tmp_path: Path) -> None:
    rules = rule_file(tmp_path, RULES)
    for team in ("north", "south"):
        (tmp_path / "in" / team).mkdir(parents=True)
        scorecard(tmp_path / "in" / team / "q3.xlsx", ROWS, HEADINGS)
    with pytest.raises(UsageError, match="copies of one name"):
        xl_scorecard.refresh(
            tmp_path / "in", rules=rules, out=tmp_path / "out", published=tmp_path / "web"
        )
    assert not (tmp_path / "out").exists()


def test_copies_for_the_web_are_passed_over_by_the_next_run(tmp_path: Path) -> None:
    rules, folder = rule_file(tmp_path, RULES), tmp_path / "in"
    folder.mkdir()
    scorecard(folder / "q3.xlsx", ROWS, HEADINGS)
    for _ in range(2):
        run = xl_scorecard.refresh(
            folder, rules=rules, out=tmp_path / "out", published=folder / "web"
        )
        (done,) = all_done(run)
        assert done.path.endswith("q3.xlsx")
