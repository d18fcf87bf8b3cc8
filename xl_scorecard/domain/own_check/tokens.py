"""The words and signs of what an own check says, and what is wrong with it, by the letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Wrong:
    """One mistake: the letter it is at, from 0, what is wrong and how to mend it.

    `word` is an id that is not known, so that the nearest may be named.
    """

    at: int
    what: str
    mend: str
    word: str = ""


class OwnCheckError(Exception):
    """What an own check says cannot be read: each mistake."""

    def __init__(self, *mistakes: Wrong) -> None:
        super().__init__("; ".join(mistake.what for mistake in mistakes))
        self.mistakes = mistakes


class Token(NamedTuple):
    """A word or sign: `kind` is id, number, name, sign or end."""

    kind: str
    text: str
    at: int


END = "end"
_ALIKE = str.maketrans({
    "−": "-", "–": "-", "×": "*", "÷": "/", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\t": " ", "\n": " ", "\r": " ",
})  # fmt: skip
"""What is typed or pasted for a sign, letter for letter."""
_TOKEN = re.compile(
    r" *(?:\[(?P<id>[^\[\]]*)\]"
    r"|(?P<number>(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?![\d.\w])(?: *%)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign><=|>=|<>|!=|==|=<|=>|[-+*/()=<>,:≤≥≠]))"
)
_SIGNS = {"≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>"}
_MEANT = {"==": "=", "=<": "<=", "=>": ">="}
_OTHERS = {
    "[": ("[ has no ] after it", "close the id: [SEEN]"),
    "]": ("] has no [ before it", "write the id as [SEEN]"),
    "^": ("^ is not known here", "multiply instead: [A] * [A]"),
    "&": ("& is not known here", "write and(one, other)"),
    ";": ("; is not known here", "put a comma between the parts"),
    "{": ("{ is not known here", "write ids as [SEEN]"),
    "%": ("% stands behind no number", "write a number before it: 80%"),
    "!": ("! is not known here", "write <> for not equal"),
}


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a text, with an end behind them; raises OwnCheckError."""
    plain = text.translate(_ALIKE)
    found: list[Token] = []
    at = 0
    while at < len(plain.rstrip(" ")):
        match = _TOKEN.match(plain, at)
        if match is None:
            begins = at + len(plain[at:]) - len(plain[at:].lstrip(" "))
            raise OwnCheckError(_not_known(plain, begins))
        found.append(_token(match))
        at = match.end()
    return [*found, Token(END, "", len(text.rstrip()))]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or END
    text = match[kind]
    at = match.start(kind) - (kind == "id")
    if kind == "id":
        text = " ".join(text.split())
        if not text:
            raise OwnCheckError(Wrong(at, "[] names no indicator", "write its id: [SEEN]"))
    if text in _MEANT:
        raise OwnCheckError(Wrong(at, f"{text} is not known here", f"write {_MEANT[text]}"))
    return Token(kind, _SIGNS.get(text, text), at)


def _not_known(text: str, at: int) -> Wrong:
    letter = text[at]
    if letter in _OTHERS:
        return Wrong(at, *_OTHERS[letter])
    if letter in "\"'":
        return Wrong(at, "text in quotes is not known here", "compare figures: [A] = [B]")
    if letter.isdigit() or letter == ".":
        number = re.match(r"[\w.]*", text[at:])
        wrong = f"{number[0][:30] if number else letter} is no number"
        return Wrong(at, wrong, "write it in at most 15 digits, as 1200.5 or 80%")
    shown = letter if letter.isprintable() else "a character that cannot be shown"
    return Wrong(at, f"{shown} is not known here", "write ids as [SEEN], and + - * / ( ) = <> < <=")
