"""The results of a run as tables of pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from xl_scorecard.domain.outcome import Figure, IndicatorResult, Outcome

if TYPE_CHECKING:
    import pandas as pd

_WHAT = ("workbook", "sheet", "section", "dimension", "indicator", "name", "unit")
_WHEN = ("period", "last_day")
FRAME = {
    **dict.fromkeys(("workbook", "sheet", "section", "indicator", "name", "unit", "period"), "str"),
    "last_day": "date", "cell": "str", "value": "float", "gap": "str", "dimension": "str",
    "reported": "bool", "basis": "str", "target": "float", "target_upper": "float",
    "tolerance": "float", "floor": "float", "status": "str", "concern": "int",
    "compared_with": "str", "previous": "float", "change": "float", "change_on_year": "float",
    "direction_by": "str", "direction": "str", "travel": "str", "streak": "str",
    "forecast": "float", "forecast_low": "float", "forecast_high": "float",
    "variation": "str", "assurance": "str", "mean": "float", "lower": "float", "upper": "float",
    "due": "date", "expected": "date", "done": "date",
}  # fmt: skip
"""The columns of a frame of figures, with the kind of thing that each holds."""
TRENDS = {**dict.fromkeys((*_WHAT, "period"), "str"), "last_day": "date", "measure": "str",
          "value": "float"}  # fmt: skip
"""Likewise of trends."""
_JUDGED = (
    "target", "target_upper", "tolerance", "floor", "status", "concern", "compared_with",
    "previous", "change", "change_on_year", "direction_by", "direction", "travel",
    "due", "expected", "done",
)  # fmt: skip
_TYPES = {"float": "float64", "int": "Int64", "bool": "bool", "str": "object"}


def frame_of(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """One row an indicator and period; what is judged stands in the row of the period it is judged
    in, what is told of variation in every row that has limits.

    Of each kind of benchmark that is held against an indicator there are two columns more, such as
    `england` and `england_gap`.
    """
    rows = [
        row
        for outcome in outcomes
        for indicator in outcome.indicators
        for row in _rows(outcome.path, indicator)
    ]
    kinds = [key for row in rows for key in row if key not in FRAME]
    return _frame(rows, FRAME | dict.fromkeys(kinds, "float"))


def trends_of(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """One row an indicator, period and measure: its outturn, and where there are limits its mean
    and these; nothing where there is no figure."""
    measures = {"outturn": "value", "mean": "mean", "lower limit": "lower", "upper limit": "upper"}
    rows = (
        {**{key: row[key] for key in (*_WHAT, *_WHEN)}, "measure": measure, "value": row[key]}
        for outcome in outcomes
        for indicator in outcome.indicators
        for row in _rows(outcome.path, indicator)
        for measure, key in measures.items()
        if row.get(key) is not None
    )
    return _frame(rows, TRENDS)


def _rows(workbook: str, i: IndicatorResult) -> Iterator[dict[str, Any]]:
    charted = {point.period: point for point in i.points}
    judged = next((f for f in i.figures if _is_judged(f, i)), None)
    for figure in i.figures:
        row: dict[str, Any] = {
            "workbook": workbook, "sheet": i.sheet, "section": i.section,
            "dimension": i.dimension, "indicator": i.id, "name": i.name, "unit": i.unit,
            "basis": i.basis, "reported": figure is judged, **figure._asdict(),
        }  # fmt: skip
        point = charted.get(i.period if figure is judged else figure.period)
        if point is not None:
            of_point = ("variation", "assurance", "mean", "lower", "upper")
            row |= {key: getattr(point, key) for key in of_point}
        if figure is judged:
            row |= _judged(i)
        yield row


def _is_judged(figure: Figure, i: IndicatorResult) -> bool:
    """Whether an indicator is judged by a figure: that of its period, or the month-end that stands
    for it."""
    return figure.period == i.period if i.cell is None else figure.cell == i.cell


def _judged(i: IndicatorResult) -> dict[str, Any]:
    found = {key: getattr(i, key) for key in _JUDGED}
    if i.streak is not None and i.streak.words:
        found["streak"] = i.streak.words
    if i.forecast is not None:
        found["forecast"] = i.forecast.value
        found["forecast_low"], found["forecast_high"] = i.forecast.low, i.forecast.high
    for benchmark in i.benchmarks:
        if benchmark.leads:
            kind = benchmark.kind if benchmark.kind not in FRAME else f"benchmark_{benchmark.kind}"
            found |= {kind: benchmark.value, f"{kind}_gap": benchmark.gap}
    return found


def _frame(rows: Iterable[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    listed = list(rows)
    series: dict[str, Any] = {}
    for name, kind in columns.items():
        values = [row.get(name) for row in listed]
        if kind == "date":
            series[name] = pd.to_datetime(pd.Series(values, dtype="object"))
        else:
            series[name] = pd.Series(values, dtype=_TYPES[kind])
    return pd.DataFrame(series)
