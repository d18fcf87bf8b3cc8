"""One refresh, whoever hosts the workbook: read, rate, check, ask, compose, write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Literal

from xl_scorecard.checks.context import Context
from xl_scorecard.checks.running import run_checks
from xl_scorecard.compose.places import Place, our_columns, places
from xl_scorecard.compose.words.sentences import Narrator
from xl_scorecard.domain.acceptance import answered
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.edits import Edits
from xl_scorecard.domain.finding import Checked, Finding
from xl_scorecard.domain.forecast.words import forecast_result
from xl_scorecard.domain.outcome import (
    EarlierWorkbook,
    Figure,
    FindingResult,
    IndicatorResult,
    Outcome,
    SuppliedFigure,
    benchmark_results,
    finding_results,
    limits_result,
    not_looked_at_results,
    point_results,
)
from xl_scorecard.domain.parts import Parts
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former, Measure, Scorecard
from xl_scorecard.domain.streaks.result import streak_result
from xl_scorecard.host import Host
from xl_scorecard.one_command import without_tidying
from xl_scorecard.rating.assess import rate
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.tables.earlier_quarters import Earlier, held_against, unknown_beside
from xl_scorecard.reading.tables.workbooks import Choose, most_known, read_workbook

AskEarlier = Callable[[RuleSet, Scorecard], Earlier]
GoOn = Callable[[list[FindingResult]], bool]


def none_earlier(_rule_set: RuleSet, _scorecard: Scorecard) -> Earlier:
    """No earlier quarters: nobody looks for them."""
    return Earlier()


@dataclass(frozen=True)
class Reading:
    """What a workbook says and what came of it."""

    rule_set: RuleSet
    scorecard: Scorecard
    rows: list[AssessedRow]
    checked: Checked
    ask_places: Callable[[], Sequence[Place]]
    """Where our columns go; raises WorkbookError (too_large) where there is no room."""
    earlier: Earlier = field(default_factory=Earlier)
    """What it was held against."""

    @property
    def narrator(self) -> Narrator:
        """Who says in words what the rows bear."""
        return Narrator(self.rule_set.bands, Parts(self.rows))

    @property
    def findings(self) -> list[Finding]:
        """What the checks found."""
        return self.checked.findings


@without_tidying()
def refresh(
    host: Host,
    rule_sets: Sequence[RuleSet],
    period: str | None = None,
    *,
    choose: Choose = most_known,
    go_on: GoOn | None = None,
    figures: bool = False,
    ask_earlier: AskEarlier = none_earlier,
    publish: Callable[[Reading], None] | None = None,
) -> Outcome:
    """Refresh the workbook of a host; raises WorkbookError.

    `choose` picks one of several rule sets that fit. Where `go_on` says no to the findings,
    nothing is written and the outcome is "checked". `publish` is given what was read, for a copy
    of its own. `figures` asks for every period's outturns,
    `ask_earlier` gives the earlier quarters that checks hold it against.
    """
    with host.sheets() as source:
        reading = read_of(host, source, rule_sets, period, choose, ask_earlier)
    host.refuse([table.sheet for table in reading.scorecard.tables])
    if go_on is not None and not go_on(finding_results(reading.findings)):
        return outcome_of(host, "checked", reading, figures=figures)
    changed = host.write(composed(reading, host.taken))
    if publish is not None:
        publish(reading)
    return outcome_of(host, "refreshed" if changed else "unchanged", reading, figures=figures)


@without_tidying()
def read_of(
    host: Host,
    source: SheetSource,
    rule_sets: Sequence[RuleSet],
    period: str | None,
    choose: Choose = most_known,
    ask_earlier: AskEarlier = none_earlier,
) -> Reading:
    """Read, rate and check the sheets that a host shows; raises WorkbookError."""
    reading = read(host.path.name, source, rule_sets, period, host.former, choose, ask_earlier)
    checked = reading.checked
    told = answered(checked.findings, host.answers)
    return replace(reading, checked=replace(checked, findings=told))


def read(
    name: str,
    source: SheetSource,
    rule_sets: Sequence[RuleSet],
    period: str | None,
    former: Sequence[Former],
    choose: Choose = most_known,
    ask_earlier: AskEarlier = none_earlier,
) -> Reading:
    """Read, rate and check the sheets of a workbook: the same for a closed file and an open one."""
    rule_set, scorecard = read_workbook(name, source, list(rule_sets), period, former, choose)
    earlier = ask_earlier(rule_set, scorecard)
    if earlier.quarters:
        scorecard = held_against(scorecard, earlier.quarters)
    rows = rate(scorecard, rule_set.bands)
    ask_places = cache(partial(places, scorecard, rows, rule_set.columns))
    beside, unknown = partial(our_columns, ask_places), unknown_beside(earlier)
    context = Context(scorecard, rule_set, rows, ask_beside=beside, unknown=unknown)
    return Reading(rule_set, scorecard, rows, run_checks(context), ask_places, earlier)


def composed(reading: Reading, taken: Sequence[str]) -> Edits:
    """What to write; `taken` are names that no sheet of ours may have."""
    from xl_scorecard.compose.workbook import compose  # a fifth of all imports: a check needs none

    return compose(
        reading.scorecard, reading.ask_places(), reading.checked, reading.rule_set, taken
    )


def outcome_of(
    host: Host,
    outcome: Literal["refreshed", "unchanged", "checked"],
    reading: Reading,
    *,
    figures: bool = False,
) -> Outcome:
    """What came of a workbook that was read."""
    narrator = reading.narrator
    return Outcome(
        path=str(host.path),
        output=None if host.output is None else str(host.output),
        outcome=outcome,
        rules=reading.rule_set.name or None,
        period=str(reading.scorecard.period),
        indicators=[_indicator(a, narrator.sentences(a), figures=figures) for a in reading.rows],
        findings=finding_results(reading.findings),
        not_looked_at=not_looked_at_results(reading.checked.not_looked_at),
        statuses=_statuses(reading),
        checks=list(reading.checked.run),
        held_against=[
            EarlierWorkbook(workbook=quarter.workbook, period=str(quarter.period))
            for quarter in reading.earlier.quarters
        ],
        notes=list(reading.earlier.notes),
        kept=[
            f"kept what was published on {each.sheet} for {each.period} ({each.where})"
            for each in reading.scorecard.published
        ],
    )


def _statuses(reading: Reading) -> dict[str, int]:
    """How many indicators have which status, in the rating's order."""
    counts = Counter(row.status for row in reading.rows)
    bands = reading.rule_set.bands.all_bands
    return {band.status: counts[band.status] for band in bands if counts[band.status]}


