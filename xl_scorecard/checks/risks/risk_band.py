"""A word for how high a risk is that its score contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.risks._example import ROWS, RULES
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.risks import Level, Risk, RiskRegister, Score

_TO_EACH_OTHER = 2
_FEWEST = 3
_MOST = 200
"""Each is held against each other: no register of risks that people read has more."""


class _Banded(NamedTuple):
    """A risk with a score and a word for it."""

    risk: Risk
    score: Score
    level: Level


def _contradicts(context: Context) -> Iterator[Found]:
    for register in context.scorecard.registers:
        banded = [
            _Banded(risk, risk.score, risk.level)
            for risk in register.risks
            if risk.score is not None and risk.level is not None
        ]
        if any(each.level.word.casefold() in register.ranges for each in banded):
            yield from _by_key(register, banded)
        else:
            yield from _by_others(register, banded)


def _by_key(register: RiskRegister, banded: Sequence[_Banded]) -> Iterator[Found]:
    """What the sheet's own key says of a score; where few fit, it is the key to something else."""
    words = {each.level.word.casefold(): each.level.word for each in banded}
    keyed = [each for each in banded if each.level.word.casefold() in register.ranges]
    wrong = [each for each in keyed if not _fits(each, register.ranges)]
    if _TO_EACH_OTHER * len(wrong) > len(keyed) - len(wrong):
        return
    for each in wrong:
        low, high = register.ranges[each.level.word.casefold()]
        right = [
            words.get(word, word.capitalize())
            for word, (first, last) in register.ranges.items()
            if first <= each.score.number <= last
        ]
        why = f"by the key on the sheet {each.level.word} is {low} to {high}"
        yield _told(register, each, why, right[0] if len(right) == 1 else f"{low} to {high}")


def _fits(each: _Banded, ranges: Mapping[str, tuple[int, int]]) -> bool:
    low, high = ranges[each.level.word.casefold()]
    return low <= each.score.number <= high


def _by_others(register: RiskRegister, banded: Sequence[_Banded]) -> Iterator[Found]:
    """The one risk without which the words go up with the scores, in likelihood and in impact; of
    two that contradict each other, the one that more of the others are against."""
    if len(banded) > _MOST:
        return
    clashes = [pair for pair in combinations(banded, 2) if _clash(*pair)]
    alone = [each for each in banded if all(each in pair for pair in clashes)]
    if not clashes or not alone:
        return
    wrong = max(alone, key=lambda each: sum(_is_turned(each, other) for other in banded))
    others = _without(banded, wrong)
    against = [other for other in others if _clash(wrong, other)]
    several = len({other.level.rank for other in others}) > 1 or len(against) > 1
    if len(others) < _FEWEST or not several:
        return
    near = min(against, key=lambda other: abs(other.score.number - wrong.score.number))
    why = f"{near.score.words} in {near.score.cell} is {near.level.word}"
    yield _told(register, wrong, why, near.level.word)


def _without(banded: Sequence[_Banded], left_out: _Banded) -> list[_Banded]:
    return [each for each in banded if each is not left_out]


def _clash(one: _Banded, other: _Banded) -> bool:
    """Whether words contradict scores of which one is no less likely and no less bad than the
    other: in some matrices impact weighs more than likelihood."""
    high, low = (one, other) if one.score.number >= other.score.number else (other, one)
    pairs = (
        (high.risk.likelihood, low.risk.likelihood),
        (high.risk.impact, low.risk.impact),
    )
    no_less = all(a is None or b is None or a.number >= b.number for a, b in pairs)
    return no_less and _is_turned(one, other)


def _is_turned(one: _Banded, other: _Banded) -> bool:
    """Whether the higher score has the lower word, or one score two words."""
    step = one.score.number - other.score.number
    ranks = one.level.rank - other.level.rank
    return ranks * step < 0 or (step == 0 and ranks != 0)


def _told(register: RiskRegister, each: _Banded, why: str, right: str) -> Found:
    return Found(
        f"{each.risk.name}: a score of {each.score.words} is called {each.level.word}, but {why}",
        register.sheet,
        each.level.cell,
        found=each.level.word,
        expected=right,
    )


_OTHERS = (*ROWS, ("Budget", 3, 5, 15, "High"))
CHECK = Check(
    slug="risk-band",
    severity=Severity.ERROR,
    looks_for="a word for a risk that its score contradicts, by the sheet's key or other risks",
    question="Is a score of 16 called Moderate where others of 16, or less, are High?",
    mend="Correct the word, or the score; the sheet's key says which goes with which.",
    run=_contradicts,
    triggers=Example(
        rows=(*_OTHERS, ("Placements", 4, 4, 16, "Moderate")),
        rules=RULES,
        finds=("E8",),
    ),
    passes=Example(
        rows=(*_OTHERS, ("Placements", 4, 4, 16, "High")),
        rules=RULES,
    ),
)
