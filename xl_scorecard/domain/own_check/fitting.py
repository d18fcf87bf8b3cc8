"""The functions of own checks: what each takes, and whether it was given that."""

from __future__ import annotations

from xl_scorecard.domain.own_check.tokens import OwnCheckError, Wrong
from xl_scorecard.domain.own_check.tree import EARLIER, Call, Figure, Minus, Number, Part, is_truth

_MANY = 10**6
FUNCTIONS = {
    "sum": (1, _MANY), "min": (1, _MANY), "max": (1, _MANY), "abs": (1, 1), "round": (2, 2),
    "and": (1, _MANY), "or": (1, _MANY), "not": (1, 1), "if": (2, 3), "isblank": (1, 1),
    "previous": (1, 1), "year_before": (1, 1),
}  # fmt: skip
"""The functions there are, each with the fewest and the most parts it takes."""
_OF_TRUTHS = ("and", "or", "not")
_MOST_DECIMALS = 15


def fitting(call: Call, word: str) -> None:
    """Whether a function has the parts that it takes; `word` is its name as written.

    Raises OwnCheckError.
    """
    fewest, most = FUNCTIONS[call.name]
    if not fewest <= len(call.parts) <= most:
        some = f"{fewest} or {most}" if most == fewest + 1 else f"{fewest}"
        mend = f"give it {some}{' or more' if most == _MANY else ''}"
        raise _wrong(call, f"{word} has {len(call.parts)} parts between commas", mend)
    match call:
        case Call("isblank", (part,)) if not _is_one_figure(part):
            raise _wrong(call, "isblank is about one figure", "write isblank([SEEN])")
        case Call("round", (number, places)):
            number_due(number)
            if _places(places) is None:
                wrong = f"round needs a whole number up to {_MOST_DECIMALS} after its comma"
                raise _wrong(call, wrong, "write round([SEEN] / [ALL], 2)")
        case Call("if", (condition, *branches)):
            truth_due(condition)
            _branches_fit(branches)
        case Call(name, parts) if name in _OF_TRUTHS:
            truth_due(*parts)
        case Call(name, (part,)) if name in EARLIER and is_truth(part):
            raise _wrong(part, f"{name} is of figures", f"write {name}([SEEN]) = [ALL]")
        case Call(name, parts) if name not in (*EARLIER, "isblank"):
            number_due(*parts)


def _is_one_figure(part: Part) -> bool:
    """Whether a part is a figure, of the period or of an earlier one."""
    if isinstance(part, Call) and part.name in EARLIER:
        return _is_one_figure(part.parts[0])
    return isinstance(part, Figure)


def number_due(*parts: Part) -> None:
    """Raises OwnCheckError where a part is true or false rather than a number."""
    for part in parts:
        if is_truth(part):
            wrong = "a comparison stands where a figure should"
            raise _wrong(part, wrong, "compare figures: [A] + [B] = [C]")


def truth_due(*parts: Part) -> None:
    """Raises OwnCheckError where a part is a number rather than true or false."""
    for part in parts:
        if not is_truth(part):
            wrong = "a figure stands where a comparison should"
            raise _wrong(part, wrong, "compare it: [SEEN] > 0")


def _branches_fit(branches: list[Part]) -> None:
    kinds = {is_truth(part) for part in branches}
    if len(kinds) == 2:
        truth_due(*branches)
    if kinds == {False} and len(branches) == 1:
        wrong = "if has no figure where it does not hold"
        raise _wrong(branches[0], wrong, "add it after a comma")


def places_of(call: Call) -> int:
    """How many decimals a `round` keeps."""
    return _places(call.parts[1]) or 0


def _places(part: Part) -> int | None:
    """The decimals that a number says; None where it says none."""
    if isinstance(part, Minus):
        inner = _places(part.of)
        return None if inner is None else -inner
    if not isinstance(part, Number) or part.value.denominator != 1:
        return None
    return int(part.value) if part.value <= _MOST_DECIMALS else None


def _wrong(part: Part, what: str, mend: str) -> OwnCheckError:
    return OwnCheckError(Wrong(part.at, what, mend))
