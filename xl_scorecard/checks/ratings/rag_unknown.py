"""A word for a rating that is misspelt, or a colour that nothing says the meaning of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._examples import HEADINGS, OTHERS, RULES
from xl_scorecard.checks.ratings._meant import manners, meant_by
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.judged import PLAIN, standings_in
from xl_scorecard.domain.lexicon import lexicon

_FEWEST = 2
_NEAR = 0.72
_SHORTEST = 3


def _unknown(context: Context) -> Iterator[Found]:
    """Where others of the sheet are understood: words in a column of another kind are none."""
    manner, rating = manners(context.rows), context.rule_set.bands
    known: dict[str, set[str]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    strange: list[tuple[AssessedRow, Cell]] = []
    for row in context.rows:
        typed, sheet = row.measure.typed_rag, row.measure.sheet
        if typed is None or not typed.text.strip():
            continue
        of_sheet = manner.get(sheet, PLAIN)
        if meant_by(typed, rating, of_sheet) or standings_in(typed, of_sheet):
            known[sheet].add(_word(typed))
            count[sheet] += 1
        elif parse_gap(typed.text) is None:
            strange.append((row, typed))
    for row, typed in strange:
        if count[row.measure.sheet] >= _FEWEST:
            yield from _told(row, typed, known[row.measure.sheet], context)


def _told(row: AssessedRow, typed: Cell, known: set[str], context: Context) -> Iterator[Found]:
    word, rating = _word(typed), context.rule_set.bands
    near = sorted({*known, *(band.label.casefold() for band in rating.bands)})
    meant = get_close_matches(word, near, 1, _NEAR) if _is_word(word) else []
    if meant and meant[0][:1] == word[:1]:
        right = meant[0].capitalize()
        message = f"{row.measure.name}: {typed.text} is typed as the rating; {right} may be meant"
        yield Found.in_row(row, typed.ref, message, found=typed.text, expected=right)
    elif word in lexicon().statuses.other_colours and not _is_explained(word, row, context):
        message = (
            f"{row.measure.name}: {typed.text} is typed as the rating, which neither the rule set "
            f"nor a key has; the rule gives {rating.band(row.status).label}"
        )
        found = Found.in_row(
            row, typed.ref, message, found=typed.text, expected=rating.band(row.status).label
        )
        yield replace(found, severity=Severity.INFO)


def _word(typed: Cell) -> str:
    return " ".join(typed.text.casefold().split()).rstrip(".!")


def _is_word(word: str) -> bool:
    return word.isalpha() and len(word) >= _SHORTEST


def _is_explained(word: str, row: AssessedRow, context: Context) -> bool:
    """Whether a cell of the sheet that is more than that word alone speaks of it: a key. One on
    another sheet says what the word means behind it, or in the cell right of it."""
    said, defined = re.compile(rf"\b{re.escape(word)}\b"), _defined(word)
    texts = (" ".join(cell.text.casefold().split()) for cell in row.table.grid.cells.values())
    if any(text != word and said.search(text) is not None for text in texts):
        return True
    return any(
        defined.search(cell.text.casefold()) is not None
        or (_word(cell) == word and _has_text_right_of(cell, grid))
        for grid in context.scorecard.beside
        for cell in grid.cells.values()
    )


def _defined(word: str) -> re.Pattern[str]:
    """`Blue: complete`, `Blue = complete`; not `Black pupils`."""
    return re.compile(rf"\b{re.escape(word)}\s*[-–—:=(]")


def _has_text_right_of(cell: Cell, grid: Grid) -> bool:
    beside = grid.cell(cell.row, cell.column + 1)
    return beside is not None and len(beside.text.split()) > 1


CHECK = Check(
    slug="rag-unknown",
    severity=Severity.WARNING,
    also=(Severity.INFO,),
    looks_for="a misspelt rating such as Gren, or a colour such as Blue that nothing explains",
    question="What does Blue mean, where ratings are green, amber and red?",
    mend="Type a rating that the rule set has, or say on the sheet what the colour means.",
    run=_unknown,
    triggers=Example(
        rows=(HEADINGS, ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Gren"),
              *OTHERS),
        rules=RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(HEADINGS, ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "TBC"),
              *OTHERS),
        rules=RULES,
    ),
)  # fmt: skip
