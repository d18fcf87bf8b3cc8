"""The lines of a draft on how figures are rated: the rating, its bands, the usual tolerance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_scorecard.domain import palette
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Role, Scorecard
from xl_scorecard.drafting import hints
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.judgements import Judgement, place_of
from xl_scorecard.drafting.rows import Row
from xl_scorecard.drafting.stated import Stated, as_tolerance, stated_rule
from xl_scorecard.drafting.tolerances import Miss, enough, fitting, is_percent, misses
from xl_scorecard.drafting.yaml_text import entry, listed, scalar, undecided

_NAMED = 3
_OWN_RATING = "stated"


@dataclass(frozen=True)
class _Evidence:
    scorecard: Scorecard
    judged: Mapping[str, Sequence[Judgement]]
    missed: Sequence[Miss]

    @property
    def shows_tolerance(self) -> bool:
        roles = (Role.TOLERANCE, Role.THRESHOLD)
        return any(table.by_role(role) for table in self.scorecard.tables for role in roles)

    @property
    def all_percent(self) -> bool:
        """Whether everything that has a target is a percentage."""
        units = {m.unit for m in self.scorecard.measures if m.target is not None}
        return units == {Unit.PERCENT}

    @property
    def shares_only(self) -> bool:
        """Whether everything that has a target may be a percentage.

        Beside figures in a percent format, others above 1 are none.
        """
        targets = [
            (m.unit, m.target.value) for m in self.scorecard.measures if m.target is not None
        ]
        most = MOST_AS_FRACTION if any(unit is Unit.PERCENT for unit, _ in targets) else 100
        return all(
            unit is Unit.PERCENT or (unit is None and value <= most) for unit, value in targets
        )


def rating_lines(
    scorecard: Scorecard,
    rows: Sequence[Row],
    judged: Mapping[str, Sequence[Judgement]],
    good_is: Mapping[str, Guess],
) -> Iterator[str]:
    """The entries `rating`, `ratings`, `columns` and `defaults`."""
    if any(table.dated is not None for table in scorecard.tables):
        yield from _of_milestones(scorecard)
        return
    polarities = {
        place_of(measure): Polarity(good_is[row.id].value)
        for row in rows
        if good_is[row.id].sure is not Sure.DECIDE
        for measure in (row.measure, *row.also)
    }
    evidence = _Evidence(scorecard, judged, misses(judged, polarities))
    stated = stated_rule(scorecard)
    if stated is not None and not stated.rivals:
        yield from _as_stated(stated, evidence)
        return
    rating = hints.rating(scorecard)
    yield entry("", "rating", rating.value, rating.remark)
    yield entry("", "columns", listed(hints.columns(scorecard)))
    if evidence.shows_tolerance:
        return
    if stated is not None:
        said = f"{stated.text} ({stated.sheet} {stated.ref})"
        others = "; ".join(quoted(rival) for rival in stated.rivals[:_NAMED])
        why = f"{Sure.DECIDE}: which tolerance? {quoted(said)}, but {others}"
        yield undecided("", "defaults", f"{{tolerance: {_words(stated.amber.amount)}}}", why)
        return
    yield from _fitted(evidence)


def _of_milestones(scorecard: Scorecard) -> Iterator[str]:
    """The rating of milestones, and the question how late is too late."""
    rating = hints.rating(scorecard)
    yield entry("", "rating", rating.value, rating.remark)
    yield entry("", "columns", listed(hints.columns(scorecard)))
    if not any(table.by_role(Role.TOLERANCE) for table in scorecard.tables):
        why = f"{Sure.DECIDE}: late by how much is At risk? without it, whatever is late is Delayed"
        yield undecided("", "defaults", "{tolerance: 14 days}", why)


def _words(amount: float, *, points: bool = False) -> str:
    return f"{amount:g} points" if points else f"{amount:g}%"


def _as_stated(stated: Stated, evidence: _Evidence) -> Iterator[str]:
    """The rating as the workbook's key has it."""
    says = f"{stated.sheet} {stated.ref} says {quoted(stated.text)}"
    points, asks = _in_points(stated, evidence)
    own = stated.green.amount > 0 or stated.amber.edge_is_worse
    if own and asks is None:
        yield entry("", "rating", _OWN_RATING, f"{Sure.CERTAIN}: {says}")
        yield from _bands(stated, points=points)
    else:
        yield entry("", "rating", "rag", f"{Sure.CERTAIN}: {says}")
    yield entry("", "columns", listed(hints.columns(evidence.scorecard)))
    if evidence.shows_tolerance or (own and asks is None):
        return
    value = f"{{tolerance: {_words(stated.amber.amount, points=points)}}}"
    if asks is None:
        yield entry("", "defaults", value, f"{Sure.CERTAIN}: {says}")
    else:
        yield undecided("", "defaults", value, f"{Sure.DECIDE}: {asks}; {says}")


