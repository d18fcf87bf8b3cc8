"""AutoSave is asked about before anything is written, and nothing is promised of it unasked."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings

from tests.button.payload import payload_of
from tests.button.test_dialog import App, Book
from tests.support import paths
from xl_scorecard.button.dialog import press


class KeepsItOn:
    """A workbook that a policy keeps on AutoSave."""

    @property
    def AutoSaveOn(self) -> bool:  # noqa: N802 (Excel's own name)
        return True

    @AutoSaveOn.setter
    def AutoSaveOn(self, value: bool) -> None:  # noqa: N802
        pass


def _pressed(tmp_path: Path, api: Any, *answers: str) -> Any:
    shutil.copytree(paths.RULES, tmp_path / "rules")
    book = Book(
        xlwings.Book(json=payload_of(paths.EARLY_HELP)), tmp_path / paths.EARLY_HELP.name, App("ok")
    )
    book.api = api
    left = iter(answers)
    book.app.alert = lambda prompt, **_: (book.app.alerts.append(prompt), next(left, "ok"))[1]
    press(book)
    return book


def test_where_autosave_is_on_it_is_switched_off_once_the_officer_says_yes(tmp_path: Path) -> None:
    book = _pressed(tmp_path, SimpleNamespace(AutoSaveOn=True), "yes")
    question, sentence = book.app.alerts
    assert "AutoSave is on" in question
    assert book.api.AutoSaveOn is False
    assert "close without saving" in sentence
    assert book.json()["actions"]


def test_no_leaves_workbook_and_autosave_as_they_are(tmp_path: Path) -> None:
    book = _pressed(tmp_path, SimpleNamespace(AutoSaveOn=True), "no")
    assert len(book.app.alerts) == 1
    assert book.api.AutoSaveOn is True
    assert book.json()["actions"] == []


def test_where_excel_keeps_it_on_nothing_is_written(tmp_path: Path) -> None:
    book = _pressed(tmp_path, KeepsItOn(), "yes")
    assert "could not be switched off" in book.app.alerts[-1]
    assert book.json()["actions"] == []


@pytest.mark.parametrize(
    ("api", "promise"),
    [(SimpleNamespace(AutoSaveOn=False), "Nothing is saved yet"),
     (SimpleNamespace(), "could not be asked")],
)  # fmt: skip
def test_only_what_excel_said_is_promised(tmp_path: Path, api: Any, promise: str) -> None:
    (sentence,) = _pressed(tmp_path, api).app.alerts
    assert promise in sentence


def test_where_calculation_is_manual_the_sentence_says_so(tmp_path: Path) -> None:
    shutil.copytree(paths.RULES, tmp_path / "rules")
    book = Book(
        xlwings.Book(json=payload_of(paths.EARLY_HELP)), tmp_path / paths.EARLY_HELP.name, App("ok")
    )
    book.app.calculation = "manual"
    press(book)
    assert "press F9" in book.app.alerts[-1]
    assert book.app.calculation == "manual"
