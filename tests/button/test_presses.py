"""The further buttons: what they say, what they go to, and that they write nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.models import Book, read_book
from tests.button.payload import payload, results_in
from tests.button.pressed import press
from tests.button.replayer import replay
from tests.button.test_dialog import App
from tests.button.test_dialog import Book as Open
from tests.support.books import RULES, refreshed_into, rule_file, scorecard
from xl_scorecard.button.presses import (
    press_about,
    press_accept,
    press_check,
    press_next,
    press_period,
)

_ROWS = [
    ("A1", "Children seen", "High", 0.8, 0.75, 82.4),  # a percentage out of scale
    ("B1", "Children waiting", "Low", 0.2, 0.25, 0.23),
    ("C1", "Plans reviewed", "High", 0.8, 0.65, "?"),
]


class Selecting(App):
    """Excel's application that knows what is selected."""

    selection: Any = None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    rule_file(tmp_path / "rules", RULES)
    rule_file(tmp_path, RULES)
    scorecard(tmp_path / "q3.xlsx", _ROWS)
    return tmp_path


def _open(
    folder: Path, answer: str = "ok", model: Book | None = None, file: Path | None = None
) -> Open:
    path = folder / "q3.xlsx"
    sent = payload(model or read_book(path), results_in(file or path))
    return Open(xlwings.Book(json=sent), path, Selecting(answer))


@pytest.fixture
def pressed(folder: Path) -> tuple[Book, Path]:
    """The workbook once refreshed, and a file that says what its formulas come to."""
    model = read_book(folder / "q3.xlsx")
    press(model, results_in(folder / "q3.xlsx"), folder / "rules")
    refreshed_into(folder / "out", folder / "q3.xlsx")
    return model, folder / "out" / "q3.xlsx"


def test_check_only_says_counts_and_findings_and_writes_nothing(folder: Path) -> None:
    book = _open(folder)
    press_check(book)
    (said,) = book.app.alerts
    first, *findings = said.splitlines()
    assert "would be rated" in first
    assert first.endswith("Nothing was written.")
    assert any(line.startswith("Scorecard!F4: ") for line in findings), said
    assert book.json()["actions"] == []


def test_next_goes_from_finding_to_finding_past_those_accepted(
    folder: Path, pressed: tuple[Book, Path]
) -> None:
    model, file = pressed
    book = _open(folder, model=model, file=file)
    seen = []
    for _ in range(3):
        press_next(book)
        seen.append(book.app.alerts[-1])
        at = seen[-1].partition(", ")[2].partition(":")[0]
        sheet, _, cell = at.partition("!")
        book.app.selection = book.sheets[sheet].range(cell)
    number = int(seen[0].partition(" of ")[2].partition(",")[0])
    assert number >= 2
    assert [int(said.split()[1]) for said in seen] == [(n % number) + 1 for n in range(3)]
    assert {action["func"] for action in book.json()["actions"]} <= {"activateSheet", "rangeSelect"}


def test_accept_marks_the_finding_and_goes_to_the_reason(
    folder: Path, pressed: tuple[Book, Path]
) -> None:
    model, file = pressed
    book = _open(folder, model=model, file=file)
    press_accept(book)
    assert "No finding is selected" in book.app.alerts[-1]
    book.app.selection = book.sheets["Checks"].range("E6")
    press_accept(book)
    assert "type the reason into L6" in book.app.alerts[-1]
    replay(model, book.json()["actions"])
    assert model["Checks"].cells[6, 11].content == "accepted"
    again = _open(folder, model=model, file=file)
    press_next(again)
    assert "Finding 1 of 1, Scorecard!F6" in again.app.alerts[-1]


def test_without_a_list_next_says_to_refresh(folder: Path) -> None:
    book = _open(folder)
    press_next(book)
    assert "has no Checks sheet yet" in book.app.alerts[-1]


def test_a_period_before_the_last_may_be_picked(folder: Path) -> None:
    class Second(Selecting):
        def alert(self, prompt: str, **named: object) -> str:
            super().alert(prompt, **named)
            return "no" if len(self.alerts) == 1 else "yes"

    book = _open(folder)
    book.app = Second("yes")
    press_period(book)
    first, second, *_, last = book.app.alerts
    assert first.startswith("Refresh for Q3 2018/19?")
    assert second.startswith("Refresh for Q2 2018/19?")
    assert last.startswith("2018/19 Q2: ")


def test_about_says_versions_rules_and_log(folder: Path) -> None:
    book = _open(folder)
    press_about(book)
    (said,) = book.app.alerts
    assert "xl-scorecard " in said
    assert "the folder rules beside the workbook" in said
