"""A letter that is an arrow in Wingdings only, in another font."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, InFont, Percent
from xl_scorecard.domain.arrow_words import as_seen
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon.signs import WINGDINGS_ARROWS


def _lost_font(context: Context) -> Iterator[Found]:
    for row in context.rows:
        typed = row.measure.typed_travel
        if typed is None or typed.font is None or typed.text not in WINGDINGS_ARROWS:
            continue
        if as_seen(typed.text, typed.font) != typed.text:
            continue  # shown in Wingdings, it is an arrow
        arrow = as_seen(typed.text, "Wingdings")
        yield Found.in_row(
            row,
            typed.ref,
            f"{row.measure.name}: {typed.text} is an arrow only in the font Wingdings, and this "
            f"cell is in {typed.font}; type {arrow}, which every font has",
            found=typed.text,
            expected=arrow,
        )


CHECK = Check(
    slug="dot-wingdings",
    severity=Severity.WARNING,
    looks_for="a letter such as ñ that is an arrow in Wingdings, in another font",
    question="Has an arrow become a letter because its font was lost?",
    mend="Set the cell in Wingdings again, or type an arrow such as ▲.",
    run=_lost_font,
    needs=(Aspect.FONTS,),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Direction of travel"),
            ("A1", "Children seen", Percent(0.7), Percent(0.8), InFont("ñ", "Arial")),
        ),
        finds=("E2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Direction of travel"),
            ("A1", "Children seen", Percent(0.7), Percent(0.8), InFont("ñ", "Wingdings")),
        ),
    ),
)
