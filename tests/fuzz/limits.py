"""How long something may take."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 0.05
"""Seconds after which it is tried again to stop what could not be stopped just then."""


class TooSlowError(BaseException):
    """It took longer than it may; no error that anybody catches by accident."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in what takes longer of the processor; one such stretch at a time.

    What else runs on the machine does not count: a limit by the clock fails where many tests run.
    """

    def stop(_: int, frame: FrameType | None) -> None:
        # what a finalizer or a callback of the garbage collector raises goes nowhere and is a
        # warning besides
        callbacks = [getattr(callback, "__code__", None) for callback in gc.callbacks]
        while frame is not None:
            if frame.f_code in callbacks or frame.f_code.co_name == "__del__":
                return
            frame = frame.f_back
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
