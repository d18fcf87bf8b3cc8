"""A direction of travel that was typed, as an arrow or a word, against how the figures moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.travel._typed import arrow, told_from, travel_word
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.compared import is_static
from xl_scorecard.domain.direction import By
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity
from xl_scorecard.domain.judgement import Arrow

_SMALL_MOVE = 0.05
_FROM_NOTHING = 1e6
_WORTH = {"improved": 1, "static": 0, "worsened": -1}


def _differs(context: Context) -> Iterator[Found]:
    worded = _sheets_that_say_better(context.rows)
    for row in context.rows:
        measure, given = row.measure, row.travel
        typed = measure.typed_travel
        if typed is None or given is None:
            continue
        of_worth = measure.sheet in worded
        if not _contradicts(typed, row, of_worth=of_worth):
            continue
        yield Found.in_row(
            row,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but the figures {given}"
            if given != "static"
            else f"{measure.name}: {typed.text} is typed, but the figure has not moved",
            found=typed.text,
            expected=given,
        )


def _sheets_that_say_better(rows: Sequence[AssessedRow]) -> set[str]:
    """The sheets whose words are of worth: beside `Improving`, `Declining` means getting worse."""
    typed = [(r.measure.sheet, r.measure.typed_travel) for r in rows]
    return {sheet for sheet, cell in typed if cell is not None and travel_word(cell) == "improved"}


def _contradicts(typed: Cell, row: AssessedRow, *, of_worth: bool) -> bool:
    """Whether an arrow or word is wrong in every sense it may have.

    It may compare with the period before or the same a year ago, and an arrow may show the number
    or its worth (Havering, LAIT, Kent). A level arrow may also mean a small move or an unchanged
    rating, so it contradicts nothing unless the rule set says what counts as static; the word for
    it leaves room for a small move only.
    """
    polarity = row.measure.polarity
    if polarity not in (Polarity.HIGH, Polarity.LOW):
        return False
    moves = list(_moves(row))
    signs = {(moved > 0) - (moved < 0) for moved in moves}
    worth = signs if polarity is Polarity.HIGH else {-sign for sign in signs}
    word, points = travel_word(typed, of_worth=of_worth), arrow(typed)
    if row.measure.static_within is not None and (word == "static" or points is Arrow.LEVEL):
        return _is_beyond_static(row)
    if word == "static":
        return all(abs(moved) > _SMALL_MOVE for moved in moves)
    if word is not None:
        return bool(signs) and _WORTH[word] not in worth
    return points not in (None, Arrow.LEVEL) and bool(signs) and points.value not in signs | worth


def _moves(row: AssessedRow) -> Iterator[float]:
    """How the figure moved since the period before and in a year, as fractions of it, as far as it
    may be compared with either, and the heading does not say which is meant.

    Of a year to date it is not certain that a move within the year is meant.
    """
    for now, then in _pairs(row):
        moved = round(now - then, 12)
        yield moved / abs(then) if then else moved * _FROM_NOTHING


def _is_beyond_static(row: AssessedRow) -> bool:
    """Whether every figure that may be meant is farther off than what the rule set calls static;
    where an arrow shows the rating, or a line through several figures, level means something
    else."""
    pairs = list(_pairs(row))
    if row.measure.direction.by not in (By.NUMBER, By.PERFORMANCE):
        return False
    within = row.measure.static_within
    return bool(pairs) and not any(is_static(now - then, then, within) for now, then in pairs)


def _pairs(row: AssessedRow) -> Iterator[tuple[float, float]]:
    """The newest figure beside each that it may be compared with."""
    if row.value is None:
        return
    to_date = row.measure.basis is Basis.YEAR_TO_DATE
    before, year = told_from(row)
    for earlier in (None if to_date or year else row.previous, None if before else row.year_before):
        if earlier is not None and earlier.value is not None:
            yield row.value, earlier.value


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high}",)
CHECK = Check(
    slug="dot-typed-differs",
    severity=Severity.ERROR,
    looks_for="a typed direction of travel that the figures contradict",
    question="Is an arrow or word typed that the figures do not bear out?",
    mend="Type the direction that the figures bear out, or correct the figures.",
    run=_differs,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Direction of travel"),
            ("A1", "Children seen", Percent(0.7), Percent(0.8), "Worsened"),
        ),
        rules=_RULES,
        finds=("E2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Direction of travel"),
            ("A1", "Children seen", Percent(0.7), Percent(0.8), "↑"),
        ),
        rules=_RULES,
    ),
)
