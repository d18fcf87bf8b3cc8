"""The scorecard of a workbook: its sheets, tables and measures, and the period reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import Indicator, RuleSet
from xl_scorecard.domain.scorecard import (
    Former,
    Layout,
    Measure,
    MeasuredRow,
    Role,
    Scorecard,
    Table,
)
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.reading.figures.measures import RuleIndex, read_measure
from xl_scorecard.reading.figures.series import FigurePlace, figure_places, is_figure, one_series
from xl_scorecard.reading.headers.heading import HeadingWords
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.sheets.grids import LOOK_AT_ROWS
from xl_scorecard.reading.tables.editions import left_out, of_other_periods, with_history
from xl_scorecard.reading.tables.locate import locate
from xl_scorecard.reading.tables.long import gather, show_period
from xl_scorecard.reading.tables.turned import locate_transposed, turn_back

_SEVERAL = 3


class NoTableError(WorkbookError):
    """No sheet looked at has a table of indicators and periods."""


def heading_words(rule_set: RuleSet, around: Sequence[str] = ()) -> HeadingWords:
    """How a rule set wants headings read.

    `around` is what else says which period the workbook reports.
    """
    return HeadingWords(rule_set.workbook.headings, rule_set.starts, tuple(around))


def wanted_sheet(name: str, rule_set: RuleSet) -> bool:
    """Whether a sheet's name fits the rule set's `sheets` patterns, if it has any."""
    patterns = rule_set.workbook.sheets
    return not patterns or any(fnmatchcase(name.casefold(), p.casefold()) for p in patterns)


def read_scorecard(
    grids: list[Grid],
    rule_set: RuleSet,
    period: str | None,
    workbook: str,
    former: Sequence[Former] = (),
) -> Scorecard:
    """Everything the sheets say under a rule set.

    `period` is the reporting period in words; by default the latest with data. `former` is where
    columns of ours stood: what officers typed there counts as their judgement. Raises
    WorkbookError (no_scorecard) where no sheet is a scorecard or the period is not in it.
    """
    told = period or rule_set.workbook.period
    said = [PurePath(workbook).stem, *([told] if told is not None else [])]
    words = heading_words(rule_set, said)
    index = RuleIndex(rule_set)
    tables = _tables(grids, words, lambda *row: index.find(*row) is not None)
    if not tables:
        raise NoTableError("no_scorecard", no_scorecard_message(workbook, _relative(grids)))
    reported = _reported(tables, period, rule_set, workbook)
    editions = of_other_periods(tables, reported)
    left = [left_out(table, reported) for table in editions]
    older: list[Measure] = []
    for table in editions:
        table.reported = max(table.all_periods, default=None)
        older.extend(row.measure for row in _measured(table, rule_set, index))
    tables = [table for table in tables if table not in editions]
    rows: list[MeasuredRow] = []
    for table in tables:
        table.former = _stood_beside(table, former)
        table.reported = reported
        if table.layout is Layout.LONG:
            show_period(table, reported)
        rows.extend(
            row._replace(measure=with_history(row.measure, older))
            for row in _measured(table, rule_set, index)
        )
    seen = {row.measure.rule.id for row in rows if row.measure.rule is not None}
    missing: list[Indicator] = [r for r in rule_set.indicators if r.id not in seen]
    return Scorecard(tables, rows, reported, missing, left)


def _measured(table: Table, rule_set: RuleSet, index: RuleIndex) -> Iterator[MeasuredRow]:
    """The indicators of a table, their cells where they are on the sheet."""
    for row in table.rows:
        measure = read_measure(table, row, rule_set, index)
        if table.layout is Layout.TRANSPOSED:
            measure = turn_back(measure)
        yield MeasuredRow(table, row, measure)


def _tables(grids: list[Grid], words: HeadingWords, known: Known) -> list[Table]:
    """The tables of all sheets; where none has the usual headings, those that look like one."""
    tables = [table for grid in grids for table in locate(grid, words, known)]
    if not tables:
        tables = [t for grid in grids for t in locate(grid, words, known, by_shape=True)]
    if not tables:
        tables = [t for grid in grids for t in locate_transposed(grid, words, known)]
    for table in tables:
        if table.layout is Layout.WIDE and table.first(Role.PERIOD) and _timeless(table):
            gather(table, words.starts)
    return [table for table in tables if table.rows]


def _timeless(table: Table) -> bool:
    return any(column.period is None for column in table.by_role(Role.OUTTURN))


def _stood_beside(table: Table, former: Sequence[Former]) -> dict[str, int]:
    """Where columns of ours stood beside a table, those of several blocks together."""
    columns: dict[str, int] = {}
    for block in former:
        overlap = block.first_row <= table.last_row and block.last_row >= table.header_top
        if block.sheet == table.sheet and overlap:
            columns.update(block.columns)
    return columns


def no_scorecard_message(workbook: str, relative: str | None = None) -> str:
    """What to say of a workbook without a scorecard; `relative` is a heading such as This Qrt."""
    if relative is not None:
        return (
            f'{workbook}: headings such as "{relative}" do not say which period they are of; name '
            'the one reported with --period "Q3 2018/19", or under workbook: period: in the rule '
            "set"
        )
    return (
        f"{workbook}: no sheet has a header row that names indicators (Indicator, Measure, KPI) "
        "and periods (Q3 2018/19, Oct-18); name the headings under workbook: headings: in the "
        "rule set"
    )


def _relative(grids: list[Grid]) -> str | None:
    """A heading that names a period by how long ago it was, or without its year."""
    for grid in grids:
        for row, cells in grid.by_row.items():
            for cell in cells if row <= LOOK_AT_ROWS else ():
                words = parse_period(cell.value) if cell.text else None
                if words is not None and words.period is None:
                    return cell.text
    return None


def parse_wanted_period(words: str, starts: int) -> Period:
    """The period of `--period`; raises UsageError where it names none."""
    if month := re.fullmatch(r"\s*(\d{4})-(0[1-9]|1[0-2])\s*", words):
        return Period.month(int(month[1]), int(month[2]), starts)  # as periods print
    parsed = parse_period(words, starts)
    if parsed is None or parsed.period is None:
        raise UsageError(f'--period "{words}" is not a period; write "Q3 2018/19" or "Dec 2018"')
    return parsed.period


def _reported(tables: list[Table], wanted: str | None, rule_set: RuleSet, workbook: str) -> Period:
    if wanted is None:
        return _latest_with_data(tables)
    period = parse_wanted_period(wanted, rule_set.starts)
    present = sorted({period for table in tables for period in table.all_periods})
    if any(p.end == period.end for p in present):
        return period
    shown = ", ".join(str(p) for p in present[-6:])
    raise WorkbookError(
        "no_scorecard", f"{workbook}: has no column for {period}; its latest are {shown}"
    )


def _latest_with_data(tables: list[Table]) -> Period:
    """The latest period with a value; of those ending together, quarter, then month, then year."""
    places = [
        (place, table.grid.cell(place.row, place.column))
        for table in tables
        for row in table.rows
        for place in one_series(figure_places(table, row), None)
    ]
    filled = {place.period for place, cell in places if is_figure(cell)}
    filled = filled - _only_zeros(places) or filled
    if not filled:
        filled = {place.period for place, _ in places}
    filled = filled or set().union(*(table.rated_periods for table in tables))
    filled = filled or set().union(*(table.periods for table in tables))
    preference = {Grain.QUARTER: 2, Grain.MONTH: 1, Grain.YEAR: 0}
    return max(filled, key=lambda p: (p.end, preference[p.grain]))


def _only_zeros(places: list[tuple[FigurePlace, Cell | None]]) -> set[Period]:
    """Periods of which several figures are there and all are 0: formulas over months to come."""
    figures: dict[Period, list[object]] = defaultdict(list)
    for place, cell in places:
        if cell is not None and is_figure(cell):
            figures[place.period].append(cell.value)
    return {
        period for period, values in figures.items()
        if len(values) >= _SEVERAL and not any(values)
    }  # fmt: skip
