"""A benchmark in another unit than the figures beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, unit_of_word, words_of
from xl_scorecard.domain.scorecard import Role

_WITH_WORDS = re.compile(r"[<>≤≥=~£]?\s*\d[\d,.]*\s*(?P<unit>%|[^\d\s].*)")
_NO_SHARES = (Unit.COUNT, Unit.RATE_PER_10000, Unit.DAYS, Unit.CURRENCY, Unit.DURATION)
_MOST_PERCENT = 150
_WORDS = {
    Unit.PERCENT: "a percentage", Unit.COUNT: "a count", Unit.RATE_PER_10000: "a rate per 10,000",
    Unit.DAYS: "days", Unit.CURRENCY: "an amount of money", Unit.DURATION: "a duration",
}  # fmt: skip


def _differs(context: Context) -> Iterator[Found]:
    for row in context.rows:
        unit, table = row.measure.unit, row.table
        if unit not in _WORDS or not table.upright or row.value is None:
            continue
        for column in table.by_role(Role.BENCHMARK):
            cell = table.cell(row.measure.row, column.index)
            other = _otherwise(cell, row) if cell is not None else None
            if cell is None or other is None:
                continue
            shown = _shown(cell)
            yield Found.in_row(
                row,
                cell.ref,
                f"{row.measure.name}: {shown} for {column.heading} is {other}, and the "
                f"indicator is {_WORDS[unit]}",
                found=shown,
                expected=_WORDS[unit],
            )


def _otherwise(cell: Cell, row: AssessedRow) -> str | None:
    """What a benchmark surely is, where that is not in the row's unit."""
    unit, number = row.measure.unit, cell.value
    if isinstance(number, str):
        match = _WITH_WORDS.fullmatch(cell.text)
        said = unit_of_word(match["unit"].casefold().strip()) if match is not None else None
        return _WORDS.get(said) if said is not None and said is not unit else None
    if not isinstance(number, float):
        return None
    if "%" in cell.number_format:
        signed = "%" in row.measure.number_format
        return _WORDS[Unit.PERCENT] if unit in _NO_SHARES and not signed else None
    above = words_of(lexicon().names.can_be_above_100).search(plain_name(row.measure))
    return (
        "no percentage" if unit is Unit.PERCENT and number > _MOST_PERCENT and not above else None
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
