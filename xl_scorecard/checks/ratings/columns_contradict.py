"""Two columns of one row that give different ratings, or say different ways that are good."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._examples import HEADINGS, OTHERS, RULES
from xl_scorecard.checks.ratings._meant import manners, meant_by
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judged import PLAIN, Manner
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.polarity_words import parse_polarity, ticked_polarity
from xl_scorecard.domain.scorecard import Column, Role, Table

_Meant = Callable[[Column, Cell], set[str] | None]
_TO_EACH = 2
"""So many rows that agree to each that does not: else the columns are about two things."""


def _contradict(context: Context) -> Iterator[Found]:
    manner = manners(context.rows)
    for table in context.tables:
        rows = [row for row in context.rows if row.table is table]
        rated = partial(_rated, context.rule_set.bands, manner.get(table.sheet, PLAIN))
        ways: tuple[tuple[Role, _Meant], ...] = ((Role.RAG, rated), (Role.POLARITY, _good))
        for role, meant in ways:
            for one, other in combinations(table.by_role(role), 2):
                if _are_of_one_thing(one, other):
                    yield from _in_rows(table, rows, (one, other), meant)


def _in_rows(
    table: Table, rows: Sequence[AssessedRow], columns: tuple[Column, Column], meant: _Meant
) -> Iterator[Found]:
    both = []
    for row in rows:
        place = row.current.row if row.current is not None else row.measure.row
        cells = [table.shown(place, column.index) for column in columns]
        said = [
            meant(column, cell) if cell is not None else None
            for column, cell in zip(columns, cells, strict=True)
        ]
        if said[0] and said[1]:
            both.append((row, cells, bool(said[0] & said[1])))
    odd = [(row, cells) for row, cells, agree in both if not agree]
    if len(odd) * (_TO_EACH + 1) > len(both):
        return
    for row, (first, second) in odd:
        assert first is not None
        assert second is not None
        message = (
            f'{row.measure.name}: {second.text} stands below "{columns[1].heading}", and '
            f'{first.text} ({first.ref}) below "{columns[0].heading}"'
        )
        yield Found.in_row(row, second.ref, message, found=second.text, expected=first.text)


def _are_of_one_thing(one: Column, other: Column) -> bool:
    """Whether two headings say no more than that ratings, or ways that are good, stand below."""
    if (one.period, one.basis) != (other.period, other.basis):
        return False
    words = [" ".join(column.heading.casefold().split()) for column in (one, other)]
    same = words[0] == words[1] or one.role is Role.POLARITY
    return same or all(_labels().fullmatch(each) is not None for each in words)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().statuses.labels))


def _rated(rating: Rating, manner: Manner, _: Column, cell: Cell) -> set[str] | None:
    return meant_by(cell, rating, manner)


def _good(column: Column, cell: Cell) -> set[str] | None:
    if ticked_polarity(column.heading, cell.text, cell.font) is not None:
        return None
    found = parse_polarity(cell.text, cell.font)
    return None if found is None else {found.value}


_HEADINGS = (*HEADINGS, "RAG")
_OTHERS = tuple((*row, str(row[-1])[0]) for row in OTHERS)
_SEEN = ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Green")
CHECK = Check(
    slug="columns-contradict",
    severity=Severity.WARNING,
    looks_for="two columns that give one indicator different ratings, or different ways to be good",
    question="Which counts, where one column says Green and another Amber?",
    mend="Correct whichever is wrong, or head one column as what it is of.",
    run=_contradict,
    triggers=Example(
        rows=(_HEADINGS, (*_SEEN, "A"), *_OTHERS),
        rules=RULES,
        finds=("G2",),
    ),
    passes=Example(rows=(_HEADINGS, (*_SEEN, "G"), *_OTHERS), rules=RULES),
)
