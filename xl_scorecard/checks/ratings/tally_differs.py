"""How many are green, amber and red, typed above or below the rows and not borne out by them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import manners
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judged import standings_in
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.scorecard import Table

_FEWEST = 2
Tally = dict[Standing, Cell]
"""The cell of each count."""


def _differs(context: Context) -> Iterator[Found]:
    """A tally of as many as there are ratings, in other shares. Of several on a sheet one may be
    the last quarter's: where another is right, it is."""
    sheets: dict[str, list[Table]] = defaultdict(list)
    for table in context.tables:
        if table.upright:
            sheets[table.sheet].append(table)
    typed = _typed(context)
    for sheet, tables in sheets.items():
        tallies = [_counts(tally) for tally in _tallies(tables)]
        of_rows = typed.get(sheet, Counter())
        if any(_is(counts, of_rows) for counts, _ in tallies):
            continue
        for counts, cell in tallies:
            if sum(counts.values()) == sum(of_rows.values()) > 0:
                said, given = _words(counts), _words(of_rows, counts)
                message = f"{said} are counted here, but the ratings of the rows are {given}"
                yield Found(message, sheet, cell.ref, found=said, expected=given)


def _typed(context: Context) -> Mapping[str, Counter[Standing]]:
    """The ratings typed on each sheet; none where one of them may be several things."""
    found: defaultdict[str, Counter[Standing]] = defaultdict(Counter)
    manner = manners(context.rows)
    unclear = set()
    for row in context.rows:
        cell, sheet = row.measure.typed_rag, row.measure.sheet
        standings = standings_in(cell, manner[sheet]) if cell is not None else frozenset()
        if standings is None or len(standings) > 1:
            unclear.add(sheet)
        found[sheet].update(standings or ())
    return {sheet: counter for sheet, counter in found.items() if sheet not in unclear}


def _tallies(tables: list[Table]) -> Iterator[Tally]:
    """Ratings in a line of cells outside the rows, each with a typed count right or below it."""
    grid = tables[0].grid
    inside = {r for t in tables for r in range(t.header_top, t.rows[-1].row + 1)}
    across: defaultdict[tuple[str, int], Tally] = defaultdict(dict)
    for (row, column), cell in grid.cells.items():
        label = standings_in(cell) if cell.text and row not in inside else None
        if label is None or len(label) > 1:
            continue
        (standing,) = label
        for line, at in ((("row", row), (row, column + 1)), (("below", row), (row + 1, column)),
                         (("column", column), (row, column + 1))):  # fmt: skip
            count = grid.cells.get(at)
            if count is not None and _is_count(count) and at[0] not in inside:
                across[line].setdefault(standing, count)
    yield from (tally for tally in across.values() if len(tally) >= _FEWEST)


def _is_count(cell: Cell) -> bool:
    number = cell.value
    return isinstance(number, float) and cell.formula is None and number == int(number) >= 0


def _counts(tally: Tally) -> tuple[Counter[Standing], Cell]:
    counts = Counter({s: int(c.value) for s, c in tally.items() if isinstance(c.value, float)})
    return counts, min(tally.values(), key=lambda cell: (cell.row, cell.column))


def _is(counts: Counter[Standing], of_rows: Counter[Standing]) -> bool:
    return +counts == +of_rows


def _words(counts: Counter[Standing], also: Iterable[Standing] = ()) -> str:
    order = [standing for standing in Standing if standing in {*counts, *also}]
    return ", ".join(f"{counts[standing]} {standing.value}" for standing in order)


_HEADINGS = ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")
_ROWS = (
    ("A1", "Children seen", Percent(0.8), Percent(0.82), "Green"),
    ("B1", "Plans reviewed", Percent(0.9), Percent(0.6), "Red"),
)
CHECK = Check(
    slug="tally-differs",
    severity=Severity.WARNING,
    looks_for="a typed count of ratings that the rows do not bear out",
    question="Does the tally say 4 green where 3 rows are?",
    mend="Type the count that the rows bear out, or count by formula.",
    run=_differs,
    triggers=Example(
        rows=(("Green", 2, "Red", 0, None), (None,) * 5, _HEADINGS, *_ROWS),
        finds=("B1",),
    ),
    passes=Example(
        rows=(("Green", 1, "Red", 1, None), (None,) * 5, _HEADINGS, *_ROWS),
    ),
)
