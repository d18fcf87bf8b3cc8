"""Running many jobs, one after the other or side by side."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_scorecard.batch.faults import broken, guarded
from xl_scorecard.batch.let_go import let_go
from xl_scorecard.batch.stopping import GLANCE, Stop
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.earlier import Before
from xl_scorecard.errors import UsageError, printable
from xl_scorecard.run import Job

if TYPE_CHECKING:
    from concurrent.futures import Executor

_WORTH_A_PROCESS = 4
_PATIENCE = 10  # seconds for a scheduler to answer in
_CLUSTERS_OWN_WORDS = ("distributed", "distributed.client", "tornado")


def run_all(
    jobs: list[Job],
    *,
    processes: int | None = None,
    cluster: str | None = None,
    stop: Stop | None = None,
) -> Generator[tuple[int, Outcome]]:
    """The outcome of each job with its place in the list, as they finish.

    `processes` None takes one a core where there are enough jobs; `cluster` is the address of a
    dask scheduler whose workers see the same files. Once asked to `stop`, no job is begun, and
    those that are not done in time have no outcome.
    """
    stop = stop or Stop()
    if cluster is not None:
        yield from _on_cluster(jobs, cluster, stop)
        return
    if len(jobs) < (2 if processes else _WORTH_A_PROCESS):
        yield from _here(jobs, stop)
        return
    from xl_scorecard.batch.crew import crew_size, spread  # not for one workbook: slow to come

    size = crew_size(len(jobs), processes)
    with closing(spread(jobs, size, stop) if size > 1 else _here(jobs, stop)) as finished:
        yield from finished


def _here(jobs: list[Job], stop: Stop) -> Generator[tuple[int, Outcome]]:
    """One after the other, in this process."""
    for place, job in enumerate(jobs):
        if stop.asked:
            return
        try:
            with stop.in_hand():
                outcome = guarded(job)
        except KeyboardInterrupt:
            if not stop.asked:
                raise
            return
        yield place, outcome
        del outcome
        if place + 1 < len(jobs):
            let_go()


def _on_cluster(jobs: list[Job], address: str, stop: Stop) -> Generator[tuple[int, Outcome]]:
    """On the workers of a dask scheduler; raises UsageError where none answers."""
    from concurrent.futures import FIRST_COMPLETED, wait

    with ExitStack() as opened:
        executor = _cluster(address, opened)
        futures = {
            executor.submit(
                _elsewhere,
                job,
                job.path.absolute(),
                job.output and job.output.absolute(),
                job.before.absolute(),
            ): place
            for place, job in enumerate(jobs)
        }
        while futures and not stop.at_once:
            if stop.asked:
                for future in futures:
                    future.cancel()
            for future in wait(futures, timeout=GLANCE, return_when=FIRST_COMPLETED).done:
                place = futures.pop(future)
                if future.cancelled():
                    continue
                cause = future.exception()
                yield place, future.result() if cause is None else broken(jobs[place], cause)


def _cluster(address: str, opened: ExitStack) -> Executor:
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
    executor: Executor = opened.enter_context(client).get_executor()
    for name in _CLUSTERS_OWN_WORDS:
        log = logging.getLogger(name)
        opened.callback(log.setLevel, log.level)
        log.setLevel(logging.CRITICAL)  # what came of each workbook is said by us
    return executor


def _elsewhere(job: Job, path: Path, output: Path | None, before: Before) -> Outcome:
    """Do a job where the working folder may be another; the outcome names files as they were."""
    let_go()
    outcome = guarded(replace(job, path=path, output=output, before=before))
    there = outcome.output and printable(str(job.output))
    return outcome.model_copy(update={"path": printable(str(job.path)), "output": there})
