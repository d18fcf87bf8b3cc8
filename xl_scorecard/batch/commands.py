"""Refreshing, checking and clearing whatever paths name: the command line and the Python calls."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from xl_scorecard.batch.copies import Copy, without_copies
from xl_scorecard.batch.earlier import EarlierFinder
from xl_scorecard.batch.find import find_workbooks, outputs
from xl_scorecard.batch.frames import frame_of, trends_of
from xl_scorecard.batch.rules import RuleFinder
from xl_scorecard.batch.run_all import run_all
from xl_scorecard.batch.stopping import Stop
from xl_scorecard.domain.outcome import Outcome, Report
from xl_scorecard.errors import UsageError
from xl_scorecard.opc.seal import need_password_library
from xl_scorecard.options import Options
from xl_scorecard.reading.sheets.scratch import sweep
from xl_scorecard.reading.tables.reported import parse_wanted_period
from xl_scorecard.run import Action, Job

if TYPE_CHECKING:
    import pandas as pd


_log = logging.getLogger(__name__)


class Run:
    """What came of a run, workbook by workbook."""

    def __init__(self, workbooks: list[Outcome]) -> None:
        self.workbooks = workbooks

    @property
    def failed(self) -> list[Outcome]:
        """The workbooks that could not be processed."""
        return [outcome for outcome in self.workbooks if outcome.outcome == "failed"]

    @property
    def not_done(self) -> list[Outcome]:
        """The workbooks that a stopped run did not get to, or gave up."""
        return [outcome for outcome in self.workbooks if outcome.outcome == "not_done"]

    def to_json(self) -> str:
        """The report of the contract, version 1."""
        return Report(workbooks=self.workbooks).model_dump_json(indent=1)

    def to_frame(self) -> pd.DataFrame:
        """One row an indicator and period; percentages are fractions."""
        return frame_of(self.workbooks)

    def trends(self) -> pd.DataFrame:
        """One row an indicator, period and measure, for charts; percentages are fractions."""
        return trends_of(self.workbooks)


def plan(
    action: Action,
    paths: Iterable[str | Path],
    options: Options,
    tell: Callable[[str], None] = _log.info,
) -> list[Job]:
    """The jobs of a command; raises UsageError or RuleSetError where it cannot be carried out.

    `tell` is told in a line of each workbook that is passed over.
    """
    out, in_place = options.out, options.in_place
    if action != "check" and (out is None) == (not in_place):
        raise UsageError(
            f"{action}: say where the result goes: --out DIR for new files, or --in-place; "
            "nothing was changed"
        )
    sweep()
    if options.recalculate:
        _need_office()
    if options.password is not None:
        need_password_library()
    if out is not None and out.is_file():
        raise UsageError(f"--out {out}: is a file; name a folder for the new workbooks")
    found = find_workbooks([Path(path) for path in paths], out)
    if action != "clear":
        found = without_copies(found, lambda passed: tell(_passed_over(passed)))
    places: list[Path | None] = [None] * len(found)
    if action != "check":
        places = list(outputs(found, out, in_place=in_place))
    finder = RuleFinder(options.rules, needed=not options.explain)
    earlier = EarlierFinder(options)
    jobs = []
    for item, place in zip(found, places, strict=True):
        if action == "clear":
            jobs.append(Job(action, item.path, place, (), options))
            continue
        rule_sets = finder.for_workbook(item)
        if options.period is not None and rule_sets:
            parse_wanted_period(options.period, rule_sets[0].starts)
        before = earlier.for_workbook(item, rule_sets[0].starts)
        jobs.append(Job(action, item.path, place, rule_sets, options, before))
    return jobs


def _passed_over(passed: Copy) -> str:
    return (
        f"{passed.copy.path}: passed over: it was refreshed from {passed.source.path}, which is "
        "done; name it by itself if it is meant"
    )


def _need_office() -> None:
    from xl_scorecard.reading.sheets.recalculate import NO_OFFICE, find_office

    if find_office() is None:
        raise UsageError(f"{NO_OFFICE}; nothing was done")


def carry_out(
    jobs: list[Job],
    *,
    processes: int | None = None,
    cluster: str | None = None,
    progress: Callable[[Outcome], None] | None = None,
    stop: Stop | None = None,
) -> Run:
    """Do the jobs until all are done or somebody asks to `stop`.

    `progress` is told of each outcome as it comes.
    """
    outcomes: dict[int, Outcome] = {}
    with closing(run_all(jobs, processes=processes, cluster=cluster, stop=stop)) as finished:
        for place, outcome in finished:
            outcomes[place] = outcome
            if progress is not None:
                progress(outcome)
    return Run([outcomes.get(place) or _not_done(job) for place, job in enumerate(jobs)])


def _not_done(job: Job) -> Outcome:
    return Outcome(path=str(job.path), outcome="not_done")
