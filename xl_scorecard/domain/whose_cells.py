"""Whose the cells on a sheet of ours are, wherever rows and columns have moved since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from xl_scorecard.domain.drawn import BLANK
from xl_scorecard.domain.row_keys import Place

Digests = Mapping[Place, str]
_TELLING = 20
"""What more rows than these hold says little of which of them one is."""

_LITTLE = 1e-4
"""What a cell weighs that says little: so does one right of a column that we left out."""


@dataclass(frozen=True)
class Whose:
    """Which cells hold what we wrote, and which what an officer typed, over ours or elsewhere.

    `rows` and `columns` lead from where they stand to where we drew them.
    """

    ours: frozenset[Place]
    theirs: frozenset[Place]
    over_ours: frozenset[Place]
    rows: Mapping[int, int]
    columns: Mapping[int, int]


def whose(drawn: Digests, found: Digests, results: Collection[Place] = frozenset()) -> Whose:
    """Tell ours from theirs among all cells there are; both by place with the digest of each.

    A blank cell in a place of ours is ours, any other blank one nobody's. `results` are cells that
    hold what formulas came to, where nobody gives these: a column of statuses is not the list of
    them.
    """
    columns = _columns(drawn, {at: said for at, said in found.items() if at not in results})
    beside = _beside(drawn)
    rows = _rows(drawn, found, columns, beside)
    ours, theirs, over = set(), set(), set()
    for (row, column), said in found.items():
        to = columns.get(column, 0)
        wrote = drawn.get((rows.get(row, 0), to))
        stayed = to > beside and said == drawn.get((row, to))  # as a table beside it was sorted
        if stayed or (wrote is not None and said in (wrote, BLANK)):
            ours.add((row, column))
        elif said != BLANK:
            theirs.add((row, column))
            if wrote not in (None, BLANK):
                over.add((row, column))
    return Whose(frozenset(ours), frozenset(theirs), frozenset(over), rows, columns)


def _columns(drawn: Digests, found: Digests) -> dict[int, int]:
    """Where each column was drawn: where most of what it holds was."""
    known: dict[str, set[int]] = defaultdict(set)
    for (_, column), said in drawn.items():
        if said != BLANK:
            known[said].add(column)
    votes: dict[tuple[int, int], float] = defaultdict(float)
    for (_, column), said in found.items():
        for candidate in known.get(said, ()):
            votes[column, candidate] += 1 / len(known[said])
    chosen = _matched(votes)
    return {**{c: c for _, c in drawn if c not in chosen.values()}, **chosen}


def _beside(drawn: Digests) -> int:
    """The first column that we left out: what we drew right of it goes with no row."""
    there = {column for _, column in drawn}
    return next(column for column in count(1) if column not in there)


def _rows(
    drawn: Digests, found: Digests, columns: Mapping[int, int], beside: int
) -> dict[int, int]:
    """Where each row was drawn: where what most of its cells hold was, those right of `beside`
    only where no others tell."""
    known: dict[tuple[int, str], set[int]] = defaultdict(set)
    for (row, column), said in drawn.items():
        if said != BLANK:
            known[column, said].add(row)
    votes: dict[tuple[int, int], float] = defaultdict(float)
    for (row, column), said in found.items():
        among = known.get((columns.get(column, 0), said), set())
        for candidate in among if len(among) <= _TELLING else among & {row}:
            tells = columns.get(column, 0) < beside and len(among) <= _TELLING
            weight = 1.0 if tells else _LITTLE
            votes[row, candidate] += weight / len(among)
    chosen = _matched(votes)
    there = {row for row, _ in drawn}
    stand = sorted({row for row, _ in found})
    _fill(chosen, there, stand)
    _fill(chosen, there, reversed(stand))
    return chosen


def _matched(votes: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The best pairs, each side once; of those as good, what has not moved, then in order."""

    def rank(pair: tuple[int, int]) -> tuple[float, bool, int, int]:
        return -votes[pair], pair[0] != pair[1], *pair

    chosen: dict[int, int] = {}
    taken = set()
    for now, before in sorted(votes, key=rank):
        if now not in chosen and before not in taken:
            chosen[now] = before
            taken.add(before)
    return chosen


def _fill(chosen: dict[int, int], there: set[int], rows: Iterable[int]) -> None:
    """Rows in which nothing of ours is left have moved as far as those before them."""
    taken = set(chosen.values())
    moved: int | None = None
    for row in rows:
        if row in chosen:
            moved = chosen[row] - row
        elif moved is not None and row + moved in there and row + moved not in taken:
            chosen[row] = row + moved
            taken.add(row + moved)
