"""An indicator that stands twice on a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.scorecard import Measure


def _duplicates(context: Context) -> Iterator[Found]:
    first: dict[tuple[str, str, str], int] = {}
    for at, row in enumerate(context.rows):
        measure = row.measure
        key = (measure.sheet, measure.id.casefold(), measure.dimension.casefold())
        if first.setdefault(key, at) == at or _breakdown(first[key], at, context.rows):
            continue
        earlier = context.rows[first[key]].measure
        yield Found.in_row(
            row,
            measure.name_cell,
            f"{measure.id} stands twice: first in row {earlier.row} ({earlier.name}), again in row "
            f"{measure.row} ({measure.name})",
            found=measure.id,
            expected=f"one row for {measure.id}",
        )


def _breakdown(first: int, again: int, rows: Sequence[AssessedRow]) -> bool:
    """Whether two rows of one name break two other rows down: `of which police` below each, or
    Male and Female below each. A row pasted twice has the same figures."""
    one, other = rows[first].measure, rows[again].measure
    if _undashed(one) != _undashed(other) or _figures(one) == _figures(other):
        return False
    if _of_which().match(_undashed(one)):
        return True
    return any(
        0 <= first + step < len(rows)
        and 0 <= again + step < len(rows)
        and first + step != again
        and _undashed(rows[first + step].measure) == _undashed(rows[again + step].measure)
        for step in (-1, 1)
    )


@cache
def _of_which() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().names.of_which))


def _undashed(measure: Measure) -> str:
    return plain_name(measure).strip("-–• ")


def _figures(measure: Measure) -> list[float | None]:
    return [outturn.value for outturn in measure.outturns.values()]


_RULES = ("{id: A1, name: Children waiting}", "{id: B1, name: of whom under 5}")
CHECK = Check(
    slug="indicator-duplicate",
    severity=Severity.ERROR,
    looks_for="an indicator that stands twice on a sheet",
    question="Which of two rows for one indicator counts?",
    mend="Take out the row that does not count, or give it a reference of its own.",
    run=_duplicates,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
            ("B1", "of whom under 5", 4, 5),
            ("A1", "Children waiting", 24, 21),
        ),
        rules=_RULES,
        finds=("B4",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
            ("B1", "of whom under 5", 4, 5),
            ("B1", "of whom under 5", 3, 2),
        ),
        rules=_RULES,
    ),
)
