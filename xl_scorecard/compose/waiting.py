"""The line at the top of the Summary that says what waits: for a refresh, or for a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import NOTE
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.cell_ref import a1, absolute, column_letters, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, Style
from xl_scorecard.domain.finding import Finding
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_keys import FIGURES_COLUMN
from xl_scorecard.domain.scorecard import Layout, Role, Table

ROW = 4
_STYLE = Style(bold=True, text="#8A4B00")
_WAIT = "Refresh the scorecard: indicators whose status waits for it: "
_NEW = "Rows that are new, or called otherwise than at the refresh: "
_LATER = " has figures since: refresh. "
_MOST_PERIODS = 3
_MISSING = {
    "target-missing": "without their target",
    "target-profile-missing": "without a target for the period",
    "tolerance-missing": "rated without a tolerance",
}


def waiting_line(
    register: Register,
    written: Sequence[WrittenTable],
    period: Period,
    findings: Sequence[Finding],
) -> Iterator[CellEdit]:
    """The cells: the line, and beside the print what it counts, each under what it is."""
    status = register.range(Heading.STATUS)
    waits = [register.value(Heading.STATUS, a) for a in register.rows].count(REFRESH)
    counted = [("Waiting for a refresh", f'SUMPRODUCT(--({status}="{REFRESH}"))', float(waits))]
    later = [(p.words, formula, 0.0) for p, formula in _later(written, period)]
    put_in = list(_put_in(written, period))
    new, beyond = _new_rows(register, written), FIGURES_COLUMN + len(counted) + 1 + len(later)
    if put_in:
        new = f"{new}+SUM({range_a1(ROW, beyond, ROW, beyond + len(put_in) - 1)})"
    counted += [("Rows not known", new, 0.0), *later]
    for column, formula in enumerate(put_in, beyond):
        yield CellEdit(ROW - 1, column, "Rows put in", style=NOTE)
        yield CellEdit(ROW, column, 0.0, formula, NOTE)
    parts = []
    for number, (what, formula, value) in enumerate(counted):
        column = FIGURES_COLUMN + number
        yield CellEdit(ROW - 1, column, what, style=NOTE)
        yield CellEdit(ROW, column, value, formula, NOTE)
        cell, heading = a1(ROW, column), a1(ROW - 1, column)
        said = {0: f'{quoted(_WAIT)}&{cell}&". "', 1: f'{quoted(_NEW)}&{cell}&". "'}
        parts.append(f'IF({cell}=0,"",{said.get(number, f"{heading}&{quoted(_LATER)}")})')
    missing = _missing(findings)
    words = (f"{_WAIT}{waits}. " if waits else "") + missing
    formula = "&".join([*parts, *([quoted(missing)] if missing else [])])
    yield CellEdit(ROW, 1, words, formula, _STYLE)


def _new_rows(register: Register, written: Sequence[WrittenTable]) -> str:
    """How many rows of the scorecards say Refresh that are none of the register's."""
    columns = dict.fromkeys(
        f"{quoted_sheet(each.sheet)}!{_column(each)}" for each in written if each.elsewhere is None
    )
    beside = "+".join(f'COUNTIF({column},"{REFRESH}")' for column in columns) or "0"
    found = f"({register.range(Heading.TIMES_FOUND)}=1)"
    status = register.range(Heading.STATUS)
    return f'MAX(0,{beside}-SUMPRODUCT({found}*({status}="{REFRESH}")))'


def _put_in(written: Sequence[WrittenTable], period: Period) -> Iterator[str]:
    """How many rows of each scorecard have a figure and, put in between others, no cell of ours."""
    for each in written:
        table = each.table
        column = next(
            (c.index for c in reversed(table.by_role(Role.OUTTURN)) if c.period == period), None
        )
        beside = each.elsewhere is None and table.upright and table.layout is Layout.WIDE
        if column is None or not beside:
            continue
        below = table.grid.cell(table.last_row + 1, column)
        rows = table.header_row + 1, table.last_row + (below is None)
        figures, statuses = (
            absolute(table.sheet, range_a1(rows[0], c, rows[1], c))
            for c in (column, each.placed.columns["rag"])
        )
        yield f"SUMPRODUCT(ISBLANK({statuses})*ISNUMBER({figures}))"


def _column(written: WrittenTable) -> str:
    """The whole column of a table's statuses."""
    letters = column_letters(written.placed.columns["rag"])
    return f"${letters}:${letters}"


def _later(written: Sequence[WrittenTable], period: Period) -> Iterator[tuple[Period, str]]:
    """Whether periods after the reported one have more figures than at the refresh, each as a
    formula: 1 where one has."""
    counts: dict[Period, list[str]] = {}
    held: Counter[Period] = Counter()
    for table in (each.table for each in written):
        if not table.upright or table.layout is not Layout.WIDE:
            continue
        for column in table.by_role(Role.OUTTURN):
            if column.period is not None and column.period.end > period.end:
                counts.setdefault(column.period, []).append(_count(table, column.index))
                held[column.period] += _numbers(table, column.index)
    for later in sorted(counts)[:_MOST_PERIODS]:
        yield later, f"IF({'+'.join(counts[later])}>{held[later]},1,0)"


def _count(table: Table, column: int) -> str:
    letters = column_letters(column)
    first, last = table.header_row + 1, table.last_row
    return f"COUNT({quoted_sheet(table.sheet)}!${letters}${first}:${letters}${last})"


def _numbers(table: Table, column: int) -> int:
    rows = range(table.header_row + 1, table.last_row + 1)
    cells = (table.grid.cell(row, column) for row in rows)
    return sum(cell is not None and isinstance(cell.value, float) for cell in cells)


def _missing(findings: Sequence[Finding]) -> str:
    """How many indicators lack what they would be judged by, as found at the refresh."""
    counts = Counter(finding.check for finding in findings if finding.indicator)
    parts = [f"{words}: {counts[slug]}" for slug, words in _MISSING.items() if counts[slug]]
    return f"Indicators {'; '.join(parts)}. See Checks." if parts else ""
