"""A typed N/A in place of the rating that the rule gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._examples import HEADINGS, OTHERS, RULES
from xl_scorecard.checks.ratings._meant import statuses_possible
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Gap

_TO_EACH = 3
"""So many ratings to each N/A: where there are more of these, the column follows another rule."""


def _not_given(context: Context) -> Iterator[Found]:
    rating = context.rule_set.bands
    rated: dict[str, list[tuple[AssessedRow, Cell]]] = {}
    for row in context.rows:
        typed = row.measure.typed_rag
        if typed is not None and statuses_possible(row, rating) is not None:
            rated.setdefault(row.measure.sheet, []).append((row, typed))
    for of_sheet in rated.values():
        none = [(row, typed) for row, typed in of_sheet if _says_none(typed)]
        if len(none) * (_TO_EACH + 1) > len(of_sheet):
            continue
        for row, typed in none:
            label = rating.band(row.status).label
            message = (
                f"{row.measure.name}: {typed.text} is typed in place of a rating, but there is a "
                f"figure and a target, and the rule gives {label}"
            )
            found = Found.in_row(row, typed.ref, message, found=typed.text, expected=label)
            yield replace(found, severity=Severity.INFO) if row.measure.comment else found


def _says_none(typed: Cell) -> bool:
    """Whether a word, and no dash or dots, says that no rating applies."""
    says = parse_gap(typed.text) is Gap.NOT_APPLICABLE
    return says and sum(ch.isalpha() for ch in typed.text) > 1


CHECK = Check(
    slug="rag-not-given",
    severity=Severity.WARNING,
    also=(Severity.INFO,),
    looks_for="a typed N/A in place of a rating, beside a figure and target that the rule rates",
    question="Why is 66% against a target of 80% not rated?",
    mend="Type the rating that the rule gives, or say in the comment why there is none.",
    run=_not_given,
    triggers=Example(
        rows=(HEADINGS, ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.66), "N/A"),
              *OTHERS),
        rules=RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(HEADINGS, ("A1", "Children seen", None, Percent(0.7), Percent(0.66), "N/A"),
              *OTHERS),
        rules=RULES,
    ),
)  # fmt: skip
