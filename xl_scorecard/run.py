"""One workbook from file to file: read, check, rate, write back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from xl_scorecard.checks.catalogue import run_checks
from xl_scorecard.checks.context import Context
from xl_scorecard.compose.workbook import compose
from xl_scorecard.domain.finding import Finding
from xl_scorecard.domain.outcome import (
    Failure,
    Figure,
    IndicatorResult,
    Outcome,
    finding_results,
)
from xl_scorecard.domain.rule_set import RuleSet, blank_rule_set
from xl_scorecard.domain.scorecard import Former, Measure, Scorecard
from xl_scorecard.domain.understanding import Understanding
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.options import Options
from xl_scorecard.rating.assess import Assessment, assess
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.tables.workbooks import (
    Choose,
    FileSheets,
    SheetSource,
    most_known,
    read_workbook,
)
from xl_scorecard.reading.told.explain import explain
from xl_scorecard.reading.told.glance import glances
from xl_scorecard.writing.apply import apply
from xl_scorecard.writing.guards import refuse_open, refuse_protected, refuse_signed, unsign
from xl_scorecard.writing.swap import Stamp, held, stamp_of, write_whole
from xl_scorecard.writing.take_out import owned_sheets, take_out

Action = Literal["refresh", "check", "clear"]


@dataclass(frozen=True)
class Job:
    """One workbook and what to do with it; `output` is None for a check."""

    action: Action
    path: Path
    output: Path | None
    rule_sets: tuple[RuleSet, ...] = ()
    options: Options = field(default_factory=Options)


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


@dataclass(frozen=True)
class Reading:
    """What a workbook says and what came of it."""

    rule_set: RuleSet
    scorecard: Scorecard
    assessments: list[Assessment]
    findings: list[Finding]


def read(
    name: str,
    source: SheetSource,
    rule_sets: Sequence[RuleSet],
    period: str | None,
    former: Sequence[Former],
    choose: Choose = most_known,
) -> Reading:
    """Read, rate and check the sheets of a workbook: the same for a closed file and an open one."""
    rule_set, scorecard = read_workbook(name, source, list(rule_sets), period, former, choose)
    rating = rule_set.bands
    assessments = [assess(m, scorecard.period, rating) for m in scorecard.measures]
    places = [(a.measure.sheet, a.measure.name_cell) for a in assessments]
    context = Context(
        scorecard,
        rule_set,
        statuses=dict(zip(places, (a.status for a in assessments), strict=True)),
        travels=dict(zip(places, (a.travel for a in assessments), strict=True)),
    )
    return Reading(rule_set, scorecard, assessments, run_checks(context))


def _sheets(workbook: Workbook, job: Job) -> AbstractContextManager[SheetSource]:
    """The worksheets to read, computed anew where the job says so."""
    if job.options.recalculate:
        from xl_scorecard.reading.sheets.recalculate import RecalculatedSheets

        return RecalculatedSheets(workbook)
    return nullcontext(FileSheets(workbook))


def _read(source: SheetSource, job: Job, former: list[Former]) -> Reading:
    return read(job.path.name, source, job.rule_sets, job.options.period, former)


def _check(job: Job) -> Outcome:
    with open_package(job.path, job.options.password) as package:
        workbook = Workbook(package)
        there = workbook.worksheets
        former = take_out(workbook)
        with _sheets(workbook, job) as source:
            try:
                reading = _read(source, job, former)
            except WorkbookError as error:
                if not job.options.explain or error.kind != "no_scorecard":
                    raise
                understood = _looked_at(job, there, source)
                return failed(job, error).model_copy(update={"understood": understood})
            outcome = outcome_of(job, "checked", reading)
            if not job.options.explain:
                return outcome
            found = glances(there, source, reading.rule_set, reading.scorecard)
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


def _refresh(job: Job) -> Outcome:
    refuse_open(job.path)
    read_at = stamp_of(job.path)
    with _held(job), open_package(job.path, job.options.password) as package:
        _signature(package, job)
        workbook = Workbook(package)
        former = take_out(workbook)
        with _sheets(workbook, job) as source:
            reading = _read(source, job, former)
        if not job.options.through_protection:
            refuse_protected(workbook, [table.sheet for table in reading.scorecard.tables])
        edits = compose(
            reading.scorecard,
            reading.assessments,
            reading.findings,
            reading.rule_set,
            [sheet.name for sheet in workbook.sheets],
        )
        apply(workbook, edits)
        changed = _write(job, package, read_at)
        return outcome_of(job, "refreshed" if changed else "unchanged", reading)


def _clear(job: Job) -> Outcome:
    refuse_open(job.path)
    read_at = stamp_of(job.path)
    with _held(job), open_package(job.path, job.options.password) as package:
        workbook = Workbook(package)
        sheets = owned_sheets(workbook)
        if sheets:
            _signature(package, job)
            if not job.options.through_protection:
                refuse_protected(workbook, sheets)
            take_out(workbook)
        _write(job, package, read_at)
    outcome: Literal["cleared", "unchanged"] = "cleared" if sheets else "unchanged"
    return Outcome(path=str(job.path), output=str(job.output), outcome=outcome)


def _held(job: Job) -> AbstractContextManager[None]:
    """A workbook written in place is kept from other runs; one that is only read is not."""
    in_place = job.output is not None and job.output.resolve() == job.path.resolve()
    return held(job.path) if in_place else nullcontext()


def _signature(package: Package, job: Job) -> None:
    if job.options.allow_unsign:
        unsign(package)
    else:
        refuse_signed(package)


def _write(job: Job, package: Package, read_at: Stamp) -> bool:
    """Put the package in the output's place; returns whether it differs from what was read."""
    assert job.output is not None  # only a check has none
    close: Callable[[], None] = package.close
    return write_whole(
        job.output, package.save, source=job.path, read_at=read_at, close_source=close
    )


def outcome_of(
    job: Job, outcome: Literal["refreshed", "unchanged", "checked"], reading: Reading
) -> Outcome:
    """The outcome of a job whose workbook was read."""
    return Outcome(
        path=str(job.path),
        output=None if job.output is None else str(job.output),
        outcome=outcome,
        rules=reading.rule_set.name or None,
        period=str(reading.scorecard.period),
        indicators=[_indicator(a, figures=job.options.figures) for a in reading.assessments],
        findings=finding_results(reading.findings),
    )


def _indicator(a: Assessment, *, figures: bool) -> IndicatorResult:
    measure = a.measure
    target = a.target.value if a.target else None
    tolerance = measure.tolerance
    return IndicatorResult(
        id=measure.id,
        name=measure.name,
        section=measure.section,
        sheet=measure.sheet,
        row=measure.row,
        cell=a.current.cell if a.current else None,
        basis=measure.basis.value if measure.basis else None,
        period=str(a.period),
        unit=measure.unit.value if measure.unit else None,
        value=a.value,
        gap=a.gap.value if a.gap else None,
        target=target,
        tolerance=tolerance.in_unit(target) if tolerance and target is not None else None,
        status=a.status,
        concern=a.concern,
        previous=a.previous.value if a.previous else None,
        change=a.change,
        change_on_year=a.change_on_year,
        direction=a.direction,
        travel=a.travel,
        figures=_figures(measure) if figures else [],
    )


def _figures(measure: Measure) -> list[Figure]:
    return [
        Figure(
            period=str(period),
            last_day=period.last_day.isoformat(),
            cell=outturn.cell,
            value=outturn.value,
            gap=outturn.gap.value if outturn.gap else None,
        )
        for period, outturn in sorted(measure.outturns.items())
    ]
