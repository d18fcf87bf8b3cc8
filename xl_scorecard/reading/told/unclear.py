"""Findings of reading: headings that could mean two things, periods missing or there twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.grid import Value
from xl_scorecard.domain.period import Period, between, runs_of
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table


def heading_findings(table: Table) -> Iterator[Finding]:
    """What the headings of a table leave unclear, with the cells that could be meant."""
    yield from _by_shape(table)
    yield from _two_targets(table)
    yield from _periods_twice(table)
    yield from _gaps(table)


def _by_shape(table: Table) -> Iterator[Finding]:
    """Texts before figures may name anything: wards, schools, accounts."""
    names = table.first(Role.INDICATOR)
    if not table.by_shape or names is None or not table.upright:
        return
    letter = column_letters(names.index)
    yield _finding(
        table,
        names,
        "names-by-shape",
        Severity.WARNING,
        f"no heading says that column {letter} names indicators; what stands there is read as "
        "their names. Head it Indicator, or name the sheets that are scorecards in the rule set",
        expected="a heading such as Indicator or Measure",
    )


def _two_targets(table: Table) -> Iterator[Finding]:
    by_period: dict[object, list[Column]] = defaultdict(list)
    for column in table.by_role(Role.TARGET):
        by_period[column.period].append(column)
    for columns in by_period.values():
        differ = [row.row for row in table.rows if len(_said(table, row.row, columns)) > 1]
        if not differ:
            continue
        yield _finding(
            table,
            columns[1],
            "header-duplicate",
            Severity.ERROR,
            f"the target could stand in {_places(columns)}; where they differ, as in row "
            f"{differ[0]}, neither is used. Rename one, or name it in the rule set",
            expected="one column for the target",
        )


def _said(table: Table, row: int, columns: list[Column]) -> set[Value]:
    cells = (table.grid.shown(row, column.index) for column in columns)
    return {cell.value for cell in cells if cell is not None}


def _periods_twice(table: Table) -> Iterator[Finding]:
    seen: dict[object, list[Column]] = defaultdict(list)
    for column in table.by_role(Role.OUTTURN):
        if column.period is not None:
            seen[column.period, column.basis].append(column)
    for columns in seen.values():
        period = columns[0].period
        if len(columns) > 1 and period is not None:
            yield _finding(
                table,
                columns[1],
                "period-duplicate",
                Severity.ERROR,
                f"the figures of {period.words} could stand in {_places(columns)}; where they "
                "differ, neither is read. Correct the heading that is wrong, or name the column "
                "in the rule set",
                expected="one column for a period",
            )


def _gaps(table: Table) -> Iterator[Finding]:
    """Periods without a column between others of their length.

    A hole wider than the runs beside it is meant: the same quarter a year ago stands apart. So
    are holes of one width between single periods: a survey of every other year. A period that is
    there twice is a wrong heading, and that is said.
    """
    if table.layout is Layout.LONG:
        return
    by_series: dict[object, list[Column]] = defaultdict(list)
    for column in table.by_role(Role.OUTTURN):
        if column.period is not None:
            by_series[column.period.grain, column.basis].append(column)
    for columns in by_series.values():
        periods = {c.period for c in columns if c.period is not None}
        runs = runs_of(periods)
        if len(periods) < len(columns) or _at_intervals(runs):
            continue
        for before, after in pairwise(runs):
            missing = between(before[-1], after[0])
            if len(missing) > min(len(before), len(after)) or _year_ago(before, table.reported):
                continue
            at = next(c for c in columns if c.period == after[0])
            words = ", ".join(period.words for period in missing)
            message = f"no column for {words}, though periods before and after have one"
            yield _finding(
                table, at, "period-gap", Severity.WARNING, message, expected=missing[0].words
            )


def _at_intervals(runs: list[list[Period]]) -> bool:
    """Whether periods stand apart by design: every other year, each second quarter."""
    holes = {len(between(before[-1], after[0])) for before, after in pairwise(runs)}
    return len(runs) > 2 and len(holes) == 1 and all(len(run) == 1 for run in runs)


def _year_ago(run: list[Period], reported: Period | None) -> bool:
    """Whether all that stands apart is the period that the reported one is compared with."""
    return reported is not None and run == [reported.year_before]


def _finding(
    table: Table,
    column: Column,
    check: str,
    severity: Severity,
    message: str,
    *,
    expected: str,
) -> Finding:
    cell = table.place(table.header_row, column.index)
    return Finding(
        check, severity, message, table.sheet, cell, found=column.heading, expected=expected
    )


def _places(columns: list[Column]) -> str:
    return " and ".join(f'{column_letters(c.index)} ("{c.heading}")' for c in columns)
