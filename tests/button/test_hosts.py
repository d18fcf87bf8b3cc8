"""A closed file and a workbook open in Excel keep the same contract: one story, told of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.hosted import InExcel, OnDisk, Stage
from tests.button.models import Book, plain
from tests.button.payload import payload_of
from tests.button.pressed import everything
from tests.button.test_dialog import App, ProtectedBook
from tests.support.books import RULES, refreshed_into, rule_file, scorecard
from xl_scorecard.button.live_host import LiveHost
from xl_scorecard.domain.outcome import FindingResult, Outcome
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.errors import WorkbookError
from xl_scorecard.file_host import FileHost, Leave, opened
from xl_scorecard.host import Host
from xl_scorecard.refreshing import GoOn, refresh
from xl_scorecard.rule_files.load import load_rule_set

# The builder's table is in A3:F6; ours go beside it.
STATUS, CHANGE_ON_YEAR = 7, 10
KINDS = ("rag", "direction", "change", "change_on_year")
LOOKED_UP = "=IFERROR(INDEX('Indicators'!$M:$M,MATCH(ROW(),"
"""How a status begins: the register's, by the row."""
STATUSES = {"A1": "good", "B1": "acceptable", "C1": "amber"}


def _notes(book: Any, _: Any) -> None:
    book.add_worksheet("Notes").write("A1", "Figures are those of the service")


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    return load_rule_set(rule_file(tmp_path, RULES))


@pytest.fixture(params=[OnDisk, InExcel])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    path = scorecard(tmp_path / "q3.xlsx", more=_notes)
    if request.param is OnDisk:
        return OnDisk(path)
    refreshed_into(tmp_path / "computed", path)  # by it, what formulas of ours come to
    return InExcel(path, tmp_path / "computed" / path.name)


def _refreshed(stage: Stage, rules: RuleSet, go_on: GoOn | None = None) -> Outcome:
    with stage.hosted([rules]) as host:
        return refresh(host, [rules], go_on=go_on)


def _last_row(stage: Stage) -> int:
    """Three rows below the table wait for an indicator, but for the web, which says nothing of
    merged cells."""
    return 6 if isinstance(stage, InExcel) else 9


def _row(book: Book, row: int, first: int, last: int) -> list[object]:
    page = book["Scorecard"]
    return [page.cells[row, c].content for c in range(first, last + 1) if (row, c) in page.filled]


def test_a_host_shows_the_sheets_in_tab_order_and_their_cells(stage: Stage) -> None:
    with stage.hosted() as host, host.sheets() as source:
        assert host.path.name == "q3.xlsx"
        assert host.output == host.path
        assert source.names == ["Scorecard", "Notes"]
        cell = source.whole("Scorecard").cell(4, 6)
        assert cell is not None
        assert cell.value == 0.82
        assert source.top("Notes").cells.keys() == {(1, 1)}


def test_before_any_refresh_nothing_is_ours(stage: Stage) -> None:
    with stage.hosted() as host:
        assert list(host.former) == []
        assert list(host.taken) == ["Scorecard", "Notes"]


def test_a_refresh_tells_what_came_of_it_and_writes_beside_the_table(
    stage: Stage, rules: RuleSet
) -> None:
    outcome = _refreshed(stage, rules)
    assert outcome.outcome == "refreshed"
    assert (outcome.path, outcome.output) == (outcome.output, outcome.path)
    assert (outcome.rules, outcome.period) == ("small", "2018/19 Q3")
    assert {i.id: i.status for i in outcome.indicators} == STATUSES
    book = stage.book
    assert book.sheet_names == ["Scorecard", "Notes", "Summary", "Indicators", "Checks"]
    assert _row(book, 3, STATUS, CHANGE_ON_YEAR)[:2] == [
        "Status Q3 2018/19",
        "Direction of travel on Q2 2018/19",
    ]
    assert str(_row(book, 4, STATUS, STATUS)[0]).startswith(LOOKED_UP)
    names = {name: plain(text) for name, text in book.names.items() if ".drawn." not in name}
    names.pop("xl_scorecard.content", None)  # of files only
    assert names == {
        f"xl_scorecard.cells.1.{'.'.join(KINDS)}": f"Scorecard!G3:J{_last_row(stage)}",
        "xl_scorecard.sheet.summary": "Summary!A1",
        "xl_scorecard.sheet.indicators": "Indicators!A1",
        "xl_scorecard.sheet.checks": "Checks!A1",
    }


def test_after_a_refresh_a_host_shows_only_what_is_the_officers(
    stage: Stage, rules: RuleSet
) -> None:
    _refreshed(stage, rules)
    with stage.hosted([rules]) as host:
        columns = dict(zip(KINDS, range(STATUS, CHANGE_ON_YEAR + 1), strict=True))
        assert list(host.former) == [Former("Scorecard", 3, _last_row(stage), columns)]
        assert list(host.taken) == ["Scorecard", "Notes"]
        with host.sheets() as source:
            assert source.names == ["Scorecard", "Notes"]
            assert source.whole("Scorecard").last_column == 6


def test_a_second_refresh_leaves_everything_as_it_is(stage: Stage, rules: RuleSet) -> None:
    first = _refreshed(stage, rules)
    before = everything(stage.book)
    second = _refreshed(stage, rules)
    assert everything(stage.book) == before
    assert second.indicators == first.indicators
    assert second.findings == first.findings


