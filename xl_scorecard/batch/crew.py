"""Many jobs on processes of their own, of which any may die at any time."""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.connection
import os
import sys
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeAlias

from xl_scorecard.batch.faults import broken, died, guarded
from xl_scorecard.batch.let_go import let_go
from xl_scorecard.batch.stopping import GLANCE, PATIENCE, Stop, Worker
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.run import Job

Placed: TypeAlias = tuple[int, Job]
Finished: TypeAlias = tuple[int, Outcome]
_MOST_ON_WINDOWS = 61  # how many processes Windows waits for at once
_CLEARING_UP = 0.4  # seconds that a worker is given to close what it has open
_worker = Worker()


def crew_size(jobs: int, wanted: int | None, platform: str = sys.platform) -> int:
    """How many processes to run jobs on; without a wish, one a core."""
    most = _MOST_ON_WINDOWS if platform == "win32" else jobs
    return min(wanted or os.cpu_count() or 1, jobs, most)


def spread(jobs: list[Job], size: int, stop: Stop) -> Generator[Finished]:
    """The outcome of each job with its place in the list, as they finish.

    Where a process dies, all are begun anew. What was in hand just then is done again, each job
    by itself: the one that kills its process again has failed.
    """
    waiting = deque(enumerate(jobs))
    while waiting and not stop.asked:
        before = len(waiting)
        lost = yield from _shift(waiting, size, stop)
        if len(waiting) == before:
            lost.append(waiting.popleft())
        for place, job in lost:
            yield from _alone(place, job, stop)


def _alone(place: int, job: Job, stop: Stop) -> Generator[Finished]:
    """Do a job by itself, on a process of its own as long as the system lets us have one."""
    waiting = deque([(place, job)])
    lost = yield from _shift(waiting, 1, stop)
    if stop.asked:
        return
    if lost:
        yield place, died(job)
    elif waiting:
        yield place, guarded(job)


def _shift(
    waiting: deque[Placed], size: int, stop: Stop
) -> Generator[Finished, None, list[Placed]]:
    """Do the jobs that wait until there are none, or one kills its process, or the run stops.

    Returns what was in hand when a process died.
    """
    in_hand: dict[Future[Outcome], Placed] = {}
    with _pool(size, in_hand) as pool:
        while in_hand or (waiting and not stop.asked):
            alive = _fill(pool, in_hand, waiting, size, stop)
            for future in wait(in_hand, timeout=GLANCE, return_when=FIRST_COMPLETED).done:
                cause = future.exception()
                if isinstance(cause, BrokenExecutor):
                    alive = False
                    continue
                place, job = in_hand.pop(future)
                yield place, future.result() if cause is None else broken(job, cause)
            if not alive:
                return list(in_hand.values())
            if stop.at_once:
                break
    return []


def _fill(
    pool: ProcessPoolExecutor,
    in_hand: dict[Future[Outcome], Placed],
    waiting: deque[Placed],
    size: int,
    stop: Stop,
) -> bool:
    """Hand out a job to each process that has none; says whether all of them live."""
    while waiting and len(in_hand) < size and not stop.asked:
        _, job = waiting[0]
        try:
            future = pool.submit(_at_work, job)
        except (BrokenExecutor, OSError):  # they died, or the system has no more of them
            return False
        in_hand[future] = waiting.popleft()
    return True


@contextmanager
def _pool(size: int, in_hand: dict[Future[Outcome], Placed]) -> Iterator[ProcessPoolExecutor]:
    """Processes to work on; those that are busy when this is left have a moment to finish."""
    others = set(multiprocessing.active_children())
    debug = logging.getLogger().isEnabledFor(logging.DEBUG)
    pool = ProcessPoolExecutor(size, initializer=_begin, initargs=(debug,))
    try:
        yield pool
    except BaseException:  # stopped by whoever called us from Python
        wait(in_hand, timeout=PATIENCE)
        raise
    finally:
        if not all(future.done() for future in in_hand):
            _end(set(multiprocessing.active_children()) - others)
        pool.shutdown(cancel_futures=True)


def _end(processes: set[multiprocessing.process.BaseProcess]) -> None:
    """End processes: they are told first, so that they can close what they have open."""
    for process in processes:
        process.terminate()
    there = [process.sentinel for process in processes]
    while there and (gone := multiprocessing.connection.wait(there, _CLEARING_UP)):
        there = [sentinel for sentinel in there if sentinel not in gone]
    for process in processes:
        process.kill()


def _begin(debug: bool) -> None:
    """A worker's first act."""
    _worker.begin()
    if debug:
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)


def _at_work(job: Job) -> Outcome:
    """A worker's work."""
    let_go()
    with _worker.busy():
        return guarded(job)
