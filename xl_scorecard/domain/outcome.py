"""What came of one workbook, as the JSON of the contract has it (version 1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.benchmarks.held_against import HeldAgainst, Standing
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.finding import Finding, NotLookedAt, Severity
from xl_scorecard.domain.forecast.words import ForecastResult
from xl_scorecard.domain.streaks.result import StreakResult
from xl_scorecard.domain.understanding import Understanding
from xl_scorecard.domain.variation.told import Variation
from xl_scorecard.errors import Kind, printable

VERSION = 1
_FileName = Annotated[str, BeforeValidator(lambda name: name and printable(name))]


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True)


class Figure(NamedTuple):
    """One outturn of an indicator, with its cell; not part of the JSON."""

    period: str
    last_day: str
    cell: str
    value: float | None
    gap: str | None


class LimitsResult(_Result):
    """The mean of a series and its limits, in the unit, and how many figures they rest on: of
    fewer than twelve they are on trial. `screened` moves were left out as outlying."""

    mean: float
    lower: float
    upper: float
    moving_range: float
    figures: int
    trial: bool
    screened: int


class PointResult(_Result):
    """A figure of a series with the mean and limits that it is held against, why it is singled out
    (`causes`), what that is a sign of, and what is to be expected of its target."""

    period: str
    value: float | None
    mean: float
    lower: float
    upper: float
    causes: list[str]
    variation: str | None
    assurance: str | None


class BenchmarkResult(_Result):
    """Others' figure and what comes of it: `gap` is the indicator's figure less theirs, `better`
    whether that is good (None where it is neither, or nothing says which way is good), `standing`
    the word for it. `cell` is where it stands, None of the rule set's. A `rank` is told among the
    figures of single authorities, `value` being None where their average is not known; `quartile`
    is 1 (best) to 4. `not_compared` is "span" where it is of another stretch of time; `leads`
    marks the one of its kind that the sheets show."""

    kind: str
    label: str
    period: str | None
    value: float | None
    gap: float | None
    better: bool | None
    standing: str | None
    cell: str | None
    rank: str | None = None
    quartile: int | None = None
    not_compared: str | None = None
    leads: bool = False


class SuppliedFigure(_Result):
    """A figure of an earlier quarter that only another workbook has, and where it stands there."""

    period: str
    value: float
    sheet: str
    cell: str


class IndicatorResult(_Result):
    """One indicator row in the reporting period; percentages are fractions.

    `target_upper` is the other end of a target that is a range, `floor` the figure past which it is
    in the worst band. `compared_with` is the period that
    the move is told from; where an earlier figure is there and not to be compared with,
    `not_compared` or `not_compared_on_year` says why: "break" or "basis". `no_variation` says why
    there are no `limits`: "year to date", "overlapping" or "too few"; `points` are the figures of
    the series, oldest first, that have some. `direction_by` says what the direction of travel
    means: "number", "performance", "status" (then `status_before` is the one it is told from) or
    "slope". `due`, `expected` and `done` are the days of a milestone, `2018-12-31`. `words` are the
    sentences that its figures bear; none of a count that is only part of another row. `supplied`
    are figures that workbooks of earlier quarters have of periods that this one has no cell for,
    oldest first: streak and variation rest on them too.
    """

    id: str
    name: str
    section: str
    sheet: str
    row: int
    cell: str | None
    basis: str | None
    period: str
    unit: str | None
    value: float | None
    gap: str | None
    target: float | None
    tolerance: float | None
    status: str
    concern: int
    previous: float | None
    change: float | None
    change_on_year: float | None
    direction: str | None
    travel: str | None
    variation: str | None = None
    dimension: str = ""
    target_upper: float | None = None
    compared_with: str | None = None
    not_compared: str | None = None
    not_compared_on_year: str | None = None
    assurance: str | None = None
    no_variation: str | None = None
    limits: LimitsResult | None = None
    good_is: str | None = None
    points: list[PointResult] = []
    benchmarks: list[BenchmarkResult] = []
    streak: StreakResult | None = None
    forecast: ForecastResult | None = None
    direction_by: str | None = None
    status_before: str | None = None
    floor: float | None = None
    due: str | None = None
    expected: str | None = None
    done: str | None = None
    words: list[str] = []
    supplied: list[SuppliedFigure] = []
    comment: str = Field(default="", exclude=True)
    figures: list[Figure] = Field(default=[], exclude=True)


class FindingResult(_Result):
    """One finding, with the cell it is about.

    `periods` are those of the figures that it is about, oldest first; of several the cell is that
    of the latest. One that officers `accepted` has their `reason`.
    """

    check: str
    severity: Severity
    sheet: str | None
    cell: str | None
    indicator: str | None
    message: str
    found: str | None
    expected: str | None
    periods: list[str] = []
    accepted: bool = False
    reason: str | None = None


class NotLookedAtResult(_Result):
    """What a check could not look at on a sheet, because nobody could ask for it."""

    check: str
    aspect: Aspect
    sheet: str


class EarlierWorkbook(_Result):
    """The workbook of an earlier quarter that a workbook was held against; it was only read."""

    workbook: _FileName
    period: str


class Failure(_Result):
    """Why a workbook could not be processed."""

    kind: Kind
    message: str


class Outcome(_Result):
    """One workbook's outcome; "not_done" where the run was stopped before it was begun or done.

    `statuses` counts indicators by status, in the rating's order. `checks` are those that were run.
    `notes` say what was not done that nothing in the workbook is to blame for, such as an earlier
    quarter's workbook that could not be read.
    """

    path: _FileName
    output: _FileName | None = None
    outcome: Literal["refreshed", "unchanged", "checked", "cleared", "failed", "not_done"]
    error: Failure | None = None
    rules: str | None = None
    period: str | None = None
    indicators: list[IndicatorResult] = []
    findings: list[FindingResult] = []
    not_looked_at: list[NotLookedAtResult] = []
    understood: Understanding | None = None
    kept: list[str] = []
    statuses: dict[str, int] = {}
    held_against: list[EarlierWorkbook] = []
    notes: list[str] = []
    checks: list[str] = Field(default=[], exclude=True)

    def at_or_above(self, severity: Severity) -> bool:
        """Whether any finding that nobody accepted matters at least that much."""
        among = (finding for finding in self.findings if not finding.accepted)
        return any(finding.severity.rank <= severity.rank for finding in among)


class Report(_Result):
    """The outcomes of a run, in the order of their paths."""

    version: int = VERSION
    workbooks: list[Outcome]


def limits_result(variation: Variation) -> LimitsResult | None:
    """The limits that the newest figure is held against, as a result."""
    limits = variation.limits
    return None if limits is None else LimitsResult(**limits._asdict(), trial=limits.trial)


def point_results(variation: Variation) -> list[PointResult]:
    """The figures that have limits, as results."""
    each = zip(
        variation.periods, variation.points, variation.signals, variation.assurances, strict=True
    )
    return [
        PointResult.model_construct(
            period=str(period),
            value=point.value,
            mean=point.limits.mean,
            lower=point.limits.lower,
            upper=point.limits.upper,
            causes=[cause.value for cause in point.causes],
            variation=None if signal is None else signal.value,
            assurance=None if assurance is None else assurance.value,
        )
        for period, point, signal, assurance in each
        if point.limits is not None
    ]


def benchmark_results(against_others: Iterable[HeldAgainst]) -> list[BenchmarkResult]:
    """What came of benchmarks, as results."""
    return [
        BenchmarkResult(
            kind=held.benchmark.kind,
            label=label_of(held.benchmark.kind, [held.benchmark.heading]),
            period=None if held.benchmark.period is None else str(held.benchmark.period),
            value=held.benchmark.value,
            gap=held.gap,
            better=_BETTER.get(held.standing) if held.standing is not None else None,
            standing=held.standing,
            cell=held.benchmark.cell or None,
            rank=held.rank.words if held.rank is not None else None,
            quartile=held.rank.quartile if held.rank is not None else None,
            not_compared="span" if held.benchmark.spans else None,
            leads=held.leads,
        )
        for held in against_others
    ]


_BETTER = {Standing.BETTER: True, Standing.WORSE: False}


def finding_results(findings: Iterable[Finding]) -> list[FindingResult]:
    """Findings as results."""
    return [
        FindingResult(
            check=f.check,
            severity=f.severity,
            sheet=f.sheet,
            cell=f.cell,
            indicator=f.indicator,
            message=f.message,
            found=f.found,
            expected=f.expected,
            periods=[str(period) for period in f.periods],
            accepted=f.accepted,
            reason=f.reason,
        )
        for f in findings
    ]


def not_looked_at_results(not_looked_at: Iterable[NotLookedAt]) -> list[NotLookedAtResult]:
    """What was not looked at, as results."""
    return [NotLookedAtResult(check=n.check, aspect=n.aspect, sheet=n.sheet) for n in not_looked_at]
