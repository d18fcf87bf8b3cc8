"""A sheet a quarter: the sheets of other periods are history, not scorecards to be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xl_scorecard.domain.cell_ref import a1, range_a1
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import (
    CommentBefore,
    Former,
    LeftOut,
    Measure,
    Outturn,
    Published,
    Table,
    TargetBefore,
)

OTHER_PERIOD = "table of another period"


def of_other_periods(tables: Sequence[Table], reported: Period) -> list[Table]:
    """The tables without the reported period, most of whose indicators stand in one that has it."""
    current = [table for table in tables if _has(table, reported)]
    named = {name for table in current for name in _names(table)}
    return [
        table
        for table in tables
        if table not in current and 2 * len(_names(table) & named) >= len(_names(table))
    ]


def _has(table: Table, reported: Period) -> bool:
    return any(period.end == reported.end for period in table.all_periods)


def _names(table: Table) -> set[str]:
    return {tidy(row.reference or row.name) for row in table.rows}


def at_its_latest(table: Table) -> Table:
    """A table of another period, its judgements being about its own latest."""
    return replace(table, reported=max(table.all_periods, default=None))


def left_out(table: Table, reported: Period) -> LeftOut:
    """What to say of such a table."""
    latest = max(table.periods).words if table.periods else "no period"
    why = f"holds the same indicators for {latest}; {reported.words} is reported"
    return LeftOut(table.sheet, table.where, OTHER_PERIOD, why)


def published(
    editions: Sequence[Table], current: Sequence[Table], former: Sequence[Former]
) -> Iterator[Published]:
    """The columns of ours on sheets of other periods, where no table is reported on."""
    written = {table.sheet for table in current}
    for block in former:
        table = next(
            (t for t in editions if t.sheet == block.sheet and t.sheet not in written), None
        )
        if table is not None:
            where = range_a1(*block.block)
            latest = max(table.periods).words if table.periods else "another period"
            yield Published(block.sheet, where, latest)


def with_history(measure: Measure, editions: Sequence[Measure]) -> Measure:
    """A measure with the figures of periods that only stand on the sheets of other periods, and
    with what those sheets say of the periods that it has itself: of a quarter on several, the one
    that was about it."""
    same = [edition for edition in editions if edition.outturns and _same(measure, edition)]
    if not same:
        return measure
    earlier: dict[Period, Outturn] = {}
    published_as: dict[Period, Outturn] = {}
    for edition in same:
        there = {p: o._replace(sheet=edition.sheet) for p, o in edition.outturns.items()}
        earlier |= {p: o for p, o in there.items() if p not in measure.outturns}
    for edition in sorted(same, key=lambda e: max(e.outturns), reverse=True):
        there = {p: o._replace(sheet=edition.sheet) for p, o in edition.outturns.items()}
        published_as |= {p: o for p, o in there.items() if p in measure.outturns}
    last = max(same, key=lambda e: max(e.outturns))
    return replace(
        measure,
        earlier=earlier | dict(measure.earlier),
        published_as=published_as,
        comment_before=comment_of(last),
        target_before=max(
            filter(None, map(target_of, same)), key=lambda before: before.period, default=None
        ),
    )


def comment_of(edition: Measure) -> CommentBefore | None:
    """The comment that the sheet of another period has on an indicator."""
    if not edition.comment:
        return None
    return CommentBefore(edition.comment, edition.sheet, edition.comment_cell)


def target_of(edition: Measure) -> TargetBefore | None:
    """The target that the sheet of another period has of an indicator."""
    cell = edition.target_cell
    if edition.target is None or cell is None or cell.sheet or not edition.outturns:
        return None
    place = a1(cell.row, cell.column)
    return TargetBefore(edition.target, edition.sheet, place, max(edition.outturns))


def _same(one: Measure, other: Measure) -> bool:
    """Whether two rows are one indicator on one basis."""
    if one.basis is not other.basis or one.unit is not other.unit:
        return False
    if one.rule is not None or other.rule is not None:
        return one.rule is other.rule
    return tidy(one.id) == tidy(other.id) and tidy(one.section) == tidy(other.section)
