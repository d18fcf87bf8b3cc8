"""What an own check comes to in a period: it holds, it does not, or it cannot be said."""

from __future__ import annotations

from typing import Protocol

from xl_scorecard.domain.own_check.fitting import places_of
from xl_scorecard.domain.own_check.span import Span, greatest, least, rounded
from xl_scorecard.domain.own_check.tree import (
    Call,
    Chain,
    Comparison,
    Figure,
    Minus,
    Number,
    Part,
)
from xl_scorecard.domain.period import Period


class Figures(Protocol):
    """What figures there are."""

    def figure(self, indicator_id: str, period: Period) -> Span | None:
        """The figure of an indicator in a period; None where there is none."""

    def is_blank(self, indicator_id: str, period: Period) -> bool | None:
        """Whether an indicator has no figure there; None where the period is not there at all."""


def holds(part: Part, period: Period, figures: Figures) -> bool | None:
    """Whether what must hold does; None where a figure that it hangs on is missing."""
    match part:
        case Comparison(left, sign, right):
            one, other = amount(left, period, figures), amount(right, period, figures)
            return None if one is None or other is None else one.stands(sign, other)
        case Call("isblank", (Figure(id_),)):
            return figures.is_blank(id_, period)
        case Call("isblank", (Call("previous", (inner,)),)):
            return _was_blank(inner, period.previous, figures)
        case Call("isblank", (Call("year_before", (inner,)),)):
            return _was_blank(inner, period.year_before, figures)
        case Call("not", (inner,)):
            said = holds(inner, period, figures)
            return None if said is None else not said
        case Call("if"):
            branch = branch_of(part, period, figures)
            return branch if isinstance(branch, bool | None) else holds(branch, period, figures)
        case Call("and" | "or" as name, parts):
            decides = name == "or"
            every = [holds(inner, period, figures) for inner in parts]
            return decides if decides in every else None if None in every else not decides
    raise TypeError(part)


def _was_blank(part: Part, period: Period, figures: Figures) -> bool:
    """Whether there is no figure of an earlier period, or no such period on the sheet."""
    said = holds(Call("isblank", (part,)), period, figures)
    return True if said is None else said


def branch_of(call: Call, period: Period, figures: Figures) -> Part | bool | None:
    """The part of an `if` that counts; True where it asks for nothing, None where unsaid."""
    condition, then, *otherwise = call.parts
    said = holds(condition, period, figures)
    if said is None:
        return None
    return then if said else next(iter(otherwise), True)


def amount(part: Part, period: Period, figures: Figures) -> Span | None:
    """What a part comes to; None where a figure is missing, or would be divided by nothing."""
    match part:
        case Number(value):
            return Span.exactly(value)
        case Figure(id_):
            return figures.figure(id_, period)
        case Minus(of):
            inner = amount(of, period, figures)
            return None if inner is None else -inner
        case Chain():
            return _chain(part, period, figures)
        case Call("previous", (inner,)):
            return amount(inner, period.previous, figures)
        case Call("year_before", (inner,)):
            return amount(inner, period.year_before, figures)
        case Call("if"):
            branch = branch_of(part, period, figures)
            return None if isinstance(branch, bool | None) else amount(branch, period, figures)
        case Call():
            return _called(part, period, figures)
    raise TypeError(part)


def _chain(chain: Chain, period: Period, figures: Figures) -> Span | None:
    total = amount(chain.first, period, figures)
    for sign, part in chain.rest:
        other = amount(part, period, figures)
        if total is None or other is None:
            return None
        match sign:
            case "+":
                total = total + other
            case "-":
                total = total - other
            case "*":
                total = total * other
            case _:
                total = total.over(other)
    return total


def _called(call: Call, period: Period, figures: Figures) -> Span | None:
    if call.name == "round":
        inner = amount(call.parts[0], period, figures)
        return None if inner is None else Span.exactly(rounded(inner.shown, places_of(call)))
    spans = [amount(part, period, figures) for part in call.parts]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    match call.name:
        case "abs":
            return abs(known[0])
        case "min":
            return least(known)
        case "max":
            return greatest(known)
    return sum(known[1:], known[0])