def _indicator(a: AssessedRow, words: Sequence[str], *, figures: bool) -> IndicatorResult:
    measure = a.measure
    target = a.target.value if a.target else None
    tolerance = measure.tolerance
    days = measure.dates.by_word if measure.dates is not None else {}
    return IndicatorResult(
        id=measure.id,
        name=measure.name,
        section=measure.section,
        dimension=measure.dimension,
        sheet=measure.sheet,
        row=measure.row,
        cell=a.current.cell if a.current else None,
        basis=measure.basis.value if measure.basis else None,
        period=str(a.period),
        unit=measure.unit.value if measure.unit else None,
        value=a.value,
        gap=a.gap.value if a.gap else None,
        target=target,
        target_upper=a.target.upper if a.target else None,
        tolerance=tolerance.in_unit(target) if tolerance and target is not None else None,
        status=a.status,
        concern=a.concern,
        previous=a.previous.value if a.previous else None,
        change=a.change,
        change_on_year=a.change_on_year,
        direction=a.direction,
        travel=a.travel,
        compared_with=str(a.compared_with) if a.compared_with else None,
        not_compared=a.not_compared,
        not_compared_on_year=a.not_compared_on_year,
        variation=a.variation.signal,
        assurance=a.variation.assurance,
        no_variation=a.variation.why_not,
        limits=limits_result(a.variation),
        good_is=measure.polarity.value if measure.polarity else None,
        points=point_results(a.variation),
        benchmarks=benchmark_results(a.against_others),
        streak=streak_result(a.streak),
        forecast=forecast_result(a.forecast, measure.unit),
        direction_by=measure.direction.by.value,
        status_before=a.status_before,
        floor=measure.edges.floor,
        due=days.get("due"),
        expected=days.get("expected"),
        done=days.get("done"),
        words=list(words),
        supplied=[
            SuppliedFigure(period=str(period), value=o.value, sheet=o.sheet, cell=o.cell)
            for period, o in sorted(measure.supplied.items())
            if o.value is not None
        ],
        comment=measure.comment,
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
