"""`--watch`: a folder is checked or refreshed again each time a workbook in it is saved.

Of a refresh, what did not change costs no more than its bytes: so a save has the whole run done
again, and reports and the overview are always of all workbooks. A workbook that is open is checked
as it was saved, and never written; that it was closed counts as a save.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from xl_scorecard.batch.find import is_folder
from xl_scorecard.batch.passed_over import is_temporary
from xl_scorecard.batch.patterns import is_pattern, root_of
from xl_scorecard.cli.workbooks import DONE, INTERRUPTED, run_command
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.sheets.suffixes import WORKBOOK_SUFFIXES
from xl_scorecard.stores.places import StorePath, place_of

_GLANCE = 500  # milliseconds
OWNER_FILE = "~$"
"""How the file begins that Excel puts beside a workbook while it is open."""
Saves = Iterable[object]
"""Gives what was saved each time that something was, now and then nothing; ends when nobody watches
any more."""


def watch_command(words: argparse.Namespace) -> int:
    """Check or refresh, and with `--watch` again after each save; returns the exit status."""
    if not words.watch:
        return run_command(words)
    saves = saves_in(
        _folders(words.paths), getattr(words, "out", None)
    )  # before anything is done: it may be missing
    return go_on(lambda: run_command(words), saves)


def go_on(run: Callable[[], int], saves: Saves) -> int:
    """Run now and after each save; DONE where it was stopped between two runs."""
    try:
        for saved in chain([True], saves):
            if not saved:
                continue
            if run() == INTERRUPTED:
                return INTERRUPTED
            print("xl-scorecard: watching; Ctrl+C ends it", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        pass
    return DONE


def saves_in(folders: list[Path], out: Path | None) -> Iterator[object]:
    """Watch folders for saved workbooks, but for those below `out`; raises UsageError where what
    watches is not installed."""
    try:
        import watchfiles
    except ImportError:
        raise UsageError(
            "--watch needs watchfiles: pip install 'xl-scorecard[watch]'; nothing was done"
        ) from None
    below = os.path.realpath(out) if out is not None and not isinstance(out, StorePath) else None

    def meant(change: object, path: str) -> bool:
        return is_meant(path, below, gone=change == watchfiles.Change.deleted)

    saves = watchfiles.watch(
        *folders, watch_filter=meant, raise_interrupt=True, rust_timeout=_GLANCE,
        yield_on_timeout=True,
    )  # fmt: skip
    first = next(saves)  # it watches from now on, and tells then of what was saved meanwhile
    return chain([first], saves)


def is_meant(path: str, out: str | None, *, gone: bool = False) -> bool:
    """Whether a change is that of a workbook, or that one is no longer open; no output of ours."""
    place = Path(path)
    if place.suffix.lower() not in WORKBOOK_SUFFIXES:
        return False
    was_open = place.name.startswith(OWNER_FILE) and gone
    if is_temporary(place.name) and not was_open:
        return False
    return out is None or not Path(os.path.realpath(place)).is_relative_to(out)


def _folders(paths: list[str]) -> list[Path]:
    """The folders in which the workbooks named can be saved."""
    named = [place_of(path) for path in paths]
    for path in named:
        if isinstance(path, StorePath):
            raise UsageError(
                f"--watch {path}: a store does not tell what is saved in it; run again instead, as "
                "often as you like: what has not changed costs little; nothing was done"
            )
    found = [
        path if is_folder(path) else root_of(path) if is_pattern(path) else path.parent
        for path in named
    ]
    return list(dict.fromkeys(found))
