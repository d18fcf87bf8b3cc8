"""Checks of a rule set's own, over workbooks: what does not hold is found, with its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.support.books import Cell, checked, refreshed_into, scorecard
from xl_scorecard.domain.outcome import FindingResult

HEADINGS = ("Ref", "Measure", "Q3 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
IDS = """\
name: library
indicators:
  - {id: LENT, name: Books lent, unit: count, good_is: neither}
  - {id: BACK, name: Books brought back, unit: count, good_is: neither}
  - {id: OUT, name: Books still out, unit: count, good_is: neither}
  - {id: BACK %, name: Share brought back, unit: percent, good_is: neither}
  - {id: OUT %, name: Share still out, unit: percent, good_is: neither}
"""
LENT = ("LENT", "Books lent", 30, 30, 31, 1200)
BACK = ("BACK", "Books brought back", 20, 18, 21, 805)
OUT = ("OUT", "Books still out", 10, 12, 10, 395)
COUNTS = (LENT, BACK, OUT)
Rows = Sequence[Sequence[Cell]]


def _rules(that: str, more: str = "", settings: str = "") -> str:
    return f"{IDS}checks:\n{settings}  rules:\n    - {{id: books, that: '{that}'{more}}}\n"


def _found(
    folder: Path, that: str, rows: Rows = COUNTS, more: str = "", shown: str = "General"
) -> list[FindingResult]:
    book = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format=shown)
    rules = _rules(that, more, "  off: [rule-no-indicator, value-missing, number-as-text]\n")
    return [finding for finding in checked(book, rules).findings if finding.check == "books"]


def _cells(folder: Path, that: str, rows: Rows = COUNTS, shown: str = "General") -> list[str]:
    return [finding.cell or "" for finding in _found(folder, that, rows, shown=shown)]


def test_what_holds_in_every_period_is_no_finding(tmp_path: Path) -> None:
    assert _found(tmp_path, "[BACK] + [OUT] = [LENT]") == []


def test_a_sum_that_does_not_add_up_names_each_figure_its_cell_and_what_would_be_right(
    tmp_path: Path,
) -> None:
    out = ("OUT", "Books still out", 10, 12, 10, 396)
    (finding,) = _found(tmp_path, "[BACK] + [OUT] = [LENT]", (LENT, BACK, out))
    assert finding.message == (
        "Q3 2018/19: [BACK] 805 (F5) + [OUT] 396 (F6) is 1,201, and [LENT] says 1,200 in F4"
    )
    assert (finding.sheet, finding.cell, finding.indicator) == ("Scorecard", "F4", "LENT")
    assert (finding.found, finding.expected, finding.severity) == ("1,200", "1,201", "error")


def test_the_officers_own_words_come_first(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "[OUT] < 395", COUNTS, ", message: Too many books are out.")
    assert finding.message == (
        "Q3 2018/19: Too many books are out: [OUT] says 395 in F6, and should be less than 395"
    )


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("{OUT} of {lent} books are out", "Q3 2018/19: 395 of 1,200 books are out: [OUT] 395 (F6)"),
        ("Seen in {period}, {values}", "Seen in Q3 2018/19, [OUT] 395 (F6) * 3 is 1,185, and [L"),
    ],
)
def test_figures_are_put_into_the_officers_words(tmp_path: Path, message: str, words: str) -> None:
    that = "[OUT] * 3 >= [LENT]"
    found = _found(tmp_path, that, COUNTS, f", message: '{message}'")
    assert found[-1].message.startswith(words)


@pytest.mark.parametrize(
    ("that", "cells", "expected"),
    [
        ("[LENT] = [BACK]", ["F4"], "805"),
        ("[OUT] <= 12", ["F6"], "at most 12"),
        ("12 >= [OUT]", ["F6"], "at most 12"),
        ("[LENT] - [BACK] <= [OUT] - 1", ["F4"], "at most 394"),
        ("[OUT] <= previous([OUT])", ["F6"], "at most 10"),
        ("[OUT] <= year_before([OUT])", ["F6"], "at most 10"),
        ("if([LENT] > 100, [OUT] < 100)", ["F6"], "less than 100"),
        ("and([LENT] > 1, [OUT] < 100)", ["F6"], "less than 100"),
        ("sum([LENT]:[OUT]) <= 100", ["F4"], "at most 100"),
        ("round([OUT] / [LENT], 2) <= 40%", [], ""),
        ("max([BACK], [OUT]) <= [BACK]", [], ""),
    ],
)
def test_each_kind_of_check_is_told_of_the_cell_that_it_is_about(
    tmp_path: Path, that: str, cells: list[str], expected: str
) -> None:
    found = _found(tmp_path, that)
    assert [finding.cell for finding in found] == cells
    assert (found[-1].expected if found else "") == expected


@pytest.mark.parametrize("gap", [None, "TBC", "[c]", "n/a"])
def test_a_missing_figure_is_neither_right_nor_wrong(tmp_path: Path, gap: Cell) -> None:
    rows = (LENT, ("BACK", "Books brought back", 20, 18, 21, gap), OUT)
    found = _found(tmp_path, "[BACK] + [OUT] = [LENT] + 1", rows)
    assert [finding.cell for finding in found] == ["C5", "D5", "E5"]


def test_a_figure_that_is_not_there_may_be_what_is_asked_for(tmp_path: Path) -> None:
    rows = (LENT, ("BACK", "Books brought back", 20, "TBC", 21, 805), OUT)
    (finding,) = _found(tmp_path, "not(isblank([BACK]))", rows)
    assert (finding.cell, finding.message) == ("D5", "Q1 2018/19: [BACK] has no figure in D5")


def test_periods_after_the_reported_one_are_not_looked_at(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Q4 2018/19")
    rows = [(*row, None) for row in COUNTS]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    found = checked(book, _rules("not(isblank([LENT]))", "", "  off: [rule-no-indicator]\n"))
    assert [f for f in found.findings if f.check == "books"] == []


def test_shares_are_held_against_each_other_as_they_are_rounded(tmp_path: Path) -> None:
    back = ("BACK %", "Share brought back", 0.67, 0.6, 0.6774, 0.671)
    out = ("OUT %", "Share still out", 0.33, 0.4, 0.3226, 0.342)
    rows = (*COUNTS, back, out)
    assert _cells(tmp_path, "[BACK %] + [OUT %] = 100%", rows, "0%") == []  # 67% + 34% = 101%
    assert _cells(tmp_path, "round([BACK %] + [OUT %], 2) = 100%", rows, "0%") == ["F7"]
    assert _cells(tmp_path, "[BACK %] + [OUT %] = 100%", rows, "0.0%") == ["F7"]  # 101.3%
    assert _cells(tmp_path, "[BACK %] = [BACK] / [LENT]", rows, "0%") == []
    assert _cells(tmp_path, "[OUT %] = [OUT] / [LENT]", rows, "0%") == ["F8"]  # 32.9%
    (finding,) = _found(tmp_path, "[OUT %] = [OUT] / [LENT]", rows, shown="0%")
    assert (finding.found, finding.expected) == ("34%", "32.9%")


def test_tenths_add_up(tmp_path: Path) -> None:
    rows = (
        ("LENT", "Books lent", 0.1, 0.1, 0.1, 0.1), ("BACK", "Books brought back", *[0.2] * 4),
        ("OUT", "Books still out", *[0.3] * 4),
    )  # fmt: skip
    assert _found(tmp_path, "[LENT] + [BACK] = [OUT]", rows) == []


def test_a_check_may_matter_less_or_be_off(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx", COUNTS, HEADINGS, number_format="General")
    off = "rule-no-indicator"
    for more, settings, severity in (
        ("", f"  off: [{off}]\n", "error"),
        (", severity: warning", f"  off: [{off}]\n", "warning"),
        (", severity: warning", f"  off: [{off}]\n  severity: {{books: info}}\n", "info"),
        (", severity: warning", f"  off: [{off}, books]\n", None),
    ):
        found = checked(book, _rules("[OUT] < 300", more, settings)).findings
        assert [(f.check, f.severity) for f in found] == ([("books", severity)] if severity else [])


def test_an_id_that_no_row_has_is_said_for_information(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, "[LENT] = [BACK] + [OUT %]")
    assert (finding.severity, finding.sheet, finding.cell) == ("info", "Scorecard", None)
    assert finding.message.endswith("was not looked at: no row is [OUT %]")


def _teams(path: Path, blocks: Mapping[str, Rows]) -> Path:
    """A workbook with a sheet a team."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in blocks.items():
            page = book.add_worksheet(name)
            for row, cells in enumerate([HEADINGS, *rows]):
                for column, value in enumerate(cells):
                    if value is not None:
                        page.write(row, column, value)
    return path


