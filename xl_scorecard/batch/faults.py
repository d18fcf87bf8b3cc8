"""What is said of a workbook that a fault of ours stopped."""

from __future__ import annotations

from xl_scorecard.batch.remembered import process
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import WorkbookError
from xl_scorecard.run import Job, failed
from xl_scorecard.stores.places import StorePath


def guarded(job: Job) -> Outcome:
    """Do a job; a fault in it is a failure of its workbook and costs the others nothing."""
    try:
        if is_stored(job):
            from xl_scorecard.batch.stored import process_stored  # for stores alone

            return process_stored(job)
        return process(job)
    except Exception as cause:
        return broken(job, cause)


def is_stored(job: Job) -> bool:
    """Whether any file of a job lies in a store."""
    earlier = (each.path for each in (*job.before.alike, *job.before.others))
    return any(isinstance(path, StorePath) for path in (job.path, job.output, *earlier))


def broken(job: Job, cause: BaseException) -> Outcome:
    """The outcome of a job that a fault stopped."""
    return failed(job, fault_of(job.path.name, cause))


def died(job: Job) -> Outcome:
    """The outcome of a job whose process died of it."""
    name = job.path.name
    return failed(
        job,
        WorkbookError(
            "fault",
            f"{name}: the process that worked on it was ended from outside, as happens when "
            "memory runs out; nothing was written; close other programs, then run it by itself",
        ),
    )


def fault_of(name: str, cause: BaseException) -> WorkbookError:
    """The one line to say of a workbook that a fault stopped us at; the log has the details."""
    import logging  # what no run needs that goes well

    logging.getLogger(__name__).debug("%s", name, exc_info=cause)
    if isinstance(cause, MemoryError):
        return WorkbookError("too_large", f"{name}: needs more memory than there is")
    return WorkbookError(
        "fault",
        f"{name}: stopped on a fault of xl-scorecard ({type(cause).__name__}); nothing "
        "was written; please report it with the output of --debug",
    )
