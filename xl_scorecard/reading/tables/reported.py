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
from xl_scorecard.reading.tables.said_period import PeriodSaid

_SEVERAL = 3
_HALF, _THIRD = 1 / 2, 1 / 3
"""How much of a column may be filled for it to be early, where titles say an earlier period, and
where they say none."""
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
    tables: list[Table],
    wanted: str | None,
    rule_set: RuleSet,
    workbook: str,
    said: PeriodSaid | None = None,
) -> Period:
    """The period that is wanted, else the latest that is more than begun; `said` is the one that
    titles, names or the rule set say. That of the rule set is reported though it is blank yet.

    Raises WorkbookError (no_scorecard) where no table has the period wanted.
    """
    if wanted is None:
        scales = [rule.scale for rule in rule_set.indicators if rule.scale]
        figures = [Figures(table, (*rule_set.bands.words, *scales)) for table in tables]
        latest = _latest_with_data(figures, tables, said.period if said is not None else None)
        blank = said is not None and said.by_rules and said.period.end > latest.end
        return said.period if said is not None and blank else latest
    period = parse_wanted_period(wanted, rule_set.starts)
    present = sorted({period for table in tables for period in table.all_periods})
    if any(p.end == period.end for p in present):
        return period
    shown = ", ".join(str(p) for p in present[-6:])
    raise WorkbookError(
        "no_scorecard", f"{workbook}: has no column for {period}; its latest are {shown}"
    )


def _latest_with_data(figures: list[Figures], tables: list[Table], said: Period | None) -> Period:
    """The latest period with a value; of those ending together, quarter, then month, then year.

    A column that is only begun is not the report yet, where the one before is full.
    """
    there = set().union(*(of_table.periods for of_table in figures))
    newest_first = sorted(there, key=_preferred, reverse=True)
    begun = [period for period in newest_first if _has_begun(_values(figures, period))]
    if begun:
        return _more_than_begun(figures, begun, said)
    filled = (period for period in newest_first if _values(figures, period))
    found = next(filled, None) or next(iter(newest_first), None)
    if found is not None:
        return found
    rated = set().union(*(table.rated_periods for table in tables))
    return max(rated or set().union(*(table.periods for table in tables)), key=_preferred)


def _more_than_begun(figures: list[Figures], begun: list[Period], said: Period | None) -> Period:
    """The latest of the periods with figures, or the one before, where an officer has only begun
    to fill the latest; what titles say weighs with how full the columns are."""
    latest = begun[0]
    if said is not None:
        there = next((period for period in begun if period.end == said.end), None)
        if there is not None and there.end < latest.end:
            return there if _is_early(figures, latest, there, _HALF) else latest
        return latest
    before = latest.previous
    full = before in begun and _is_early(figures, latest, before, _THIRD)
    return before if full else latest


def _is_early(figures: list[Figures], latest: Period, before: Period, share: float) -> bool:
    """Whether few of the rows that are filled time and again have something for a period that is
    filled for the one before. A sheet that only has the later one is its report."""
    due = entered = 0
    for of_table in figures:
        if latest not in of_table.periods:
            continue
        if before not in of_table.periods:
            return False
        usual = _usually_filled(of_table, before)
        due += len(usual)
        entered += len(usual & of_table.entered(latest))
    return due >= _SEVERAL and entered <= share * due


def _usually_filled(figures: Figures, last: Period) -> set[int]:
    """The rows that are filled for a period, and for the one before it where that is there."""
    filled = figures.entered(last)
    earlier = figures.entered(last.previous)
    return filled & earlier or filled


def _values(figures: list[Figures], period: Period) -> list[Value]:
    return [value for of_table in figures for value in of_table.values(period)]


def _has_begun(values: list[Value]) -> bool:
    """Whether there are figures that are more than formulas over months to come: several and all
    of them 0."""
    return any(values) or 0 < len(values) < _SEVERAL


def _preferred(period: Period) -> tuple[int, int]:
    return period.end, _PREFERRED[period.grain]
