"""The sheet Indicators: the register as a table, and the lists that its formulas read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from xl_scorecard.compose.figures import figures_by_unit
from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE
from xl_scorecard.compose.places import Place
from xl_scorecard.compose.register.benchmarked import (
    BenchmarkColumns,
    Benchmarked,
    KindColumns,
    OfKind,
    benchmark_columns,
)
from xl_scorecard.compose.register.charted import Charted, ChartedColumns, asked_of
from xl_scorecard.compose.register.dated import dated_columns
from xl_scorecard.compose.register.edged import edged_columns
from xl_scorecard.compose.register.finding import PLACES, Finder, finders, raw
from xl_scorecard.compose.register.headings import (
    ALL,
    FIRST_WATCH,
    TIDY,
    Heading,
    column_of,
    letters_of,
)
from xl_scorecard.compose.register.inputs import Inputs, InputsOf
from xl_scorecard.compose.register.lines import Line, StylesOf
from xl_scorecard.compose.register.lists import Lists, lists
from xl_scorecard.compose.register.series import SeriesCells
from xl_scorecard.compose.words.sentences import Narrator
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, OwnTable, Shade, Style, says
from xl_scorecard.domain.ours import TABLED
from xl_scorecard.domain.parts import Parts
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.domain.sheet_marks import mark_cell
from xl_scorecard.domain.variation.words import MEANINGS

HEADER_ROW = 5
_TABLE = "ScorecardIndicators"
"""What the table is called, run after run, as what is built on it names it."""
FIRST_ROW = HEADER_ROW + 1
_WIDTHS = {Heading.NAME: 52.0, Heading.SECTION: 22.0, Heading.RATED_BY: 34.0, Heading.STATUS: 14.0,
           Heading.DIRECTION: 18.0, Heading.REFERENCE: 16.0, Heading.WORDS: 60.0}  # fmt: skip
_USUAL_WIDTH = 12.0
_OF_WORDS = 34.0
_OF_BENCHMARKS = 40.0
_WORKED_OUT = Style(border=True, size=9, text="#4A5459", align="center")
_LISTED = Style(border=True, size=9)
_LIST_TITLE = Style(bold=True, size=9)


Told = Heading | Charted | Benchmarked
"""A column of the register that others look into."""


@dataclass(frozen=True)
class Register:
    """The register as composed: its sheet, where each indicator's row is, and how rows of the
    scorecards are found in it."""

    sheet: NewSheet
    rows: dict[AssessedRow, int]
    finders: dict[int, Finder] = field(default_factory=dict)
    passed_over: str = ""
    """The cells that name rows which are no indicators, for formulas on other sheets."""
    charted: ChartedColumns | None = None
    """Where the variation is, if it is asked for."""
    benchmarked: BenchmarkColumns | None = None
    """Where the benchmarks are, if there are any."""
    parts: Parts = field(default_factory=lambda: Parts([]))
    """Which rows are parts of others."""

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    @property
    def last_row(self) -> int:
        """The last indicator's row."""
        return max(self.rows.values(), default=HEADER_ROW)

    def column(self, heading: Told) -> int:
        """Which column of the sheet it is."""
        if isinstance(heading, Heading):
            return column_of(heading)
        if isinstance(heading, Benchmarked):
            assert self.benchmarked is not None  # see `has`
            return self.benchmarked.words
        assert self.charted is not None  # who asks for variation has it
        return self.charted.column_of(heading)

    def has(self, heading: Told) -> bool:
        """Whether there is such a column: none of benchmarks where nothing has any."""
        return not isinstance(heading, Benchmarked) or self.benchmarked is not None

    def shown(self, heading: Told, place: str) -> str:
        """A formula part: what stands in a column for the indicator whose place that is."""
        sheet = quoted_sheet(self.name)
        letters, places = column_letters(self.column(heading)), letters_of(Heading.PLACE)
        found = f"MATCH({place},{sheet}!${places}:${places},0)"
        return f"INDEX({sheet}!${letters}:${letters},{found})"

    def numbered(self, heading: Told, a: AssessedRow) -> str:
        """A formula part: what stands in a column for an indicator, wherever its row is sorted."""
        return self._numbered(self.column(heading), a)

    def benchmark(self, kind: KindColumns, a: AssessedRow) -> tuple[float | None, str]:
        """A benchmark of an indicator, and the formula part for it."""
        column = kind.column_of(OfKind.FIGURE)
        value = self.values.get((column, self.rows[a]))
        return (value if isinstance(value, float) else None), self._numbered(column, a)

    def _numbered(self, column: int, a: AssessedRow) -> str:
        sheet = quoted_sheet(self.name)
        letters, numbers = column_letters(column), letters_of(Heading.NUMBER)
        number = self.rows[a] - HEADER_ROW
        found = f"MATCH({number},{sheet}!${numbers}:${numbers},0)"
        return f"INDEX({sheet}!${letters}:${letters},{found})"

    def value(self, heading: Told, a: AssessedRow) -> float | str | None:
        """What stands there now."""
        return self.values.get((self.column(heading), self.rows[a]))

    @cached_property
    def values(self) -> dict[tuple[int, int], float | str | None]:
        """What stands on the sheet now, by column and row."""
        return {(cell.column, cell.row): cell.value for cell in self.sheet.cells}

    def range(self, heading: Heading) -> str:
        """The cells of a column, for formulas on other sheets."""
        letters = letters_of(heading)
        last = max(self.last_row, FIRST_ROW)
        return f"{quoted_sheet(self.name)}!${letters}${FIRST_ROW}:${letters}${last}"

    def counted(self, condition: str) -> str:
        """A formula: how many indicators there are of which something holds (a product of cells'
        tests over `range`); rows that are parts of others are none."""
        whole = f'({self.range(Heading.PART_OF)}="")'
        return f"SUMPRODUCT({whole}*{condition})" if condition else f"SUMPRODUCT(--{whole})"

    @cached_property
    def indicators(self) -> list[AssessedRow]:
        """The rows that count as indicators."""
        return [a for a in self.rows if a not in self.parts.of]

    def finder(self, table: Table) -> Finder | None:
        """How rows of a table are found; None where they have no row of their own."""
        return next((f for f in self.finders.values() if f.table is table), None)


