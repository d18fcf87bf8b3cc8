"""A limit that may strike anywhere."""

from __future__ import annotations

import gc
import signal
import time

import pytest

from tests.fuzz.limits import TooSlowError, within

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="no such limits on Windows")


def test_what_takes_too_long_is_stopped() -> None:
    gc.collect()  # of what other tests left
    with pytest.raises(TooSlowError):
        _busy(limit=0.02)


def _busy(limit: float) -> None:
    with within(limit):
        gc.collect()
        while True:
            pass


def test_what_is_stopped_while_the_garbage_collector_calls_back_is_stopped_after() -> None:
    gc.collect()  # of what other tests left

    def slow(phase: str, info: dict[str, int]) -> None:
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass

    gc.callbacks.append(slow)
    try:
        with pytest.raises(TooSlowError):
            _busy(limit=0.02)
    finally:
        gc.callbacks.remove(slow)


def test_what_is_done_in_time_is_left_alone() -> None:
    with within(1):
        pass
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass


class _Finalized:
    def __del__(self) -> None:
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass


def test_so_it_is_in_a_finalizer() -> None:
    with pytest.raises(TooSlowError):
        _finalizing(limit=0.02)


def _finalizing(limit: float) -> None:
    with within(limit):
        _Finalized()
        while True:
            pass
