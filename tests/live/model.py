"""How a row is judged, written from the documents alone and worked out in exact fractions.

From docs/rules.md and the contract; where those are silent, from what README.md ("How statuses are
given"), docs/how-it-works.md ("No figure") and docs/checks.md ("Scale") say. It shares nothing with
the program. Where no document says what follows, it raises Unsaid:

- A number over 1 and under 20, or over 100, in a row of fractions; one up to 1.5 in a row kept as
  84.2; any stray scale beside figures under 20%. (2 among 0.81: 2% or 200%?)
- A target or tolerance in the cells up to 1.5 beside figures kept as 84.2. (A tolerance of 1: one
  point by its row, 100 points by the table in docs/rules.md, which is about rules.)
- A range where high or low is good, and the figure lies beyond the good end: met, or outside?
  Also one whose only polarity is `defaults: good_is`: does that say otherwise?
- A band that reaches a share of the target, where that is a range.
- A strict target ("fewer than 85") exactly met where the tolerance is 0, or a band's reach is.
- Which status comes first where there is neither a figure nor a target: no data, or not rated?
- The arrow's word where good is plan and there is no target, or where nothing says which way is
  good; and with a target by period, which period's target the earlier figure is held against.
- The change on an earlier figure below 0.
- How fast a percentage "year to date" must grow within the year to be a total that adds up.
- When counts, money or days have the saw-tooth by which a running total is known, without a word
  that they are one: from how far a fall at the year's start, and how steep a climb through it.
- Words under Good is other than High, Low, Plan, Neither; blank counts as not said.
- A percent sign in a row of another unit; units in words in a target cell ("80 visits"), "≥",
  dashes other than "-" in a range, "between 40 and 60".
- Words of a tolerance beside percentages other than points and pp.
- An error value for a target or tolerance. For a figure: that there is no data follows, which of
  the gaps it is does not.

These are taken as said though only by the way: `>` and `>=` as `<` and `<=`; that nearer to plan is
better, and as near is static, for a range its nearer end counting; that a figure at the very same
distance has an arrow all the same; that "the period before" is the quarter before, whatever stands
in it; that a tolerance of a rule set's `defaults` also holds for rows without a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from tests.live import words
from tests.live.cells import Defaults, Row, Rule
from tests.live.ratings import TARGET, TOLERANCES, Band, Rating
from tests.live.unsaid import Unsaid
from tests.live.words import HIGH, LOW, NEITHER, PLAN, Target

T = TypeVar("T")
REPORTED, YEAR = "2018/19 Q3", "2018/19"
SHOWN_AS_NONE = Fraction(5, 10_000)
"""docs/rules.md, What is compared with what: under 0.05% of the earlier figure is static."""
_ADDS_UP = ("count", "currency", "days")
ARROWS = {"up": "▲", "down": "▼", "level": "►"}


@dataclass(frozen=True)
class Move:
    """A direction of travel: up, down or level; and improved, worsened, static or None."""

    direction: str
    travel: str | None

    @property
    def shown(self) -> str:
        """What the cell shows."""
        return f"{ARROWS[self.direction]} {(self.travel or self.direction).capitalize()}"


@dataclass(frozen=True)
class Judgement:
    """What follows for a row; each is Unsaid where the documents do not say it."""

    band: Band | Unsaid
    gap: str | Unsaid | None
    value: Fraction | Unsaid | None
    move: Move | Unsaid | None
    change: Fraction | Unsaid | None
    change_on_year: Fraction | Unsaid | None


def judge(row: Row, rating: Rating, defaults: Defaults) -> Judgement:
    """Judge a row by its cells, its rule and the defaults."""
    reading = _Reading(row, defaults)
    return Judgement(
        band=_said(lambda: _band(reading, rating)),
        gap=_said(reading.gap),
        value=_said(lambda: _figure(reading.now())),
        move=_said(lambda: _move(reading)),
        change=_said(lambda: _change(reading.now(), reading.before())),
        change_on_year=_said(lambda: _change(reading.now(), reading.outturn(0))),
    )


def _said(worked_out: Callable[[], T]) -> T | Unsaid:
    try:
        return worked_out()
    except Unsaid as unsaid:
        return unsaid


class _Reading:
    """A row's cells and rule, each value from the first place that has an answer."""

    def __init__(self, row: Row, defaults: Defaults) -> None:
        self.row, self.defaults = row, defaults
        self.rule = row.rule or Rule("", "")
        self.percent = row.unit == "percent"

    def outturn(self, place: int) -> Fraction | str:
        """The figure at a place, or its gap."""
        row = self.row
        rest = [words.figure(c, row.unit, row.kept, Fraction(1)) for i, c in
                enumerate(row.figures) if i != place and _plain(c, row)]  # fmt: skip
        known = [abs(value) for value in rest if isinstance(value, Fraction)]
        return words.figure(row.figures[place], row.unit, row.kept, min(known, default=Fraction(0)))

    def now(self) -> Fraction | str:
        return self.outturn(-1 % len(self.row.figures))

    def before(self) -> Fraction | str:
        """What the latest figure is held against: a running total, a year ago."""
        if self.rule.basis == "year to date" and not self.percent:
            return self.outturn(0)
        if self.rule.basis == "year to date" and self._may_add_up():
            raise Unsaid("whether a share that so grows adds up over the year")
        if self.may_run_on:
            raise Unsaid("whether figures that so fall and climb are running totals")
        return self.outturn(len(self.row.figures) - 2)

    def _may_add_up(self) -> bool:
        """Whether the shares of this year, the last three, grow as those of 28%, 55%, 82%."""
        places = range(len(self.row.figures) - 3, len(self.row.figures))
        of_year = [value for p in places if isinstance(value := self.outturn(p), Fraction)]
        return len(of_year) > 1 and of_year[-1] > of_year[0] * Fraction(3, 2)

    @property
    def may_run_on(self) -> bool:
        """Whether what adds up climbs through this year, the last three figures, and does not begin
        it higher than it left the last: as 27, 28, then 8, 16, 19 do."""
        if self.row.unit not in _ADDS_UP or self.rule.basis is not None:
            return False
        _, ended, *year = (self.outturn(place) for place in range(len(self.row.figures)))
        known = [value for value in year if isinstance(value, Fraction)]
        if len(known) < 2 or known != sorted(known) or known[-1] < known[0] * Fraction(5, 4):
            return False
        return not isinstance(ended, Fraction) or known[0] <= ended

    def gap(self) -> str | None:
        now = self.now()
        if now == "error":
            raise Unsaid("which gap an error is")
        return now if isinstance(now, str) else None

    def target(self) -> Target | None:
        row, said = self.row, self.rule.target
        if isinstance(said, dict):
            said = said.get(REPORTED) or said.get(YEAR)
            return words.target(said, row.unit, None)
        if said is not None:
            return words.target(said, row.unit, None)
        return words.target(row.target_cell, row.unit, row.kept)

    @property
    def target_is_bare(self) -> bool:
        """Whether the target is the workbook's, below a heading that names no period."""
        return self.rule.target is None and self.row.target_before is None

    def tolerance(self) -> words.Tolerance | None:
        row, unit = self.row, self.row.unit
        return (
            words.tolerance(self.rule.tolerance, unit, None, rule=True)
            or words.tolerance(row.tolerance_cell, unit, row.kept, rule=False)
            or words.tolerance(self.defaults.tolerance, unit, None, rule=True)
        )

    def good_is(self) -> str | None:
        target = self.target()
        column = None if self.rule.good_is else words.good_is(self.row.good_cell)
        said = self.rule.good_is or column or (target.wording if target else None)
        if said:
            return said
        default = self.defaults.good_is if self.row.rule else None
        if target is None or not target.span:
            return default
        if default:
            raise Unsaid("whether a default says otherwise where the target is a range")
        return PLAN


