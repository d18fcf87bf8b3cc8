"""The column of variation is asked for, and the figures of a row are none that limits fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.variation.told import WhyNoVariation

_WHY = {
    WhyNoVariation.YEAR_TO_DATE: "are totals or shares of the year so far, each of which holds "
    "those before it; limits need the figures of each period by itself",
    WhyNoVariation.OVERLAPPING: "each cover a year, most of it the same as the one before; limits "
    "need figures that do not overlap",
}
_NAMED = 3


def _not_told(context: Context) -> Iterator[Found]:
    """One finding for each reason in a table: the cells of its rows say the same."""
    if "variation" not in context.rule_set.columns:
        return
    groups: defaultdict[tuple[int, WhyNoVariation], list[AssessedRow]] = defaultdict(list)
    for row in context.rows:
        if row.variation.why_not in _WHY and row.current is not None:
            groups[id(row.table), row.variation.why_not].append(row)
    for (_, why_not), rows in groups.items():
        yield _of(rows, why_not)


def _of(rows: Sequence[AssessedRow], why_not: WhyNoVariation) -> Found:
    first = rows[0]
    named = ", ".join(row.measure.name for row in rows[:_NAMED])
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    assert first.current is not None  # else it is not among them
    return Found.in_row(
        first,
        first.current.cell,
        f"No variation is told of {named}{more}: the figures {_WHY[why_not]}",
        found=why_not.value,
        expected=None,
    )


_HEADINGS = ("Ref", "Measure", "Basis", "Apr 2018", "May 2018", "Jun 2018")
CHECK = Check(
    slug="variation-not-told",
    severity=Severity.INFO,
    looks_for="a row of year-to-date or rolling figures where the column of variation is asked "
    "for: they overlap, so that none can be told",
    question="Why does this row have no limits?",
    mend="Keep each period's own figures too, or leave the column out.",
    run=_not_told,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Contacts", "Year to date", 80, 165, 240)),
        asks="variation",
        finds=("F2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Contacts", "In month", 80, 85, 75)),
        asks="variation",
    ),
)
