"""The matrix that a register of risks is scored by."""

from __future__ import annotations

from xl_scorecard.domain.risks import Risk, RiskRegister

SIDE = 5
PRODUCTS = frozenset(a * b for a in range(1, SIDE + 1) for b in range(1, SIDE + 1))
"""What a matrix of 5 by 5 can give."""
_TO_EACH_OTHER = 2


def multiplies(register: RiskRegister) -> bool:
    """Whether scores are likelihood times impact, as most of the others are.

    Some councils add the two, or look the score up in a matrix of their own: then products are
    hit by chance, and seldom.
    """
    scored = [
        risk for risk in register.risks if risk.product is not None and risk.score is not None
    ]
    right = [risk for risk in scored if _is_product(risk)]
    telling = [risk for risk in right if risk.product != _sum(risk)]
    wrong = len(scored) - len(right)
    return bool(telling) and (wrong <= 1 or _TO_EACH_OTHER * wrong <= len(right))


def _is_product(risk: Risk) -> bool:
    return risk.score is not None and risk.score.number == risk.product


def _sum(risk: Risk) -> float:
    assert risk.likelihood is not None  # it has a product
    assert risk.impact is not None
    return risk.likelihood.number + risk.impact.number
