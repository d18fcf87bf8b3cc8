"""Running many jobs, one after the other or side by side."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.run import Job, failed, process

if TYPE_CHECKING:
    from concurrent.futures import Executor

FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError,
    RuntimeError, TypeError, ValueError,
)  # fmt: skip
"""What a bug of ours, or a workbook beyond all expectation, may raise."""
_WORTH_A_PROCESS = 4
_PATIENCE = 10  # seconds for a scheduler to answer in


def run_all(
    jobs: list[Job], *, processes: int | None = None, cluster: str | None = None
) -> Generator[tuple[int, Outcome]]:
    """The outcome of each job with its place in the list, as they finish.

    `processes` None takes one a core where there are enough jobs; `cluster` is the address of a
    dask scheduler whose workers see the same files.
    """
    with _executor(len(jobs), processes, cluster) as executor:
        if executor is None:
            for place, job in enumerate(jobs):
                yield place, _guarded(job)
            return
        from concurrent.futures import as_completed

        futures = {
            executor.submit(
                _elsewhere, job, job.path.absolute(), job.output and job.output.absolute()
            ): place
            for place, job in enumerate(jobs)
        }
        for future in as_completed(futures):
            place = futures[future]
            cause = future.exception()
            yield place, future.result() if cause is None else _broken(jobs[place], cause)


def _guarded(job: Job) -> Outcome:
    """One workbook's bug must not cost the others their run: it is reported as a failure."""
    try:
        return process(job)
    except FAULTS as cause:
        return _broken(job, cause)


def _elsewhere(job: Job, path: Path, output: Path | None) -> Outcome:
    """Do a job where the working folder may be another; the outcome names files as they were."""
    outcome = _guarded(replace(job, path=path, output=output))
    named = {"path": str(job.path), "output": outcome.output and str(job.output)}
    return outcome.model_copy(update=named)


def _broken(job: Job, cause: BaseException) -> Outcome:
    return failed(job, fault_of(job.path.name, cause))


def fault_of(name: str, cause: BaseException) -> WorkbookError:
    """The one line to say of a workbook that a fault stopped us at; the log has the details."""
    import logging  # what no run needs that goes well

    logging.getLogger(__name__).debug("%s", name, exc_info=cause)
    if isinstance(cause, MemoryError):
        return WorkbookError("too_large", f"{name}: needs more memory than there is")
    message = (
        f"{name}: stopped on a fault of xl-scorecard ({type(cause).__name__}); nothing "
        "was written; please report it with the output of --debug"
    )
    return WorkbookError("unreadable", message)


@contextmanager
def _executor(jobs: int, processes: int | None, cluster: str | None) -> Iterator[Executor | None]:
    if cluster is not None:
        with _cluster(cluster) as executor:
            yield executor
        return
    wanted = processes or (os.cpu_count() or 1 if jobs >= _WORTH_A_PROCESS else 1)
    if min(wanted, jobs) <= 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor  # not for one workbook: it is slow to come

    with ProcessPoolExecutor(min(wanted, jobs), initializer=_finish_what_is_begun) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)  # of a run that is stopped, those not begun


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """The workers of a dask scheduler; raises UsageError where none answers."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--cluster needs dask: pip install 'xl-scorecard[cluster]'") from None
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError):
        raise UsageError(
            f"--cluster {address}: no dask scheduler answers there; nothing was done"
        ) from None
    with client:
        yield client.get_executor()


def _finish_what_is_begun() -> None:
    """Leave an interruption, which reaches every process of a terminal, to the one that began."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
