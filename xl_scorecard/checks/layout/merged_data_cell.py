"""One figure merged over the cells of several periods, or of several indicators."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Merged
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Block, Cell
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import IndicatorRow, Layout, Role, Table

_NUMBER = re.compile(r"[-+<>£$€]?\s*\d[\d.,]*\s*%?")


def _merged(context: Context) -> Iterator[Found]:
    """A reason such as "from April on" may be merged over what it is about: no figure is."""
    for table in context.tables:
        if not table.upright or table.layout is not Layout.WIDE:
            continue
        columns = {c.index: c.period for c in table.by_role(Role.OUTTURN) if c.period is not None}
        rows = {row.row: row for row in table.rows}
        across, down = sorted(columns), sorted(rows)
        for block in table.grid.merged:
            held = [columns[c] for c in _within(across, block.first_column, block.last_column)]
            of = [rows[r] for r in _within(down, block.first_row, block.last_row)]
            periods = sorted(set(held))
            if of and periods and len(of) * len(periods) > 1:
                yield from _over(table, block, of, periods)


def _within(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _over(
    table: Table, block: Block, rows: Sequence[IndicatorRow], periods: Sequence[Period]
) -> Iterator[Found]:
    cell = table.grid.cell(block.first_row, block.first_column)
    if cell is None or not _is_figure(cell):
        return
    several = [period.words for period in periods] if len(rows) == 1 else [r.name for r in rows]
    whose = "each, or of all together" if len(rows) == 1 else "each, or of the first"
    yield Found(
        f"{rows[0].full_name}: the figure in {cell.ref} is merged over {_listed(several)} "
        f"({block.reference}) and is read in {cell.ref} alone; is it that of {whose}? Unmerge it "
        "and type each figure in its own cell",
        table.sheet,
        cell.ref,
        rows[0].full_reference or rows[0].full_name,
        found=f"one figure over {block.reference}",
        expected="a figure a cell",
    )


def _is_figure(cell: Cell) -> bool:
    if isinstance(cell.value, float):
        return True
    return _NUMBER.fullmatch(cell.text) is not None


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    shown = words if len(words) <= 3 else [*words[:2], f"{len(words) - 2} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


_HEADINGS = ("Ref", "Measure", "Oct-18", "Nov-18", "Dec-18")
_OTHER = ("B1", "Referrals", 310, 305, 301)
CHECK = Check(
    slug="merged-data-cell",
    severity=Severity.WARNING,
    looks_for="one figure merged over several periods or indicators",
    question="Is one figure merged over October to December each month's, or the quarter's?",
    mend="Unmerge it, and write each figure into its own cell.",
    run=_merged,
    needs=(Aspect.MERGED,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children waiting", Merged(24, 3), None, None), _OTHER),
        finds=("C2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children waiting", 24, 24, 24), _OTHER),
    ),
)
