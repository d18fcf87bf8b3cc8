"""Rule sets: what officers write in `rules/*.yaml`, as data.

The models say which keys there are and what kind of thing each holds; their descriptions and
examples are what an editor shows, and what a mistake is answered with. Whether the things fit
together (a target its unit, a numerator an id) is looked into where files are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from xl_scorecard.domain.amount import Target, parse_target
from xl_scorecard.domain.bands import BUILT_IN, Rating
from xl_scorecard.domain.direction import By, Direction, Over, parse_over
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grades import grade
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.said_comparators import Comparators
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.target_profile import PROFILE, on_line
from xl_scorecard.domain.variation.baseline import SaidBaseline, parse_baseline

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
Month = Literal[
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
]  # fmt: skip
Column = Literal[
    "rag", "direction", "change", "change_on_year", "variation", "benchmark", "streak", "trend"
]
ChartKind = Literal["line", "column", "stacked", "combination", "none"]
Amount = int | float | str

NAME_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9 _.-]*$"
CHECK_ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class WorkbookHints(_Strict):
    """How to find the scorecard; every line optional."""

    files: list[str] = Field(
        [],
        description="Patterns for the names of the workbooks that this rule set is for",
        examples=[["*children*.xls[xm]"]],
    )
    sheets: list[str] = Field(
        [],
        description="Patterns for the names of sheets; left out: every sheet with a scorecard",
        examples=[["Scorecard*"]],
    )
    period: str | None = Field(
        None,
        description="The period reported, where headings only say This Qrt, -3 mths",
        examples=["Q3 2018/19"],
    )
    headings: dict[str, list[str]] = Field(
        {},
        description="Further words for a column's role",
        examples=[{"target": ["Q3 aim"]}],
    )
    tables: list[SaidTable] = Field(
        [],
        description="Layouts said rather than guessed",
        examples=[[{"sheet": "Scorecard", "header": "4-5", "names": "B", "targets": "E"}]],
    )
    comparators: list[Comparators] = Field(
        [],
        description="Tables with the figures of single authorities, for rank and quartile",
        examples=[[{"sheet": "Neighbours", "names": "A", "figures": "C:L", "kind": "sn"}]],
    )


class CheckMarks(_Strict):
    """Which checks are off, and which count more or less."""

    off: list[str] = Field(
        [], description="Words of checks that are not run", examples=[["number-as-text"]]
    )
    severity: dict[str, Severity] = Field(
        {},
        description="How much the findings of a check matter, by its word",
        examples=[{"value-missing": "warning"}],
    )


class ChecksByPeriod(CheckMarks):
    """The same, and what is otherwise in single periods."""

    periods: dict[str, CheckMarks] = Field(
        {},
        description="What is otherwise of the figures of a quarter, month or year",
        examples=[{"2018/19 Q3": {"off": ["value-missing"]}}],
    )


class TwoSided(_Strict):
    """A tolerance of its own above and below the target; a side left out allows nothing."""

    above: Amount = Field(0, description="How far above the target", examples=["1 point"])
    below: Amount = Field(0, description="How far below it", examples=["2 points"])


class SaidDirection(_Strict):
    """What a direction of travel means."""

    by: By = Field(
        By.NUMBER,
        description="What the arrow shows: number, performance (up is better), status (rated "
        "better or worse), slope (of the line through all figures since)",
        examples=["performance"],
    )
    over: str | None = Field(
        None,
        description="What a figure is compared with: previous period, same period last year, "
        "start of year, start of series, or since and a period",
        examples=["start of year", "since Mar 2018"],
    )


class Indicator(_Strict):
    """One indicator's definition: how to recognise it and what it is judged by."""

    id: str = Field(
        min_length=1, description="The reference, unique in the rule set", examples=["CIN-SEEN"]
    )
    name: str = Field(
        min_length=1,
        description="The name; a row without a known reference is recognised by it",
        examples=["Children in Need seen within timescale"],
    )
    aliases: list[str] = Field(
        [], description="Other names it goes by", examples=[["CiN seen in timescale"]]
    )
    section: str | None = Field(
        None,
        description="Its section, where the workbook shows none",
        examples=["Children in Need"],
    )
    unit: Unit | None = Field(
        None, description="What it is counted in; left out: the workbook says", examples=["percent"]
    )
    scale: list[str] = Field(
        [],
        description="Grades that stand for figures, best first",
        examples=[["Substantial", "Reasonable", "Limited", "None"]],
    )
    good_is: Polarity | None = Field(
        None,
        description="Which way is good; plan: close to target; neither: never rated",
        examples=["high"],
    )
    basis: Basis | None = Field(
        None, description="What stretch of time its figures cover", examples=["snapshot"]
    )
    target: Amount | dict[str, Amount] | None = Field(
        None,
        description="80%, or {2018/19 Q3: 80%}, with profile: linear for those between; left "
        "out: the workbook's target column",
        examples=["80%", {"2018/19 Q3": "80%", "2018/19": "85%"}],
    )
    tolerance: Amount | TwoSided | None = Field(
        None,
        description='"5 points", "5%" (relative to target), "2 children" (in the unit), or '
        "{above: 1 point, below: 2 points}",
        examples=["5 points"],
    )
    floor: Amount | None = Field(
        None,
        description="The figure past which it is in the worst band, whatever the tolerance",
        examples=["75%"],
    )
    benchmarks: dict[str, Amount | dict[str, Amount]] = Field(
        {},
        description="Others' figures to hold it against, each by its period where that is known",
        examples=[
            {"good_outstanding": "84.8%", "england": "82%"},
            {"england": {"2016/17": "81%", "2017/18": "82%"}},
        ],
    )
    static_within: Amount | None = Field(
        None,
        description="How far its figure may move and still count as static",
        examples=["0.5 points"],
    )
    breaks: list[str] = Field(
        [],
        description="Periods that cannot be compared with earlier ones",
        examples=[["2018/19 Q3"]],
    )
    forecast: Literal["on pace"] | None = Field(
        None,
        description="Whether its figures are projected to the end of the year; never rated",
        examples=["on pace"],
    )
    direction: SaidDirection | None = Field(
        None,
        description="What its direction of travel means, where not what the rule set says",
        examples=[{"by": "status", "over": "start of year"}],
    )
    baseline: int | str | None = Field(
        None,
        description="Which figures the mean and limits of its variation rest on: the first so many "
        "since the series began or broke, or those of a stretch of time; left out: all",
        examples=[12, "Q1 2016/17 to Q4 2017/18"],
    )
    numerator: str | None = Field(
        None, description="Id of the indicator of the counts above", examples=["CIN-SEEN-N"]
    )
    denominator: str | None = Field(
        None, description="Id of the indicator of the base", examples=["CIN-NUM"]
    )
    roll_up: str | None = Field(
        None,
        description="How teams are added up to one: sum, ratio (of numerator and denominator), "
        "weighted by and an id, max, none; left out: counts and money are summed, shares and rates "
        "worked out from their parts",
        examples=["ratio", "weighted by CIN-NUM"],
    )
    checks: ChecksByPeriod = Field(
        default_factory=ChecksByPeriod,
        description="Checks that are off or count differently for this indicator",
        examples=[{"off": ["stale-repeat"]}],
    )
    chart: ChartKind | None = Field(
        None,
        description="How the Summary draws it: line, column, stacked (with others of a whole), "
        "combination (a line with the counts behind it) or none; left out: where it is rated a "
        "line with its target, a combination where its counts are known",
        examples=["stacked"],
    )
    with_: list[str] = Field(
        [],
        alias="with",
        description="Ids of indicators drawn in the same chart",
        examples=[["CIN-NOTSEEN-N"]],
    )
    leading: bool = Field(
        False, description="Whether its chart is the first of its section", examples=[True]
    )
    disclosive: bool = Field(
        False,
        description="Whether small numbers of it could tell of a person: below disclosive_below "
        "they are masked",
        examples=[True],
    )

    def target_for(
        self, period: Period, unit: Unit | None = None, *, running: bool = False
    ) -> Target | None:
        """The target of a period: its own, else one between those given, else its year's.

        `unit` is the workbook's word where the rule gives none; `running` says that figures are
        totals of the year so far.
        """
        unit = self.unit or unit
        if not isinstance(self.target, dict):
            return self.constant_target(unit)
        given: dict[Period, Target] = {}
        for words, amount in self.target.items():
            parsed = parse_period(words, period.starts)
            goal = self._read(amount, unit)
            if parsed is not None and parsed.period is not None and goal is not None:
                given.setdefault(parsed.period, goal)
        if period in given:
            return given[period]
        on_the_way = on_line(given, period, running=running) if PROFILE in self.target else None
        return on_the_way or given.get(Period.year(period.financial_year, period.starts))

    def constant_target(self, unit: Unit | None) -> Target | None:
        """The target where it is the same in every period."""
        if self.target is None or isinstance(self.target, dict):
            return None
        return self._read(self.target, self.unit or unit)

    def _read(self, amount: Amount, unit: Unit | None) -> Target | None:
        """A target in the unit, or one of the grades by its place, counted from the worst."""
        if not self.scale:
            return parse_target(amount, unit)
        place = grade(str(amount), self.scale)
        return None if place is None else Target(float(place))

    @property
    def names(self) -> Iterator[str]:
        """The name and its aliases."""
        yield self.name
        yield from self.aliases


