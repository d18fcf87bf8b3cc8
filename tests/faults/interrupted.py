"""A command over a folder of workbooks to which something happens as it runs, and what it left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support import books
from tests.support.command import UNMEASURED
from tests.support.paths import ROOT

Happening = Callable[[subprocess.Popen[bytes], list[int]], None]


@dataclass(frozen=True)
class Left:
    """How a command ended: status, seconds from what happened to the end, what it said."""

    status: int
    seconds: float
    err: str
    report: list[dict[str, Any]]
    written: list[str]
    litter: list[str]
    alive: list[int]

    def outcomes(self) -> dict[str, int]:
        """How many workbooks had each outcome."""
        found = [workbook["outcome"] for workbook in self.report]
        return {outcome: found.count(outcome) for outcome in sorted(set(found))}


def folder_of(folder: Path, number: int) -> Path:
    """A folder with `books`, copies of one workbook, and rules beside it."""
    books.rule_file(folder)
    (folder / "books").mkdir()
    one = books.scorecard(folder / "one.xlsx")
    for place in range(number):
        shutil.copyfile(one, folder / "books" / f"{place:03}.xlsx")
    return folder


def run(
    folder: Path,
    happening: Happening,
    *words: str,
    wait_for: Callable[[Path], bool],
    before: Callable[[], None] | None = None,
    environment: dict[str, str] | None = None,
) -> Left:
    """Refresh `books` into `out`; once something is there to `wait_for`, it happens."""
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [
            sys.executable, "-m", "xl_scorecard", "refresh", "books", "--rules", "rules.yaml",
            "--out", "out", "--json", "report.json", *words,
        ],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**UNMEASURED, **(environment or {}), "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        start_new_session=True,
        preexec_fn=before,
    )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while process.poll() is None and not wait_for(folder):
            assert time.monotonic() < until, "nothing came to wait for"
            time.sleep(0.005)
        others = below(process.pid)
        start = time.monotonic()
        happening(process, others)
        _, said = process.communicate(timeout=120)
        seconds = time.monotonic() - start
    finally:
        if process.poll() is None:
            process.kill()
    report = folder / "report.json"
    out = folder / "out"
    names = [p.name for p in out.rglob("*") if p.is_file()] if out.is_dir() else []
    return Left(
        process.returncode,
        seconds,
        said.decode(),
        json.loads(report.read_text("utf-8"))["workbooks"] if report.exists() else [],
        sorted(name for name in names if name.endswith(".xlsx")),
        sorted([n for n in names if not n.endswith(".xlsx")] + [p.name for p in scratch.iterdir()]),
        [pid for pid in others if _alive(pid)],
    )


def signalled(number: int) -> Happening:
    """A signal to the command alone."""
    return lambda process, others: process.send_signal(number)


def one_worker_killed(process: subprocess.Popen[bytes], others: list[int]) -> None:
    """What the system does to a process when memory runs out."""
    os.kill(others[0], signal.SIGKILL)


def nothing(process: subprocess.Popen[bytes], others: list[int]) -> None:
    """Nothing happens."""


def begun(folder: Path) -> bool:
    """Whether a first output is there."""
    out = folder / "out"
    return out.is_dir() and any(out.glob("*.xlsx"))


def below(parent: int) -> list[int]:
    """The processes that a process started, and those they started, the direct ones first."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout.split()
    pairs = list(zip(map(int, listed[::2]), map(int, listed[1::2]), strict=True))
    found, level = [], [parent]
    while level := [pid for pid, up in pairs if up in level]:
        found.extend(level)
    return found


def _alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for somebody to look does not."""
    for _ in range(80):
        state = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
        ).stdout.strip()
        if not state or state.startswith("Z"):
            return False
        time.sleep(0.05)
    return True
