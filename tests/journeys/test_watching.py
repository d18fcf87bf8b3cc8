"""`refresh --watch`: again after each save, until somebody stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import need
from tests.support.books import ROWS, rule_file, scorecard
from tests.support.command import UNMEASURED
from tests.support.paths import ROOT
from xl_scorecard.cli.watching import go_on, is_meant

_PATIENCE = 60


def test_each_save_has_it_done_again_and_a_stop_between_is_no_failure() -> None:
    done: list[int] = []

    def saves() -> Iterator[object]:
        yield {1}
        yield set()  # nothing was saved in a while
        yield {2}
        raise KeyboardInterrupt

    assert go_on(lambda: done.append(1) or 3, saves()) == 0  # type: ignore[func-returns-value]
    assert len(done) == 3
    assert go_on(lambda: 130, iter([{1}])) == 130


def test_only_workbooks_count_and_none_of_ours(tmp_path: Path) -> None:
    out = os.path.realpath(tmp_path / "out")
    names = ("q3.xlsx", "~$q3.xlsx", "notes.txt", "out/q3.xlsx", "north/q3.xlsm")
    meant = [name for name in names if is_meant(str(tmp_path / name), out)]
    assert meant == ["q3.xlsx", "north/q3.xlsm"]
    closed = [name for name in names if is_meant(str(tmp_path / name), out, gone=True)]
    assert closed == ["q3.xlsx", "~$q3.xlsx", "north/q3.xlsm"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_a_workbook_that_is_saved_is_refreshed_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        need(None, "watchfiles")
    rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    book = scorecard(tmp_path / "in" / "q3.xlsx")
    out = tmp_path / "out" / "q3.xlsx"
    with _watching(tmp_path) as process:
        assert process.stderr is not None
        watching = "xl-scorecard: watching; Ctrl+C ends it\n"
        assert process.stderr.readline() == watching
        first = out.read_bytes()
        scorecard(book, [(*ROWS[0][:5], 0.83), *ROWS[1:]])
        assert process.stderr.readline() == watching
        assert out.read_bytes() != first
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        assert process.stderr.read() == ""


@contextmanager
def _watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The command at work on a folder; it does not outlive the test, nor keep it waiting."""
    with subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", "refresh", "in", "--rules", "rules.yaml", "--out",
         "out", "--watch"],
        cwd=folder, env={**UNMEASURED, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        patience = threading.Timer(_PATIENCE, process.kill)
        patience.start()
        try:
            yield process
        finally:
            patience.cancel()
            process.kill()