def _plain(content: object, row: Row) -> bool:
    """Whether a figure can be read without the others of its row."""
    try:
        words.figure(content, row.unit, row.kept, Fraction(0))  # type: ignore[arg-type]
    except Unsaid:
        return False
    return True


def _figure(outturn: Fraction | str) -> Fraction | None:
    return None if isinstance(outturn, str) else outturn


def _band(reading: _Reading, rating: Rating) -> Band:
    now, target, good_is = reading.now(), reading.target(), reading.good_is()
    rated = target is not None and good_is not in (None, NEITHER)
    if isinstance(now, str):
        if not rated:
            raise Unsaid("which comes first where there is neither a figure nor a target")
        return rating.no_data
    if target is None or good_is is None or good_is == NEITHER:
        return rating.not_rated
    if reading.may_run_on and reading.target_is_bare:
        raise Unsaid("whether a bare target is the year's where figures may be running totals")
    short = _shortfall(now, target, good_is)
    tolerance = reading.tolerance()
    met = short < 0 or (short == 0 and not target.strict)
    room = tolerance.beside(target) if tolerance else Fraction(0)
    for band in rating.bands:
        if band.by is None:
            return band
        if _within(band, short, target, room, reading, rating, met=met, bare=tolerance is None):
            return band
    raise AssertionError("the last band reaches everywhere")


