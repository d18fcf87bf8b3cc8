"""A number that was typed over a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Formula
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_number
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Outturn

_FEWEST = 2
_REFERENCE = re.compile(r"(?<![A-Za-z_.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d(A-Za-z_])")


def _typed_over(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturns in _alike(row):
            slip = _slip(row, outturns)
            if slip is None:
                continue
            outturn, before = slip
            figure = stated(outturn, row.measure)
            yield Found.in_row(
                row,
                outturn.cell,
                f"{row.measure.name}, {outturn.period.words}: {figure} is typed, where the other "
                f"periods have a formula such as that in {before.cell}; it no longer follows the "
                "figures it is made of",
                found=figure,
                expected=f"the formula of {before.cell}",
            )


def _alike(row: AssessedRow) -> Iterator[list[Outturn]]:
    """The figures of a row that are to have one formula: all, as they stand, where months and
    quarters have the same, else those of each length."""
    filled = [outturn for outturn in row.measure.outturns.values() if outturn.raw]
    if not any(outturn.formula for outturn in filled):
        return
    whole = sorted(filled, key=lambda o: (o.row, o.column))
    if _slip(row, whole) is not None:
        yield whole
        return
    by_grain = sorted(filled, key=lambda o: (o.period.grain, o.period))
    for _, outturns in groupby(by_grain, key=lambda o: o.period.grain):
        yield list(outturns)


def _slip(row: AssessedRow, outturns: list[Outturn]) -> tuple[Outturn, Outturn] | None:
    """The one figure that is typed after periods with a formula, where all others have the same:
    that first ones are typed and later ones worked out is how a sheet grows."""
    typed = [o for o in outturns if not o.formula]
    if len(typed) != 1 or len(outturns) <= _FEWEST or typed[0].stored is None:
        return None
    at = outturns.index(typed[0])
    shapes = {_shape(row, outturn) for outturn in outturns if outturn.formula}
    if at == 0 or len(shapes) != 1 or None in shapes:
        return None
    return typed[0], outturns[at - 1]


def _shape(row: AssessedRow, outturn: Outturn) -> str | None:
    """A formula as it is copied along: its references as steps from its own cell."""
    cell = row.table.at(outturn.row, outturn.column) if not outturn.sheet else None
    if cell is None or cell.formula is None:
        return None

    def step(found: re.Match[str]) -> str:
        fixed_column, letters, fixed_row, number = found.groups()
        across = letters if fixed_column else f"[{column_number(letters) - cell.column}]"
        down = number if fixed_row else f"[{int(number) - cell.row}]"
        return f"C{across}R{down}"

    return _REFERENCE.sub(step, cell.formula)


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_COUNTS = (("B1", "Visits made", 75, 81, 84), ("C1", "Visits due", 100, 100, 100))
_RULES = (
    "{id: A1, name: Visits made in time, unit: percent}",
    "{id: B1, name: Visits made, unit: count}",
    "{id: C1, name: Visits due, unit: count}",
)
_FORMULAS = (Formula("C3/C4", 0.75), Formula("D3/D4", 0.81))
CHECK = Check(
    slug="formula-overwritten",
    severity=Severity.WARNING,
    looks_for="a typed number in a row whose other figures are worked out by one formula",
    question="Was a number typed over a formula?",
    mend="Put the formula back, or say in the comment why it was typed over.",
    run=_typed_over,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Visits made in time", *_FORMULAS, 0.84), *_COUNTS),
        rules=_RULES,
        finds=("E2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Visits made in time", *_FORMULAS, Formula("E3/E4", 0.84)),
            *_COUNTS,
        ),
        rules=_RULES,
    ),
)
