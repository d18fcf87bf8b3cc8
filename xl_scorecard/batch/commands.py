"""Refreshing, checking and clearing whatever paths name: the command line and the Python calls."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from xl_scorecard.batch.asking import Asking
from xl_scorecard.batch.copies import Copy, without_copies
from xl_scorecard.batch.earlier import EarlierFinder
from xl_scorecard.batch.faults import is_stored
from xl_scorecard.batch.find import Found, find_workbooks, is_file, outputs
from xl_scorecard.batch.frames import frame_of, trends_of
from xl_scorecard.batch.remembered import Kept, remembered
from xl_scorecard.batch.remembered import sweep as forget
from xl_scorecard.batch.rules import RuleFinder
from xl_scorecard.batch.run_all import run_all
from xl_scorecard.batch.stopping import Stop
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.outcome import FindingResult, Outcome, Report
from xl_scorecard.errors import UsageError
from xl_scorecard.opc.seal import need_password_library
from xl_scorecard.options import Options
from xl_scorecard.reading.sheets.scratch import sweep
from xl_scorecard.reading.tables.reported import parse_wanted_period
from xl_scorecard.run import Action, Job, published_name
from xl_scorecard.stores.places import StorePath, place_of

if TYPE_CHECKING:
    import pandas as pd


_log = logging.getLogger(__name__)
Keep: TypeAlias = Literal["indicators", "findings", "counts"]
"""What is kept of outcomes until the end of a run; each with the next."""


class Run:
    """What came of a run, workbook by workbook."""

    def __init__(self, came: Sequence[Outcome | Kept]) -> None:
        self._came = came

    @cached_property
    def workbooks(self) -> list[Outcome]:
        """The outcome of each workbook."""
        return [_whole(each) for each in self._came]

    @property
    def briefs(self) -> list[Outcome]:
        """The same without indicators, which take time to read of what did not change."""
        return [_brief(each) for each in self._came]

    @property
    def failed(self) -> list[Outcome]:
        """The workbooks that could not be processed."""
        return [outcome for outcome in self.briefs if outcome.outcome == "failed"]

    @property
    def not_done(self) -> list[Outcome]:
        """The workbooks that a stopped run did not get to, or gave up."""
        return [outcome for outcome in self.briefs if outcome.outcome == "not_done"]

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

    `tell` is told in a line of what is passed over.
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
    if out is not None:
        _refuse_no_folder(out)
    found = find_workbooks([place_of(path) for path in paths], out, tell)
    if in_place:
        _refuse_in_place(found)
    if action != "clear":
        found = without_copies(
            found,
            lambda passed: tell(_passed_over(passed)),
            lambda path, what: tell(f"{path}: passed over: it is {what}"),
        )
    places: list[Path | None] = [None] * len(found)
    if action != "check":
        places = list(outputs(found, out, in_place=in_place))
    if action == "refresh":
        forget()
        if options.published is not None:
            _need_names_apart(found)
    return list(_jobs(action, found, places, options))


def _jobs(
    action: Action, found: list[Found], places: list[Path | None], options: Options
) -> Iterator[Job]:
    """The jobs of workbooks that were found, each with the place of its output."""
    finder = RuleFinder(options.rules, needed=not options.explain)
    earlier = EarlierFinder(options)
    asking = Asking(options)
    for item, place in zip(found, places, strict=True):
        if action == "clear":
            yield Job(action, item.path, place, (), options)
            continue
        rule_sets = finder.for_workbook(item)
        if options.period is not None and rule_sets:
            parse_wanted_period(options.period, rule_sets[0].starts)
        before = earlier.for_workbook(item, rule_sets[0].starts)
        asked = asking.of(item.path.name, rule_sets, before) if action == "refresh" else ""
        yield Job(action, item.path, place, rule_sets, options, before, asked)


def _refuse_no_folder(out: Path) -> None:
    """Outputs need a folder, or a bucket that is there."""
    if isinstance(out, StorePath):
        from xl_scorecard.stores.store import need_bucket

        need_bucket(out)
    if is_file(out):
        raise UsageError(f"--out {out}: is a file; name a folder for the new workbooks")


def _refuse_in_place(found: list[Found]) -> None:
    """In a store that cannot put on condition, what somebody saves meanwhile would be lost."""
    for item in found:
        if isinstance(item.path, StorePath) and not item.path.puts_if:
            raise UsageError(
                f"--in-place {item.path}: {item.path.scheme}:// cannot tell whether somebody saved "
                "it meanwhile; write new files with --out; nothing was changed"
            )


def _need_names_apart(found: list[Found]) -> None:
    """Of two workbooks of one name the second copy for the web would take the first one's place."""
    taken: dict[str, Path] = {}
    for item in found:
        other = taken.setdefault(published_name(item.path).casefold(), item.path)
        if other != item.path:
            raise UsageError(
                f"--published: {other} and {item.path} would have copies of one name; publish "
                "them into folders of their own; nothing was changed"
            )


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
    progress: Callable[[int, Outcome], None] | None = None,
    stop: Stop | None = None,
    keep: Keep = "indicators",
) -> Run:
    """Do the jobs until all are done or somebody asks to `stop`.

    `progress` is told of each outcome, with its place in the list, as it comes; of what did not
    change in brief. What is kept of each outcome until the end is what somebody asks for then: with
    its indicators, its findings, or no more than the counts of these, so that the memory of a run
    does not grow with its workbooks.
    """
    came: dict[int, Outcome | Kept] = {}
    stop = stop or Stop()
    with closing(_outcomes(jobs, processes, cluster, stop)) as finished:
        for place, outcome in finished:
            came[place] = _KEPT[keep](outcome)
            if progress is not None:
                progress(place, outcome.brief if isinstance(outcome, Kept) else outcome)
    return Run([came.get(place) or _not_done(job) for place, job in enumerate(jobs)])


