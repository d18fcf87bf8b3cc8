"""What the tidy tables hold: three tables, a row an indicator, a figure, a finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from xl_scorecard.domain.outcome import FindingResult, IndicatorResult, Outcome

Kind = Literal["text", "number", "whole number", "yes or no", "date"]
Value = str | float | int | bool | dt.date | None
Row = dict[str, Value]


@dataclass(frozen=True)
class Column:
    """A column: its name, the kind of thing it holds, and what that is."""

    name: str
    kind: Kind
    holds: str


@dataclass(frozen=True)
class Table:
    """A table: its name, columns, and how its rows come from a workbook's outcome."""

    name: str
    columns: tuple[Column, ...]
    rows_of: Callable[[Outcome], Iterable[Row]]

    def rows(self, outcomes: Iterable[Outcome]) -> Iterator[list[Value]]:
        """The rows of all workbooks, in the order of the columns."""
        for outcome in outcomes:
            for row in self.rows_of(outcome):
                yield [row[column.name] for column in self.columns]


_IN_UNIT = "in the unit, percentages as fractions"
_SHARED = (
    Column("workbook", "text", "path of the workbook as the run named it"),
    Column("rules", "text", "name of the rule set"),
)
_WHOSE = (
    Column("indicator", "text", "id of the indicator"),
    Column("dimension", "text", "site, area or team of the row, where rows have one"),
)
_WHERE = (
    Column("sheet", "text", "sheet that the cell is on"),
    Column("cell", "text", "cell, such as H14"),
)


def _indicators(outcome: Outcome) -> Iterator[Row]:
    for i in outcome.indicators:
        limits = i.limits
        yield {
            **_shared(outcome), **_whose(i), "name": i.name, "section": i.section,
            "unit": i.unit, "good_is": i.good_is, "basis": i.basis, "period": i.period,
            "period_end": _end(i), "sheet": i.sheet, "cell": i.cell, "value": i.value,
            "gap": i.gap, "target": i.target, "target_upper": i.target_upper,
            "tolerance": i.tolerance, "status": i.status, "concern": i.concern,
            "compared_with": i.compared_with, "previous": i.previous, "change": i.change,
            "change_on_year": i.change_on_year, "direction": i.direction, "travel": i.travel,
            "variation": i.variation, "assurance": i.assurance,
            "mean": limits.mean if limits else None,
            "lower_limit": limits.lower if limits else None,
            "upper_limit": limits.upper if limits else None,
        }  # fmt: skip


def _figures(outcome: Outcome) -> Iterator[Row]:
    for i in outcome.indicators:
        for figure in i.figures:
            yield {
                **_shared(outcome), **_whose(i), "unit": i.unit, "period": figure.period,
                "period_end": dt.date.fromisoformat(figure.last_day), "sheet": i.sheet,
                "cell": figure.cell, "value": figure.value, "gap": figure.gap,
            }  # fmt: skip


def _findings(outcome: Outcome) -> Iterator[Row]:
    for finding in outcome.findings:
        yield {**_shared(outcome), "period": outcome.period, **_found(finding)}


def _found(finding: FindingResult) -> Row:
    return {
        "severity": finding.severity.value, "check": finding.check,
        "indicator": finding.indicator, "sheet": finding.sheet, "cell": finding.cell,
        "message": finding.message, "found": finding.found, "expected": finding.expected,
        "periods": "; ".join(finding.periods), "accepted": finding.accepted,
        "reason": finding.reason,
    }  # fmt: skip


def _shared(outcome: Outcome) -> Row:
    return {"workbook": outcome.path, "rules": outcome.rules}


def _whose(i: IndicatorResult) -> Row:
    return {"indicator": i.id, "dimension": i.dimension}


def _end(i: IndicatorResult) -> dt.date | None:
    days = (figure.last_day for figure in i.figures if figure.period == i.period)
    said = next(days, None)
    return dt.date.fromisoformat(said) if said is not None else None


INDICATORS = Table(
    "indicators",
    (
        *_SHARED,
        *_WHOSE,
        Column("name", "text", "name of the indicator"),
        Column("section", "text", "its section"),
        Column("unit", "text", "percent, count, rate_per_10000, days, ratio, currency, score or "
               "duration (in days)"),
        Column("good_is", "text", "high, low, plan or neither"),
        Column("basis", "text", "stretch of time that figures cover"),
        Column("period", "text", "period it is judged in: 2018-12, 2018/19 Q3, 2018/19"),
        Column("period_end", "date", "last day of the period, where it has a figure or a cell"),
        *_WHERE,
        Column("value", "number", f"figure of the period, {_IN_UNIT}"),
        Column("gap", "text", "why there is none: awaited, suppressed, not_available, "
               "not_applicable or not_due"),
        Column("target", "number", f"target, {_IN_UNIT}"),
        Column("target_upper", "number", "other end of a target that is a range"),
        Column("tolerance", "number", f"tolerance, {_IN_UNIT}"),
        Column("status", "text", "band of the rating, or not_rated, no_data"),
        Column("concern", "whole number", "0 (none) to 3 (worst)"),
        Column("compared_with", "text", "period that the move is told from"),
        Column("previous", "number", f"figure of that period, {_IN_UNIT}"),
        Column("change", "number", "relative change on it: 0.037 is +3.7%"),
        Column("change_on_year", "number", "relative change on the same period a year before"),
        Column("direction", "text", "up, down or level"),
        Column("travel", "text", "improved, worsened or static"),
        Column("variation", "text", "improving, concerning or common"),
        Column("assurance", "text", "whether the target is to be expected of the series"),
        Column("mean", "number", "mean of the series where it has limits"),
        Column("lower_limit", "number", "lower limit of its natural variation"),
        Column("upper_limit", "number", "upper limit of its natural variation"),
    ),
    _indicators,
)  # fmt: skip
FIGURES = Table(
    "figures",
    (
        *_SHARED,
        *_WHOSE,
        Column("unit", "text", "as in indicators"),
        Column("period", "text", "period of the figure"),
        Column("period_end", "date", "last day of the period"),
        *_WHERE,
        Column("value", "number", f"figure, {_IN_UNIT}"),
        Column("gap", "text", "why there is none, as in indicators"),
    ),
    _figures,
)
FINDINGS = Table(
    "findings",
    (
        *_SHARED,
        Column("period", "text", "period that the workbook reports"),
        Column("severity", "text", "error, warning or info"),
        Column("check", "text", "word of the check"),
        Column("indicator", "text", "id of the indicator, where it is about one"),
        *_WHERE,
        Column("message", "text", "what was found, in words"),
        Column("found", "text", "what stands there"),
        Column("expected", "text", "what should, where that is known"),
        Column("periods", "text", "periods of the figures it is about, oldest first"),
        Column("accepted", "yes or no", "whether officers accepted it"),
        Column("reason", "text", "why they did"),
    ),
    _findings,
)
TABLES = (INDICATORS, FIGURES, FINDINGS)
