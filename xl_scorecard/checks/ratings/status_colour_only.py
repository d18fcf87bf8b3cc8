"""Ratings that are colours alone: lost in print, and on those who do not see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Coloured, Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.scorecard import Role

_FEWEST = 2


def _colour_alone(context: Context) -> Iterator[Found]:
    """One finding a sheet, of its columns of ratings: figures that are coloured say something
    besides."""
    by_sheet: dict[str, list[AssessedRow]] = defaultdict(list)
    for row in context.rows:
        if _is_blank_rating(row):
            by_sheet[row.measure.sheet].append(row)
    for sheet, rows in by_sheet.items():
        if len(rows) >= _FEWEST:
            filled = rows[0].measure.filled_rag
            assert filled is not None  # told by it
            yield Found(
                f"{how_many(len(rows), 'rating')}, {filled.ref} first, show as a colour and no "
                "word: who prints in black and white, or does not tell red from green, sees none. "
                "Type the word too, such as Red or R",
                sheet,
                filled.ref,
                found="a colour alone",
                expected="a word or letter in the cell",
            )


def _is_blank_rating(row: AssessedRow) -> bool:
    """Whether the row's rating is the colour of a blank cell under a heading of ratings, with no
    judgement typed anywhere."""
    filled = row.measure.filled_rag
    if filled is None or row.measure.typed_rag is not None:
        return False
    at = row.table.arrangement.arranged(*parse_a1(filled.ref))
    if at is None or at[1] not in {column.index for column in row.table.by_role(Role.RAG)}:
        return False
    cell = row.table.grid.shown(*at)
    return (cell is None or not str(cell.value or "").strip()) and not row.table.grid.covered(*at)


_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_RULES = (
    "{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",
    "{id: B1, name: Plans reviewed, unit: percent, good_is: high, tolerance: 5 points}",
)
CHECK = Check(
    slug="status-colour-only",
    severity=Severity.WARNING,
    looks_for="a column of ratings that are colours alone, with no word or sign in them",
    question="Does a rating show to those who print it in grey, or do not tell red from green?",
    mend="Write the word into each cell: Red, Amber or Green.",
    run=_colour_alone,
    needs=(Aspect.COLOURS, Aspect.FLOATING),
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), Coloured("92D050")),
            ("B1", "Plans reviewed", Percent(0.9), Percent(0.7), Percent(0.6), Coloured("FF0000")),
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Green"),
            ("B1", "Plans reviewed", Percent(0.9), Percent(0.7), Percent(0.6), "Red"),
        ),
        rules=_RULES,
    ),
)
