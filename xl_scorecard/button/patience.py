"""Waiting for Excel, but not for ever."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from xl_scorecard.button.refused import BUSY

SECONDS = 5.0


def leave() -> None:
    """End the process: what it says last is what the add-in's macro shows the officer.

    xlwings asks a busy Excel again for ever, so that nothing short of this stops it; and a busy
    Excel shows no message of ours.
    """
    print(f"{BUSY}. Nothing was changed.", file=sys.stderr, flush=True)
    os._exit(1)


@contextmanager
def patience(seconds: float = SECONDS, give_up: Callable[[], object] = leave) -> Iterator[None]:
    """Give up where what is asked within takes longer."""
    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