class Defaults(_Strict):
    """What holds for indicators that do not say otherwise, in rule or workbook."""

    tolerance: Amount | None = Field(
        None, description="The tolerance, in any unit", examples=["5 points"]
    )
    good_is: Polarity | None = Field(None, description="Which way is good", examples=["high"])
    unit: Unit | None = Field(None, description="What is counted", examples=["percent"])
    basis: Basis | None = Field(
        None, description="What stretch of time figures cover", examples=["in quarter"]
    )
    static_within: Amount | dict[str, Amount] | None = Field(
        None,
        description="How far figures may move and still count as static, for all units or by unit; "
        "left out: what changes, shown to a tenth of a percent, cannot tell apart",
        examples=["0.5 points", {"percent": "0.5 points", "count": "1%"}],
    )

    screen_outliers: bool = Field(
        True,
        description="Whether the limits of variation leave out moves far beyond the usual",
        examples=[False],
    )

    def static_for(self, unit: Unit | None) -> Amount | None:
        """How far figures of a unit may move and still count as static, where that is said."""
        if not isinstance(self.static_within, dict):
            return self.static_within
        return self.static_within.get(unit.value) if unit is not None else None


class CrossCheck(_Strict):
    """A check over several indicators, written like an Excel formula."""

    id: str = Field(
        pattern=CHECK_ID_PATTERN,
        description="The check's own word: letters, digits, _, -",
        examples=["visits-add-up"],
    )
    that: str = Field(
        min_length=3,
        description="What must hold in each period, like a formula over ids in square brackets: "
        "+ - * / ( ), one of = <> < <= > >=, numbers such as 5 or 80%, sum, min, max, abs, round, "
        "if, and, or, not, isblank, previous, year_before",
        examples=["[SEEN] + [NOT-SEEN] = [ALL]"],
    )
    severity: Severity = Field(
        Severity.ERROR, description="How much a finding matters", examples=["error"]
    )
    message: str | None = Field(
        None,
        description="What a finding says; the figures are added, or put in for {values}, {period} "
        "and an id in braces",
        examples=["Children seen and not seen must add up to all children"],
    )


