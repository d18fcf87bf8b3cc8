"""A copy for the web, made of nothing but what is named here: Summary, register and figures, all as
values.

No formula, link, note, owner, comment or finding is in it, and no part of the workbook: caches of
pivot tables, queries and hidden sheets keep children's records long after the sheets are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from xl_scorecard.compose.figures import figures_in_unit
from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, TEXT, TITLE, banded
from xl_scorecard.compose.register.headings import TIDY, Heading, column_of
from xl_scorecard.compose.register.sheet import HEADER_ROW, Register
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import parse_range, range_a1
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.edits import CellEdit, Chart, Columns, NewSheet, OwnTable, Series, Style
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.domain.sheet_marks import mark_text

_SHOWN = tuple(h for h in TIDY if h not in (Heading.SHEET, Heading.CELL, Heading.RATED_BY))
_GAPS = {
    Gap.SUPPRESSED: "[c]", Gap.AWAITED: "[x]", Gap.NOT_AVAILABLE: "[x]",
    Gap.NOT_APPLICABLE: "[z]", Gap.NOT_DUE: "[x]",
}  # fmt: skip
"""Shorthand of the Government Statistical Service: confidential, not available, not applicable."""
_WIDE = {Heading.SECTION.value: 26.0, Heading.REFERENCE.value: 16.0}
_LINE, _AROUND, _OF_ARIAL = 14.5, 2.0, 0.88
"""How high a line of text is, what is left around it, and how much less goes into a line of the
copy's letters than into one of the scorecard's."""
SHORTHAND = "[c] is confidential, [x] is not available, [z] does not apply."


def published(summary: NewSheet, register: Register, rating: Rating, title: str) -> list[NewSheet]:
    """The sheets of the copy; `summary` is one that was composed for the public."""
    return [
        _summary(summary, rating),
        _register(register, rating, title),
        *_figures(register, title),
    ]


def _summary(sheet: NewSheet, rating: Rating) -> NewSheet:
    """The Summary as values: what is printed, and the figures that its charts draw."""
    assert sheet.print_area is not None  # the Summary says what is printed
    _, _, bottom, right = parse_range(sheet.print_area)
    drawn = {place for chart in sheet.charts for place in _drawn(chart)}
    bands = {band.label: banded(band) for band in rating.all_bands}
    mark = mark_text(sheet.key)
    cells = [
        CellEdit(c.row, c.column, c.value, style=_styled(c, bands))
        for c in sheet.cells
        if c.value not in ("", None, mark)
        and ((c.row <= bottom and c.column <= right) or (c.row, c.column) in drawn)
    ]
    return replace(sheet, cells=cells, shades=[], choices=[], ignore_inconsistent=None,
                   ignore_text_numbers=None)  # fmt: skip


def _styled(cell: CellEdit, bands: dict[str, Style]) -> Style:
    """A status in its colour, which no rule gives it here."""
    status = bands.get(str(cell.value))
    return cell.style if status is None or cell.style.fill else status


def _drawn(chart: Chart) -> Iterator[tuple[int, int]]:
    """The cells that a chart draws."""
    drawn: list[Series | Columns] = [*chart.series, *chart.behind]
    parts = [part for each in drawn for part in (each.name, each.categories, each.values)]
    if "!$" in chart.title:
        parts.append(chart.title)
    for part in parts:
        top, left, bottom, right = parse_range(part.rpartition("!")[2].replace("$", ""))
        yield from ((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))


def _register(register: Register, rating: Rating, title: str) -> NewSheet:
    """The register's columns that say what an indicator is and how it stands."""
    bands = {band.label: banded(band) for band in rating.all_bands}
    looks = {(c.row, c.column): c.style for c in register.sheet.cells}
    sheet = _begun("indicators", "Indicators", f"Indicators: {title}", "One row an indicator.")
    _head(sheet, [heading.value for heading in _SHOWN], 2)
    for number, row in enumerate(register.rows.values(), HEADER_ROW + 1):
        for column, heading in enumerate(_SHOWN, 1):
            there = column_of(heading)
            value = register.values.get((there, row))
            style = bands.get(str(value)) if heading is Heading.STATUS else None
            if value not in ("", None):
                style = style or looks.get((row, there), BODY)
                sheet.cells.append(CellEdit(number, column, value, style=style))
    _close(sheet, len(register.rows), len(_SHOWN), "PublishedIndicators")
    return sheet