OFF = "  off: [rule-no-indicator, indicator-duplicate]\n"


def test_each_team_is_held_against_its_own_figures(tmp_path: Path) -> None:
    south = (
        ("LENT", "Books lent", *[7] * 4), ("BACK", "Books brought back", *[4] * 4),
        ("OUT", "Books still out", 3, 3, 3, 2),
    )  # fmt: skip
    book = _teams(tmp_path / "teams.xlsx", {"North": COUNTS, "South": south})
    (finding,) = checked(book, _rules("[BACK] + [OUT] = [LENT]", "", OFF)).findings
    assert (finding.sheet, finding.cell, finding.expected) == ("South", "F2", "6")


def test_figures_on_another_sheet_are_named_with_it(tmp_path: Path) -> None:
    book = _teams(tmp_path / "q3.xlsx", {"Desk": (LENT,), "Back office": COUNTS[1:]})
    found = checked(book, _rules("[LENT] = [BACK] + [OUT] + 1", "", OFF)).findings
    assert found[-1].message == (
        "Q3 2018/19: [BACK] 805 ('Back office'!F2) + [OUT] 395 ('Back office'!F3) + 1 is 1,201, "
        "and [LENT] says 1,200 in F2; so in 4 periods since Q3 2017/18 (C2 to F2)"
    )


