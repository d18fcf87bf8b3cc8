"""The newest figure is the previous one again, to the last digit, where figures always change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._together import sections
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Outturn

_FEWEST_CHANGES = 3
_FEWEST_ROWS = 5
_FINE = 200
"""How many of its last digit a figure moves, so that it hardly ever comes out the same by chance:
one in some 400 times."""
_SEVERAL, _NO_CHANCE = 3, 1000
"""A section's rows, and how many times as many figures they might have had together."""
_SAID = frozenset((Mark.ESTIMATED, Mark.FORECAST, Mark.PROVISIONAL, Mark.NOTE))


def _repeats(context: Context) -> Iterator[Found]:
    for rows in sections(context.rows):
        if not any(map(_is_repeat, rows)):
            continue
        moves = {row: _changes(row) for row in rows}
        lively = [row for row in rows if len(moves[row]) >= _FEWEST_CHANGES]
        same = [row for row in lively if _is_repeat(row)]
        chance = math.prod(1 + 2 * median(moves[row]) for row in same if not _says_so(row))
        if len(lively) >= _FEWEST_ROWS and len(same) == len(lively):
            yield _all_of(same)
            continue
        if len(same) > 1 and chance >= _NO_CHANCE and _all_the_same(rows):
            yield _all_of(same)
            continue
        for row in same:
            if median(moves[row]) >= _FINE and not _says_so(row):
                yield _one(row)


def _all_the_same(rows: Sequence[AssessedRow]) -> bool:
    """Whether all rows of a section that have both figures have the same again, be it a formula's
    or one that said so; of which there must be several."""
    pairs = [both for row in rows if (both := _both(row)) is not None]
    values = [(before.value, now.value) for before, now in pairs]
    known = [(before, now) for before, now in values if None not in (before, now)]
    return len(known) >= _SEVERAL and all(before == now for before, now in known)


def _both(row: AssessedRow) -> tuple[Outturn, Outturn] | None:
    now = row.measure.outturn(row.period)
    before = row.measure.known.get(row.period.previous)
    return None if now is None or before is None else (before, now)


def _is_repeat(row: AssessedRow) -> bool:
    """Whether the newest figure repeats the one before; one that a formula works out is not
    typed again by mistake."""
    both = _both(row)
    if both is None or both[1].formula or _SAID.intersection(both[1].flags):
        return False
    return both[0].value is not None and both[0].value == both[1].value


def _changes(row: AssessedRow) -> Sequence[float]:
    """By how many of its last digit each figure before the newest moved; none where one did not,
    or where a row is of years."""
    measure = row.measure
    if measure.basis in (Basis.ANNUAL, Basis.YEAR_TO_DATE):
        return ()
    series = [
        o
        for p, o in sorted(measure.known.items())
        if p.grain is row.period.grain and p < row.period and o.value is not None
    ]
    places = max((o.stated_decimals for o in series), default=0)
    unit = 10.0 ** (places + (2 if measure.unit is Unit.PERCENT else 0))
    moves = [abs((b.value or 0) - (a.value or 0)) * unit for a, b in pairwise(series)]
    return () if any(move < 0.5 for move in moves) else moves


def _says_so(row: AssessedRow) -> bool:
    """Whether the comment speaks of the period before: `Q2 figure, Q3 is awaited`."""
    word = row.period.previous.words.split()[0].casefold()
    return word in row.measure.comment.casefold()


def _place(before: Outturn) -> str:
    """The cell of the period before, with its sheet where that is another."""
    return f'"{before.sheet}" {before.cell}' if before.sheet else before.cell


def _one(row: AssessedRow) -> Found:
    both = _both(row)
    assert both is not None
    figure = stated(both[1], row.measure)
    return Found.in_row(
        row,
        both[1].cell,
        f"{row.measure.name}: {figure} for {row.period.words} is the figure for "
        f"{row.period.previous.words} ({_place(both[0])}) again, where each was another until now",
        found=figure,
        expected=f"the figure for {row.period.words}",
    )


def _all_of(rows: Sequence[AssessedRow]) -> Found:
    first = rows[0]
    both = _both(first)
    assert both is not None
    there = f' of "{first.measure.section}"' if first.measure.section else ""
    return Found.in_row(
        first,
        both[1].cell,
        f"All {len(rows)} figures{there} for {first.period.words} that always change are those for "
        f"{first.period.previous.words} again, from {both[1].cell} on; those begin in "
        f"{_place(both[0])}",
        found=f"the figures for {first.period.previous.words}",
        expected=f"the figures for {first.period.words}",
    )


_HEADINGS = ("Ref", "Measure", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19",
             "Q3 2018/19")  # fmt: skip
_OTHER = ("B1", "Visits made", 240, 251, 238, 240, 240)
_RULES = ("{id: A1, name: Contacts, unit: count}", "{id: B1, name: Visits made, unit: count}")
CHECK = Check(
    slug="stale-repeat",
    severity=Severity.WARNING,
    looks_for="the newest figure equal to the previous one to the last digit, in a row where they "
    "always change, or in all rows of a section",
    question="Was last quarter's figure left standing?",
    mend="Type this period's figure, or accept that it has not changed.",
    run=_repeats,
    looks_at=(Aspect.EARLIER,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Contacts", 3986, 4320, 3874, 3512, 3512), _OTHER),
        rules=_RULES,
        finds=("G2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Contacts", 3986, 4320, 3874, 3512, 3748), _OTHER),
        rules=_RULES,
    ),
)
