"""Each press in a process of its own, which ends after it: what it read goes with it, what it takes
of time and memory has an end, and what kills it kills nothing else.

Where the system can, processes are forked from one that has all modules loaded already; elsewhere
(Windows) each loads them anew, which takes a second or two.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from xl_scorecard.serving.answers import Answer, refusal
from xl_scorecard.serving.service import Limits

if sys.platform == "win32":
    _processes = multiprocessing.get_context("spawn")
else:
    _processes = multiprocessing.get_context("forkserver")
    _processes.set_forkserver_preload(["xl_scorecard.serving.press"])
_TOO_LONG = (
    "The workbook took longer than the {} seconds that the service gives to one press. Nothing was "
    "changed. Try again; if it stays so, run xl-scorecard refresh over the file."
)
_GONE = (
    "The service ended the press, perhaps for want of memory. Nothing was changed. Tell whoever "
    "runs it when it happened."
)


def answer_apart(what: str, body: bytes, rules: Path, limits: Limits) -> Answer:
    """The answer to a press, from a process of its own; waits for it as long as the limits say."""
    here, there = _processes.Pipe(duplex=False)
    process = _processes.Process(
        target=_work, args=(there, what, body, rules, limits.memory_megabytes), daemon=True
    )
    process.start()
    there.close()
    try:
        if not here.poll(limits.seconds):
            return refusal(503, _TOO_LONG.format(limits.seconds), "too long: ended")
        answer: Answer = here.recv()
        return answer
    except (EOFError, OSError):
        return refusal(500, _GONE, "its process died")
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()


def _work(there: Connection, what: str, body: bytes, rules: Path, megabytes: int) -> None:
    from xl_scorecard.serving.press import answer_to

    _bound_memory(megabytes)
    there.send(answer_to(what, body, rules))


def begin() -> None:
    """Load what presses need, so that the first need not wait for it."""
    if sys.platform != "win32":
        from multiprocessing import forkserver

        forkserver.ensure_running()


def _bound_memory(megabytes: int) -> None:
    """Have the system refuse more memory than that beside what is taken already, where it can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
