"""Rule sets: what officers write in `rules/*.yaml`, as data with every mistake reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from xl_scorecard.domain.amount import Target, parse_target, parse_tolerance
from xl_scorecard.domain.bands import BUILT_IN, Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period, tidy

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
Month = Literal[
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
]  # fmt: skip
Column = Literal["rag", "direction", "change", "change_on_year", "variation", "trend"]
Amount = int | float | str


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WorkbookHints(_Strict):
    """How to find the scorecard; every line optional."""

    files: Annotated[list[str], Field(description="File name patterns this rule set is for")] = []
    sheets: Annotated[list[str], Field(description="Sheet name patterns; default: any")] = []
    period: Annotated[
        str | None,
        Field(description="The period reported, where headings only say This Qrt, -3 mths"),
    ] = None
    headings: Annotated[
        dict[str, list[str]], Field(description="Further words for a column's role")
    ] = {}

    @field_validator("period")
    @classmethod
    def _period_reads(cls, value: str | None) -> str | None:
        words = parse_period(value) if value is not None else None
        if value is not None and (words is None or words.period is None):
            raise ValueError(f'"{value}" is not a period; write Q3 2018/19 or Dec 2018')
        return value


class Indicator(_Strict):
    """One indicator's definition: how to recognise it and what it is judged by."""

    id: Annotated[str, Field(min_length=1, description="Reference, unique in the rule set")]
    name: Annotated[str, Field(min_length=1)]
    aliases: list[str] = []
    section: str | None = None
    unit: Unit | None = None
    good_is: Polarity | None = None
    basis: Basis | None = None
    target: Annotated[
        Amount | dict[str, Amount] | None,
        Field(description="80%, or {2018/19 Q3: 80%}; left out: the workbook's target column"),
    ] = None
    tolerance: Annotated[
        Amount | None,
        Field(description='"5 points", "5%" (relative to target), "2 children" (in the unit)'),
    ] = None
    benchmarks: dict[str, Amount] = {}
    numerator: Annotated[str | None, Field(description="Indicator id of the counts above")] = None
    denominator: Annotated[str | None, Field(description="Indicator id of the base")] = None

    @field_validator("id", mode="before")
    @classmethod
    def _id_is_text(cls, value: object) -> object:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @field_validator("target", mode="before")
    @classmethod
    def _years_are_text(cls, value: object) -> object:
        return {str(k): v for k, v in value.items()} if isinstance(value, dict) else value

    @field_validator("tolerance")
    @classmethod
    def _tolerance_reads(cls, value: Amount | None) -> Amount | None:
        if value is not None and parse_tolerance(value, None) is None:
            raise ValueError(
                f'"{value}" is not a tolerance; write "5 points", "5%" or "2 children"'
            )
        return value

    @field_validator("target")
    @classmethod
    def _target_reads(
        cls, value: Amount | dict[str, Amount] | None, info: ValidationInfo
    ) -> object:
        profile = value.items() if isinstance(value, dict) else [("", value)]
        for period, amount in profile:
            if period:
                words = parse_period(period)
                if words is None or words.period is None:
                    raise ValueError(f'"{period}" is not a period; write 2018/19 Q3 or 2018/19')
            if amount is not None and parse_target(amount, info.data.get("unit")) is None:
                raise ValueError(f'"{amount}" is not a target; write 80%, 85 or "fewer than 85"')
        return value

    def target_for(self, period: Period, unit: Unit | None = None) -> Target | None:
        """The target of a period: of the period itself, else of its financial year.

        `unit` is the workbook's word where the rule gives none.
        """
        unit = self.unit or unit
        if not isinstance(self.target, dict):
            return self.constant_target(unit)
        year = Period.year(period.financial_year, period.starts)
        best: Amount | None = None
        for words, amount in self.target.items():
            parsed = parse_period(words, period.starts)
            found = parsed.period if parsed else None
            if found == period:
                return parse_target(amount, unit)
            if found == year:
                best = amount
        return None if best is None else parse_target(best, unit)

    def constant_target(self, unit: Unit | None) -> Target | None:
        """The target where it is the same in every period."""
        if self.target is None or isinstance(self.target, dict):
            return None
        return parse_target(self.target, self.unit or unit)

    @property
    def names(self) -> Iterator[str]:
        """The name and its aliases."""
        yield self.name
        yield from self.aliases


class Defaults(_Strict):
    """What holds for indicators that do not say otherwise, in rule or workbook."""

    tolerance: Amount | None = None
    good_is: Polarity | None = None
    unit: Unit | None = None
    basis: Basis | None = None

    _tolerance_reads = field_validator("tolerance")(Indicator._tolerance_reads.__func__)  # type: ignore[attr-defined]


class CrossCheck(_Strict):
    """A check over several indicators, written like an Excel formula."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    that: Annotated[str, Field(min_length=3)]
    severity: Severity = Severity.ERROR
    message: str | None = None


class CheckSettings(_Strict):
    """Which checks are off, which count more or less, and the rule set's own."""

    off: list[str] = []
    severity: dict[str, Severity] = {}
    rules: list[CrossCheck] = []


class RuleSet(_Strict):
    """A council's rules for one scorecard."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _.-]*$")]
    title: str | None = None
    financial_year_starts: Month = "April"
    workbook: WorkbookHints = WorkbookHints()
    ratings: dict[str, Rating] = {}
    rating: str = "concern"
    columns: list[Column] = ["rag", "direction", "change", "change_on_year"]
    defaults: Defaults = Defaults()
    indicators: Annotated[list[Indicator], Field(min_length=1)]
    checks: CheckSettings = CheckSettings()

    @field_validator("rating")
    @classmethod
    def _rating_is_defined(cls, value: str, info: ValidationInfo) -> str:
        own = info.data.get("ratings", {})
        if value not in own and value not in BUILT_IN:
            known = ", ".join([*BUILT_IN, *own])
            raise ValueError(f'"{value}" is not defined; known: {known}')
        return value

    @property
    def starts(self) -> int:
        """The month (1 to 12) in which financial years start."""
        return MONTHS.index(self.financial_year_starts) + 1

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
