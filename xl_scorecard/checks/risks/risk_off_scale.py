"""A risk score that no likelihood and impact from 1 to 5 can give."""

from __future__ import annotations

import math
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.risks._matrix import PRODUCTS, SIDE, multiplies
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.risks import RiskRegister, Score

_FEWEST = 4
_LARGER = frozenset(a * b for a in range(1, 7) for b in range(1, 7))
"""What a matrix of 6 by 6, which some use, can give."""


def _off_scale(context: Context) -> Iterator[Found]:
    """Where likelihood and impact are given, whether they are off theirs; where they are not,
    whether the score alone is."""
    for register in context.scorecard.registers:
        scores = _factors(register) if register.factored else _scores(register)
        for name, what, score, expected in scores:
            yield Found(
                f"{name}: {what} {score.words} is off a scale of {expected}",
                register.sheet,
                score.cell,
                found=score.words,
                expected=expected,
            )


def _factors(register: RiskRegister) -> Iterator[tuple[str, str, Score, str]]:
    """Likelihoods and impacts below 1, between two steps, or above the top of the scale where the
    sheet's key of scores ends with its square: else how high the scale goes, few say."""
    if not multiplies(register):
        return
    highest = max((high for _, high in register.ranges.values()), default=0)
    top = SIDE if highest == SIDE * SIDE else math.inf
    for risk in register.risks:
        for what, factor in (("likelihood", risk.likelihood), ("impact", risk.impact)):
            if factor is not None and (
                factor.number < 1 or factor.number > top or factor.number % 1
            ):
                yield risk.name, what, factor, f"whole steps from 1 to {SIDE}"


def _scores(register: RiskRegister) -> Iterator[tuple[str, str, Score, str]]:
    scored = [(risk, risk.score) for risk in register.risks if risk.score is not None]
    off = [(risk, score) for risk, score in scored if score.number not in _LARGER]
    fitting = sum(score.number in PRODUCTS for _, score in scored)
    if len(off) == 1 and fitting == len(scored) - 1 >= _FEWEST:
        ((risk, score),) = off
        products = sorted(PRODUCTS)
        below = max((p for p in products if p < score.number), default=None)
        above = min((p for p in products if p > score.number), default=None)
        near = " or ".join(f"{p}" for p in (below, above) if p is not None)
        yield risk.name, "a score of", score, f"{SIDE} by {SIDE}, which has {near}"


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
_ROWS = (_HEADINGS, ("A1", "Children waiting", 24, 22), (None,) * 4, ("Ref", "Risk", "Risk score"))
_OTHERS = (
    ("R1", "Practice", 12),
    ("R2", "Workforce", 16),
    ("R3", "Budget", 20),
    ("R4", "Schools", 6),
)
CHECK = Check(
    slug="risk-off-scale",
    severity=Severity.ERROR,
    looks_for="a risk score that likelihood times impact cannot give, or one of these below 1",
    question="Is a risk scored 14, which no likelihood times impact makes?",
    mend="Correct the likelihood, the impact or their product.",
    run=_off_scale,
    triggers=Example(
        rows=(*_ROWS, *_OTHERS, ("R5", "Placements", 14)),
        rules=("{id: A1, name: Children waiting}",),
        finds=("C9",),
    ),
    passes=Example(
        rows=(*_ROWS, *_OTHERS, ("R5", "Placements", 15)),
        rules=("{id: A1, name: Children waiting}",),
    ),
)
