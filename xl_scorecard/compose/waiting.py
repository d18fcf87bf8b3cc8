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
_MOST_TERMS = 60
"""How many sheets or tables one formula names: Excel takes 8,192 characters, and a sheet's name may
have 31, quotes in it twice."""
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
    later, put_in = _later(written, period), list(_put_in(written, period))
    sums = _Sums(FIGURES_COLUMN + 2 + len(later))
    rows = sums.of_all("Rows put in", [(each, 0) for each in put_in]) if put_in else ""
    beside = sums.of("Refresh beside tables", _beside(register, written))
    counted = [
        ("Waiting for a refresh", f'SUMPRODUCT(--({status}="{REFRESH}"))', float(waits)),
        ("Rows not known", _new_rows(register, beside) + (f"+{rows}" if rows else ""), 0.0),
    ]
    for each, counts in later.items():
        figures, held = sums.of(f"Figures of {each.words}", counts), sum(now for _, now in counts)
        counted.append((each.words, f"IF({figures}>{held},1,0)", 0.0))
    yield from sums.cells
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


_Term = tuple[str, int]
"""A count as a formula, and what it is now."""


class _Sums:
    """Sums of cells beside the print, from a column on: each formula as long as Excel takes one."""

    def __init__(self, column: int) -> None:
        self.cells: list[CellEdit] = []
        self._column = column

    def of(self, what: str, terms: Sequence[_Term]) -> str:
        """The sum of terms, as a part of a formula."""
        if len(terms) <= _MOST_TERMS:
            return _added(terms)[0] or "0"
        starts = range(0, len(terms), _MOST_TERMS)
        return self.of_all(what, [_added(terms[at : at + _MOST_TERMS]) for at in starts])

    def of_all(self, what: str, terms: Sequence[_Term]) -> str:
        """The sum of terms that have a cell each, under what they count."""
        first = self._column
        for formula, now in terms:
            self.cells.append(CellEdit(ROW - 1, self._column, what, style=NOTE))
            self.cells.append(CellEdit(ROW, self._column, float(now), formula, NOTE))
            self._column += 1
        return f"SUM({range_a1(ROW, first, ROW, self._column - 1)})"


def _added(terms: Sequence[_Term]) -> _Term:
    return "+".join(formula for formula, _ in terms), sum(now for _, now in terms)


def _beside(register: Register, written: Sequence[WrittenTable]) -> list[_Term]:
    """How many cells beside the tables say Refresh, column by column."""
    now: Counter[str] = Counter()
    for each in written:
        if each.elsewhere is None:
            waiting = [a for a in each.rows if register.value(Heading.STATUS, a) == REFRESH]
            now[f"{quoted_sheet(each.sheet)}!{_column(each)}"] += len(waiting)
    return [(f'COUNTIF({column},"{REFRESH}")', count) for column, count in now.items()]


def _new_rows(register: Register, beside: str) -> str:
    """How many rows of the scorecards say Refresh that are none of the register's."""
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


def _later(written: Sequence[WrittenTable], period: Period) -> dict[Period, list[_Term]]:
    """Of the next periods after the reported one, how many figures each table has."""
    counts: dict[Period, list[_Term]] = {}
    for table in (each.table for each in written):
        if not table.upright or table.layout is not Layout.WIDE:
            continue
        for column in table.by_role(Role.OUTTURN):
            if column.period is not None and column.period.end > period.end:
                term = _count(table, column.index), _numbers(table, column.index)
                counts.setdefault(column.period, []).append(term)
    return {later: counts[later] for later in sorted(counts)[:_MOST_PERIODS]}


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