def register(
    name: str, title: str, period: Period, rule_set: RuleSet, places: Sequence[Place]
) -> Register:
    """The register of all indicators, in the order of the sheets."""
    rating = rule_set.bands
    found = dict(finders([place.table for place in places]))
    taken: list[tuple[AssessedRow, Inputs, Finder | None]] = []
    for number, place in enumerate(places):
        finder = found.get(number)
        cells = InputsOf(place.table, finder, rule_set.defaults)
        taken.extend((a, cells.of(a), finder) for a in place.rows)
    rows_of = {id(place.table): {row.row: row for row in place.table.rows} for place in places}
    places_of = {id(place.table): number for number, place in enumerate(places)}
    watches = max((_watch_columns(len(each.watched)) for _, each, _ in taken), default=0)
    series = [SeriesCells(a, finder) for a, _, finder in taken]
    asked = asked_of(rule_set.columns, (a for a, _, _ in taken))
    charted = _charted(FIRST_WATCH + watches, series, asked)
    across = charted.last if charted is not None else FIRST_WATCH - 1 + watches
    edged = edged_columns(across + 1, [a for a, _, _ in taken])
    across = edged.last if edged is not None else across
    dated = dated_columns(across + 1, [a for a, _, _ in taken])
    across = dated.last if dated is not None else across
    benchmarked = benchmark_columns(across + 1, [a for a, _, _ in taken])
    across = benchmarked.last if benchmarked is not None else across
    first_list = across + 2
    beside = lists(rating, _passed_over(places, found), first_list, FIRST_ROW)
    sheet = NewSheet(TABLED, name, landscape=True, widths=_widths())
    beyond = [each.headings for each in (charted, edged, dated) if each is not None]
    _head(sheet, title, period, watches, charted, [word for words in beyond for word in words])
    if benchmarked is not None:
        _head_benchmarks(sheet, benchmarked)
    formats = figures_by_unit([a for a, _, _ in taken])
    parts = Parts([a for a, _, _ in taken])
    narrator = Narrator(rating, parts)
    rows: dict[AssessedRow, int] = {}
    styles = {
        figures: StylesOf(figures, BODY, CENTRED, _WORKED_OUT, charted, benchmarked)
        for figures in formats.values()
    }
    for row, (a, inputs, finder) in enumerate(taken, FIRST_ROW):
        rows[a] = row
        place_in_table = rows_of[id(a.table)].get(a.measure.row)
        own = finder if place_in_table is not None else None
        without_row = PLACES * (places_of[id(a.table)] + 1) - row
        line = Line(
            a, row, inputs, own, place_in_table, without_row, len(rows), beside, rating, edged,
            dated, parts.of.get(a, ""), " ".join(narrator.sentences(a)),
        )  # fmt: skip
        if charted is not None:
            line.chart(series[len(rows) - 1], charted)
        if benchmarked is not None:
            line.benchmark(benchmarked)
        sheet.cells.extend(line.cells(styles[formats[a.measure.unit]], across))
    _put_lists(sheet, beside)
    last = max(rows.values(), default=HEADER_ROW)
    letters = letters_of(Heading.STATUS)
    for band in rating.all_bands:
        reference = f"{letters}{FIRST_ROW}:{letters}{max(last, FIRST_ROW)}"
        sheet.shades.append(Shade(reference, says(letters, band.label), band.fill, band.text))
    if rows:
        sheet.table = OwnTable(_TABLE, range_a1(HEADER_ROW, 1, last, across))
        sheet.ignore_inconsistent = range_a1(FIRST_ROW, 1, last, across)
        sheet.ignore_text_numbers = range_a1(FIRST_ROW, 1, last, across)
    sheet.freeze_row, sheet.freeze_column = HEADER_ROW, column_of(Heading.NAME)
    sheet.repeat_rows = (HEADER_ROW, HEADER_ROW)
    sheet.print_area = range_a1(1, 1, last, len(TIDY))
    listed = f"{quoted_sheet(name)}!{beside.passed_over.range()}"
    return Register(sheet, rows, found, listed, charted, benchmarked, parts)


