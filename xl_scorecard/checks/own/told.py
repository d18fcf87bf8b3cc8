"""What is told of an own check that does not hold: the figures, and what would be right."""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_scorecard.checks.own.figures import RowFigures
from xl_scorecard.checks.own.words import Words
from xl_scorecard.domain.own_check.tree import (
    EARLIER,
    Call,
    Comparison,
    Figure,
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
    words = Words(figures, period, home)
    return _failing(tree, words)


def in_message(message: str | None, told: Told, words: Words, ids: tuple[str, ...]) -> str:
    """The words of a finding: the officer's message with figures put in, and what was found."""
    when = words.period.words
    if message is None:
        return f"{when}: {told.said}"
    known = {tidy(id_): words.figure(id_) for id_ in ids}
    known |= {"values": told.said, "period": when}
    filled = PLACEHOLDER.sub(lambda match: known.get(tidy(match[1]), match[0]), message).strip()
    if "{period}" not in message:
        filled = f"{when}: {filled}"
    return filled if "{values}" in message else f"{filled.rstrip('.:')}: {told.said}"


def _failing(part: Part, words: Words) -> Told:
    """What to say of the part of a whole by which it does not hold."""
    match part:
        case Comparison():
            return _compared(part, words)
        case Call("and", parts):
            failing = (p for p in parts if holds(p, words.period, words.figures) is False)
            return _failing(next(failing), words)
        case Call("or", parts) if sum(isinstance(p, Comparison) for p in parts) == 1:
            # of the others it is not said what would be right: `or(isblank([A]), [A] > 0)`
            return _failing(next(p for p in parts if isinstance(p, Comparison)), words)
        case Call("if", (condition, *_)):
            branch = branch_of(part, words.period, words.figures)
            if isinstance(branch, Comparison | Call) and any(figures_of(branch)):
                failed = _failing(branch, words)
                return failed._replace(said=f"{failed.said}{_where(condition, words)}")
        case Call("isblank", (Figure(id_),)):
            stated = f"[{id_}] says {words.figure(id_)} in {words.cell(id_)}"
            return Told(f"{stated}, and should be blank", id_, words.figure(id_))
        case Call("not", (Call("isblank", (Figure(id_),)),)):
            return Told(f"[{id_}] has no figure in {words.cell(id_)}", id_)
    return Told(f"{words.of(part)} does not hold", ids_of(part)[0])


def _where(condition: Part, words: Words) -> str:
    """What an `if` hangs on, as far as it is a comparison of figures."""
    if not isinstance(condition, Comparison):
        return ""
    held = holds(condition, words.period, words.figures)
    return f", {'where' if held else 'where it is not so that'} {words.of(condition)}"


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
    if not any(figures_of(part.right)):
        right = words.of(part.right)
        said += f"should be {must_be}{right}"
    elif must_be:
        said += f"should be {must_be}{words.of(part.right)}, {right}"
    else:
        said += f"{words.of(part.right)} is {right}"
    return Told(said, ids[0], left, f"{must_be}{right}")


def _of_figure(figure: Figure, sign: str, other: Part, words: Words) -> Told:
    """Of a figure by itself on one side: what it says, and what the other side gives."""
    found = words.figure(figure.id)
    stated = f"[{figure.id}] says {found} in {words.cell(figure.id)}"
    if not any(figures_of(other)):
        due = f"{_MUST_BE[sign]}{words.of(other)}"
        return Told(f"{stated}, and should be {due}", figure.id, found, due)
    due = f"{_MUST_BE[sign]}{words.comes_to(other, figure.id)}"
    if _is_figure(other):
        said = f"{stated}, and {words.of(other)}"
    else:
        said = f"{words.of(other)} is {words.comes_to(other, figure.id)}, and {stated}"
    if _MUST_BE[sign]:
        said += f"; it should be {due}"
    return Told(said, figure.id, found, due)


def _is_figure(part: Part) -> bool:
    """Whether a part is one figure, of this period or an earlier one."""
    match part:
        case Call(name, (inner,)) if name in EARLIER:
            return _is_figure(inner)
    return isinstance(part, Figure)
