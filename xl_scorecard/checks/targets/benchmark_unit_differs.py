"""A benchmark in another unit than the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.benchmarks.units import IN_WORDS, other_unit
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scorecard import Role


def _differs(context: Context) -> Iterator[Found]:
    for row in context.rows:
        unit, table = row.measure.unit, row.table
        if unit not in IN_WORDS or not table.upright or row.value is None:
            continue
        for column in table.by_role(Role.BENCHMARK):
            cell = table.cell(row.measure.row, column.index)
            if cell is None:
                continue
            measure = row.measure
            other = other_unit(cell, unit, measure.number_format, measure.name)
            if other is None:
                continue
            shown = _shown(cell)
            yield Found.in_row(
                row,
                cell.ref,
                f"{row.measure.name}: {shown} for {column.heading} is {other}, and the "
                f"indicator is {IN_WORDS[unit]}",
                found=shown,
                expected=IN_WORDS[unit],
            )


def _shown(cell: Cell) -> str:
    if isinstance(cell.value, float):
        share = "%" in cell.number_format
        return f"{cell.value * 100:.10g}%" if share else f"{cell.value:,.10g}"
    return cell.text


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "England")
_RULES = (
    "{id: A1, name: Children in care, unit: rate_per_10000}",
    "{id: B1, name: Children seen, unit: percent}",
)
_SEEN = ("B1", "Children seen", Percent(0.8), Percent(0.82), Percent(0.79))
CHECK = Check(
    slug="benchmark-unit-differs",
    severity=Severity.WARNING,
    looks_for="a percentage as the benchmark of a count or rate, or the other way round",
    question="Is a rate per 10,000 compared with a percentage?",
    mend="Write the benchmark in the unit of the figure, or correct the unit.",
    run=_differs,
    needs=(Aspect.NUMBER_FORMATS,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children in care", 61, 63, Percent(0.64)), _SEEN),
        rules=_RULES,
        finds=("E2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children in care", 61, 63, 64), _SEEN),
        rules=_RULES,
    ),
)
