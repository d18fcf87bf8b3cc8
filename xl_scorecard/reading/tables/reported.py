"""The period that a workbook reports: the one asked for, or the latest with figures."""

from __future__ import annotations

import re

from xl_scorecard.domain.grid import Value
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.reading.figures.series import Figures, is_figure

_SEVERAL = 3
_PREFERRED = {Grain.QUARTER: 2, Grain.MONTH: 1, Grain.YEAR: 0}


def parse_wanted_period(words: str, starts: int) -> Period:
    """The period of `--period`; raises UsageError where it names none."""
    if month := re.fullmatch(r"\s*(\d{4})-(0[1-9]|1[0-2])\s*", words):
        return Period.month(int(month[1]), int(month[2]), starts)  # as periods print
    parsed = parse_period(words, starts)
    if parsed is None or parsed.period is None:
        raise UsageError(f'--period "{words}" is not a period; write "Q3 2018/19" or "Dec 2018"')
    return parsed.period


def reported_period(
    tables: list[Table], wanted: str | None, rule_set: RuleSet, workbook: str
) -> Period:
    """The period that is wanted, else the latest with figures.

    Raises WorkbookError (no_scorecard) where no table has the period wanted.
    """
    if wanted is None:
        return _latest_with_data(tables)
    period = parse_wanted_period(wanted, rule_set.starts)
    present = sorted({period for table in tables for period in table.all_periods})
    if any(p.end == period.end for p in present):
        return period
    shown = ", ".join(str(p) for p in present[-6:])
    raise WorkbookError(
        "no_scorecard", f"{workbook}: has no column for {period}; its latest are {shown}"
    )


def _latest_with_data(tables: list[Table]) -> Period:
    """The latest period with a value; of those ending together, quarter, then month, then year."""
    figures = _figures(tables)
    filled = {period for period, values in figures.items() if values}
    begun = {period for period in filled if not _only_zeros(figures[period])}
    candidates = begun or filled or set(figures)
    candidates = candidates or set().union(*(table.rated_periods for table in tables))
    candidates = candidates or set().union(*(table.periods for table in tables))
    return max(candidates, key=lambda period: (period.end, _PREFERRED[period.grain]))


def _figures(tables: list[Table]) -> dict[Period, list[Value]]:
    """The figures of each period that a column or row is there for."""
    found: dict[Period, list[Value]] = {}
    for table in tables:
        figures = Figures(table)
        for row in table.rows:
            for place in figures.series(row, None):
                of_period = found.setdefault(place.period, [])
                cell = table.grid.cell(place.row, place.column)
                if cell is not None and is_figure(cell):
                    of_period.append(cell.value)
    return found


def _only_zeros(values: list[Value]) -> bool:
    """Whether several figures are there and all are 0: formulas over months to come."""
    return len(values) >= _SEVERAL and not any(values)
