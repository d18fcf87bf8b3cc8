"""A typed change or variance that the figures beside it do not bear out: its sign, or all of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from statistics import median

from xl_scorecard.checks._scales import slipped_cells
from xl_scorecard.checks._told_from import told_from_heading
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.values._changes import Form, Given, all_given, last_digit, number_of
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table

_FEWEST = 3
_MOST_SLIPS = 4
_FEWEST_SURE, _MOST_OFF, _FAR_OFF = 5, 8, 3.0
_FAR = 7
_ENOUGH_TO_TELL = 40
Pair = tuple[int, int]


@dataclass(frozen=True)
class _Typed:
    """A typed change of a row, and what the two figures give, form by form."""

    row: AssessedRow
    cell: str
    text: str
    given: Sequence[Given]

    @property
    def agreed(self) -> Given | None:
        """The form in which it is what they give, clear of nothing."""
        return next((one for one in self.given if one.agrees and one.is_clear), None)

    def off(self, used: Counter[Form]) -> Given | None:
        """What it would be in the form that others have, where it is clearly nothing of the kind
        that they have."""
        if any(one.agrees or one.is_turned for one in self.given if used[one.form] >= _FEWEST):
            return None
        (form, _), *_ = used.most_common()
        due = next(one for one in self.given if one.form is form)
        return due if abs(due.shown - due.given) > _FAR_OFF * due.near else None

    def turned(self, used: Counter[Form]) -> Given | None:
        """The form in which it has the wrong sign, among those that others bear out."""
        forms = [one for one in self.given if used[one.form] >= _FEWEST]
        if self.agreed is not None or any(one.agrees for one in forms):
            return None
        return next((one for one in forms if one.is_turned and one.is_clear), None)


class _Rows:
    """The rows of a table with a change typed into a column, and their numbers."""

    def __init__(self, table: Table, rows: Sequence[AssessedRow], column: Column) -> None:
        self._table, self._column = table, column
        self._rows = [row for row in rows if self._number(row, column.index)]
        self._numbers: dict[int, Sequence[float | None]] = {}

    def held_against(self, pair: Pair, most: int | None = None) -> list[_Typed]:
        """Each change that is not 0 against what the two columns give."""
        now, then = (self._of(column) for column in pair)
        shown = self._of(self._column.index)
        found = []
        for row, typed, a, b in zip(self._rows[:most], shown, now, then, strict=False):
            if typed and a is not None and b is not None:
                cell = self._table.at(row.measure.row, self._column.index)
                assert cell is not None  # its number was read
                given = tuple(all_given(typed, a, b, self._usual[row.measure.unit]))
                found.append(_Typed(row, cell.ref, cell.text, given))
        return found

    @cached_property
    def _usual(self) -> Mapping[Unit | None, float]:
        """What one of the last decimal is worth in the changes of each unit."""
        digits: dict[Unit | None, list[float]] = defaultdict(list)
        for row, typed in zip(self._rows, self._of(self._column.index), strict=True):
            if typed:
                digits[row.measure.unit].append(last_digit(typed))
        return {unit: median(found) for unit, found in digits.items()}

    def _of(self, column: int) -> Sequence[float | None]:
        if column not in self._numbers:
            figures = column != self._column.index
            read = self._figure if figures else self._number
            self._numbers[column] = [read(row, column) for row in self._rows]
        return self._numbers[column]

    def _number(self, row: AssessedRow, column: int) -> float | None:
        return number_of(self._table.at(row.measure.row, column))

    def _figure(self, row: AssessedRow, column: int) -> float | None:
        cell = self._table.at(row.measure.row, column)
        return cell.value if cell is not None and isinstance(cell.value, float) else None


def _differs(context: Context) -> Iterator[Found]:
    for table in context.tables:
        columns = table.by_role(Role.CHANGE)
        if not columns or table.layout is not Layout.WIDE or not table.upright:
            continue
        rows = [row for row in context.rows if row.table is table]
        targets = {column.index for column in table.by_role(Role.TARGET)}
        for column in columns:
            pair, typed = _worked_out(_Rows(table, rows, column), _pairs(table, column, context))
            of_target = not targets.isdisjoint(pair)
            yield from _slips(typed, of_target=of_target)


def _pairs(table: Table, column: Column, context: Context) -> list[Pair]:
    """The pairs of columns that a change may be worked out from, the likeliest first: the one that
    its heading names, else the reported period's with others and those that stand near."""
    figures: dict[Period, int] = {
        c.period: c.index for c in table.by_role(Role.OUTTURN) if c.period is not None
    }
    period = context.period
    if column.period in figures:  # the years above quarters may seem to go on over it
        period = column.period
    before, year = (
        [(figures[period], figures[then])] if period in figures and then in figures else []
        for then in (period.previous, period.year_before)
    )
    said = told_from_heading(column.heading, period.grain)
    if said.before or said.year:
        return before if said.before else year
    near = [
        c.index for role in (Role.OUTTURN, Role.TARGET) for c in table.by_role(role)
        if abs(c.index - column.index) < _FAR
    ]  # fmt: skip
    return list(dict.fromkeys((*before, *year, *permutations(near, 2))))


