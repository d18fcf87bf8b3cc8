"""The command line as a user runs it: a process of its own, its exit status and what it said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
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


def xl_scorecard(
    *words: str | Path, folder: Path = ROOT, status: int | Collection[int] = DONE
) -> Finished:
    """Run a command in a folder; no command may ever show a traceback.

    It must have done what it says, unless the test is about one that does not and names the
    `status`: 2 for a wrong command or unsound rules, 3 for a workbook that failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "xl_scorecard", *map(str, words)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    wanted = [status] if isinstance(status, int) else status
    assert done.returncode in wanted, f"status {done.returncode}: {done.stderr or done.stdout}"
    return Finished(done.returncode, done.stdout, done.stderr)
