"""How far a run of several workbooks is: a bar for who watches, now and then a line for a pipe."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Protocol

from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import Outcome

EVERY = 30.0
"""Seconds between two lines where nobody sees a bar."""
_BAR = "{percentage:3.0f}% |{bar:20}| {desc} [{remaining} to go]"


class Progress(Protocol):
    """What is told of each outcome, and steps aside while results are printed."""

    def came(self, outcome: Outcome) -> None:
        """One more workbook is done, or failed."""

    def aside(self) -> AbstractContextManager[object]:
        """Keep off the terminal while something else is printed."""


class Count:
    """How many of the workbooks of a run are done, failed and left, and how long it may still
    take."""

    def __init__(self, total: int, now: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._now = now
        self._began = now()
        self._done = 0
        self._failed = 0

    def came(self, outcome: Outcome) -> None:
        """Count an outcome."""
        if outcome.outcome == "failed":
            self._failed += 1
        else:
            self._done += 1

    @property
    def _left(self) -> int:
        return self._total - self._done - self._failed

    def short(self, name: str) -> str:
        """`12 done, 187 left, 1 failed: q3.xlsx`."""
        return f"{self._done} done, {self._left} left, {self._failed} failed: {name}"

    def line(self) -> str:
        """`12 of 200 workbooks done, 187 left, 1 failed; about 2 minutes to go`."""
        line = (
            f"{self._done} of {how_many(self._total, 'workbook')} done, {self._left} left, "
            f"{self._failed} failed"
        )
        finished = self._done + self._failed
        if not finished or not self._left:
            return line
        seconds = (self._now() - self._began) / finished * self._left
        return f"{line}; about {_span(seconds)} to go"


def _span(seconds: float) -> str:
    if seconds < 60:
        return how_many(max(1, round(seconds)), "second")
    return how_many(round(seconds / 60), "minute")


class _Silent:
    def came(self, outcome: Outcome) -> None:
        """Say nothing."""

    def aside(self) -> AbstractContextManager[object]:
        return nullcontext()


class _Bar:
    def __init__(self, bar: Any, total: int) -> None:
        self._bar = bar
        self._count = Count(total)

    def came(self, outcome: Outcome) -> None:
        self._count.came(outcome)
        self._bar.set_description_str(self._count.short(Path(outcome.path).name), refresh=False)
        self._bar.update()

    def aside(self) -> AbstractContextManager[object]:
        held: AbstractContextManager[object] = self._bar.external_write_mode(file=sys.stdout)
        return held


class Lines:
    """A line now and then, by a thread of its own: one workbook may take longer than that."""

    def __init__(self, total: int, say: Callable[[str], None], every: float = EVERY) -> None:
        self._count = Count(total)
        self._say = say
        self._every = every
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Lines:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def came(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self._count.came(outcome)

    def aside(self) -> AbstractContextManager[object]:
        """Nothing is in the way."""
        return nullcontext()

    def _run(self) -> None:
        while not self._ended.wait(self._every):
            self._say(self._count.line())


@contextmanager
def watched(total: int, say: Callable[[str], None], *, quiet: bool) -> Iterator[Progress]:
    """What tells how far a run is: a bar on a terminal that can draw one, else lines.

    No colours are used, so that NO_COLOR changes nothing.
    """
    if quiet or total < 2:
        yield _Silent()
    elif not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        with Lines(total, say) as lines:
            yield lines
    else:
        from tqdm import tqdm

        with tqdm(
            total=total, unit="workbook", file=sys.stderr, leave=False, bar_format=_BAR
        ) as bar:
            yield _Bar(bar, total)
