"""A basis that the sheet contradicts, in words or by its target: a rolling year held against a
quarter's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import basis_of_word, lexicon, words_of
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import span_in_words

_SAME_IN_A_NAME = frozenset((frozenset((Basis.ROLLING_12_MONTHS, Basis.ANNUAL)),))
"""Of a year's figure, `in the last 12 months` says no more than that it is annual."""
_LENGTHS = {Grain.QUARTER: "a quarter", Grain.MONTH: "a month"}


def _mixed(context: Context) -> Iterator[Found]:
    for row in context.rows:
        rule = row.measure.rule
        yield from _against_target(row)
        if rule is None or rule.basis is None:
            continue
        for cell, words, said in _said(row):
            if said is rule.basis or {said, rule.basis} in _SAME_IN_A_NAME:
                continue
            yield Found.in_row(
                row,
                cell,
                f'{row.measure.name}: the sheet says "{words}", and the rule has the basis '
                f"{rule.basis.value}, by which it is compared and rated; put right whichever is "
                "wrong",
                found=words,
                expected=rule.basis.value,
            )
            break


def _against_target(row: AssessedRow) -> Iterator[Found]:
    """A rolling year held against what its words say is the target of a month or quarter.

    Of other bases `target-other-span` says so, as far as the two cannot be compared.
    """
    measure, target = row.measure, row.measure.target_cell
    if not _is_rolling(row) or target is None or not row.table.upright:
        return
    if target.sheet or (measure.rule is not None and measure.rule.target is not None):
        return
    cell = row.table.shown(target.row, target.column)
    headings = (c.heading for c in row.table.columns if c.index == target.column)
    for words in (cell.text, *headings) if cell is not None else ():
        grain = span_in_words(words)
        if cell is not None and grain in _LENGTHS:
            yield Found.in_row(
                row,
                cell.ref,
                f"{measure.name}: its figures are of rolling 12 months, and the target "
                f'("{words}") is that of {_LENGTHS[grain]}; give the target of the rolling year, '
                "or put the basis right",
                found=words,
                expected=Basis.ROLLING_12_MONTHS.value,
            )
        if grain is not None:
            return


def _is_rolling(row: AssessedRow) -> bool:
    basis = row.measure.basis
    if basis is None:
        return any(said is Basis.ROLLING_12_MONTHS for _, _, said in _said(row))
    return basis is Basis.ROLLING_12_MONTHS


def _said(row: AssessedRow) -> Iterator[tuple[str, str, Basis]]:
    """What the row says itself of what its figures cover, in its name and in a column."""
    name = plain_name(row.measure)
    for basis, pattern in _in_names():
        match = pattern.search(name)
        if match is not None:
            yield row.measure.name_cell, match[0], basis
    at_end = _at_end().search(name)
    rule = row.measure.rule
    if at_end is not None and rule is not None and rule.basis is Basis.IN_QUARTER:
        yield row.measure.name_cell, at_end[0], Basis.SNAPSHOT
    column = row.table.first(Role.BASIS) if row.table.upright else None
    cell = row.table.shown(row.measure.row, column.index) if column is not None else None
    if cell is not None and len(cell.text) > 1:
        listed = basis_of_word(cell.text.casefold())
        if listed is not None:
            yield cell.ref, cell.text, listed


@cache
def _in_names() -> list[tuple[Basis, re.Pattern[str]]]:
    """What says in a name for certain what a figure covers."""
    return [(basis, words_of(said)) for basis, said in lexicon().bases.phrases.items()]


@cache
def _at_end() -> re.Pattern[str]:
    return words_of(lexicon().bases.at_end)


_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
_ROWS = (
    _HEADINGS,
    ("A1", "Conferences in time (rolling year)", Percent(0.8), Percent(0.35), Percent(0.446)),
)
_RULES = '{{id: A1, name: "Conferences in time (rolling year)", unit: percent, basis: {}}}'
CHECK = Check(
    slug="basis-mixed",
    severity=Severity.WARNING,
    looks_for="an indicator whose name or column says another basis than its rule, or a rolling "
    "year with the target of a month or quarter",
    question="Is a rolling year held against the target of a quarter?",
    mend="Correct the basis in the rule set, or what the name or heading says.",
    run=_mixed,
    triggers=Example(rows=_ROWS, rules=(_RULES.format("in quarter"),), finds=("B2",)),
    passes=Example(rows=_ROWS, rules=(_RULES.format("rolling 12 months"),)),
)
