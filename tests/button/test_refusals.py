"""Excel refuses in the middle: what it said is said, and what was written is taken back."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings
from xlwings.pro import _xlremote

from tests.button.desktop import DesktopBook, press_on_desktop
from tests.button.models import Book, read_book
from tests.button.payload import Results, payload, results_in
from tests.button.pressed import everything
from tests.button.replayer import replay
from tests.support.books import RULES, refreshed_into, rule_file, scorecard
from xl_scorecard.button import refresh
from xl_scorecard.button.looked_at import refuse_unwritable
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.button.patience import patience
from xl_scorecard.button.refused import BUSY, refusal
from xl_scorecard.errors import WorkbookError

_REFUSED = (-2147352567, "Exception occurred.",
            (0, "Microsoft Excel", "The cell is on a sheet of secrets.", "xlmain11.chm", 0,
             -2146827284), None)  # fmt: skip
_CALL_REJECTED = (-2147418111, "Call was rejected by callee.", None, None)


class com_error(Exception):  # noqa: N801, N818 (pywin32's own name is what is looked for)
    """What Excel's refusals are raised as on Windows."""


class CommandError(Exception):
    """And on a Mac."""

    errornumber = -1743
    errormessage = "Not authorized to send Apple events to Microsoft Excel."


@pytest.fixture
def refuses(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Has Excel refuse the action of a number, once."""
    real = _xlremote.Book.append_json_action
    left = [0]

    def append(book: Any, **action: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise com_error(*_REFUSED)
        return real(book, **action)

    monkeypatch.setattr(_xlremote.Book, "append_json_action", append)
    return lambda number: left.__setitem__(0, number)


def _pressed(book: Book, results: Results, rules: Path) -> str:
    """Press on a model, which is changed; returns what was said."""
    live = xlwings.Book(json=payload(book, results))
    with pytest.raises(WorkbookError) as stopped:
        refresh(DesktopBook(live, book, Counter()), rules=rules)
    replay(book, live.json()["actions"])
    return str(stopped.value)


@pytest.mark.parametrize("number", [3, 5, 8, 13, 21, 34, 55, 90, 140, 200, 260])
def test_a_first_press_that_is_refused_anywhere_leaves_the_workbook_as_it_was(
    number: int, refuses: Any, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    rules = rule_file(tmp_path, RULES)
    book = read_book(path)
    before = everything(book)
    refuses(number)
    said = _pressed(book, results_in(path), rules)
    assert "said: The cell is on a sheet of secrets. What had been written was taken back" in said
    assert _without_widths(everything(book)) == _without_widths(before)
    assert not [look for sheet in book.sheets for look in sheet.looks]


def _without_widths(state: dict[str, Any]) -> dict[str, Any]:
    """Widths that were given anew, the usual ones, are as good as none."""
    state = deepcopy(state)
    for part in state.values():
        if isinstance(part, dict):
            part.pop("widths", None)
    return state


@pytest.mark.parametrize("number", [4, 9, 20, 40])
def test_a_second_press_that_is_refused_leaves_the_officers_sheet_as_it_was(
    number: int, refuses: Any, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    rules = rule_file(tmp_path, RULES)
    refreshed_into(tmp_path / "out", path)
    results = results_in(tmp_path / "out" / path.name)
    book = read_book(path)
    press_on_desktop(book, results_in(path), rules)
    cells = dict(everything(book)["Scorecard"]["cells"])
    names = everything(book)["names"]
    refuses(number)
    _pressed(book, results, rules)
    assert everything(book)["Scorecard"]["cells"] == cells
    assert {n: t for n, t in everything(book)["names"].items() if ".cells." in n} == {
        n: t for n, t in names.items() if ".cells." in n
    }
    press_on_desktop(book, results, rules)
    assert everything(book)["Scorecard"]["cells"] == cells
    assert book.sheet_names == ["Scorecard", "Summary", "Indicators", "Checks"]


def test_the_log_names_member_and_code_and_no_words_of_excels(
    refuses: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    refuses(6)
    with caplog.at_level(logging.ERROR, "xl_scorecard.button"):
        _pressed(read_book(path), results_in(path), rule_file(tmp_path, RULES))
    assert "0x800A03EC" in caplog.text
    assert "secrets" not in caplog.text


def _fault(fault: Exception) -> Exception:
    try:
        raise fault
    except Exception as raised:
        return raised


def test_a_busy_excel_and_a_mac_that_does_not_let_python_in_are_told_apart() -> None:
    busy = refusal(_fault(com_error(*_CALL_REJECTED)))
    assert busy is not None
    assert busy.is_busy
    mac = refusal(_fault(CommandError()))
    assert mac is not None
    assert (mac.is_busy, mac.code) == (False, -1743)
    assert refusal(_fault(ValueError("x"))) is None


def test_who_waits_for_a_busy_excel_gives_up_in_time() -> None:
    given_up: list[float] = []
    begun = time.monotonic()
    with patience(0.05, lambda: given_up.append(time.monotonic() - begun)):
        time.sleep(0.3)
    (after,) = given_up
    assert after < 0.3
    with patience(0.05, lambda: given_up.append(0)):
        pass
    time.sleep(0.1)
    assert len(given_up) == 1
    assert "cell is being edited" in BUSY


class Excel:
    """A workbook with one sheet, that says of itself what Excel's own members say."""

    def __init__(self, app: Any = None, book: Any = None, sheet: Any = None) -> None:
        self.app = SimpleNamespace(api=SimpleNamespace(**app or {}))
        self.api = SimpleNamespace(**book or {})
        self._sheet = SimpleNamespace(name="Scorecard", api=SimpleNamespace(**sheet or {}))

    @property
    def sheets(self) -> Iterator[Any]:
        return iter([self._sheet])


def _language(of_windows: int) -> Any:
    return {"LanguageSettings": SimpleNamespace(LanguageID=lambda _: of_windows)}


@pytest.mark.parametrize(
    ("excel", "said"),
    [
        (Excel(sheet={"ProtectContents": True}), "Sheet Scorecard is protected"),
        (Excel(book={"ProtectStructure": True}), "structure is protected"),
        (Excel(book={"MultiUserEditing": True}), "shared in the old way"),
        (Excel(app={"ReferenceStyle": -4150}), "R1C1"),
        (Excel(app=_language(1031)), "not set to English"),
        (Excel(app={**_language(2057), "International": lambda _: ";"}), "commas"),
    ],
)
def test_what_stands_in_the_way_is_said_before_anything_is_written(excel: Excel, said: str) -> None:
    with pytest.raises(WorkbookError, match=said) as refused:
        refuse_unwritable(OpenBook(excel), ["Scorecard"])
    assert "Nothing was changed" in str(refused.value)


@pytest.mark.parametrize(
    "excel",
    [
        Excel(),
        Excel(sheet={"ProtectContents": True, "ProtectionMode": True}),
        Excel(app={**_language(2057), "ReferenceStyle": 1, "International": lambda _: ","}),
    ],
)
def test_what_excel_does_not_say_or_lets_add_ins_do_stands_in_nobodys_way(excel: Excel) -> None:
    refuse_unwritable(OpenBook(excel), ["Scorecard"])
