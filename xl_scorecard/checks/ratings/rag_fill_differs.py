"""A cell coloured green, amber or red by hand, against the rule's rating or the word in it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Coloured, Example, Percent
from xl_scorecard.checks.ratings._meant import manners, meant_by, statuses_of, statuses_possible
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.colours_seen import name_of_colour
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.judged import PLAIN, Filled, Manner


def _differs(context: Context) -> Iterator[Found]:
    rating, manner = context.rule_set.bands, manners(context.rows)
    for row in context.rows:
        filled = row.measure.filled_rag
        said = statuses_of(filled.standings, rating) if filled is not None else None
        if filled is None or said is None:
            continue
        colour = name_of_colour(filled.standings)
        word = _word(row, filled, rating, manner.get(row.measure.sheet, PLAIN))
        possible = statuses_possible(row, rating)
        if word is not None and not word[1] & said:
            yield Found.in_row(
                row,
                filled.ref,
                f"{row.measure.name}: the cell says {word[0]} and is coloured {colour}",
                found=colour,
                expected=word[0],
            )
        elif word is None and possible is not None and not possible & said:
            label = rating.band(row.status).label
            yield Found.in_row(
                row,
                filled.ref,
                f"{row.measure.name}: the cell is coloured {colour}, but the rule gives {label}",
                found=colour,
                expected=label,
            )


def _word(
    row: AssessedRow, filled: Filled, rating: Rating, manner: Manner
) -> tuple[str, set[str]] | None:
    """The judgement typed in the coloured cell, and what it means; the other check holds that
    against the rule."""
    typed = row.measure.typed_rag
    if typed is None or typed.ref != filled.ref:
        return None
    meant = meant_by(typed, rating, manner)
    return None if meant is None else (typed.text, meant)


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
CHECK = Check(
    slug="rag-fill-differs",
    severity=Severity.WARNING,
    looks_for="a cell coloured as a rating that the rule, or the word in it, contradicts",
    question="Is a rating given by colour that figure and target do not bear out?",
    mend="Colour the cell as the rule rates it, or correct the figure or target.",
    run=_differs,
    needs=(Aspect.COLOURS,),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.66), Coloured("92D050")),
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), Coloured("92D050")),
        ),
        rules=_RULES,
    ),
)
