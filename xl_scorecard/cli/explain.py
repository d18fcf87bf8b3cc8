"""How a workbook was understood in words, for an officer to compare with the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from xl_scorecard.cli.told import told_lines
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.understanding import (
    LeftOutPart,
    UnderstoodBenchmark,
    UnderstoodRow,
    UnderstoodSheet,
    UnderstoodTable,
)
from xl_scorecard.drafting.tables import in_one_line

_LAYOUTS = {
    "wide": "a row an indicator, periods across",
    "transposed": "a column an indicator, periods down",
    "long": "a row an indicator and period",
    "arranged": "a block or card an indicator",
}
_MOST_NAMED = 12


def explanation_lines(outcome: Outcome) -> Iterator[str]:
    """Every sheet of a workbook: its tables, or why it was not read; what the series tell."""
    if outcome.understood is None:
        return
    yield f"{outcome.path}: how it was understood"
    for sheet in outcome.understood.sheets:
        yield from _sheet(sheet)
    yield from told_lines(outcome)


def _sheet(sheet: UnderstoodSheet) -> Iterator[str]:
    hidden = " (hidden)" if sheet.hidden else ""
    yield f"  sheet {sheet.sheet}{hidden}{'' if sheet.read else f': not read: {sheet.why_not}'}"
    for table in sheet.tables:
        yield from _table(table)
    yield from _left_out(sheet.left_out, "    ")
    for doubt in sheet.doubts:
        yield f"    in doubt: {doubt.cell}: {doubt.message}"


def _table(table: UnderstoodTable) -> Iterator[str]:
    turned = table.layout == "transposed"
    header = ""
    if table.header_rows:
        header = f"; header {_place(table.header_rows[0], table.header_rows[-1], turned)}"
    yield f"    table {table.range}: {_LAYOUTS[table.layout]}{header}"
    parts = "rows" if turned else "columns" if table.header_rows else "parts, by the first heading"
    yield f"      {parts}:"
    width = min(max((len(c.heading) for c in table.columns), default=0), 40)
    for column in table.columns:
        what = " ".join(word for word in (column.role, column.period) if word)
        what += f", {column.basis}" if column.basis else ""
        hidden = " (hidden)" if column.hidden else ""
        yield f"        {column.column:<3} {_short(column.heading):<{width}}  {what}{hidden}"
    indicators = [row for row in table.rows if row.role == "indicator"]
    yield f"      {'columns' if turned else 'rows'}: {how_many(len(indicators), 'indicator')}"
    yield from _rows(table.rows, turned)
    yield f"      periods: {_some(table.periods)}"
    if table.missing_periods:
        yield f"      periods without a column: {_some(table.missing_periods)}"
    kinds = ", ".join(f"{kind} {count}" for kind, count in table.values.items() if count)
    yield f"      values: {kinds or 'none'}"
    for benchmark in table.benchmarks:
        yield f"      benchmark: {_benchmark(benchmark)}"
    yield from _left_out(table.left_out, "      ")
    for said in table.said:
        yield f"      as a rule set says it: - {in_one_line(said)}"


def _benchmark(told: UnderstoodBenchmark) -> str:
    """Whose figures, of when, from where: `England 2017/18 (P), 12 indicators`."""
    whose = " ".join(word for word in (label_of(told.kind), told.period) if word)
    among = ", for rank" if told.ranked else ""
    return f"{whose} ({told.where}){among}, {how_many(told.indicators, 'indicator')}"


def _place(first: int, last: int, turned: bool) -> str:
    """Rows by number, or of a transposed table columns by letter: `rows 4 to 9`."""
    noun = "column" if turned else "row"
    one, other = (column_letters(n) if turned else str(n) for n in (first, last))
    return f"{noun} {one}" if first == last else f"{noun}s {one} to {other}"


def _rows(rows: Sequence[UnderstoodRow], turned: bool) -> Iterator[str]:
    """The rows, those of one role and section that follow each other in one line."""
    for (role, section), group in groupby(rows, key=lambda row: (row.role, row.section)):
        together = list(group)
        place = _place(together[0].row, together[-1].row, turned)
        if role == "indicator":
            of = f" of {section}" if section else ""
            what = f"{how_many(len(together), 'indicator')}{of}"
        else:
            what = f"{role}: {section}"
        hidden = [str(row.row) for row in together if row.hidden]
        also = f" (hidden: {_some(hidden)})" if hidden else ""
        yield f"        {place}: {what}{also}"


def _left_out(parts: Sequence[LeftOutPart], indent: str) -> Iterator[str]:
    if parts:
        yield f"{indent}left out:"
    for part in parts:
        yield f"{indent}  {part.where}: {part.what}: {part.why}"


def _short(heading: str) -> str:
    return heading if len(heading) <= 40 else f"{heading[:37]}..."


def _some(words: Sequence[str]) -> str:
    """All of a few words; of many the first and last, and how many there are."""
    if len(words) <= _MOST_NAMED:
        return ", ".join(words) or "none"
    half = _MOST_NAMED // 2
    return ", ".join([*words[:half], "...", *words[-half:]]) + f" ({len(words)} in all)"