class CheckSettings(ChecksByPeriod):
    """Which checks are off, which count more or less, and the rule set's own."""

    rules: list[CrossCheck] = Field(
        [],
        description="Checks of the rule set's own over several indicators",
        examples=[[{"id": "visits-add-up", "that": "[SEEN] + [NOT-SEEN] = [ALL]"}]],
    )


class RuleSet(_Strict):
    """A council's rules for one scorecard."""

    based_on: str | None = Field(
        None,
        description="The rule set to start from, as seen from this file; what is said here is "
        "changed, the rest is as there",
        examples=["last-year.yaml"],
    )
    name: str = Field(
        pattern=NAME_PATTERN,
        description="The rule set's name: letters, digits, spaces, _, ., -",
        examples=["childrens-services"],
    )
    title: str | None = Field(
        None,
        description="The heading of the Summary and Checks sheets",
        examples=["Children's Services performance scorecard"],
    )
    financial_year_starts: Month = Field("April", description="A month in full", examples=["April"])
    workbook: WorkbookHints = Field(
        default_factory=WorkbookHints,
        description="How to find things in the workbook",
        examples=[{"files": ["*children*.xls[xm]"]}],
    )
    ratings: dict[str, Rating] = Field(
        {},
        description="Ratings of the rule set's own, by name",
        examples=[
            {
                "ours": {
                    "bands": [
                        {"status": "met", "label": "Met", "up_to": "target"},
                        {"status": "missed", "label": "Missed", "concern": 3},
                    ]
                }
            }
        ],
    )
    rating: str = Field(
        "concern",
        description="concern, rag, five-point, score, assurance, milestones, or one under ratings",
        examples=["rag"],
    )
    columns: list[Column] = Field(
        ["rag", "direction", "change", "change_on_year"],
        description="The columns that a refresh adds, in this order",
        examples=[["rag", "direction", "change"]],
    )
    direction: SaidDirection = Field(
        default_factory=SaidDirection,
        description="What directions of travel mean, where an indicator does not say otherwise",
        examples=[{"by": "performance", "over": "same period last year"}],
    )
    defaults: Defaults = Field(
        default_factory=Defaults,
        description="What holds for indicators that do not say otherwise",
        examples=[{"tolerance": "5 points", "good_is": "high"}],
    )
    indicators: list[Indicator] = Field(
        min_length=1,
        description="The indicators, one or more",
        examples=[[{"id": "CIN-SEEN", "name": "Children in Need seen within timescale"}]],
    )
    breaks: dict[str, list[str]] = Field(
        {},
        description="By id, periods that cannot be compared with earlier ones",
        examples=[{"CIN-SEEN": ["2018/19 Q3"]}],
    )
    baseline: dict[str, int | str] = Field(
        {},
        description="By id, which figures the mean and limits of variation rest on",
        examples=[{"CIN-SEEN": 12}],
    )
    disclosive_below: float = Field(
        5,
        gt=0,
        description="Numbers below it, but for 0, are masked where an indicator is disclosive",
        examples=[10],
    )
    checks: CheckSettings = Field(
        default_factory=CheckSettings,
        description="Checks that are off or count differently",
        examples=[{"off": ["number-as-text"]}],
    )

    @property
    def starts(self) -> int:
        """The month (1 to 12) in which financial years start."""
        return MONTHS.index(self.financial_year_starts) + 1

    def breaks_of(self, rule: Indicator) -> frozenset[Period]:
        """The periods from which on an indicator's figures cannot be compared with earlier ones,
        as its own entry or the list of all says."""
        listed = [words for key, words in self.breaks.items() if tidy(key) == tidy(rule.id)]
        said = (text for words in (rule.breaks, *listed) for text in words)
        read = [found for text in said if (found := parse_period(text, self.starts)) is not None]
        return frozenset(found.period for found in read if found.period is not None)

    def baseline_of(self, rule: Indicator) -> SaidBaseline | None:
        """Which figures the limits of an indicator's variation rest on, as its own entry or the
        list of all says."""
        listed = (said for key, said in self.baseline.items() if tidy(key) == tidy(rule.id))
        said = rule.baseline if rule.baseline is not None else next(listed, None)
        return None if said is None else parse_baseline(said, self.starts)

    def direction_of(self, rule: Indicator | None) -> Direction:
        """What an indicator's direction of travel means: by its own entry, else for all."""
        own = rule.direction if rule is not None else None
        said = own if own is not None else self.direction
        usual = Over.YEAR if said.by is By.SLOPE else Over.PREVIOUS
        read = parse_over(said.over, self.starts) if said.over is not None else None
        return Direction(said.by, *(read or (usual, None)))

    @property
    def bands(self) -> Rating:
        """The rating in force: one of the rule set's own, or a built-in one."""
        return self.ratings.get(self.rating) or BUILT_IN[self.rating]

    def by_id(self, indicator_id: str) -> Indicator | None:
        """The indicator with this id, whatever its case and spacing."""
        wanted = tidy(indicator_id)
        return next((i for i in self.indicators if tidy(i.id) == wanted), None)


def blank_rule_set() -> RuleSet:
    """A rule set without a name or an indicator: for workbooks that nobody wrote rules for yet.

    A file must define at least one indicator, so this one is made past that demand. That no rule
    knows a row is then no finding.
    """
    checks = CheckSettings(off=["indicator-no-rule"])
    return RuleSet.model_construct(name="", indicators=[], checks=checks)
