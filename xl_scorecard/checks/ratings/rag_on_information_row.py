"""A rating that was typed for an indicator that is kept for information only."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import (
    manners,
    meant_by,
    statuses_of,
    typed_ratings,
)
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.colours_seen import name_of_colour
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judged import PLAIN, Manner


def _rated(context: Context) -> Iterator[Found]:
    manner = manners(context.rows)
    for row in context.rows:
        measure = row.measure
        if measure.polarity is not Polarity.NEITHER:
            continue
        given = _given(row, context, manner.get(measure.sheet, PLAIN))
        if given is not None:
            cell, said, how = given
            yield Found.in_row(
                row,
                cell,
                f"{measure.name}: {how}, but it is for information only: neither high nor low is "
                "good; leave the rating out, or say which way is good",
                found=said,
                expected=context.rule_set.bands.not_rated.label,
            )


def _given(row: AssessedRow, context: Context, manner: Manner) -> tuple[str, str, str] | None:
    """The cell of a rating, typed or by colour alone, what it says, and how."""
    rating, measure = context.rule_set.bands, row.measure
    for typed in typed_ratings(measure, context.period):
        if (meant_by(typed, rating, manner) or set()) - {NOT_RATED, NO_DATA}:
            return typed.ref, typed.text, f"{typed.text} is typed"
    filled = measure.filled_rag
    if filled is None or statuses_of(filled.standings, rating) is None:
        return None
    colour = name_of_colour(filled.standings)
    return filled.ref, colour, f"the cell is coloured {colour}"


_RULES = (
    "{id: A1, name: Children in care, unit: count, good_is: neither}",
    "{id: B1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",
)
_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_SEEN = ("B1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Green")
CHECK = Check(
    slug="rag-on-information-row",
    severity=Severity.WARNING,
    looks_for="a typed RAG of an indicator for information only",
    question="Is the number of children in care green?",
    mend="Take the RAG out, or say in the rule set that high or low is good.",
    run=_rated,
    looks_at=(Aspect.COLOURS,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children in care", None, 671, 699, "Red"), _SEEN),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children in care", None, 671, 699, "n/a"), _SEEN),
        rules=_RULES,
    ),
)
