"""Runs in processes of their own, forked from one that has everything imported.

    python -m tests.faults.forked KIND FOLDER

Prints one JSON object a run. Killing, crowding or starving a run says nothing of the others.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from xl_scorecard.rule_files.load import load_rule_set
from xl_scorecard.run import Job, process

_NOBODY = 65534


def main(kind: str, folder: Path) -> None:
    """Do the runs of a kind over `folder/book.xlsx`."""
    book = folder / "book.xlsx"
    rule_sets = (load_rule_set(folder / "rules.yaml"),)

    def refresh() -> None:
        outcome = process(Job("refresh", book, book, rule_sets))
        if kind != "killed":  # killed half-way through a line, it would garble what follows
            print(json.dumps([outcome.outcome, outcome.error and outcome.error.kind]), flush=True)

    # everything that is imported on first use, before a run loses the right to read it
    process(Job("refresh", book, folder / "warm" / "book.xlsx", rule_sets))
    shutil.rmtree(folder / "warm")
    {"killed": _killed, "together": _together, "starved": _starved, "unwelcome": _unwelcome}[kind](
        refresh, book
    )


def _forked(act: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _killed(refresh: Callable[[], None], book: Path) -> None:
    """A hundred runs, each killed at a random moment of the time that one takes."""
    original = book.read_bytes()
    start = time.monotonic()
    os.waitpid(_forked(refresh), 0)
    whole = time.monotonic() - start
    finished = book.read_bytes()
    chance = random.Random(1)
    for _ in range(100):
        book.write_bytes(original)
        child = _forked(refresh)
        time.sleep(chance.uniform(0, whole))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        data = book.read_bytes()
        state = "old" if data == original else "new" if data == finished else "half"
        print(json.dumps({"state": state, "files": _names(book.parent)}), flush=True)


def _together(refresh: Callable[[], None], book: Path) -> None:
    """Two runs on one file at once."""
    children = [_forked(refresh) for _ in range(2)]
    for child in children:
        os.waitpid(child, 0)


def _starved(refresh: Callable[[], None], book: Path) -> None:
    """A run that may write no file longer than half of what it has to write."""

    def starved() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        half = book.stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))
        refresh()

    os.waitpid(_forked(starved), 0)


def _unwelcome(refresh: Callable[[], None], book: Path) -> None:
    """A run by somebody who may read the folder but not write into it."""

    def unwelcome() -> None:
        if os.getuid() == 0:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        refresh()

    book.parent.chmod(0o555)
    try:
        os.waitpid(_forked(unwelcome), 0)
    finally:
        book.parent.chmod(0o755)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
