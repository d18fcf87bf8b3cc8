"""A typed change or variance whose sign the figures beside it do not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table

_FEWEST = 3
_MOST_SLIPS = 4
_FAR = 7
_CLEAR = 3.0
_ROUNDED = 0.0051
"""Half a per cent: changes are shown without decimals."""
Form = Callable[[float, float], float]
_FORMS: dict[str, Form] = {
    "difference": lambda now, then: now - then,
    "share": lambda now, then: (now - then) / then if then else 0.0,
    "per cent": lambda now, then: 100 * (now - then) / then if then else 0.0,
}


@dataclass(frozen=True)
class _Typed:
    """A typed change of a row, and what the figures give."""

    row: AssessedRow
    column: int
    shown: float
    given: float
    near: float
    of_target: bool

    @property
    def agrees(self) -> bool:
        return abs(self.shown - self.given) <= self.near

    @property
    def slips(self) -> bool:
        """Whether it is right but for its sign."""
        return not self.agrees and abs(self.shown + self.given) <= self.near

    @property
    def is_clear(self) -> bool:
        """Whether it is far enough from nothing for its sign to say something."""
        return abs(self.given) > _CLEAR * self.near


def _differs(context: Context) -> Iterator[Found]:
    for table in context.tables:
        if table.layout is not Layout.WIDE or not table.upright:
            continue
        rows = [row for row in context.rows if row.table is table]
        for column in table.by_role(Role.CHANGE):
            form, typed = _worked_out(table, rows, column)
            yield from (_found(table, one, form) for one in _slips(typed))


def _worked_out(
    table: Table, rows: Sequence[AssessedRow], column: Column
) -> tuple[str, list[_Typed]]:
    """How a column is worked out from two others, as most of its rows bear out, and its rows."""
    near = [
        c.index for role in (Role.OUTTURN, Role.TARGET) for c in table.by_role(role)
        if abs(c.index - column.index) < _FAR
    ]  # fmt: skip
    best: tuple[int, str, list[_Typed]] = (0, "", [])
    for now, then in permutations(near, 2):
        for form in _FORMS:
            typed = [
                one for row in rows
                if (one := _typed(table, row, (column.index, now, then), form)) is not None
            ]  # fmt: skip
            agree = sum(one.agrees and one.is_clear for one in typed)
            if agree > best[0]:
                best = agree, form, typed
    return best[1:]


def _typed(
    table: Table, row: AssessedRow, columns: tuple[int, int, int], form: str
) -> _Typed | None:
    cells = [table.at(row.measure.row, column) for column in columns]
    if cells[0] is None or cells[0].formula is not None:
        return None
    numbers = [c.value for c in cells if c is not None and isinstance(c.value, float)]
    if len(numbers) < len(columns):
        return None
    shown, now, then = numbers
    given = _FORMS[form](now, then)
    rounded = {"difference": abs(given) * _ROUNDED, "per cent": 100 * _ROUNDED}
    near = max(rounded.get(form, _ROUNDED), 1e-4)
    targets = {column.index for column in table.by_role(Role.TARGET)}
    return _Typed(row, columns[0], shown, given, near, not targets.isdisjoint(columns))


def _slips(typed: Sequence[_Typed]) -> list[_Typed]:
    """Those few with the wrong sign. Where all that are good the same way have it, it is how the
    council writes what is adverse; so it may be of a target, where nothing says which way is."""
    agree = [one for one in typed if one.agrees and one.is_clear]
    slips = [one for one in typed if one.slips and one.is_clear]
    if len(agree) < _FEWEST or _MOST_SLIPS * len(slips) > len(typed):
        return []
    ways: set[Polarity | None] = {one.row.measure.polarity for one in agree}
    if slips and slips[0].of_target:
        ways.discard(None)
    return [one for one in slips if one.row.measure.polarity in ways]


def _found(table: Table, one: _Typed, form: str) -> Found:
    said, given = (_words(number, form) for number in (one.shown, one.given))
    name = one.row.measure.name
    cell = table.at(one.row.measure.row, one.column)
    assert cell is not None  # it was looked at
    message = f"{name}: {said} is typed, but the figures beside it give {given}"
    return Found.in_row(one.row, cell.ref, message, found=said, expected=given)


def _words(number: float, form: str) -> str:
    if form == "share":
        return f"{number:+.1%}"
    return f"{number:+.1f}%" if form == "per cent" else f"{number:+.6g}"


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Change")
_ROWS = (("A1", "Visits", 40, 44, 4), ("B1", "Referrals", 310, 301, -9))
CHECK = Check(
    slug="change-typed-differs",
    severity=Severity.WARNING,
    looks_for="a typed change or variance with the wrong sign",
    question="Is a rise typed where the figures fall?",
    mend="Correct the sign, or work the change out by formula.",
    run=_differs,
    triggers=Example(
        rows=(_HEADINGS, *_ROWS, ("C1", "Plans", 80, 86, 6), ("D1", "Reviews", 70, 61, 9)),
        finds=("E5",),
    ),
    passes=Example(
        rows=(_HEADINGS, *_ROWS, ("C1", "Plans", 80, 86, 6), ("D1", "Reviews", 70, 61, -9)),
    ),
)
