"""A benchmark of years ago beside the figures of today."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.benchmarks.benchmark import Benchmark
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Role, Table

_NEWEST = 2 * Grain.YEAR
"""National figures come out a year after theirs has ended, and stand for a year."""
_TIMES = re.compile(r"[\W\d_]+|\b(?:q|fy|yr)\d*\b")


def _stale(context: Context) -> Iterator[Found]:
    yield from _in_headings(context)
    yield from _otherwise(context)


def _in_headings(context: Context) -> Iterator[Found]:
    """By column, where the heading says of when its figures are."""
    for table in context.tables:
        for column, period in _newest(table):
            months = context.period.end - period.end
            if months <= _NEWEST or not _has_figures(table, column):
                continue
            yield Found(
                f"{column.heading}: ended {months} months before {context.period.words}; take the "
                "latest that is published",
                table.sheet,
                table.place(table.header_row, column.index),
                found=period.words,
                expected="a later period",
            )


def _otherwise(context: Context) -> Iterator[Found]:
    """By kind and period, where a cell or the rule set says so."""
    found: dict[tuple[str, Period, bool], list[tuple[AssessedRow, Benchmark]]] = {}
    for row in context.rows:
        for each in row.measure.benchmarks.used:
            if each.period is None or each.value is None or (each.cell and not each.own_period):
                continue
            newer = (b.period for b in row.measure.benchmarks.used if b.kind == each.kind)
            if all(period is not None and period <= each.period for period in newer):
                key = each.kind, each.period, bool(each.cell)
                found.setdefault(key, []).append((row, each))
    for (kind, period, in_cells), rows in found.items():
        months = context.period.end - period.end
        if months <= _NEWEST:
            continue
        row, benchmark = rows[0]
        among = f" ({len(rows)} indicators)" if len(rows) > 1 else ""
        where = "" if in_cells else ", in the rule set,"
        whose = label_of(kind, [benchmark.heading])
        yield Found(
            f"{whose} {period.words}{where} ended {months} months before "
            f"{context.period.words}{among}; take the latest that is published",
            row.measure.sheet,
            benchmark.cell or row.measure.name_cell,
            row.measure.id,
            found=period.words,
            expected="a later period",
        )


def _newest(table: Table) -> Iterator[tuple[Column, Period]]:
    """The newest column of each benchmark that stands there by period."""
    kinds: defaultdict[str, list[tuple[Column, Period]]] = defaultdict(list)
    for column in table.by_role(Role.BENCHMARK):
        if column.period is not None:
            kind = " ".join(_TIMES.sub(" ", column.heading.casefold()).split())
            kinds[kind].append((column, column.period))
    for columns in kinds.values():
        yield max(columns, key=lambda each: each[1])


def _has_figures(table: Table, column: Column) -> bool:
    cells = (table.cell(row.row, column.index) for row in table.rows)
    return any(cell is not None and isinstance(cell.value, float) for cell in cells)


_RULES = ("{id: A1, name: Children seen, unit: percent}",)


def _rows(benchmark: str) -> tuple[tuple[str | Percent, ...], ...]:
    return (
        ("Ref", "Measure", "Q2 2020/21", "Q3 2020/21", benchmark),
        ("A1", "Children seen", Percent(0.78), Percent(0.82), Percent(0.8)),
    )


CHECK = Check(
    slug="benchmark-stale",
    severity=Severity.WARNING,
    looks_for="a benchmark that ended more than two years before the reported period",
    question="Is England of 2017/18 still the latest in 2020/21?",
    mend="Put the newest published benchmark in, with its year.",
    run=_stale,
    triggers=Example(rows=_rows("England 2017/18"), rules=_RULES, finds=("E1",)),
    passes=Example(rows=_rows("England 2019/20"), rules=_RULES),
)
