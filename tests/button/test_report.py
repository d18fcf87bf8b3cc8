"""What an officer sends: versions and what went wrong, without what the workbook holds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.button.object_model import windows_engine
from tests.support.command import xl_scorecard
from xl_scorecard.button.counted_calls import counted_calls
from xl_scorecard.button.install_python import configured, refuse_unsafe
from xl_scorecard.errors import UsageError


def test_the_report_holds_versions_status_and_the_end_of_the_log(tmp_path: Path) -> None:
    xl_scorecard("button", "install", "--to", tmp_path)
    log = tmp_path / "xl-scorecard-button" / "xl_scorecard_button.log"
    log.write_text("2026-01-05 INFO done in 3.2 s\n", "utf-8")
    xl_scorecard("button", "status", "--from", tmp_path, "--report", tmp_path / "report.txt")
    text = (tmp_path / "report.txt").read_text("utf-8")
    assert "xlwings 0." in text
    assert "add-in:" in text
    assert "done in 3.2 s" in text
    assert str(Path.home()) not in text


class Counter:
    """An object of Excel's: a value, and a method."""

    Count = 3

    def Add(self) -> int:  # noqa: N802 (as Excel says it)
        return 4


def test_calls_of_excel_are_counted_where_xlwings_makes_them_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = windows_engine()
    monkeypatch.setitem(sys.modules, "xlwings._xlwindows", engine)
    with counted_calls() as calls:
        thing = engine.COMRetryObjectWrapper(Counter())
        assert (thing.Count, thing.Add()) == (3, 4)  # a method is one call, not two
        thing.Count = 5
        assert thing.Count == 5
    assert str(calls) == "4 calls"
    assert thing.Count == 5
    assert str(calls) == "4 calls"


def test_python_of_the_microsoft_store_is_refused() -> None:
    store = r"C:\Users\kl\AppData\Local\Microsoft\WindowsApps\pythonw.exe"
    with pytest.raises(UsageError, match="Microsoft Store"):
        configured(store, "win32")


def test_a_folder_that_cmd_would_take_for_a_variable_is_refused() -> None:
    with pytest.raises(UsageError, match="between % signs"):
        refuse_unsafe(r"D:\%TEMP%\button", "what is installed", "win32")