def _figures(register: Register, title: str) -> Iterator[NewSheet]:
    """The scorecard's own columns: what each indicator is, its target, its figure of each period;
    what is kept back there, or is small, is not here."""
    rows = list(register.rows)
    periods = sorted({p for a in rows for p in a.measure.outturns}, key=_order)
    if not periods:
        return
    sheet = _begun("figures", "Figures", f"Figures: {title}", SHORTHAND)
    heads = ["Reference", "Indicator", "Section", "Target", *(p.words for p in periods)]
    _head(sheet, heads, 2)
    for number, a in enumerate(rows, HEADER_ROW + 1):
        m = a.measure
        target = register.value(Heading.TARGET_SHOWN, a)
        name = f"{m.name}, {m.dimension}" if m.dimension else m.name
        for column, text in enumerate((m.id, name, m.section, target), 1):
            if text not in ("", None):
                sheet.cells.append(CellEdit(number, column, text, style=BODY))
        shown = replace(CENTRED, number_format=figures_in_unit(a))
        for column, period in enumerate(periods, len(heads) - len(periods) + 1):
            value = _figure(m.outturns.get(period), m.unit)
            if value is not None:
                sheet.cells.append(CellEdit(number, column, value, style=shown))
    _close(sheet, len(rows), len(heads), "PublishedFigures")
    yield sheet


def _order(period: Period) -> tuple[int, int]:
    return period.end, period.grain


def _figure(outturn: Outturn | None, unit: Unit | None) -> float | str | None:
    if outturn is None or outturn.held is not None:
        return None
    if outturn.value is None:
        return _GAPS[outturn.gap] if outturn.gap is not None else None
    return duration_in_words(outturn.value) if unit is Unit.DURATION else outturn.value


def _begun(key: str, name: str, title: str, note: str) -> NewSheet:
    sheet = NewSheet(key, name, landscape=True)
    sheet.cells += [CellEdit(1, 1, title, style=TITLE), CellEdit(2, 1, note, style=TEXT)]
    sheet.heights[1] = 30
    return sheet


def _head(sheet: NewSheet, headings: Sequence[str], name: int) -> None:
    for column, heading in enumerate(_told_apart(headings), 1):
        style = HEADING_LEFT if column == name else HEADING
        sheet.cells.append(CellEdit(HEADER_ROW, column, heading, style=style))
        sheet.widths[column] = 52.0 if column == name else _WIDE.get(heading, 14.0)


def _told_apart(headings: Iterable[str]) -> Iterator[str]:
    """Headings of a table, no two alike."""
    seen: dict[str, int] = {}
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        yield heading if seen[heading] == 1 else f"{heading} {seen[heading]}"


def _close(sheet: NewSheet, rows: int, columns: int, table: str) -> None:
    last = HEADER_ROW + rows
    for cell in sheet.cells:  # no row is lower than its text
        if cell.row > HEADER_ROW and isinstance(cell.value, str):
            lines = lines_of(cell.value, sheet.widths[cell.column] * _OF_ARIAL)
            height = max(sheet.heights.get(cell.row, 0.0), _LINE * lines + _AROUND)
            sheet.heights[cell.row] = height
    sheet.freeze_row = HEADER_ROW
    sheet.repeat_rows = (HEADER_ROW, HEADER_ROW)
    sheet.print_area = range_a1(1, 1, last, columns)
    if rows:
        sheet.table = OwnTable(table, range_a1(HEADER_ROW, 1, last, columns))
