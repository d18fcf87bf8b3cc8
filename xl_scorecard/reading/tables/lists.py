"""Lists that look like scorecards: of people, things, payments, actions, answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from xl_scorecard.domain.lexicon import lexicon
from xl_scorecard.domain.scorecard import Column, LeftOut, Role, Table
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import (
    heads_list,
    is_taxed,
    is_weak_name,
    is_weak_tolerance,
    named_by_rule,
    speaks_of_figures,
    speaks_of_indicators,
    speaks_of_prices,
)

LIST = "list"
_NAMES = (Role.INDICATOR, Role.REFERENCE)
_JUDGES = (Role.TARGET, Role.POLARITY, Role.TOLERANCE, Role.THRESHOLD)
_FEWEST_PERIODS = 2
_QUARTERS = 4
_SHOWN = 4


def without_lists(
    tables: list[Table], words: HeadingWords, known: Callable[[str, str], bool]
) -> tuple[list[Table], list[LeftOut]]:
    """The tables that are no lists, and what to say of those that are."""
    kept, left = [], []
    for table in tables:
        why = why_list(table, words, known)
        if why is None:
            kept.append(table)
        else:
            left.append(LeftOut(table.sheet, table.where, LIST, why))
    return kept, left


def why_list(table: Table, words: HeadingWords, known: Callable[[str, str], bool]) -> str | None:
    """Why a table is a list of something else than indicators, None where it is not.

    Names below `Name` or `Description` may be anybody's. They are indicators where a heading or
    the title speaks of indicators, a column says how they are judged, or a rule knows one of
    them; else where several periods stand beside them, and nothing that only lists have.
    """
    if not table.upright or _speaks_of_indicators(table, words):
        return None
    if any(known(row.reference, row.name) for row in table.rows):
        return None
    named = ", ".join(f'"{c.heading}"' for c in table.columns[:_SHOWN] if c.heading)
    if (question := _question(table)) is not None:
        return f'reads as answers to questions: "{question}" is no quarter'
    if any(map(_judges, table.columns)):
        return None
    if _is_of_prices(table):
        return f"reads as a list of prices or pay ({named}): nothing says how it is judged"
    if table.by_shape:
        return None
    if any(heads_list(column.heading) for column in table.columns):
        return f"reads as a list of something else ({named}): nothing says how it is judged"
    if any(map(speaks_of_figures, _above(table))):
        return None
    if len({c.period for c in table.by_role(Role.OUTTURN)}) < _FEWEST_PERIODS:
        return (
            f"reads as a list of something else ({named}): no heading says Indicator, Measure or "
            "KPI, no period has a column of its own, and nothing says how it is judged"
        )
    return None


def _speaks_of_indicators(table: Table, words: HeadingWords) -> bool:
    """Whether the heading of names, or a line above the table, says that these are indicators."""
    for column in table.columns:
        if column.role not in _NAMES:
            continue
        if speaks_of_indicators(column.heading) or named_by_rule(column.heading, words.extra):
            return True
        if column.role is Role.INDICATOR and _names_for_certain(column.heading, words):
            return True
    return any(map(speaks_of_indicators, _above(table)))


def _names_for_certain(heading: str, words: HeadingWords) -> bool:
    return words.role(heading) is Role.INDICATOR and not is_weak_name(heading)


def _above(table: Table) -> Iterator[str]:
    yield table.sheet
    for row, cells in table.grid.by_row.items():
        if row < table.header_top:
            yield from (cell.text for cell in cells)


def _is_of_prices(table: Table) -> bool:
    """Whether a column says how things are taxed, or the title is of prices and of no figures:
    `Fees and charges`, not `Fees and charges: performance`."""
    if any(is_taxed(column.heading) for column in table.columns):
        return True
    above = list(_above(table))
    return any(map(speaks_of_prices, above)) and not any(map(speaks_of_figures, above))


def _judges(column: Column) -> bool:
    """Whether a column says how indicators are judged; a variance is what came of them."""
    return column.role in _JUDGES and not is_weak_tolerance(column.heading)


def _question(table: Table) -> str | None:
    """A heading such as Q5, which no quarter has."""
    letters = "|".join(map(re.escape, lexicon().times.quarter_letters))
    number = re.compile(rf"(?:{letters})\s?(\d\d?)", re.IGNORECASE)
    for column in table.columns:
        found = number.fullmatch(column.heading.strip())
        if found is not None and int(found[1]) > _QUARTERS:
            return column.heading
    return None
