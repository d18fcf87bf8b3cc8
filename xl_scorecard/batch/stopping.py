"""Being asked to stop: by Ctrl-C, by a system that shuts down, by whoever started the command."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ECHO = 0.3  # seconds in which a signal sent to a command and to its group comes twice
GLANCE = 0.1  # seconds between two looks whether somebody asked to stop
PATIENCE = 1.2  # seconds that the workbook in hand is given; all has to end within two
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
)  # fmt: skip


class Stop:
    """Whether a run was asked to stop, and for how long what it has in hand may still take.

    Nothing new is begun from then on. Asked a second time, it waits no longer.
    """

    def __init__(self) -> None:
        self._until: float | None = None
        self._in_this_process = False

    @property
    def asked(self) -> bool:
        """Whether anybody asked."""
        return self._until is not None

    @property
    def at_once(self) -> bool:
        """Whether what is still in hand is to be given up."""
        return self._until is not None and time.monotonic() >= self._until

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Be asked by signals; a signal that whoever started us had us ignore stays ignored."""
        with _handled(self._heard):
            yield

    @contextmanager
    def in_hand(self) -> Iterator[None]:
        """Work on something in this process: KeyboardInterrupt is raised when time is up."""
        self._in_this_process = True
        try:
            yield
        finally:
            self._in_this_process = False

    def _heard(self, number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if self._until is not None and now < self._until - PATIENCE + _ECHO:
            return
        first = self._until is None
        self._until = now + PATIENCE if first else 0.0
        if not self._in_this_process:
            return
        if not first:
            raise KeyboardInterrupt
        reminder = threading.Timer(PATIENCE, _remind, [number])
        reminder.daemon = True
        reminder.start()


def _remind(number: int) -> None:
    """Signal the main thread again, and wake it where it waits for something."""
    if hasattr(signal, "pthread_kill"):
        main = threading.main_thread().ident
        assert main is not None
        signal.pthread_kill(main, number)
    else:
        import _thread

        _thread.interrupt_main(signal.Signals(number))


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Have every signal that asks to stop raise KeyboardInterrupt, as Ctrl-C does."""
    with _handled(signal.default_int_handler):
        yield


@contextmanager
def _handled(handler: object) -> Iterator[None]:
    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in _SIGNALS:
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, handler)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)


class EndedError(BaseException):
    """A worker was told to end: what it has open is closed on the way out."""


class Worker:
    """How a worker process takes signals: it is told by the process that began it, and by no other.

    An interruption reaches every process of a terminal, and is left to the one that began.
    """

    def __init__(self) -> None:
        self._busy = False

    def begin(self) -> None:
        """Take signals so, and end when the process that began this one is gone."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._end)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        if hasattr(signal, "pthread_kill"):
            threading.Thread(target=self._watch, args=[os.getppid()], daemon=True).start()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Do a job; told to end meanwhile, the process ends once all is cleared away."""
        self._busy = True
        try:
            yield
        except EndedError:
            os._exit(128 + signal.SIGTERM)
        finally:
            self._busy = False

    def _end(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # told again, it still clears away
        if self._busy:
            raise EndedError
        os._exit(128 + number)

    @staticmethod
    def _watch(parent: int) -> None:
        while os.getppid() == parent:
            time.sleep(1)
        _remind(signal.SIGTERM)