def test_what_is_typed_over_ours_is_read_as_the_officers_and_stays(
    stage: Stage, rules: RuleSet
) -> None:
    _refreshed(stage, rules)
    stage.type("Scorecard", (5, STATUS), "See the note")
    with stage.hosted([rules]) as host, host.sheets() as source:
        typed = source.whole("Scorecard").cell(5, STATUS)
        assert typed is not None
        assert typed.value == "See the note"
    _refreshed(stage, rules)
    cells = stage.book["Scorecard"].cells
    assert cells[5, STATUS].content == "See the note"
    assert str(cells[4, STATUS].content).startswith(LOOKED_UP)


def _all_texts(book: Book) -> list[object]:
    return [cell.content for sheet in book.sheets for cell in sheet.filled.values()]


def test_what_officers_type_on_our_sheets_stays_or_is_among_the_kept_notes(
    stage: Stage, rules: RuleSet
) -> None:
    _refreshed(stage, rules)
    stage.type("Summary", (40, 26), "Recovery plan due May")
    stage.type("Checks", (6, 10), "Seen by KL")
    stage.type("Summary", (1, 1), "Over your title")
    stage.type("Checks", (1, 12), "2018 was better")
    for _ in range(3):
        _refreshed(stage, rules)
        book = stage.book
        assert book.sheet_names == ["Scorecard", "Notes", "Summary", "Indicators", "Checks"]
        assert book["Summary"].cells[40, 26].content == "Recovery plan due May"
        assert book["Checks"].cells[6, 10].content == "Seen by KL"
        assert book["Checks"].cells[1, 12].content == "2018 was better"
        assert book["Summary"].cells[1, 1].content == "small"
        assert _all_texts(book).count("Kept notes") == 1
        assert _all_texts(book).count("Over your title") == 1
        assert _all_texts(book).count("Summary!A1") == 1
        assert len(book["Summary"].charts) == 1


def test_a_note_whose_indicator_needs_no_attention_any_more_is_kept(
    stage: Stage, rules: RuleSet
) -> None:
    _refreshed(stage, rules)
    listed = stage.book["Summary"].filled
    heading = next(at[0] for at, c in listed.items() if c.content == "Indicator")
    # C1, 0.651 against 0.8, is worst; B1 within its tolerance is not listed
    row = heading + 1
    assert (row, 8) in listed
    stage.type("Summary", (row, 10), "Recovery plan due May")
    stage.type("Scorecard", (6, 6), 0.9)
    _refreshed(stage, rules)
    assert (row, 10) not in stage.book["Summary"].filled
    checks = stage.book["Checks"].filled
    (at,) = (at for at, c in checks.items() if c.content == "Recovery plan due May")
    assert checks[at[0], 2].content == f"Summary!J{row}"
    assert checks[at[0], 8].content == "Plans reviewed"


def test_a_sheet_of_ours_that_an_officer_deleted_is_made_anew(stage: Stage, rules: RuleSet) -> None:
    _refreshed(stage, rules)
    stage.delete("Summary")
    _refreshed(stage, rules)
    book = stage.book
    assert sorted(book.sheet_names) == ["Checks", "Indicators", "Notes", "Scorecard", "Summary"]
    assert plain(book.names["xl_scorecard.sheet.summary"]) == "Summary!A1"


def test_a_sheet_of_theirs_that_our_name_was_cut_to_stays(stage: Stage, rules: RuleSet) -> None:
    _refreshed(stage, rules)
    stage.point("xl_scorecard.sheet.summary", "Notes!$A$1")
    _refreshed(stage, rules)
    book = stage.book
    assert sorted(book.sheet_names) == ["Checks", "Indicators", "Notes", "Scorecard", "Summary"]
    assert book["Notes"].cells[1, 1].content == "Figures are those of the service"
    assert plain(book.names["xl_scorecard.sheet.summary"]) == "Summary!A1"


def test_who_says_no_to_the_findings_has_nothing_written(stage: Stage, rules: RuleSet) -> None:
    before = everything(stage.book)
    asked: list[list[FindingResult]] = []

    def no(findings: list[FindingResult]) -> bool:
        asked.append(findings)
        return False

    outcome = _refreshed(stage, rules, no)
    assert outcome.outcome == "checked"
    assert {i.id: i.status for i in outcome.indicators} == STATUSES
    assert asked == [outcome.findings]
    assert everything(stage.book) == before


def test_a_period_that_is_not_there_is_refused_before_anything_is_written(
    stage: Stage, rules: RuleSet
) -> None:
    before = everything(stage.book)
    with stage.hosted([rules]) as host, pytest.raises(WorkbookError) as refused:
        refresh(host, [rules], "Q1 2030/31")
    assert refused.value.kind == "no_scorecard"
    assert everything(stage.book) == before


def _protected(book: Any, page: Any) -> None:
    page.protect()


def _file(path: Path, refreshing: Callable[[Host], object]) -> None:
    with opened(path, path, Leave(), None) as file:
        refreshing(FileHost(file))


def _excel(path: Path, refreshing: Callable[[Host], object]) -> None:
    book = ProtectedBook(xlwings.Book(json=payload_of(path)), path, App("ok"))
    try:
        refreshing(LiveHost(book, path, []))
    finally:
        assert {a["func"] for a in book.json()["actions"]} <= {"activateSheet"}


@pytest.mark.parametrize("hosted", [_file, _excel])
def test_a_protected_sheet_is_named_and_nothing_is_written(
    hosted: Callable[[Path, Callable[[Host], object]], None], tmp_path: Path, rules: RuleSet
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_protected)
    before = path.read_bytes()
    with pytest.raises(WorkbookError, match=r"[Ss]heet Scorecard is protected") as refused:
        hosted(path, lambda host: refresh(host, [rules]))
    assert refused.value.kind == "protected"
    assert path.read_bytes() == before
