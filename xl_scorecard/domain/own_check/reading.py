"""What an own check says, read into a tree: Excel-like, over ids in square brackets.

Nothing is ever run: a tree of ours is made, bounded in size and depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from xl_scorecard.domain.own_check.fitting import FUNCTIONS, fitting, number_due
from xl_scorecard.domain.own_check.tokens import END, OwnCheckError, Token, Wrong, tokens_of
from xl_scorecard.domain.own_check.tree import (
    Call,
    Chain,
    Comparison,
    Figure,
    Minus,
    Number,
    Part,
    figures_of,
    is_truth,
)
from xl_scorecard.domain.period_words import tidy

MOST_FIGURES = 1000
DEEPEST = 20
"""Brackets within each other."""
_COMPARES = ("=", "<>", "<", "<=", ">", ">=")
_OVER_RANGES = ("sum", "min", "max")


def read_own_check(that: str, ids: Sequence[str]) -> Part:
    """The tree of what must hold, over the ids of a rule set; raises OwnCheckError."""
    reader = _Reader(that, ids)
    tree = reader.whole()
    if reader.unknown:
        raise OwnCheckError(*reader.unknown)
    named = sum(1 for _ in figures_of(tree))
    if not is_truth(tree):
        raise OwnCheckError(_compares_nothing(that, tree))
    if named == 0:
        what = "names no indicator, so it says nothing of any scorecard"
        raise OwnCheckError(Wrong(0, what, "write ids in square brackets: [SEEN] <= [ALL]"))
    if named > MOST_FIGURES:
        what = f"names more than {MOST_FIGURES:,} figures"
        raise OwnCheckError(Wrong(0, what, "make several checks of it"))
    return tree


def _compares_nothing(that: str, tree: Part) -> Wrong:
    end = len(that.rstrip())
    if isinstance(tree, Figure):
        return Wrong(end, "compares nothing", f"add what it must be: [{tree.id}] = [ALL]")
    return Wrong(end, "compares nothing", "add what it must be, such as = [ALL]")


@lru_cache(maxsize=4)
def _known(ids: tuple[str, ...]) -> Mapping[str, str]:
    """The ids as the rule set has them, by how they may be typed."""
    return {tidy(id_): id_ for id_ in ids}


class _Reader:
    def __init__(self, that: str, ids: Sequence[str]) -> None:
        self._tokens = tokens_of(that)
        self._at = 0
        self._depth = 0
        self._ids = list(ids)
        self._known = _known(tuple(ids))
        self.unknown: list[Wrong] = []

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != END
        return token

    def _is(self, *signs: str) -> bool:
        return self._next.kind == "sign" and self._next.text in signs

    def whole(self) -> Part:
        """All there is, as one part."""
        if self._is("="):
            raise _wrong(self._next, "= stands before everything", "take it out")
        part = self._comparison()
        if self._next.kind != END:
            raise self._left_over()
        return part

    def _left_over(self) -> OwnCheckError:
        token = self._next
        if self._is(")"):
            return _wrong(token, ") has no ( before it", "take it out, or add the (")
        if self._is(","):
            return _wrong(token, "a comma stands outside a function", "write 1000 for 1,000")
        if self._is(":"):
            return _wrong(token, ": is only known in sum, min and max", "write sum([A]:[C])")
        if token.kind == "name" and token.text.lower() in ("and", "or"):
            word = token.text.lower()
            wrong = f"{word} stands between its parts"
            return _wrong(token, wrong, f"write {word}([A] = [B], [C] = [D])")
        return _wrong(token, f"nothing joins {_shown(token)} to what is before it", "add a sign: +")

    def _comparison(self) -> Part:
        left = self._chain("+-")
        if not self._is(*_COMPARES):
            return left
        sign = self._take()
        right = self._chain("+-")
        if self._is(*_COMPARES):
            mend = "write and([A] <= [B], [B] <= [C])"
            raise _wrong(self._next, "compares a second time", mend)
        number_due(left, right)
        return Comparison(left, sign.text, right, sign.at)

    def _chain(self, signs: str) -> Part:
        """Parts joined by + and -, or by * and /, which bind closer."""
        first = self._part(signs)
        rest: list[tuple[str, Part]] = []
        while self._is(*signs):
            sign = self._take()
            rest.append((sign.text, self._part(signs)))
        if not rest:
            return first
        number_due(first, *(part for _, part in rest))
        return Chain(first, tuple(rest), first.at)

    def _part(self, signs: str) -> Part:
        return self._chain("*/") if signs == "+-" else self._signed()

    def _signed(self) -> Part:
        minus, at = False, self._next.at
        while self._is("+", "-"):
            minus ^= self._take().text == "-"
        part = self._one()
        if not minus:
            return part
        number_due(part)
        return Minus(part, at)

    def _one(self) -> Part:
        token = self._take()
        if token.kind == "id":
            return self._figure(token)
        if token.kind == "number":
            return _number(token)
        if token.kind == "name":
            return self._call(token)
        if token.text == "(":
            return self._within(token)
        if token.kind == END:
            raise _wrong(token, "ends where a figure should follow", "write an id: [SEEN]")
        wrong = f"{token.text} stands where a figure should"
        raise _wrong(token, wrong, "write an id: [SEEN]")

    def _within(self, opening: Token) -> Part:
        self._deeper(opening)
        part = self._comparison()
        self._close(opening)
        return part

    def _deeper(self, opening: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            wrong = f"has more than {DEEPEST} brackets within each other"
            raise _wrong(opening, wrong, "make several checks of it")

    def _close(self, opening: Token) -> None:
        if not self._is(")"):
            if self._next.kind != END:
                raise self._left_over()
            raise _wrong(opening, "( has no ) after it", "add the ) where it ends")
        self._take()
        self._depth -= 1

    def _figure(self, token: Token) -> Figure:
        known = self._known.get(tidy(token.text))
        if known is None:
            what = f"no indicator has the id {token.text[:40]}"
            mend = "add that indicator, or correct the id"
            self.unknown.append(Wrong(token.at, what, mend, token.text))
        return Figure(known or token.text, token.at)

    def _call(self, token: Token) -> Part:
        name = token.text.lower()
        opening = self._next
        if name not in FUNCTIONS or not self._is("("):
            raise self._no_function(token, name)
        self._take()
        self._deeper(opening)
        parts: list[Part] = []
        while not (self._is(")") and not parts):
            parts += self._of_function(name)
            if not self._is(","):
                break
            self._take()
        self._close(opening)
        call = Call(name, tuple(parts), token.at)
        fitting(call, token.text)
        return call

    def _no_function(self, token: Token, name: str) -> OwnCheckError:
        word = token.text[:40]
        if name in FUNCTIONS:
            return _wrong(token, f"{word} needs a ( after it", f"write {word}([SEEN], [ALL])")
        if tidy(token.text) in self._known:
            return _wrong(token, f"{word} stands without brackets", f"write [{word}]")
        mend = f"write ids as [SEEN]; there are {', '.join(FUNCTIONS)}"
        return _wrong(token, f"{word} is no function", mend)

    def _of_function(self, name: str) -> list[Part]:
        """One part between commas, or all the figures of a range of ids."""
        part = self._comparison()
        if not self._is(":"):
            return [part]
        colon = self._take()
        last = self._one()
        if name not in _OVER_RANGES or not isinstance(part, Figure) or not isinstance(last, Figure):
            raise _wrong(colon, ": joins two ids in sum, min and max", "write sum([A]:[C])")
        return self._between(part, last)

    def _between(self, first: Figure, last: Figure) -> list[Part]:
        if first.id not in self._ids or last.id not in self._ids:
            return [first, last]
        start, stop = self._ids.index(first.id), self._ids.index(last.id)
        if start > stop:
            what = f"[{last.id}] stands before [{first.id}] in the rule set"
            raise OwnCheckError(Wrong(first.at, what, f"write [{last.id}]:[{first.id}]"))
        if stop - start >= MOST_FIGURES:
            what = f"names more than {MOST_FIGURES:,} figures"
            raise OwnCheckError(Wrong(first.at, what, "take a shorter range"))
        return [Figure(id_, first.at) for id_ in self._ids[start : stop + 1]]


def _number(token: Token) -> Number:
    digits = token.text.rstrip("% ")
    value = Fraction(digits.rstrip(".") if digits.endswith(".") else digits)
    is_percent = token.text.endswith("%")
    return Number(value / 100 if is_percent else value, token.text.replace(" ", ""), token.at)


def _wrong(token: Token, what: str, mend: str) -> OwnCheckError:
    return OwnCheckError(Wrong(token.at, what, mend))


def _shown(token: Token) -> str:
    return f"[{token.text[:40]}]" if token.kind == "id" else token.text[:40]
