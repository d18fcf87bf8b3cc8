"""Findings that officers accepted: they stay so for as long as what they are about stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import xl_scorecard
from tests.support.books import cleared, done, rule_file, scorecard
from tests.support.command import xl_scorecard as command
from tests.support.office import Office
from tests.support.readers import opened
from tests.writing.officers import (
    FOUR,
    ROWS,
    accept,
    all_of,
    columns_of_checks,
    edit,
    finding_row,
    type_on,
    worse,
)
from xl_scorecard.domain.outcome import FindingResult, Outcome

REASON = "Reviews are held twice, and both are counted"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A refreshed scorecard with one error, about D1."""
    path = scorecard(tmp_path / "q3.xlsx", ROWS)
    _refresh(path)
    return path


def _refresh(path: Path) -> Outcome:
    rules = rule_file(path.parent, FOUR)
    return done(xl_scorecard.refresh(path, rules=rules, in_place=True))


def _check(path: Path) -> Outcome:
    return done(xl_scorecard.check(path, rules=rule_file(path.parent, FOUR)))


def _about(outcome: Outcome, indicator: str) -> FindingResult:
    (finding,) = [f for f in outcome.findings if f.indicator == indicator]
    return finding


def _beside(path: Path, indicator: str) -> tuple[object, object]:
    row, at = finding_row(path, indicator), columns_of_checks(path)
    page = opened(path)["Checks"]
    return page[f"{at['Accepted']}{row}"].value, page[f"{at['Reason']}{row}"].value


def _counted(path: Path) -> tuple[object, object]:
    """The lines that count findings: on Checks, and on the Summary."""
    book = openpyxl.load_workbook(path, data_only=True)
    (line,) = [c.value for c in book["Summary"]["A"] if str(c.value).endswith(": see Checks")]
    return book["Checks"]["A2"].value, line


def _twice_the_same(path: Path) -> None:
    before = path.read_bytes()
    assert _refresh(path).outcome == "unchanged"
    assert path.read_bytes() == before


def test_an_accepted_finding_is_told_with_its_reason_and_counted_apart(book: Path) -> None:
    assert _counted(book)[0] == "Q3 2018/19: 1 error"
    accept(book, "D1", REASON)
    for outcome in (_check(book), _refresh(book), _refresh(book), _check(book)):
        finding = _about(outcome, "D1")
        assert (finding.accepted, finding.reason) == (True, REASON)
    assert _beside(book, "D1") == ("accepted", REASON)
    assert _counted(book) == (
        "Q3 2018/19: 1 accepted",
        "1 accepted: see Checks",
    )
    _twice_the_same(book)


def test_the_json_has_what_was_accepted_and_fail_on_leaves_it_out(
    book: Path, tmp_path: Path
) -> None:
    rules, report = rule_file(tmp_path, FOUR), tmp_path / "report.json"
    command("check", book, "--rules", rules, status=1)
    accept(book, "D1", REASON)
    said = command("check", book, "--rules", rules, "--json", report, status=0).out
    assert f"accepted ({REASON})" in said
    assert said.endswith(": 1 accepted\n")
    (workbook,) = json.loads(report.read_text("utf-8"))["workbooks"]
    (finding,) = workbook["findings"]
    assert (finding["accepted"], finding["reason"]) == (True, REASON)


def test_a_reason_alone_accepts_nothing_and_stays(book: Path) -> None:
    row, at = finding_row(book, "D1"), columns_of_checks(book)
    type_on(book, "Checks", f"{at['Reason']}{row}", REASON)
    finding = _about(_refresh(book), "D1")
    assert (finding.accepted, finding.reason) == (False, REASON)
    assert _beside(book, "D1") == (None, REASON)
    _twice_the_same(book)


def test_another_figure_is_another_finding_and_the_reason_is_kept_as_a_note(book: Path) -> None:
    accept(book, "D1", REASON)
    _refresh(book)
    finding = _about(_refresh(type_on(book, "Scorecard", "F7", 1.6)), "D1")
    assert (finding.accepted, finding.reason) == (False, None)
    assert _beside(book, "D1") == (None, None)
    assert all_of(book, "Checks", f"Accepted: {REASON}")
    assert not all_of(book, "Checks", "accepted")
    _twice_the_same(book)


def test_what_is_mended_leaves_its_reason_among_the_kept_notes(book: Path) -> None:
    accept(book, "D1", REASON)
    outcome = _refresh(type_on(book, "Scorecard", "F7", 0.9))
    assert outcome.findings == []
    assert len(all_of(book, "Checks", f"Accepted: {REASON}")) == 1
    _twice_the_same(book)