def outcomes(jobs: list[Job], *, processes: int | None = None) -> Generator[Outcome]:
    """The outcome of each job as soon as it is done; none is kept."""
    with closing(_outcomes(jobs, processes, None, Stop())) as finished:
        for _, came in finished:
            yield _whole(came)


def _outcomes(
    jobs: list[Job], processes: int | None, cluster: str | None, stop: Stop
) -> Generator[tuple[int, Outcome | Kept]]:
    """The outcome of each job with its place: first of those whose results are known already."""
    left = []
    for place, job in enumerate(jobs):
        if stop.asked:
            return
        known = None if is_stored(job) else remembered(job)  # a store is asked where it is done
        if known is None:
            left.append(place)
        else:
            yield place, known
    to_do = [jobs[place] for place in left]
    if not to_do:
        return
    with closing(run_all(to_do, processes=processes, cluster=cluster, stop=stop)) as finished:
        for number, outcome in finished:
            yield left[number], outcome


def _brief(came: Outcome | Kept) -> Outcome:
    """An outcome without its indicators."""
    if isinstance(came, Kept):
        return came.brief
    return came.model_copy(update={"indicators": []}) if came.indicators else came


def _counted(came: Outcome | Kept) -> Outcome:
    """An outcome without indicators, and of its findings no more than how many there are of each
    severity."""
    brief = _brief(came)
    counts = [_like(finding.severity, finding.accepted) for finding in brief.findings]
    return brief.model_copy(update={"findings": counts, "checks": []})


@cache
def _like(severity: Severity, accepted: bool) -> FindingResult:
    """What stands for all findings of a severity."""
    return FindingResult(
        check="", severity=severity, sheet=None, cell=None, indicator=None, message="", found=None,
        expected=None, accepted=accepted,
    )  # fmt: skip


_KEPT: dict[Keep, Callable[[Outcome | Kept], Outcome | Kept]] = {
    "indicators": lambda came: came,
    "findings": _brief,
    "counts": _counted,
}


def _whole(came: Outcome | Kept) -> Outcome:
    return came.whole if isinstance(came, Kept) else came


def _not_done(job: Job) -> Outcome:
    return Outcome(path=str(job.path), outcome="not_done")
