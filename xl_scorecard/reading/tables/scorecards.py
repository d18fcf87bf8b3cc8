"""The scorecard of a workbook: its sheets, tables and measures, and the period reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_index import RuleIndex
from xl_scorecard.domain.rule_set import Indicator, RuleSet
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Former, Layout, MeasuredRow, Role, Scorecard, Table
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.figures.measures import read_measures
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.sheets.grids import LOOK_AT_ROWS
from xl_scorecard.reading.tables.blocks import locate_blocks
from xl_scorecard.reading.tables.editions import (
    at_its_latest,
    left_out,
    of_other_periods,
    published,
    with_history,
)
from xl_scorecard.reading.tables.locate import locate
from xl_scorecard.reading.tables.long import gather, show_period
from xl_scorecard.reading.tables.reported import reported_period
from xl_scorecard.reading.tables.said import said_of, said_tables
from xl_scorecard.reading.tables.turned import locate_transposed
from xl_scorecard.reading.words.heading_words import HeadingWords, heading_words


class NoTableError(WorkbookError):
    """No sheet looked at has a table of indicators and periods."""


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
    words = words_around(rule_set, period, workbook)
    index = RuleIndex(rule_set)
    tables = _tables(grids, words, index.knows, rule_set.workbook.tables)
    if not tables:
        told = period or rule_set.workbook.period  # who told it is not asked for it again
        lacks = relative_heading(grids) if told is None else None
        raise NoTableError("no_scorecard", no_scorecard_message(workbook, lacks))
    reported = reported_period(tables, period, rule_set, workbook)
    editions = of_other_periods(tables, reported)
    current = [_reporting(t, reported, former) for t in tables if t not in editions]
    older = [row.measure for row in _measured(map(at_its_latest, editions), rule_set, index)]
    rows = tuple(
        row._replace(measure=with_history(row.measure, older))
        for row in _measured(current, rule_set, index)
    )
    return Scorecard(
        tables=tuple(current),
        rows=rows,
        period=reported,
        missing_rules=_missing(rule_set, rows),
        left_out=tuple(left_out(table, reported) for table in editions),
        published=tuple(published(editions, current, former)),
    )


def words_around(rule_set: RuleSet, period: str | None, workbook: str) -> HeadingWords:
    """How headings are to be read, the workbook's name and the period told saying of time."""
    told = period or rule_set.workbook.period
    return heading_words(rule_set, [PurePath(workbook).stem, *([told] if told is not None else [])])


def _reporting(table: Table, period: Period, former: Sequence[Former]) -> Table:
    """A table that is about a period, each indicator in its row of it."""
    reporting = replace(table, reported=period, former=_stood_beside(table, former))
    return show_period(reporting, period) if table.layout is Layout.LONG else reporting


def _measured(
    tables: Iterable[Table], rule_set: RuleSet, index: RuleIndex
) -> Iterator[MeasuredRow]:
    """The rows of tables with what was read from each."""
    for table in tables:
        measures = read_measures(table, rule_set, index)
        yield from map(partial(MeasuredRow, table), table.rows, measures)


def _missing(rule_set: RuleSet, rows: Iterable[MeasuredRow]) -> tuple[Indicator, ...]:
    """The rules that no row is about."""
    seen = {row.measure.rule.id for row in rows if row.measure.rule is not None}
    return tuple(rule for rule in rule_set.indicators if rule.id not in seen)


def _tables(
    grids: list[Grid], words: HeadingWords, known: Known, said: Sequence[SaidTable]
) -> list[Table]:
    """The tables of all sheets: as the rule set says, and guessed where it says nothing."""
    located: list[Table] = []
    guessed: list[Grid] = []
    for grid in grids:
        if entries := said_of(grid.sheet, said):
            located += said_tables(grid, entries, words, known)
        else:
            guessed.append(grid)
    located += _located(guessed, words, known)
    found = [gather(table, words.starts) if _is_long(table) else table for table in located]
    return [table for table in found if table.rows]


def _located(grids: list[Grid], words: HeadingWords, known: Known) -> list[Table]:
    """The tables told by their headings, else as blocks or cards, else by their shape, else by that
    of sheets turned."""
    for ways in (locate, locate_blocks, partial(locate, by_shape=True), locate_transposed):
        if tables := [table for grid in grids for table in ways(grid, words, known)]:
            return tables
    return []


def _is_long(table: Table) -> bool:
    """Whether periods run down beside a column of figures that names none."""
    timeless = any(column.period is None for column in table.by_role(Role.OUTTURN))
    return table.layout is Layout.WIDE and bool(table.by_role(Role.PERIOD)) and timeless


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


def relative_heading(grids: Iterable[Grid]) -> str | None:
    """A heading that names a period by how long ago it was, or without its year."""
    for grid in grids:
        for row, cells in grid.by_row.items():
            for cell in cells if row <= LOOK_AT_ROWS else ():
                words = parse_period(cell.value) if cell.text else None
                if words is not None and words.period is None:
                    return cell.text
    return None