def _in_points(stated: Stated, evidence: _Evidence) -> tuple[bool, str | None]:
    """Whether the key's numbers are points, and what is to be asked where that is open."""
    amount = stated.amber.amount
    if stated.amber.points is False:
        return False, None
    if stated.amber.points:
        if evidence.all_percent or not evidence.scorecard.measures:
            return True, None
        return True, "points are of percentages; what is within tolerance of the others?"
    if not evidence.shares_only:
        return False, None
    share, points = (
        sum(not miss.fits(as_tolerance(stated.amber, points=kind)) for miss in evidence.missed)
        for kind in (False, True)
    )
    if share != points and (evidence.all_percent or share < points):
        return points < share, None
    value = f"{amount:g}% of the target, or {amount:g} points?"
    of_80 = f"of 80% that is {80 * (1 - amount / 100):g}% or {80 - amount:g}%"
    return False, f"{value} {of_80}"


def _bands(stated: Stated, *, points: bool) -> Iterator[str]:
    """A rating of the workbook's own: green a little short of target, or edges that are worse."""
    green = "target"
    if stated.green.amount > 0:
        green = _words(stated.green.amount, points=points)
    amber = _words(stated.amber.amount, points=points)
    yield "ratings:"
    yield f"  {_OWN_RATING}:"
    if stated.amber.edge_is_worse:
        yield entry("    ", "edge_belongs_to", "worse", "a figure exactly on an edge")
    yield "    bands:"
    for status, label, paint, more in (
        ("green", "Green", palette.GOOD, f"up_to: {scalar(green)}"),
        ("amber", "Amber", palette.AMBER, f"up_to: {scalar(amber)}, concern: 2"),
        ("red", "Red", palette.RED, "concern: 3"),
    ):
        colours = f'fill: "{paint.fill}", text: "{paint.text}"'
        yield f"      - {{status: {status}, label: {label}, {colours}, {more}}}"


def _fitted(evidence: _Evidence) -> Iterator[str]:
    """The tolerance that the typed judgements show, or a question."""
    fits = fitting(
        evidence.missed, all_percent=evidence.all_percent and is_percent(evidence.judged)
    )
    ambers = [miss for miss in evidence.missed if miss.amber]
    if not fits or not ambers:
        why = f"{Sure.DECIDE}: the workbook shows no tolerance; without one a missed target is red"
        yield undecided("", "defaults", "{tolerance: 5 points}", why)
        return
    first = fits[0]
    all_of_them = first.fits == first.of
    explained = f"explains {first.fits} of the {first.of} ambers and reds that are typed"
    if all_of_them and len(fits) == 1 and enough(evidence.missed):
        why = f"{Sure.LIKELY}: no tolerance is shown; of the usual ones this alone {explained}"
        yield entry("", "defaults", f"{{tolerance: {first.words}}}", why)
        return
    others = ", ".join(fit.words for fit in fits[1 : _NAMED + 1])
    also = f"; so would {others}" if others else ""
    why = f"{Sure.DECIDE}: the workbook shows no tolerance; this {explained}{also}"
    yield undecided("", "defaults", f"{{tolerance: {first.words}}}", why)