def test_where_two_rows_could_be_meant_that_is_said(tmp_path: Path) -> None:
    again = ("BACK", "Books brought back", 1, 2, 3, 4)
    book = _teams(tmp_path / "q3.xlsx", {"Desk": (LENT, BACK, again, OUT)})
    found = checked(book, _rules("[LENT] = [BACK] + [OUT]", "", OFF)).findings
    assert [(f.check, f.severity) for f in found] == [("books", "info")]
    assert found[0].message.endswith("not looked at here, because [BACK] may be B3 or B4")


def test_a_row_pasted_twice_with_all_its_figures_counts_once(tmp_path: Path) -> None:
    book = _teams(tmp_path / "q3.xlsx", {"Desk": (LENT, BACK, BACK, OUT)})
    found = checked(book, _rules("[LENT] > [BACK] * 2", "", OFF)).findings
    assert [(f.check, f.cell, len(f.periods)) for f in found] == [("books", "F2", 4)]


def test_a_figure_of_all_is_not_held_against_each_teams(tmp_path: Path) -> None:
    books = {"North": (BACK,), "South": ((*BACK[:-1], 1),), "All": (LENT,)}
    found = checked(
        _teams(tmp_path / "q3.xlsx", books), _rules("[BACK] > [LENT] * 9", "", OFF)
    ).findings
    assert [(f.check, f.severity) for f in found if f.check == "books"] == [("books", "info")]
    assert found[-1].message.endswith("because [LENT] stands once, and [BACK] several times")


def test_sites_of_one_indicator_are_told_apart(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Site", "Q2 2018/19", "Q3 2018/19")
    rows = [
        (id_, name, site, *figures)
        for id_, name, sites in (
            ("LENT", "Books lent", {"Hill": (5, 6), "Quay": (50, 60)}),
            ("BACK", "Books brought back", {"Hill": (3, 4), "Quay": (30, 40)}),
            ("OUT", "Books still out", {"Hill": (2, 2), "Quay": (20, 30)}),
        )
        for site, figures in sites.items()
    ]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    rules = _rules("[BACK] + [OUT] = [LENT]", "", OFF).replace(
        "indicators:", "workbook:\n  tables: [{sheet: Scorecard, names: B, references: A, "
        "dimension: C, figures: {Q2 2018/19: D, Q3 2018/19: E}}]\nindicators:", 1
    )  # fmt: skip
    found = [f for f in checked(book, rules).findings if f.check == "books"]
    assert [(f.cell, f.found, f.expected) for f in found] == [("E5", "60", "70")]


def test_the_checks_sheet_has_it_after_a_refresh(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx", COUNTS, HEADINGS, number_format="General")
    outcome = refreshed_into(tmp_path / "out", book, _rules("[OUT] < 300"))
    assert ("books", "F6") in [(f.check, f.cell) for f in outcome.findings]
    again = checked(tmp_path / "out" / "q3.xlsx", _rules("[OUT] < 300"))
    assert [f.check for f in again.findings].count("books") == 1


def test_whether_an_earlier_figure_is_there_may_be_asked(tmp_path: Path) -> None:
    rows = (LENT, ("BACK", "Books brought back", 20, None, 21, 805), OUT)
    # Q4 has none before it, Q1 has no figure, Q2 none before; Q3 rises to 805 from 21
    (finding,) = _found(tmp_path, "or(isblank(previous([BACK])), [BACK] < previous([BACK]))", rows)
    assert finding.cell == "F5"
    assert "it should be less than 21" in finding.message
