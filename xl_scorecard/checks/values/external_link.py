"""Figures that are fetched from another workbook, which may have gone on since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Formula
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.how_many import how_many

_ANOTHER_WORKBOOK = re.compile(r"\[[^][]+\][^][!(),;]*!")
"""`[1]Data!B4` as it is stored, `'C:\\Returns\\[June.xlsx]Data'!B4` as Excel shows it; the brackets
of a table's column have no sheet behind them."""
_TEXT = re.compile(r'"[^"]*"')


def _linked(context: Context) -> Iterator[Found]:
    cells: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    for row in context.rows:
        worked_out = (o for o in row.measure.outturns.values() if o.formula or o.uncomputed)
        for place in (*worked_out, row.measure.target_cell):
            if place is None or place.sheet:
                continue
            cell = row.table.at(place.row, place.column)
            if cell is not None and cell.formula and _is_linked(cell.formula):
                cells[row.measure.sheet][a1(cell.row, cell.column)] = cell
    for sheet, found in cells.items():
        first = min(found.values(), key=lambda cell: (cell.row, cell.column))
        yield Found(
            f"{how_many(len(found), 'figure')} of this sheet, {first.ref} first, come from another "
            "workbook and may be old: update the links in Excel before it goes out",
            sheet,
            first.ref,
            found=f"={(first.formula or '').lstrip('=')}",
            expected="links that were updated, or the figures themselves",
        )


def _is_linked(formula: str) -> bool:
    return _ANOTHER_WORKBOOK.search(_TEXT.sub("", formula)) is not None


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
CHECK = Check(
    slug="external-link",
    severity=Severity.WARNING,
    looks_for="figures that formulas fetch from another workbook",
    question="Are the figures those of the other workbook as it is today?",
    mend="Open both workbooks and update the links, or type the figures.",
    run=_linked,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children seen", 310, Formula("'[june.xlsx]Data'!B4", 305))),
        finds=("D2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children seen", 310, Formula("C2-5", 305))),
    ),
)