def _charted(
    first: int, series: Sequence[SeriesCells], asked: frozenset[str]
) -> ChartedColumns | None:
    if not asked:
        return None
    return ChartedColumns(first, max((each.holds for each in series), default=0), asked)


def _watch_columns(watched: int) -> int:
    """How many columns hold so many cells, with those that compare them."""
    return watched + max(-(-watched // 4) - 1, 0)


def _widths() -> dict[int, float]:
    return {column_of(heading): _WIDTHS.get(heading, _USUAL_WIDTH) for heading in ALL}


def _head(
    sheet: NewSheet,
    title: str,
    period: Period,
    watches: int,
    charted: ChartedColumns | None,
    beyond: Sequence[str],
) -> None:
    put = sheet.cells.append
    put(CellEdit(1, 1, f"Indicators: {title}", style=TITLE))
    sheet.heights[1] = 30
    put(CellEdit(2, 1, period.words, style=TEXT))
    put(mark_cell(sheet.key, len(TIDY)))
    put(
        CellEdit(
            3,
            1,
            "One row an indicator, worked out from the scorecard's own cells; the columns on the "
            f"right, from {Heading.KEY.value} on, say how. Refresh stands where only a refresh "
            f"can tell.{_where_charted(charted)}",
            style=NOTE,
        )
    )
    words = [heading.value for heading in ALL]
    words += [f"Also at the refresh {number}" for number in range(1, watches + 1)]
    if charted is not None:
        sheet.widths.update(dict.fromkeys(charted.wide, _OF_WORDS))
    words += beyond
    for column, word in enumerate(words, 1):
        style = HEADING_LEFT if column == column_of(Heading.NAME) else HEADING
        put(CellEdit(HEADER_ROW, column, word, style=style))
    sheet.heights[HEADER_ROW] = 32


def _head_benchmarks(sheet: NewSheet, benchmarked: BenchmarkColumns) -> None:
    for column, word in enumerate(benchmarked.headings, benchmarked.words):
        sheet.cells.append(CellEdit(HEADER_ROW, column, word, style=HEADING))
    sheet.widths[benchmarked.words] = _OF_BENCHMARKS
    for kind in benchmarked.kinds:
        sheet.widths[kind.column_of(OfKind.WORDS)] = _OF_BENCHMARKS


def _where_charted(charted: ChartedColumns | None) -> str:
    if charted is None or "variation" not in charted.asked:
        return ""
    first, last = (
        column_letters(charted.column_of(heading)) for heading in (Charted.VARIATION, Charted.UPPER)
    )
    return f" Variation, mean and limits stand in columns {first} to {last}. {MEANINGS}"


def _put_lists(sheet: NewSheet, beside: Lists) -> None:
    """The lists, each below what it is."""
    for each in beside.all():
        sheet.cells.append(CellEdit(each.row - 3, each.column, each.title, style=_LIST_TITLE))
        for part, heading in enumerate(each.headings):
            cell = CellEdit(each.row - 1, each.column + part, heading, style=HEADING)
            sheet.cells.append(cell)
            sheet.widths[each.column + part] = _USUAL_WIDTH if part else 20.0
        for number, entry in enumerate(each.entries):
            for part, value in enumerate(entry):
                place = each.row + number, each.column + part
                sheet.cells.append(CellEdit(*place, value, style=_LISTED))


def _passed_over(places: Sequence[Place], found: dict[int, Finder]) -> list[str]:
    """What stands first in rows that have figures and are no indicators: sub-totals, tallies."""
    texts: dict[str, None] = {}
    for number, place in enumerate(places):
        finder = found.get(number)
        if finder is None:
            continue
        known = {a.measure.row for a in place.rows}
        for row in range(finder.first + 1, finder.last):
            text = raw(place.table.grid.cell(row, finder.name_column))
            if row not in known and isinstance(text, str):
                texts[text] = None
    return list(texts)