def test_it_stays_accepted_when_other_findings_come_before_it(book: Path) -> None:
    accept(book, "D1", REASON)
    outcome = _refresh(worse(book))
    assert _about(outcome, "D1").accepted
    assert not _about(outcome, "A1").accepted
    assert _beside(book, "D1") == ("accepted", REASON)
    assert _beside(book, "A1") == (None, None)


def test_it_stays_accepted_when_the_row_of_the_scorecard_moves(book: Path) -> None:
    accept(book, "D1", REASON)
    edit(book, lambda workbook: workbook["Scorecard"].insert_rows(4))
    finding = _about(_refresh(book), "D1")
    assert (finding.cell, finding.accepted, finding.reason) == ("F8", True, REASON)


def test_it_stays_accepted_when_the_officer_sorts_the_list(book: Path) -> None:
    """The whole list upside down, as a filter's arrow sorts it."""
    _refresh(worse(book))
    accept(book, "D1", REASON)
    rows = [finding_row(book, "A1"), finding_row(book, "D1")]

    def sort(workbook: Any) -> None:
        page = workbook["Checks"]
        first, second = ([c.value for c in page[row]] for row in rows)
        for row, values in zip(rows, (second, first), strict=True):
            for cell, value in zip(page[row], values, strict=True):
                cell.value = value

    edit(book, sort)
    assert _beside(book, "D1") == ("accepted", REASON)
    assert [f.indicator for f in _check(book).findings if f.accepted] == ["D1"]
    outcome = _refresh(book)
    assert [f.indicator for f in outcome.findings if f.accepted] == ["D1"]
    assert _beside(book, "D1") == ("accepted", REASON)
    assert _beside(book, "A1") == (None, None)
    _twice_the_same(book)


def test_a_finding_without_an_indicator_is_known_by_its_cell(tmp_path: Path) -> None:
    rows = [*ROWS[:3], (None, None, "High", 0.8, 0.7, 0.6), (None, None, "High", 0.8, 0.7, 0.5)]
    path = scorecard(tmp_path / "q3.xlsx", rows)
    found = [f.cell for f in _refresh(path).findings if f.check == "row-without-name"]
    assert len(found) == 2
    at = columns_of_checks(path)
    page = openpyxl.load_workbook(path, data_only=True)["Checks"]
    (row,) = [
        row for row in range(6, 12)
        if (page[f"{at['Check']}{row}"].value, page[f"{at['Cell']}{row}"].value)
        == ("row-without-name", found[1])
    ]  # fmt: skip
    type_on(path, "Checks", f"{at['Accepted']}{row}", "Accepted ")
    for outcome in (_check(path), _refresh(path), _refresh(path)):
        assert [f.cell for f in outcome.findings if f.accepted] == [found[1]]


def test_the_sheets_own_cells_suffice(book: Path, soffice: Office) -> None:
    """Saved by LibreOffice, which drops our record, and by openpyxl, which keeps no results."""
    accept(book, "D1", REASON)
    _refresh(book)
    saved = soffice.recalculated(book)
    assert _about(_check(saved), "D1").reason == REASON
    assert _about(_refresh(saved), "D1").accepted
    assert _beside(saved, "D1") == ("accepted", REASON)


def test_an_output_written_again_keeps_what_was_accepted_in_it(tmp_path: Path) -> None:
    source = scorecard(tmp_path / "q3.xlsx", ROWS)
    rules, out = rule_file(tmp_path, FOUR), tmp_path / "out"
    done(xl_scorecard.refresh(source, rules=rules, out=out))
    accept(out / "q3.xlsx", "D1", REASON)
    for _ in range(2):
        outcome = done(xl_scorecard.refresh(source, rules=rules, out=out))
        assert _about(outcome, "D1").reason == REASON
        assert _beside(out / "q3.xlsx", "D1") == ("accepted", REASON)
        assert _counted(out / "q3.xlsx")[1] == "1 accepted: see Checks"


def test_to_clear_leaves_the_reasons_to_the_officers(book: Path) -> None:
    accept(book, "D1", REASON)
    _refresh(book)
    outcome = cleared(book)
    assert outcome.kept == ["kept Checks: it holds 2 notes of yours"]
    assert all_of(book, "Checks", REASON)


def test_the_list_is_a_table_that_offers_what_to_pick(book: Path) -> None:
    page = opened(book)["Checks"]
    (table,) = page.tables.values()
    assert table.ref == "A5:L6"
    (choice,) = page.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("K6", '"accepted"')
