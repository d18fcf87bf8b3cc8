"""How long something may take."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TooSlowError(BaseException):
    """It took longer than it may; no error that anybody catches by accident."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in what takes longer of the processor; one such stretch at a time.

    What else runs on the machine does not count: a limit by the clock fails where many tests run.
    """

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
