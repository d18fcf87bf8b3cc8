"""The scorecard of a workbook: its sheets, tables and measures, and the period reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

from xl_scorecard.domain.finding import Finding
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import Indicator, RuleSet
from xl_scorecard.domain.scorecard import Former, Measure, Scorecard, Table
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.reading.header import HeadingWords
from xl_scorecard.reading.locate import locate
from xl_scorecard.reading.measures import RuleIndex, read_measure


def heading_words(rule_set: RuleSet | None) -> HeadingWords:
    """How a rule set wants headings read; without one, the usual words and April."""
    if rule_set is None:
        return HeadingWords({})
    return HeadingWords(rule_set.workbook.headings, rule_set.starts)


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
    words = heading_words(rule_set)
    tables = [table for grid in grids for table in locate(grid, words)]
    if not tables:
        raise WorkbookError("no_scorecard", no_scorecard_message(workbook))
    for table in tables:
        table.former = _stood_beside(table, former)
    index = RuleIndex(rule_set)
    measures = [read_measure(table, row, rule_set, index) for table in tables for row in table.rows]
    reported = _reported(measures, tables, period, rule_set, workbook)
    findings: list[Finding] = []
    seen = {m.rule.id for m in measures if m.rule is not None}
    missing: list[Indicator] = [r for r in rule_set.indicators if r.id not in seen]
    return Scorecard(tables, measures, reported, findings, missing)


def _stood_beside(table: Table, former: Sequence[Former]) -> dict[str, int]:
    """Where columns of ours stood beside a table, those of several blocks together."""
    columns: dict[str, int] = {}
    for block in former:
        overlap = block.first_row <= table.last_row and block.last_row >= table.header_top
        if block.sheet == table.sheet and overlap:
            columns.update(block.columns)
    return columns


def no_scorecard_message(workbook: str) -> str:
    """What to say of a workbook without a scorecard."""
    return (
        f"{workbook}: no sheet has a header row that names indicators (Indicator, Measure, KPI) "
        "and periods (Q3 2018/19, Oct-18); name the headings under workbook: headings: in the "
        "rule set"
    )


def parse_wanted_period(words: str, starts: int) -> Period:
    """The period of `--period`; raises UsageError where it names none."""
    if month := re.fullmatch(r"\s*(\d{4})-(0[1-9]|1[0-2])\s*", words):
        return Period.month(int(month[1]), int(month[2]), starts)  # as periods print
    parsed = parse_period(words, starts)
    if parsed is None or parsed.period is None:
        raise UsageError(f'--period "{words}" is not a period; write "Q3 2018/19" or "Dec 2018"')
    return parsed.period


def _reported(
    measures: list[Measure],
    tables: list[Table],
    wanted: str | None,
    rule_set: RuleSet,
    workbook: str,
) -> Period:
    if wanted is None:
        return _latest_with_data(measures, tables)
    period = parse_wanted_period(wanted, rule_set.starts)
    present = sorted({p for table in tables for p in table.periods})
    if any(p.end == period.end for p in present):
        return period
    shown = ", ".join(str(p) for p in present[-6:])
    raise WorkbookError(
        "no_scorecard", f"{workbook}: has no column for {period}; its latest are {shown}"
    )


def _latest_with_data(measures: list[Measure], tables: list[Table]) -> Period:
    """The latest period with a value; of those ending together, quarter, then month, then year."""
    filled = {p for m in measures for p, o in m.outturns.items() if o.value is not None}
    if not filled:
        filled = {p for table in tables for p in table.periods}
    preference = {Grain.QUARTER: 2, Grain.MONTH: 1, Grain.YEAR: 0}
    return max(filled, key=lambda p: (p.end, preference[p.grain]))
