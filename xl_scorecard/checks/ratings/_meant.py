"""What typed judgements mean under a rating, and what figure and target leave possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating, parse_edge
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judged import PLAIN, Manner, manner_of, standings_in
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Measure

_COLOURS: dict[Standing, tuple[str, ...]] = {
    Standing.GREEN: ("green", "good"),
    Standing.YELLOW: ("yellow",),
    Standing.AMBER: ("amber",),
    Standing.RED: ("red",),
}
_MIDDLE = frozenset((Standing.YELLOW, Standing.AMBER))
"""What stands between green and red, where a colour is no band of the rating by its own name."""
_OWN_WORDS = {"good": ("good", "green"), "acceptable": ("acceptable",)}


def manners(rows: Sequence[AssessedRow]) -> Mapping[str, Manner]:
    """How judgements are given on each sheet."""
    typed: dict[str, list[Cell]] = {}
    for measure in (row.measure for row in rows):
        if measure.typed_rag is not None:
            typed.setdefault(measure.sheet, []).append(measure.typed_rag)
    return {sheet: manner_of(cells) for sheet, cells in typed.items()}


def statuses_possible(row: AssessedRow, rating: Rating) -> set[str] | None:
    """The statuses that figure and target leave possible; None where there is nothing to go by.

    Where no tolerance is known, a missed target may be in any band that rests on one.
    """
    measure, status = row.measure, row.status
    if status in (NO_DATA, NOT_RATED):
        return None  # what is missing is a finding of its own, and so is what is for information
    if not lacks_tolerance(measure, rating):
        return {status}
    if measure.polarity is Polarity.PLAN and (row.target is None or row.target.upper is None):
        return {band.status for band in rating.bands}  # how close is close is not said
    if status == rating.bands[0].status:
        return {status}
    return {status, *(band.status for band in rating.bands[1:] if _by_tolerance(band))}


def lacks_tolerance(measure: Measure, rating: Rating) -> bool:
    """Whether a band of the rating rests on a tolerance that nothing says."""
    unsaid = measure.tolerance is None and not measure.edges.words
    return unsaid and any(map(_by_tolerance, rating.bands))


def typed_ratings(measure: Measure, period: Period) -> Iterator[Cell]:
    """The ratings typed for a measure: in a column of their own, and with the figure."""
    typed = measure.typed_rag
    if typed is not None and typed.ref not in {o.cell for o in measure.outturns.values()}:
        yield typed
    outturn = measure.outturn(period)  # one beside an earlier figure is not about this
    if outturn is not None and outturn.typed is not None:
        yield Cell(outturn.row, outturn.column, outturn.typed)


def _by_tolerance(band: Band) -> bool:
    return band.edge is not None and band.edge.of == "tolerance" and band.edge.amount > 0


def meant_by(
    cell: Cell, rating: Rating, manner: Manner = PLAIN, *, tolerant: bool = True
) -> set[str] | None:
    """The statuses that a typed judgement can mean under a rating, or None.

    `tolerant` says that a tolerance is known: then what is on target counts as near it too, for
    councils differ in where one belongs.
    """
    word = cell.text.strip().casefold()
    for band in rating.all_bands:
        if word in (band.label.casefold(), band.status):
            return {band.status}
    if word in _OWN_WORDS:
        return _known(_OWN_WORDS[word], rating)
    standings = standings_in(cell, manner)
    if standings is None:
        return None
    other = len(word) > 1 and word.isalpha() and word not in set(Standing)
    if other and standings <= _MIDDLE:
        return {band.status for band in rating.bands[1:-1]} or None  # `gelb`: any between the two
    return statuses_of(standings, rating, tolerant=tolerant)


def meant_by_side(cell: Cell, row: AssessedRow, rating: Rating) -> set[str] | None:
    """The statuses that a side of the target stands for, `Above` or `Below`, where high is good;
    None where it is no such word. Where low is good it may say where the figure lies or how well
    it does: then it stands for any."""
    side = _side_of(cell.text.strip().casefold().rstrip(".!"))
    if side is None:
        return None
    best, *others = rating.bands
    if row.measure.polarity is not Polarity.HIGH or best.edge != parse_edge("target"):
        return {band.status for band in rating.bands}
    return {best.status} if side else {band.status for band in others}


def _side_of(word: str) -> bool | None:
    sides = lexicon().statuses.sides.items()
    return next((side for side, said in sides if words_of(said).fullmatch(word)), None)


def statuses_of(
    standings: frozenset[Standing], rating: Rating, *, tolerant: bool = True
) -> set[str] | None:
    """The statuses that standings mean under a rating, or None where it has no such bands.

    A pair of colours may mean what lies between them.
    """
    found = [_of(standing, rating, tolerant=tolerant) for standing in standings]
    if standings == {Standing.YELLOW, Standing.AMBER}:  # either, whichever the rating has
        known = [statuses for statuses in found if statuses is not None]
        return set().union(*known) or None
    if any(statuses is None for statuses in found):
        return None
    order = [band.status for band in rating.bands]
    places = [order.index(status) for statuses in found for status in statuses or ()]
    return set(order[min(places) : max(places) + 1]) if len(standings) > 1 else found[0]


def _of(standing: Standing, rating: Rating, *, tolerant: bool) -> set[str] | None:
    if standing in _COLOURS:
        return _known(_COLOURS[standing], rating)
    best, *others = rating.bands
    near = {
        band.status
        for band in others
        if band.edge is not None and band.edge.of == "tolerance" and band.edge.amount <= 1
    }
    if standing is Standing.MISSED:
        return {band.status for band in others}
    if standing is Standing.MET and not tolerant:
        return {best.status}
    return {best.status, *near} if standing is Standing.MET or near else None


def _known(statuses: Iterable[str], rating: Rating) -> set[str] | None:
    known = {band.status for band in rating.bands}
    return {status for status in statuses if status in known} or None
