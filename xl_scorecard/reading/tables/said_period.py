"""The period that a workbook says it reports, in its titles, its sheets' names or its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import PeriodWords, find_period, parse_period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.headers.title import title_period

_STALE = {
    False: "is the title still that of the report before?",
    True: "change it, or say the one reported with --period",
}


class PeriodSaid(NamedTuple):
    """A quarter or month that is said to be reported, and where: on a sheet, by the file, or by the
    rule set."""

    period: Period
    table: Table
    by: str
    by_rules: bool = False


def said_period(tables: Sequence[Table], workbook: str, starts: int) -> PeriodSaid | None:
    """The one period that titles and sheets' names say, else the file's name; None where none or
    several are said."""
    said = {}
    for table in tables:
        words = title_period(table.grid, table.header_top, (), starts)
        period = _whole(words)
        if period is not None and _is_among(period, table):
            said[period.end] = PeriodSaid(period, table, "the title or the sheet's name")
    if said:
        return said.popitem()[1] if len(said) == 1 else None
    period = _of_file(workbook, starts)
    if period is None or not tables or not _is_among(period, tables[0]):
        return None
    return PeriodSaid(period, tables[0], "the file's name")


def _of_file(workbook: str, starts: int) -> Period | None:
    stem = PurePath(workbook).stem
    return _whole(parse_period(stem, starts) or find_period(stem.replace("_", " "), starts))


def doubt_of_file(
    tables: Sequence[Table], workbook: str, reported: Period, starts: int
) -> Doubt | None:
    """What to say where the file is named after the month, or the last one of the quarter, that
    comes after the one reported and has no column: a paper of January often has December's
    figures, and it may also be one that nobody has filled in."""
    period = _of_file(workbook, starts)
    if period is None or period.grain is not Grain.MONTH or not tables:
        return None
    if reported.grain is Grain.YEAR or period.end != reported.next.end:
        return None
    table, due = tables[0], reported.next.words
    return Doubt(
        About.PERIOD, table.sheet, table.place(table.header_row, table.first_column),
        f"the file's name says {period.words}, and no column is headed {due}; {reported.words} is "
        f"reported; is {period.words} only when it is presented, or are figures still to be typed?",
        found=reported.words, expected=due, severity=Severity.INFO,
    )  # fmt: skip


def period_of_rules(tables: Sequence[Table], rule_set: RuleSet) -> PeriodSaid | None:
    """The period that a rule set says is reported, if a table has it."""
    period = _whole(parse_period(rule_set.workbook.period or "", rule_set.starts))
    table = next((t for t in tables if period in t.all_periods), None)
    if period is None or table is None:
        return None
    return PeriodSaid(period, table, "workbook: period: of the rule set", by_rules=True)


def _whole(words: PeriodWords | None) -> Period | None:
    """A quarter or month that is named with its year; a year says nothing of which quarter."""
    period = words.period if words is not None else None
    return period if period is not None and period.grain is not Grain.YEAR else None


def _is_among(period: Period, table: Table) -> bool:
    """Whether a period is one of the table's, or the next one that it would have."""
    periods = [p for p in table.all_periods if p.grain is not Grain.YEAR]
    return any(p.end == period.end for p in periods) or (
        period.grain is Grain.QUARTER and any(p.next == period for p in periods)
    )


def doubt_of_said(said: PeriodSaid | None, reported: Period) -> Doubt | None:
    """What to say where another period is said to be reported than the figures bear out."""
    if said is None or said.period.end == reported.end:
        return None
    period, table = said.period, said.table
    column = next(
        (c for c in table.by_role(Role.OUTTURN) if c.period and c.period.end == period.end), None
    )
    at = column.index if column is not None else table.first_column
    if period.end > reported.end:
        lacks = "its column is blank" if column is not None else "no column is headed so"
        message = (
            f"{said.by} says {period.words}, but {lacks}; {reported.words} is reported; type its "
            f"figures below the heading {period.words}"
        )
        return Doubt(
            About.PERIOD, table.sheet, table.place(table.header_row, at), message,
            found=reported.words, expected=period.words, settle="period", example=period.words,
            # a paper of January often has December's figures
            severity=Severity.ERROR if period.grain is Grain.QUARTER else Severity.WARNING,
        )  # fmt: skip
    message = (
        f"{said.by} says {period.words}, but figures of {reported.words} are there, and these are "
        f"reported; {_STALE[said.by_rules]}"
    )
    return Doubt(
        About.PERIOD, table.sheet, table.place(table.header_row, at), message,
        found=period.words, expected=reported.words, severity=Severity.WARNING,
    )  # fmt: skip
