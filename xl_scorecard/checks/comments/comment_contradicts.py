"""A comment that says what the figures beside it do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xl_scorecard.checks._stated import stated, stated_target
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.comments._claims import Claim, Says, claims
from xl_scorecard.checks.comments._place import is_shared, place_of_comment
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._together import half_of_last, number
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import lacks_tolerance, statuses_of, statuses_possible
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure, Outturn

_NOT_STILL, _NOT_SMALL = 0.2, 0.25
_NOT_STILL_POINTS, _NOT_SMALL_POINTS = 0.05, 0.1
_WAY = {Polarity.HIGH: 1, Polarity.LOW: -1}
_OF_TARGET = (Says.ABOVE, Says.BELOW, Says.MET, Says.MISSED)


class _Move(NamedTuple):
    """Two figures of a row, the earlier one first."""

    then: Outturn
    now: Outturn

    @property
    def by(self) -> float:
        """How far it moved."""
        return number(self.now) - number(self.then)


def _contradicts(context: Context) -> Iterator[Found]:
    for row in context.rows:
        place = place_of_comment(row) if row.measure.comment and row.table.upright else None
        if place is None or row.value is None or is_shared(row):
            continue
        for claim in claims(row.measure.comment):
            against = _against(claim, row, context.rule_set.bands)
            if against is not None:
                yield Found.in_row(
                    row,
                    place,
                    f'{row.measure.name}: "{claim.words}" is said, but {against}',
                    found=claim.words,
                    expected=against,
                )
                break


def _against(claim: Claim, row: AssessedRow, rating: Rating) -> str | None:
    """What the figures say instead, where they leave the claim no sense in which it is true."""
    if claim.says in _OF_TARGET:
        return _target_against(claim.says, row, rating)
    moves = _moves(claim, row)
    if not moves:
        return None
    if claim.says is Says.STILL:
        far = all(_is_far(m, row.measure, _NOT_STILL, _NOT_STILL_POINTS) for m in moves)
        return _went(moves[0], row.measure) if far else None
    way = _way(claim.says, row.measure)
    if way == 0:
        return None
    same = [move for move in moves if _may_be(move, way, row.measure)]
    if not same:
        return _went(moves[0], row.measure)
    large = all(_is_far(m, row.measure, _NOT_SMALL, _NOT_SMALL_POINTS) for m in same)
    return _went(same[0], row.measure) if claim.small and large else None


def _way(says: Says, measure: Measure) -> int:
    """Which way the number would have gone: 1 up, -1 down, 0 where it cannot be said."""
    if says in (Says.ROSE, Says.FELL):
        return 1 if says is Says.ROSE else -1
    better = _WAY.get(measure.polarity, 0) if measure.polarity is not None else 0
    return better if says is Says.BETTER else -better


def _moves(claim: Claim, row: AssessedRow) -> Sequence[_Move]:
    """The moves that may be meant, from the period before first; none over a break, or of what
    runs on through the year."""
    measure, now = row.measure, row.current
    broken = measure.breaks or any(Mark.BREAK in o.flags for o in measure.history.values())
    if now is None or broken or measure.is_to_date:
        return ()
    if (
        row.not_compared is not None
        or not row.told_from_usual
        or row.previous is None
        or row.previous.value is None
    ):
        return ()
    before = _Move(row.previous, now)
    if claim.again or (claim.from_before and row.period.grain is Grain.QUARTER):
        return (before,)
    given = {p: o for p, o in measure.history.items() if o.value is not None}
    earlier = [
        _Move(given[p], now) for p in given if p.grain is row.period.grain and p < row.period
    ]
    within = sorted(p for p in given if row.period.start <= p.start and p.end <= row.period.end)
    months = [given[p] for p in within if p.grain < row.period.grain]
    inside = [_Move(months[0], months[-1])] if len(months) > 1 else []
    return (before, *inside, *earlier)


def _may_be(move: _Move, way: int, measure: Measure) -> bool:
    """Whether a figure may have gone that way, as far as rounding leaves it open: 5 beside 5.5 is
    5.0."""
    half = min(half_of_last(outturn, measure.unit) for outturn in move)
    return way * move.by + 2 * half > 0


def _is_far(move: _Move, measure: Measure, share: float, points: float) -> bool:
    off = abs(move.by)
    if measure.unit is Unit.PERCENT:
        return off > points
    return off > share * abs(number(move.then)) and off >= _FEWEST_COUNTED


_FEWEST_COUNTED = 5


def _went(move: _Move, measure: Measure) -> str:
    then, now = stated(move.then, measure), stated(move.now, measure)
    return (
        f"it went from {then} ({move.then.period.words}, {move.then.cell}) to {now} "
        f"({move.now.cell})"
    )


def _target_against(says: Says, row: AssessedRow, rating: Rating) -> str | None:
    measure, target, now = row.measure, row.target, row.current
    if target is None or target.upper is not None or now is None:
        return None
    if measure.is_to_date:
        return None
    if not _is_wrong(says, row, rating) or _borne_out(says, row):
        return None
    is_now = "is" if now.period == row.period else f"of {now.period.words} is"
    return (
        f"{stated(now, measure)} ({now.cell}) {is_now} against a target of "
        f"{stated_target(target, measure.unit)}"
    )


def _is_wrong(says: Says, row: AssessedRow, rating: Rating) -> bool:
    """Whether the reported figure is on the other side; `above` may mean better where low is."""
    measure, target, now = row.measure, row.target, row.current
    assert target is not None
    assert now is not None
    off = number(now) - target.value
    if says in (Says.ABOVE, Says.BELOW):
        way = 1 if says is Says.ABOVE else -1
        half = half_of_last(now, measure.unit)
        return measure.polarity is Polarity.HIGH and way * off + half < 0
    seen = {row.status, row.status_as_shown}
    if says is Says.MISSED:
        return seen == {rating.bands[0].status}
    possible = statuses_possible(row, rating)
    tolerant = not lacks_tolerance(measure, rating)
    met = statuses_of(frozenset({Standing.MET}), rating, tolerant=tolerant) or set()
    return possible is not None and not met & (possible | seen)


def _borne_out(says: Says, row: AssessedRow) -> bool:
    """Whether another figure that ends with the period bears it out: that of its last month."""
    target, polarity = row.target, row.measure.polarity
    assert target is not None
    if polarity is None:
        return True
    wanted = says in (Says.ABOVE, Says.MET)
    return any(
        (target.shortfall(number(o), polarity) <= 0) is wanted
        for p, o in row.measure.outturns.items()
        if o.value is not None and o is not row.current and p.end == row.period.end
    )


_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19",
             "Comment")  # fmt: skip


def _row(comment: str) -> tuple[str | Percent, ...]:
    figures = (Percent(0.8), Percent(0.71), Percent(0.73), Percent(0.58))
    return ("A1", "Children seen", "High", *figures, comment)


_RULES = ("{id: A1, name: Children seen, unit: percent, tolerance: 5 points}",)
CHECK = Check(
    slug="comment-contradicts",
    severity=Severity.INFO,
    looks_for="a comment such as improved, slightly down, static or above target that the figures "
    "contradict",
    question='Does the comment say "improved" beside a figure that fell?',
    mend="Correct the comment, or the figure that it is about.",
    run=_contradicts,
    triggers=Example(
        rows=(_HEADINGS, _row("Performance has improved. Two posts were filled.")),
        rules=_RULES,
        finds=("H2",),
    ),
    passes=Example(
        rows=(_HEADINGS, _row("Performance has fallen. Two posts were vacant.")),
        rules=_RULES,
    ),
)
