"""The scorecard of a workbook: its sheets, tables and measures, and the period reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from xl_scorecard.domain.disclosure import without_disclosive
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import PeriodWords, parse_period
from xl_scorecard.domain.rule_index import RuleIndex
from xl_scorecard.domain.rule_set import Indicator, RuleSet
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import (
    Former,
    Layout,
    LeftOut,
    MeasuredRow,
    Role,
    Scorecard,
    Table,
)
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.figures.measures import read_measures
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.sheets.sources import LOOK_AT_ROWS
from xl_scorecard.reading.tables.blocks import locate_blocks, locate_cards
from xl_scorecard.reading.tables.comparators import with_comparators
from xl_scorecard.reading.tables.editions import (
    at_its_latest,
    left_out,
    of_other_periods,
    published,
    with_history,
)
from xl_scorecard.reading.tables.elsewhere import with_what_others_say
from xl_scorecard.reading.tables.failed_period import doubts_of_failed
from xl_scorecard.reading.tables.feeding import counted_once
from xl_scorecard.reading.tables.lists import without_lists
from xl_scorecard.reading.tables.locate import MOST_TABLES, locate
from xl_scorecard.reading.tables.long import gather, show_period
from xl_scorecard.reading.tables.nameless_rows import nameless_rows
from xl_scorecard.reading.tables.other_times import OtherTimes, other_times
from xl_scorecard.reading.tables.references import cross_references
from xl_scorecard.reading.tables.reported import reported_period
from xl_scorecard.reading.tables.risk_registers import risk_registers
from xl_scorecard.reading.tables.said import said_of, said_tables
from xl_scorecard.reading.tables.said_period import (
    doubt_of_file,
    doubt_of_said,
    period_of_rules,
    said_period,
)
from xl_scorecard.reading.tables.turned import locate_transposed
from xl_scorecard.reading.tables.unread import unread_periods
from xl_scorecard.reading.tables.unsaid import newly_come, not_said
from xl_scorecard.reading.tables.year_starts import doubts_of_year
from xl_scorecard.reading.words.heading_words import HeadingWords, heading_words


class NoTableError(WorkbookError):
    """No sheet looked at has a table of indicators and periods."""


def read_scorecard(
    grids: list[Grid],
    rule_set: RuleSet,
    period: str | None,
    workbook: str,
    former: Sequence[Former] = (),
    others: Iterable[Grid] = (),
) -> Scorecard:
    """Everything the sheets say under a rule set; `others` are sheets that are no scorecards, and
    may say more of the indicators.

    `period` is the reporting period in words; by default the latest with data. `former` is where
    columns of ours stood: what officers typed there counts as their judgement. Raises
    WorkbookError (no_scorecard) where no sheet is a scorecard or the period is not in it.
    """
    words = words_around(rule_set, period, workbook)
    index = RuleIndex(rule_set)
    tables, lists = _tables(grids, words, index.knows, rule_set.workbook.tables)
    if not tables:
        told = period or rule_set.workbook.period  # who told it is not asked for it again
        lacks = relative_heading(grids) if told is None else None
        raise NoTableError("no_scorecard", _why_none(workbook, lacks, lists, other_times(grids)))
    _refuse_too_many(tables, workbook)
    stated = said_period(tables, workbook, rule_set.starts) or period_of_rules(tables, rule_set)
    reported = reported_period(tables, period, rule_set, workbook, stated)
    editions = of_other_periods(tables, reported)
    about, repeated = counted_once(
        [table for table in tables if table not in editions], reported, rule_set.workbook.sheets
    )
    read = {table.sheet for table in tables}
    beside = [*others, *(grid for grid in grids if grid.sheet not in read)]
    every = [*(grid for grid in grids if grid.sheet in read), *beside]
    about, listed = with_what_others_say(about, beside, words, reported)
    about = with_comparators(about, every, rule_set.workbook.comparators, rule_set.starts)
    current = [_reporting(table, reported, former) for table in about]
    older = [row.measure for row in _measured(map(at_its_latest, editions), rule_set, index)]
    rows = tuple(
        row._replace(measure=with_history(row.measure, older))
        for row in _measured(current, rule_set, index)
    )
    unread = {table: (*unread_periods(table), *newly_come(table)) for table in current}
    rows = tuple(_judged(row, unread[row.table]) for row in rows)
    rows = without_disclosive(rows, rule_set)
    amiss = (
        doubt_of_said(stated, reported)
        if stated is not None
        else doubt_of_file(current, workbook, reported, rule_set.starts)
    )
    return Scorecard(
        tables=tuple(current),
        rows=rows,
        period=reported,
        missing_rules=_missing(rule_set, rows),
        left_out=(*lists, *repeated, *listed, *(left_out(table, reported) for table in editions)),
        published=tuple(published(editions, current, former)),
        registers=risk_registers(every),
        references=cross_references(every),
        beside=tuple(beside),
        of_all=(
            *doubts_of_year(tables, rule_set),
            *_of_period(amiss, reported, unread, current, asked=period is not None),
            *(doubt for found in unread.values() for doubt in found),
            *not_said(current),
            *(doubt for table in current for doubt in nameless_rows(table)),
        ),
    )


def _refuse_too_many(tables: Sequence[Table], workbook: str) -> None:
    """Raise WorkbookError (too_large) where a sheet has so many tables that some were not read."""
    sheet, found = Counter(table.sheet for table in tables).most_common(1)[0]
    if found >= MOST_TABLES:
        raise WorkbookError(
            "too_large",
            f'{workbook}: sheet "{sheet}" has {MOST_TABLES:,} tables or more, each with headings '
            "of its own, and not all could be read; put them on several sheets",
        )


def _of_period(
    amiss: Doubt | None,
    reported: Period,
    unread: Mapping[Table, Sequence[Doubt]],
    current: Sequence[Table],
    *,
    asked: bool,
) -> Iterator[Doubt]:
    """What to say of a period that is said and that the figures do not bear out (`amiss`), or that
    is there in errors alone; of a column that could not be read it is said already."""
    columns = (found for doubts in unread.values() for found in doubts)
    if asked or any(found.severity is Severity.ERROR for found in columns):
        return
    if amiss is not None:
        yield amiss
    elif not any(unread.values()):
        yield from doubts_of_failed(current, reported)


def _judged(row: MeasuredRow, unread: Sequence[Doubt]) -> MeasuredRow:
    """A row without the judgements typed in it, where newer figures than those read stand beside:
    they are about these."""
    if not any(doubt.settle for doubt in unread):
        return row
    return row._replace(measure=replace(row.measure, typed_rag=None, typed_travel=None))


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
) -> tuple[list[Table], list[LeftOut]]:
    """The tables of all sheets: as the rule set says, and guessed where it says nothing.

    Also what looks like one and is a list of something else.
    """
    told: list[Table] = []
    guessed: list[Grid] = []
    for grid in grids:
        if entries := said_of(grid.sheet, said):
            told += said_tables(grid, entries, words, known)
        else:
            guessed.append(grid)
    located, lists = _located(guessed, words, known)
    located = [*told, *located]
    found = [gather(table, words.starts) if _is_long(table) else table for table in located]
    return [table for table in found if table.rows], lists


def _located(
    grids: list[Grid], words: HeadingWords, known: Known
) -> tuple[list[Table], list[LeftOut]]:
    """The tables that several cards make; those told by their headings, else as blocks or cards,
    else by their shape, else by that of sheets turned."""
    carded = {grid.sheet: tables for grid in grids if (tables := locate_cards(grid, words, known))}
    cards = [table for tables in carded.values() for table in tables]
    grids = [grid for grid in grids if grid.sheet not in carded]
    lists: list[LeftOut] = []
    for ways in (locate, locate_blocks, partial(locate, by_shape=True), locate_transposed):
        located = [table for grid in grids for table in ways(grid, words, known)]
        tables, none = without_lists(located, words, known)
        lists = lists or none
        if tables:
            return [*cards, *tables], lists
        if cards:
            break
    return cards, lists


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


def _why_none(
    workbook: str, relative: str | None, lists: list[LeftOut], times: OtherTimes | None
) -> str:
    """Why none of the sheets is a scorecard; `relative` is a heading such as This Qrt, `times` are
    stretches that are not read."""
    if lists:
        return (
            f"{workbook}: {lists[0].sheet}!{lists[0].where} {lists[0].why}; if it is a scorecard, "
            "name its headings under workbook: headings: in the rule set"
        )
    return no_scorecard_message(workbook, relative, times)


def no_scorecard_message(
    workbook: str, relative: str | None = None, times: OtherTimes | None = None
) -> str:
    """What to say of a workbook without a scorecard; `relative` is a heading such as This Qrt,
    `times` are stretches that are no months, quarters or years."""
    if times is not None:
        return (
            f'{workbook}: {times.sheet}!{times.cell}: headings such as "{times.first}" and '
            f'"{times.second}" are {times.what}; figures are read by month, quarter or year; say '
            "under workbook: tables: figures: which of these each column stands for, such as "
            "{Nov 2018: E}"
        )
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


def _is_so_far(words: PeriodWords) -> bool:
    """Whether a heading is of a year to date, and does not say until when."""
    period = words.period
    to_date = words.basis is Basis.YEAR_TO_DATE
    return to_date and period is not None and period.grain is Grain.YEAR


def relative_heading(grids: Iterable[Grid]) -> str | None:
    """A heading that names a period by how long ago it was, without its year, or as the year so
    far."""
    for grid in grids:
        for row, cells in grid.by_row.items():
            for cell in cells if row <= LOOK_AT_ROWS else ():
                words = parse_period(cell.value) if cell.text else None
                if words is not None and (words.period is None or _is_so_far(words)):
                    return cell.text
    return None