def _worked_out(rows: _Rows, pairs: Sequence[Pair]) -> tuple[Pair, list[_Typed]]:
    """The pair of columns that most changes are worked out from, and all that are held against it;
    none where most come of something else."""
    borne_out: Mapping[Pair, int] = {
        pair: sum(one.agreed is not None for one in rows.held_against(pair, _ENOUGH_TO_TELL))
        for pair in pairs
    }
    best = max(borne_out, key=borne_out.__getitem__, default=(0, 0))
    typed = rows.held_against(best)
    clear = [one for one in typed if any(given.is_clear for given in one.given)]
    agree = sum(one.agreed is not None for one in typed)
    return best, typed if agree >= _FEWEST and 2 * agree >= len(clear) else []


def _slips(typed: Sequence[_Typed], *, of_target: bool) -> Iterator[Found]:
    """Those few with the wrong sign. Where all that are good the same way have it, it is how the
    council writes what is adverse; so it may be of a target, where nothing says which way is."""
    agreed = [(one, given) for one in typed if (given := one.agreed) is not None]
    used = Counter(given.form for _, given in agreed)
    slips = [(one, given) for one in typed if (given := one.turned(used)) is not None]
    if _MOST_SLIPS * len(slips) > len(typed):
        return
    yield from _others(typed, agreed, used)
    ways: set[Polarity | None] = {one.row.measure.polarity for one, _ in agreed}
    if of_target:
        ways.discard(None)
    for one, given in slips:
        if one.row.measure.polarity in ways:
            yield _found(one, given)


def _others(
    typed: Sequence[_Typed], agreed: Sequence[tuple[_Typed, Given]], used: Counter[Form]
) -> Iterator[Found]:
    """Those few that are another figure altogether, such as last quarter's, where nearly all others
    are worked out in one way."""
    if len(agreed) < _FEWEST_SURE:
        return
    off = [
        (one, due)
        for one in typed
        if not slipped_cells(one.row.measure) and (due := one.off(used)) is not None
    ]
    if _MOST_OFF * len(off) <= len(typed):
        for one, due in off:
            yield _found(one, due)


def _found(one: _Typed, of: Given) -> Found:
    said, given = one.text or _words(of.shown, of.form), _words(of.given, of.form)
    name = one.row.measure.name
    message = f"{name}: {said} is typed, but the figures beside it give {given}"
    return Found.in_row(one.row, one.cell, message, found=said, expected=given)


def _words(number: float, form: Form) -> str:
    if form in (Form.SHARE, Form.FRACTION):
        return f"{number:+.1%}"
    return f"{number:+.1f}%" if form is Form.PER_CENT else f"{number:+.6g}"


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Change")
_ROWS = (("A1", "Visits", 40, 44, 4), ("B1", "Referrals", 310, 301, -9))
CHECK = Check(
    slug="change-typed-differs",
    severity=Severity.WARNING,
    looks_for="a typed change or variance with the wrong sign, or left from last period",
    question="Is a rise typed where the figures fall?",
    mend="Correct the change, or work it out by formula.",
    run=_differs,
    triggers=Example(
        rows=(_HEADINGS, *_ROWS, ("C1", "Plans", 80, 86, 6), ("D1", "Reviews", 70, 61, 9)),
        finds=("E5",),
    ),
    passes=Example(
        rows=(_HEADINGS, *_ROWS, ("C1", "Plans", 80, 86, 6), ("D1", "Reviews", 70, 61, -9)),
    ),
)
