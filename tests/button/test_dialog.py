"""What the officer sees when the button is pressed: with a double of Excel's own dialogs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings

from tests.button.payload import payload_of
from tests.support import paths
from xl_scorecard.button.dialog import caller, press


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
        self.books: list[object] = []
        self.display_alerts = True

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
    assert "11 indicators rated, 7 in need of attention, 0 findings." in sentence
    assert book.json()["actions"]
    assert book.sheets.active.name == "Summary"


def test_rows_with_errors_are_counted_and_no_leaves_the_workbook_alone(folder: Path) -> None:
    book = _open(folder, "no", paths.CHILDREN)
    press(book)
    (question,) = book.app.alerts
    assert "10 errors in 5 rows" in question
    assert book.json()["actions"] == []


def test_yes_goes_on(folder: Path) -> None:
    book = _open(folder, "yes", paths.CHILDREN)
    press(book)
    assert len(book.app.alerts) == 2
    assert "32 indicators rated, 15 in need of attention, 10 findings" in book.app.alerts[1]


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
    added: list[tuple[object, ...]] = []

    class Broken:
        def add(self, *names: object) -> None:
            added.append(names)
            raise RuntimeError("Children seen within timescale")  # what must not be repeated

        def __iter__(self) -> Any:
            return iter(())

    monkeypatch.setattr(Book, "names", Broken(), raising=False)
    press(book)
    assert len(added) == 1
    (message,) = book.app.alerts
    assert "stopped on a fault of the tool (RuntimeError)" in message
    assert "was taken back" in message
    assert "Children seen" not in message
    assert (book.app.screen_updating, book.app.calculation) == (True, "automatic")
    assert book.app.status_bar is False


def _two_that_fit(folder: Path) -> None:
    """A second rule set that knows every row as well as the first."""
    text = (folder / "rules" / "early-help.yaml").read_text("utf-8")
    (folder / "rules" / "a-second.yaml").write_text(
        text.replace("name: early-help", "name: second", 1), "utf-8"
    )


@pytest.mark.parametrize(
    ("answers", "alerts", "written"),
    [(["yes", "ok"], 2, True), (["no", "yes", "ok"], 3, True), (["no", "no"], 2, False),
     (["cancel"], 1, False)],
)  # fmt: skip
def test_of_several_rule_sets_that_fit_the_officer_chooses(
    folder: Path, answers: list[str], alerts: int, written: bool
) -> None:
    _two_that_fit(folder)
    book = _open(folder, "ok")
    left = iter(answers)
    book.app.alert = lambda prompt, **_: (book.app.alerts.append(prompt), next(left))[1]
    press(book)
    assert len(book.app.alerts) == alerts
    assert "2 rule sets fit this workbook" in book.app.alerts[0]
    assert "knows 17 of 17 rows" in book.app.alerts[0]
    assert bool(book.json()["actions"]) is written


def test_a_workbook_never_saved_is_told_so(folder: Path) -> None:
    book = _open(folder, "ok")
    book.fullname = "Book1"
    press(book)
    (message,) = book.app.alerts
    assert "has not been saved to a folder of this computer" in message
    assert book.json()["actions"] == []


class OnSharePoint(Book):
    """A workbook opened from SharePoint, as xlwings speaks of it where no folder is kept."""

    @property
    def fullname(self) -> str:
        raise xlwings.XlwingsError("Couldn't find the local folder")

    @fullname.setter
    def fullname(self, value: str) -> None:
        pass


def test_a_workbook_on_sharepoint_is_told_where_to_open_it(tmp_path: Path) -> None:
    plain = xlwings.Book(json=payload_of(paths.EARLY_HELP))
    book = OnSharePoint(plain, tmp_path / "x", App("ok"))
    press(book)
    (message,) = book.app.alerts
    assert "synchronised folder" in message
    assert book.json()["actions"] == []


class com_error(Exception):  # noqa: N801, N818 (pywin32's own name is what is looked for)
    """What Excel's refusals are raised as on Windows."""


class Protected:
    """A sheet that Excel lets nobody change: only reading goes through."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    api = SimpleNamespace(ProtectContents=True, ProtectionMode=False)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sheet, name)

    def range(self, *place: Any) -> Any:
        return ProtectedRange(self._sheet.range(*place))


class ProtectedRange:
    """A range of it."""

    def __init__(self, area: Any) -> None:
        object.__setattr__(self, "_area", area)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._area, name)

    def __setattr__(self, name: str, value: object) -> None:
        raise com_error(-2147352567, "Exception occurred.", value)


class ProtectedBook(Book):
    """A workbook whose scorecard sheet is protected."""

    @property
    def sheets(self) -> Any:
        real = self._book.sheets

        class Sheets:
            def __getattr__(self, name: str) -> Any:
                return getattr(real, name)

            def __getitem__(self, at: Any) -> Any:
                return Protected(real[at])

            def __iter__(self) -> Any:
                return (Protected(sheet) for sheet in real)

            def __len__(self) -> int:
                return len(real)

        return Sheets()


def test_a_protected_sheet_is_named_and_nothing_is_changed(folder: Path) -> None:
    plain = xlwings.Book(json=payload_of(paths.EARLY_HELP))
    book = ProtectedBook(plain, folder / paths.EARLY_HELP.name, App("ok"))
    press(book)
    (message,) = book.app.alerts
    (name,) = {sheet.name for sheet in plain.sheets if sheet.name in message}
    assert f"Sheet {name} is protected" in message
    assert "Review, Unprotect Sheet" in message
    assert plain.json()["actions"] == []


def test_a_workbook_out_of_reach_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App("ok")
    app.books.append("one in another Excel")
    monkeypatch.setattr(xlwings, "apps", SimpleNamespace(count=1, active=app))
    monkeypatch.setattr("sys.argv", ["excel"])
    assert caller() is None
    (message,) = app.alerts
    assert "could not be reached" in message
    assert "Nothing was changed" in message


def test_without_a_workbook_protected_view_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App("ok")
    monkeypatch.setattr(xlwings, "apps", SimpleNamespace(count=1, active=app))
    monkeypatch.setattr("sys.argv", ["excel"])
    assert caller() is None
    (message,) = app.alerts
    assert "No workbook is open that can be changed" in message
    assert "Protected View" in message


def test_a_workbook_with_an_equals_sign_in_its_name_is_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = App("ok")
    monkeypatch.setattr(xlwings, "apps", SimpleNamespace(count=1, active=app))
    monkeypatch.setattr("sys.argv", ["excel", "--wb=q3=final.xlsx", "--from_xl=1"])
    assert caller() is None
    (message,) = app.alerts
    assert "equals sign" in message
