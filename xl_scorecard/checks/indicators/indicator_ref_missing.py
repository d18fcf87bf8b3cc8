"""A row with figures and no reference, among rows that each have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Layout, MeasuredRow, Role, Table

_TO_EACH_WITHOUT = 4
"""How many rows must have a reference for each that has none: else they are not given to all."""


def _without(context: Context) -> Iterator[Found]:
    by_table: dict[int, list[MeasuredRow]] = {}
    for each in context.scorecard.rows:
        by_table.setdefault(id(each.table), []).append(each)
    for table in context.tables:
        column = table.first(Role.REFERENCE)
        if column is None or table.layout not in (Layout.WIDE, Layout.TRANSPOSED):
            continue
        rows = by_table.get(id(table), [])
        lacking = [each for each in rows if not each.row.reference]
        if _TO_EACH_WITHOUT * len(lacking) <= len(rows) - len(lacking):
            yield from _told(table, column.index, lacking)


def _told(table: Table, column: int, lacking: Sequence[MeasuredRow]) -> Iterator[Found]:
    for _, row, measure in lacking:
        if not any(o.value is not None for o in measure.outturns.values()):
            continue
        rule = measure.rule
        known = f"; by its name it is {rule.id}" if rule is not None else ""
        yield Found(
            f"{measure.name}: has figures and no reference, as the rows around it have{known}. "
            "Type it, so that the row is known whatever it is called",
            table.sheet,
            table.place(row.row, column),
            measure.id,
            found="",
            expected=rule.id if rule is not None else "a reference",
        )


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
_OTHERS = (
    ("B1", "Referrals", 310, 305),
    ("C1", "Visits", 610, 605),
    ("D1", "Complaints", 50, 54),
    ("E1", "Plans reviewed", 54, 53),
)
_RULES = (
    "{id: A1, name: Children waiting}",
    "{id: B1, name: Referrals}",
    "{id: C1, name: Visits}",
    "{id: D1, name: Complaints}",
    "{id: E1, name: Plans reviewed}",
)
CHECK = Check(
    slug="indicator-ref-missing",
    severity=Severity.WARNING,
    looks_for="a row with figures and no reference, where the others have one",
    question="Was the reference of a row lost, or never given?",
    mend="Give the row its reference, as the others have.",
    run=_without,
    triggers=Example(
        rows=(_HEADINGS, *_OTHERS, (None, "Children waiting", 24, 22)),
        rules=_RULES,
        finds=("A6",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            *_OTHERS,
            ("A1", "Children waiting", 24, 22),
            (None, "All figures are provisional.", None, None),
        ),
        rules=_RULES,
    ),
)