def _within(
    band: Band, short: Fraction, target: Target, room: Fraction, reading: _Reading,
    rating: Rating, *, met: bool, bare: bool,
) -> bool:  # fmt: skip
    """Whether an outturn falls in a band, the better ones excluded."""
    if met:
        return True
    if band.by == TARGET:
        return False
    if band.by == TOLERANCES and bare:
        return False  # without any tolerance a miss falls past what tolerances reach
    reach = band.length(target.low, room, percent=reading.percent, span=target.span)
    if short == reach == 0:
        raise Unsaid("a strict target met exactly, where a band reaches no farther")
    return short < reach if rating.edge_is_worse else short <= reach


def _shortfall(now: Fraction, target: Target, good_is: str) -> Fraction:
    """How far an outturn falls short of target; 0 or less where it does not."""
    if target.span:
        beyond = (good_is == HIGH and now > target.high) or (good_is == LOW and now < target.low)
        if beyond:
            raise Unsaid("a range where one way is good, and the figure lies beyond that end")
        return max(target.low - now, now - target.high, Fraction(0))
    if good_is == PLAN:
        return abs(now - target.low)
    return target.low - now if good_is == HIGH else now - target.low


def _move(reading: _Reading) -> Move | None:
    now, before = reading.now(), reading.before()
    if isinstance(now, str) or isinstance(before, str):
        return None
    direction = "level" if _stood_still(now - before, before) else "up" if now > before else "down"
    good_is = reading.good_is()
    if good_is is None:
        raise Unsaid("the word beside an arrow where nothing says which way is good")
    if good_is == NEITHER:
        return Move(direction, None)
    target = reading.target()
    if good_is in (HIGH, LOW) and not (target and target.span):
        better = now - before if good_is == HIGH else before - now
    elif target is None:
        raise Unsaid("the word beside an arrow where good is plan and there is no target")
    elif isinstance(reading.rule.target, dict) or reading.row.target_before is not None:
        raise Unsaid("which period's target an earlier figure is held against")
    else:
        better = _shortfall(before, target, good_is) - _shortfall(now, target, good_is)
    still = _stood_still(better, before)
    return Move(direction, "static" if still else "improved" if better > 0 else "worsened")


def _stood_still(moved: Fraction, before: Fraction) -> bool:
    """Whether a move is less than a change column can show."""
    return moved == 0 or abs(moved) < SHOWN_AS_NONE * abs(before)


def _change(now: Fraction | str, before: Fraction | str) -> Fraction | None:
    if isinstance(now, str) or isinstance(before, str) or before == 0:
        return None
    if before < 0:
        raise Unsaid("the change on an earlier figure below 0")
    return (now - before) / before
