"""How many are green, amber and red, typed above or below the rows and not borne out by them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import manners
from xl_scorecard.checks.ratings._tallies import Tally, tallies_beside, tally_of_its_own
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judged import Manner, standings_in
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.scorecard import Measure, Role, Table

_FEWEST_RIGHT, _FEWEST_OTHERS = 3, 2
_COLOURS = frozenset((Standing.GREEN, Standing.YELLOW, Standing.AMBER, Standing.RED))


def _differs(context: Context) -> Iterator[Found]:
    """A tally of the ratings on its sheet. Of several on a sheet one may be the last quarter's:
    where another is right, it is."""
    sheets: dict[str, list[Table]] = defaultdict(list)
    for table in context.tables:
        if table.upright and table.rows:
            sheets[table.sheet].append(table)
    manner = manners(context.rows)
    for sheet, tables in sheets.items():
        rows = [row for row in context.rows if row.measure.sheet == sheet]
        of_rows = _typed(rows, manner.get(sheet, Manner()))
        if not of_rows:
            continue
        tallies = list(tallies_beside(tables, context.period))
        if any(_is(tally, of_rows) for tally in tallies):
            continue
        all_counted = not (_are_unclear(rows) or any(_rates_others(t, rows) for t in tables))
        for tally in tallies:
            yield from _told(tally, sheet, of_rows, all_counted=all_counted)
    yield from _on_other_sheets(context, sheets, manner)


def _on_other_sheets(
    context: Context, sheets: Mapping[str, list[Table]], manner: Mapping[str, Manner]
) -> Iterator[Found]:
    """A tally on a sheet of its own, of all ratings there are. It may be of one sheet, or of one
    section, as any of them bears out."""
    rows, tables = context.rows, [table for each in sheets.values() for table in each]
    by_sheet = {sheet: [row for row in rows if row.measure.sheet == sheet] for sheet in sheets}
    typed = {sheet: _typed(found, manner.get(sheet, Manner())) for sheet, found in by_sheet.items()}
    of_rows = sum(typed.values(), Counter[Standing]())
    if not of_rows or not all(typed.values()):
        return
    if _are_unclear(rows) or any(_rates_others(table, rows) for table in tables):
        return
    sections: defaultdict[str, list[AssessedRow]] = defaultdict(list)
    for row in rows:
        sections[row.measure.section].append(row)
    parts = [*typed.values(), *(_typed(found, Manner()) for found in sections.values())]
    for grid in context.scorecard.beside:
        tally = tally_of_its_own(grid, context.period)
        if tally is not None and not any(_is(tally, part) for part in (of_rows, *parts)):
            yield from _told(tally, grid.sheet, of_rows, all_counted=True)


def _told(
    tally: Tally, sheet: str, of_rows: Counter[Standing], *, all_counted: bool
) -> Iterator[Found]:
    wrong = _wrong(tally, of_rows, all_counted=all_counted)
    if wrong:
        said, given = _words(tally.counts), _words(of_rows, tally.counts)
        message = f"{said} are counted here, but the ratings of the rows are {given}"
        yield Found(message, sheet, tally.cell_of(wrong).ref, found=said, expected=given)


def _typed(rows: Sequence[AssessedRow], manner: Manner) -> Counter[Standing]:
    """The ratings typed in some rows; none where one of them may be several things."""
    found: Counter[Standing] = Counter()
    for row in rows:
        cell = row.measure.typed_rag
        standings = standings_in(cell, manner) if cell is not None else frozenset()
        if standings is None or len(standings) > 1:
            return Counter()
        found.update(standings)
    return found


def _rates_others(table: Table, rows: Sequence[AssessedRow]) -> bool:
    """Whether ratings stand in rows that are no indicators, or in colours alone: a tally may count
    those too."""
    of_table = [row.measure for row in rows if row.table is table]
    counted = {measure.typed_rag.ref for measure in of_table if measure.typed_rag is not None}
    cells = (
        cell for column in table.by_role(Role.RAG)
        for row in range(table.header_row + 1, table.last_row + 1)
        if (cell := table.cell(row, column.index)) is not None and cell.text
    )  # fmt: skip
    by_colour = any(m.filled_rag is not None and m.typed_rag is None for m in of_table)
    return by_colour or any(
        cell.ref not in counted and standings_in(cell) is not None for cell in cells
    )


def _are_unclear(rows: Sequence[AssessedRow]) -> bool:
    """Whether a row is judged and has no rating typed, or stands twice: a tally may count the one,
    and the other once."""
    ids = Counter(row.measure.id for row in rows)
    with_figure = [row.measure for row in rows if row.value is not None]
    unrated = any(_is_judged(measure) for measure in with_figure if measure.typed_rag is None)
    return unrated or any(often > 1 for often in ids.values())


def _is_judged(measure: Measure) -> bool:
    """Whether a row is there to be rated, be it unclear how."""
    if measure.polarity is Polarity.NEITHER:
        return False
    target = measure.target is not None or measure.target_cell is not None
    return target or measure.polarity is not None


def _wrong(tally: Tally, of_rows: Counter[Standing], *, all_counted: bool) -> set[Standing] | None:
    """The counts that are wrong of a tally of these rows: one of as many as there are ratings, or
    right in all but one count; else it may be of others."""
    counts, kinds = Counter(tally.counts), {*tally.counts, *of_rows}
    if not kinds <= _COLOURS and not kinds.isdisjoint(_COLOURS):
        return None  # on target is no colour, and amber may be on target or not
    wrong = {kind for kind in kinds if counts[kind] != of_rows[kind]}
    if counts.total() == of_rows.total() > 0:
        return wrong
    right = sum(counts[kind] for kind in kinds - wrong)
    alone = len(wrong) == 1 and wrong <= set(tally.counts) and len(kinds) > _FEWEST_OTHERS
    return wrong if alone and all_counted and right >= _FEWEST_RIGHT else None


def _is(tally: Tally, of_rows: Counter[Standing]) -> bool:
    return +Counter(tally.counts) == +of_rows


def _words(counts: Mapping[Standing, int], also: Iterable[Standing] = ()) -> str:
    order = [standing for standing in Standing if standing in {*counts, *also}]
    return ", ".join(f"{counts.get(standing, 0)} {standing.value}" for standing in order)


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
