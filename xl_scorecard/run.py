"""One workbook from file to file: refresh, check or clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from xl_scorecard.domain.outcome import Failure, Outcome
from xl_scorecard.domain.rule_set import RuleSet, blank_rule_set
from xl_scorecard.domain.understanding import Understanding
from xl_scorecard.earlier import Before, earlier_quarters
from xl_scorecard.errors import WorkbookError
from xl_scorecard.file_host import FileHost, Leave, OpenedFile, clear, opened
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.options import Options
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.tables.workbooks import Fit, most_known, read_workbook
from xl_scorecard.reading.told.explain import explain
from xl_scorecard.reading.told.glance import glances
from xl_scorecard.refreshing import AskEarlier, Reading, outcome_of, read_of, refresh

Action = Literal["refresh", "check", "clear"]


@dataclass(frozen=True)
class Job:
    """One workbook and what to do with it; `output` is None for a check.

    `asked` is a digest of what its results rest on but for the bytes of files; empty where they
    are not kept for the next run. They are kept under the name of the output, or as `kept_as` says.
    """

    action: Action
    path: Path
    output: Path | None
    rule_sets: tuple[RuleSet, ...] = ()
    options: Options = field(default_factory=Options)
    before: Before = field(default_factory=Before)
    asked: str = ""
    kept_as: str = ""


def process(job: Job) -> Outcome:
    """Do one job; what stops it is part of the outcome."""
    try:
        return {"refresh": _refresh, "check": _check, "clear": _clear}[job.action](job)
    except WorkbookError as error:
        return failed(job, error)


def failed(job: Job, error: WorkbookError) -> Outcome:
    """The outcome of a workbook that could not be processed."""
    failure = Failure(kind=error.kind, message=error.message)
    return Outcome(path=str(job.path), outcome="failed", error=failure)


def _opened(job: Job) -> AbstractContextManager[OpenedFile]:
    asked = job.options
    leave = Leave(asked.through_protection, asked.allow_unsign, asked.overwrite, in_use=asked.force)
    return opened(job.path, job.output, leave, job.options.password)


def _earlier_of(job: Job) -> AskEarlier:
    """What gives the earlier quarters of a job's workbook."""
    return partial(earlier_quarters, job.before, job.options.password)


class _MostKnown:
    """Picks the rule set that knows most rows, and says so where another knows as many."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def __call__(self, fits: list[Fit]) -> Fit:
        best = most_known(fits)
        names = [
            fit.rule_set.name
            for fit in fits
            if fit is not best
            and fit.known == best.known
            # of one and the one that it starts from, the newer is meant
            and fit.rule_set.based_on is best.rule_set.based_on is None
        ]
        if names:
            alike = " and ".join((best.rule_set.name, *names))
            note = (
                f"rule sets {alike} fit alike; {best.rule_set.name} was used: say which with "
                "--rules, or with files: under workbook: in each"
            )
            self.notes = [note]
        return best


def _refresh(job: Job) -> Outcome:
    choose = _MostKnown()
    with _opened(job) as file:
        host = FileHost(file, recalculate=job.options.recalculate)
        outcome = refresh(
            host,
            job.rule_sets,
            job.options.period,
            choose=choose,
            figures=job.options.figures,
            ask_earlier=_earlier_of(job),
            publish=_publishing(job),
        )
    notes = [*choose.notes, *outcome.notes]
    return outcome.model_copy(update={"kept": [*outcome.kept, *host.lost], "notes": notes})


def published_name(path: Path) -> str:
    """The name of a workbook's copy for the web."""
    return f"{path.stem}.xlsx"


def _publishing(job: Job) -> Callable[[Reading], None] | None:
    """What writes the copy for the web, where one is asked for."""
    folder = job.options.published
    if folder is None:
        return None
    place = folder / published_name(job.path)

    def publish_it(reading: Reading) -> None:
        # it composes and draws, which no check does
        from xl_scorecard.compose.workbook import compose_published
        from xl_scorecard.writing.publish import publish

        rules = reading.rule_set
        sheets = compose_published(reading.scorecard, reading.ask_places(), reading.checked, rules)
        title = rules.title or rules.name
        publish(sheets, place, title, title, reading.scorecard.period)

    return publish_it


def _check(job: Job) -> Outcome:
    choose = _MostKnown()
    with _opened(job) as file:
        host = FileHost(file, recalculate=job.options.recalculate)
        with host.sheets() as source:
            try:
                reading = read_of(
                    host, source, job.rule_sets, job.options.period, choose, _earlier_of(job)
                )
            except WorkbookError as error:
                if not job.options.explain or error.kind != "no_scorecard":
                    raise
                understood = _looked_at(job, host.there, source)
                return failed(job, error).model_copy(update={"understood": understood})
            outcome = outcome_of(host, "checked", reading, figures=job.options.figures)
            outcome = outcome.model_copy(update={"notes": [*choose.notes, *outcome.notes]})
            if not job.options.explain:
                return outcome
            found = glances(host.there, source, reading.rule_set, reading.scorecard)
            understood = explain(reading.scorecard, found)
            return outcome.model_copy(update={"understood": understood})


def _looked_at(job: Job, there: Sequence[Sheet], source: SheetSource) -> Understanding:
    """How the sheets look where no rule set fits: under the first that finds a scorecard."""
    for rule_set in (*job.rule_sets, blank_rule_set()):
        try:
            _, scorecard = read_workbook(job.path.name, source, [rule_set], None)
        except WorkbookError:
            continue
        return explain(scorecard, glances(there, source, rule_set, scorecard))
    return explain(None, glances(there, source, blank_rule_set(), None))


def _clear(job: Job) -> Outcome:
    with _opened(job) as file:
        cleared = clear(file)
    return Outcome(
        path=str(job.path),
        output=str(job.output),
        outcome="cleared" if cleared.anything else "unchanged",
        kept=cleared.kept,
    )
