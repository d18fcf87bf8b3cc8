"""Two figures for one benchmark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.benchmarks.benchmark import Benchmark
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit

_MANY = 4
"""As many rows of a table as make it a matter of its columns."""
_Disputed = tuple[AssessedRow, tuple[Benchmark, ...]]


def _differ(context: Context) -> Iterator[Found]:
    found: defaultdict[tuple[object, ...], list[_Disputed]] = defaultdict(list)
    for row in context.rows:
        for group in row.measure.benchmarks.disputed:
            columns = tuple(each.place[1] if each.place else 0 for each in group)
            found[id(row.table), group[0].kind, group[0].period, columns].append((row, group))
    for rows in found.values():
        if len(rows) < _MANY:
            yield from (_told(row, group, "") for row, group in rows)
        else:
            yield _told(*rows[0], f"; so in {len(rows)} rows")


def _told(row: AssessedRow, group: tuple[Benchmark, ...], more: str) -> Found:
    """What is to be said of benchmarks of one kind and period that differ."""
    first, measure = group[0], row.measure
    when = f" {first.period.words}" if first.period is not None else ""
    whose = label_of(first.kind, [b.heading for b in group])
    each = " and ".join(f"{_shown(b, measure.unit)} ({b.where})" for b in group)
    return Found.in_row(
        row,
        next((b.cell for b in group if b.cell), measure.name_cell),
        f"{measure.name}: {whose}{when} is {each}, so none of them is used; leave "
        f"one, or say of when each is{more}",
        found=" and ".join(_shown(b, measure.unit) for b in group),
        expected="one figure",
    )


def _shown(benchmark: Benchmark, unit: Unit | None) -> str:
    value = benchmark.value or 0.0
    return f"{value * 100:.10g}%" if unit is Unit.PERCENT else f"{value:,.10g}"


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "England 2017/18", "Nat. ave. 2017/18")
_RULES = ("{id: A1, name: Children seen, unit: percent}",)
_ROW = ("A1", "Children seen", Percent(0.8), Percent(0.82), Percent(0.79))
CHECK = Check(
    slug="benchmarks-differ",
    severity=Severity.WARNING,
    looks_for="two benchmarks of one kind and period that differ: none of them is used",
    question="Is England of 2017/18 79% in one column and 81% in another?",
    mend="Take out or correct the one that does not hold, or give each its own period.",
    run=_differ,
    triggers=Example(rows=(_HEADINGS, (*_ROW, Percent(0.81))), rules=_RULES, finds=("E2",)),
    passes=Example(rows=(_HEADINGS, (*_ROW, Percent(0.79))), rules=_RULES),
)
