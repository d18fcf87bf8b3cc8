"""Drafts for tables of milestones: columns of days are proposed, and doubtful ones are asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

import xl_scorecard
from tests.support.books import done
from xl_scorecard.drafting.draft import draft_rules
from xl_scorecard.errors import WorkbookError

_PAST, _SOON = dt.date(2018, 9, 30), dt.date(2019, 1, 20)


def _book(folder: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    path = folder / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Projects")
        dated = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_string(0, 0, "Capital programme, Q3 2018/19")
        page.write_row(2, 0, headings)
        for at, row in enumerate(rows, 3):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    day = dt.datetime(value.year, value.month, value.day)
                    page.write_datetime(at, column, day, dated)
                elif value is not None:
                    page.write_string(at, column, str(value))
    return path


def _lines(text: str, *keys: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.removeprefix("# ").startswith(keys)]


def test_a_draft_says_which_columns_hold_the_days_and_is_sound(tmp_path: Path) -> None:
    rows = [("M1", "Site bought", "AB", _PAST, None, _PAST), ("M2", "Roof on", "AB", _PAST, _SOON)]
    headings = ("Ref", "Milestone", "Owner", "Target date", "Revised date", "Completed")
    book = _book(tmp_path, headings, rows)
    draft = draft_rules(book)
    days = [line.split("  ")[0] for line in _lines(draft.text, "due:", "expected:", "done:")]
    assert days == ["due: D", "expected: E", "done: F"]
    assert "rating: milestones" in draft.text
    assert "good_is:" not in draft.text.partition("indicators:")[2]
    rules = tmp_path / "draft.yaml"
    rules.write_text(draft.text, "utf-8")
    outcome = done(xl_scorecard.check(book, rules=rules))
    assert [(i.id, i.status) for i in outcome.indicators] == [("M1", "complete"), ("M2", "delayed")]


def test_a_day_that_may_be_due_or_done_is_asked(tmp_path: Path) -> None:
    book = _book(tmp_path, ("Scheme", "End date"), [("Depot", _PAST), ("Library", _SOON)])
    text = draft_rules(book).text
    due, finished = _lines(text, "due:", "done:")
    assert due.startswith("# due: B")
    assert "DECIDE" in due
    assert "or the day it was done?" in due
    assert finished.startswith("# done:")
    assert "DECIDE" in finished


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("Action", "Owner", "Due date"), [("Ring", "AB", _PAST), ("Write", "AB", _SOON)]),
        (("Project", "Lead", "Target date"), [("Depot", "AB", "soon"), ("Library", "AB", "later")]),
        (("Project", "Lead", "Start date"), [("Depot", "AB", _PAST), ("Library", "AB", _SOON)]),
    ],
)
def test_lists_and_columns_without_days_are_no_milestones(
    tmp_path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    with pytest.raises(WorkbookError) as refused:
        draft_rules(_book(tmp_path, headings, rows))
    assert refused.value.kind == "no_scorecard"


def test_without_a_rule_set_for_it_such_a_workbook_is_refused_in_words(tmp_path: Path) -> None:
    book = _book(tmp_path, ("Scheme", "Due"), [("Depot", _PAST), ("Library", _SOON)])
    rules = tmp_path / "rules.yaml"
    rules.write_text("name: s\nindicators:\n  - {id: D, name: Depot}\n", "utf-8")
    error = xl_scorecard.check(book, rules=rules).workbooks[0].error
    assert error is not None
    assert 'sheet "Projects" has days ("Due") and no figures' in error.message
