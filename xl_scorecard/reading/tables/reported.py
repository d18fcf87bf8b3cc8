"""The period that a workbook reports: the one asked for, or the latest with figures."""

from __future__ import annotations

import re

from xl_scorecard.domain.grid import Value
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.reading.figures.series import Figures

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
    figures = [Figures(table) for table in tables]
    there = set().union(*(of_table.periods for of_table in figures))
    newest_first = sorted(there, key=_preferred, reverse=True)
    begun = (period for period in newest_first if _has_begun(_values(figures, period)))
    filled = (period for period in newest_first if _values(figures, period))
    found = next(begun, None) or next(filled, None) or next(iter(newest_first), None)
    if found is not None:
        return found
    rated = set().union(*(table.rated_periods for table in tables))
    return max(rated or set().union(*(table.periods for table in tables)), key=_preferred)


def _values(figures: list[Figures], period: Period) -> list[Value]:
    return [value for of_table in figures for value in of_table.values(period)]


def _has_begun(values: list[Value]) -> bool:
    """Whether there are figures that are more than formulas over months to come: several and all
    of them 0."""
    return any(values) or 0 < len(values) < _SEVERAL


def _preferred(period: Period) -> tuple[int, int]:
    return period.end, _PREFERRED[period.grain]
