"""What the officer sees when the button is pressed: with a double of Excel's own dialogs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings

from tests.button.payload import payload_of
from tests.support import paths
from xl_scorecard.button.dialog import press


class App:
    """Excel's application, as far as the remote engine cannot go: it answers questions."""

    def __init__(self, answer: str) -> None:
        self._answer = answer
        self.alerts: list[str] = []
        self.status_bar: object = False
        self.seen: list[object] = []
        self.engine = SimpleNamespace(name="remote")
        self.screen_updating = True
        self.calculation = "automatic"

    def alert(self, prompt: str, **_: object) -> str:
        self.alerts.append(prompt)
        self.seen.append(self.status_bar)
        return self._answer


class Book:
    """An open workbook: the remote engine's, in a folder, with an application that answers."""

    def __init__(self, book: Any, fullname: Path, app: App) -> None:
        self._book = book
        self.fullname = str(fullname)
        self.app = app

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)


def _open(folder: Path, answer: str, sample: Path = paths.EARLY_HELP) -> Book:
    return Book(xlwings.Book(json=payload_of(sample)), folder / sample.name, App(answer))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    for file in paths.RULES.glob("*.yaml"):
        (tmp_path / "rules" / file.name).write_text(file.read_text("utf-8"), "utf-8")
    return tmp_path


def test_without_errors_one_sentence_says_what_came_of_it(folder: Path) -> None:
    book = _open(folder, "ok")
    press(book)
    (sentence,) = book.app.alerts
    assert "11 indicators rated, 7 need attention, 0 findings" in sentence
    assert book.json()["actions"]
    assert book.sheets.active.name == "Summary"


def test_rows_with_errors_are_counted_and_no_leaves_the_workbook_alone(folder: Path) -> None:
    book = _open(folder, "no", paths.CHILDREN)
    press(book)
    (question,) = book.app.alerts
    assert "7 figures in 5 rows look wrong" in question
    assert book.json()["actions"] == []


def test_yes_goes_on(folder: Path) -> None:
    book = _open(folder, "yes", paths.CHILDREN)
    press(book)
    assert len(book.app.alerts) == 2
    assert "32 indicators rated, 15 need attention, 8 findings" in book.app.alerts[1]


def test_where_no_rules_are_the_message_says_where_they_were_looked_for(tmp_path: Path) -> None:
    book = _open(tmp_path, "ok")
    press(book)
    (message,) = book.app.alerts
    assert str(tmp_path / "rules") in message
    assert book.json()["actions"] == []


def test_a_failure_in_the_middle_restores_excel_and_is_told_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = _open(folder, "ok")

    class Broken:
        def add(self, *_: object) -> None:
            raise RuntimeError("Children seen within timescale")  # what must not be repeated

        def __iter__(self) -> Any:
            return iter(())

    monkeypatch.setattr(Book, "names", Broken(), raising=False)
    press(book)
    (message,) = book.app.alerts
    assert "Close the workbook without saving" in message
    assert "Children seen" not in message
    assert (book.app.screen_updating, book.app.calculation) == (True, "automatic")
    assert book.app.status_bar is False
