"""What is told of an own check that does not hold: the figures, and what would be right."""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_scorecard.checks.own.figures import RowFigures
from xl_scorecard.checks.own.words import Words
from xl_scorecard.domain.own_check.tree import (
    Call,
    Comparison,
    Figure,
    Number,
    Part,
    figures_of,
    ids_of,
)
from xl_scorecard.domain.own_check.working_out import branch_of, holds
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy

_MUST_BE = {
    "=": "", "<=": "at most ", ">=": "at least ", "<": "less than ", ">": "more than ",
    "<>": "other than ",
}  # fmt: skip
_TURNED = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
"""What a message has a figure put in for: `{SEEN}`, `{values}`, `{period}`."""


class Told(NamedTuple):
    """What is said, the indicator that it is said of, what stands there, what would be right."""

    said: str
    of: str
    found: str | None = None
    expected: str | None = None


def told(tree: Part, period: Period, figures: RowFigures, home: str) -> Told:
    """What to say of what must hold and does not in a period; `home` is the sheet it is told of."""
    part = _failing(tree, period, figures)
    words = Words(figures, period, home)
    if isinstance(part, Comparison):
        return _compared(part, words)
    return Told(f"{words.of(part)} does not hold", ids_of(part)[0])


def in_message(message: str | None, told: Told, words: Words, ids: tuple[str, ...]) -> str:
    """The words of a finding: the officer's message with figures put in, and what was found."""
    found = f"{words.period.words}: {told.said}"
    if message is None:
        return found
    known = {tidy(id_): words.figure(id_) for id_ in ids}
    known |= {"values": told.said, "period": words.period.words}
    filled = PLACEHOLDER.sub(lambda match: known.get(tidy(match[1]), match[0]), message)
    if "{values}" in message:
        return filled if "{period}" in message else f"{words.period.words}: {filled}"
    return f"{filled.rstrip().rstrip('.')}; {found}"


def _failing(part: Part, period: Period, figures: RowFigures) -> Part:
    """The part of a whole by which it does not hold."""
    match part:
        case Call("and", parts):
            failing = (inner for inner in parts if holds(inner, period, figures) is False)
            return _failing(next(failing), period, figures)
        case Call("if"):
            branch = branch_of(part, period, figures)
            if isinstance(branch, Comparison | Call) and any(figures_of(branch)):
                return _failing(branch, period, figures)
    return part


def _compared(part: Comparison, words: Words) -> Told:
    if isinstance(part.left, Figure):
        return _of_figure(part.left, part.sign, part.right, words)
    if isinstance(part.right, Figure):
        return _of_figure(part.right, _TURNED[part.sign], part.left, words)
    ids = ids_of(part)
    units = {words.figures.measure(id_).unit for id_ in ids}
    like = ids[0] if len(units) == 1 else None
    left, right = words.comes_to(part.left, like), words.comes_to(part.right, like)
    said = f"{words.of(part.left)} is {left}, and "
    must_be = _MUST_BE[part.sign]
    if isinstance(part.right, Number):
        said += f"should be {must_be}{part.right.text}"
    elif must_be:
        said += f"should be {must_be}{words.of(part.right)}, {right}"
    else:
        said += f"{words.of(part.right)} is {right}"
    return Told(said, ids[0], left, f"{must_be}{right}")


def _of_figure(figure: Figure, sign: str, other: Part, words: Words) -> Told:
    """Of a figure by itself on one side: what it says, and what the other side gives."""
    found = words.figure(figure.id)
    stated = f"[{figure.id}] says {found} in {words.cell(figure.id)}"
    if isinstance(other, Number):
        due = f"{_MUST_BE[sign]}{other.text}"
        return Told(f"{stated}, and should be {due}", figure.id, found, due)
    if isinstance(other, Figure):
        due = f"{_MUST_BE[sign]}{words.figure(other.id)}"
        said = f"{stated}, and {words.of(other)}"
    else:
        due = f"{_MUST_BE[sign]}{words.comes_to(other, figure.id)}"
        said = f"{words.of(other)} is {words.comes_to(other, figure.id)}, and {stated}"
    if _MUST_BE[sign]:
        said += f"; it should be {due}"
    return Told(said, figure.id, found, due)
