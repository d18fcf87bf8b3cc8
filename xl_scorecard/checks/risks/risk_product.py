"""A risk score that is not likelihood times impact, as the other scores are."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.risks._example import ROWS, RULES
from xl_scorecard.checks.risks._matrix import multiplies
from xl_scorecard.domain.finding import Severity


def _differs(context: Context) -> Iterator[Found]:
    for register in context.scorecard.registers:
        if not multiplies(register):
            continue
        for risk in register.risks:
            score, product = risk.score, risk.product
            if score is None or product is None or score.number == product:
                continue
            assert risk.likelihood is not None  # it has a product
            assert risk.impact is not None
            likelihood, impact = risk.likelihood, risk.impact
            yield Found(
                f"{risk.name}: likelihood {likelihood.words} ({likelihood.cell}) times impact "
                f"{impact.words} ({impact.cell}) is {product:.12g}, but the score is {score.words}",
                register.sheet,
                score.cell,
                found=score.words,
                expected=f"{product:.12g}",
            )


CHECK = Check(
    slug="risk-product",
    severity=Severity.ERROR,
    looks_for="a risk score that is not likelihood times impact, as those of other risks are",
    question="Is likelihood 4 times impact 3 shown as 16?",
    mend="Multiply likelihood by impact again, best by formula.",
    run=_differs,
    triggers=Example(
        rows=(*ROWS, ("Placements", 4, 3, 16, "High")),
        rules=RULES,
        finds=("D7",),
    ),
    passes=Example(
        rows=(*ROWS, ("Placements", 4, 3, 12, "Moderate")),
        rules=RULES,
    ),
)
