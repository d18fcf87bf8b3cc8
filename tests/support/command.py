"""The command line as a user runs it: its exit status and what it said on standard streams.

Commands share a process (see `standing`), as starting one costs more than most of what they do.
Tests of signals, of streams that are closed or full and of starting up begin processes themselves.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT


@dataclass(frozen=True)
class Finished:
    """A command that ended."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Standard output as the JSON report."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def only(self) -> dict[str, Any]:
        """The report's one workbook."""
        (workbook,) = self.report["workbooks"]
        found: dict[str, Any] = workbook
        return found


# what runs keep for the next is nobody's home's while they are tests
os.environ.setdefault("XL_SCORECARD_CACHE", f"{tempfile.gettempdir()}/xl-scorecard-tests")
UNMEASURED = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
"""For commands that coverage must not measure: interrupted while it does, it may wait for itself
for ever, and where nothing can be written it says so itself."""
DONE = (0, 1)
"""A command did what it says, without or with findings to fail on."""


PATIENCE = 120  # seconds that a command may take


def xl_scorecard(
    *words: str | Path, folder: Path = ROOT, status: int | Collection[int] = DONE
) -> Finished:
    """Run a command in a folder; no command may ever show a traceback.

    It must have done what it says, unless the test is about one that does not and names the
    `status`: 2 for a wrong command or unsound rules, 3 for a workbook that failed.
    """
    finished = _standing.finished([str(word) for word in words], folder)
    assert "Traceback" not in finished.err, finished.err
    wanted = [status] if isinstance(status, int) else status
    said = finished.err or finished.out
    assert finished.status in wanted, f"status {finished.status}: {said}"
    return finished


class _Standing:
    """The process that carries out commands; begun with the first, ended with the tests."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def finished(self, words: list[str], folder: Path) -> Finished:
        """Have it carry out a command."""
        with tempfile.TemporaryDirectory(prefix="said-", ignore_cleanup_errors=True) as place:
            out, err = Path(place, "out"), Path(place, "err")
            out.touch()
            err.touch()
            told = {
                "words": words,
                "folder": str(folder),
                "environment": dict(os.environ),
                "out": str(out),
                "err": str(err),
            }
            status = self._answer(json.dumps(told))
            return Finished(status, out.read_text("utf-8"), err.read_text("utf-8"))

    def _answer(self, asked: str) -> int:
        process = self._process or self._begun()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Timer(PATIENCE, process.kill)
        late.start()
        try:
            process.stdin.write(f"{asked}\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        finally:
            late.cancel()
        if not answer:
            self.end()
            raise AssertionError(f"no exit status within {PATIENCE} seconds, or it died: {asked}")
        status, goes_on = json.loads(answer)
        if not goes_on:
            self.end()
        return int(status)

    def _begun(self) -> subprocess.Popen[str]:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.standing"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self._process

    def end(self) -> None:
        """Have it end, if it was begun; what coverage measured in it is written then."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


_standing = _Standing()
atexit.register(_standing.end)
