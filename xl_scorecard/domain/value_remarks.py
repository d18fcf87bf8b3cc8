"""The remarks people put around a figure in its cell: p, *, [note 3], (GREEN), an arrow."""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_scorecard.domain.arrow_words import parse_arrow, without_arrows
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.status_words import parse_status

_FLAGS = {
    "p": Mark.PROVISIONAL, "r": Mark.REVISED, "e": Mark.ESTIMATED, "f": Mark.FORECAST,
    "b": Mark.BREAK, "u": Mark.LOW_RELIABILITY,
    "prov": Mark.PROVISIONAL, "provisional": Mark.PROVISIONAL, "unvalidated": Mark.PROVISIONAL,
    "draft": Mark.PROVISIONAL, "revised": Mark.REVISED, "rev": Mark.REVISED,
    "est": Mark.ESTIMATED, "estimate": Mark.ESTIMATED, "estimated": Mark.ESTIMATED,
    "forecast": Mark.FORECAST, "projected": Mark.FORECAST, "approx": Mark.APPROXIMATE,
    "approximately": Mark.APPROXIMATE,
}  # fmt: skip
_WORDS = "|".join(sorted((word for word in _FLAGS if len(word) > 1), key=len, reverse=True))
# A capital R in brackets or after a space is Red; glued to the figure it is still "revised".
_FLAG = re.compile(
    rf"(?P<rest>.*\S)\s*(?:[\[(](?P<a>[prefbu])[\])]|(?<=[\d%)\]*†])\s?(?P<b>[pre])|"
    rf"(?<=[\d%)\]])(?P<c>[PR])|[\[(]?(?<![a-z])(?P<d>{_WORDS})\.?[\])]?)",
    re.DOTALL,
)
_NOTE = re.compile(
    r"(?P<rest>.*[\d%)\]a-z])\s*(?:[*†‡§#^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|"
    r"[\[(]\s*(?:see\s+)?(?:foot)?notes?\s*\d*\s*[\])]|\[\d{1,2}\]|\(\d{1,2}\)|\([a-z]\)|"
    r"(?:see\s+)(?:foot)?note\s*\d*|"
    r"[\[(](?:[^\[\]()\d%]+|(?!of\b|out\b)[a-z][^\[\]()]*|20\d\d(?:[/-]\d\d)?)[\])])",
    re.IGNORECASE | re.DOTALL,
)
_RATED_AFTER = re.compile(
    r"(?P<rest>.*\S)(?:\s*[-–—:;,|]\s*|\s+|(?=[(\[]))[(\[]?\s*(?P<rating>[^()\[\]\d]{1,30}?)\s*[)\]]?",
    re.DOTALL,
)
_RATED_IN_BRACKETS = re.compile(
    r"(?P<rest>.*\S)\s*[(\[](?P<rating>green|amber|red|yellow)[)\]]", re.IGNORECASE | re.DOTALL
)
_CODE = re.compile(r"[a-z](?:/?[a-z])?", re.IGNORECASE)
_RATED_BEFORE = re.compile(
    r"[(\[]?(?P<rating>[A-Za-z/ ]{1,15}?)[)\]]?\s*[-–—:;,|\s]\s*(?P<rest>\S.*)", re.DOTALL
)


class Peeled(NamedTuple):
    """Text without its remarks, the remarks, and the rating typed in it."""

    core: str
    marks: tuple[Mark, ...]
    rating: str | None


def peel_remarks(text: str) -> Peeled:
    """A value's text without what is no part of the figure, one remark after the other."""
    marks: list[Mark] = []
    rating: str | None = None
    core = text
    while True:
        if rating is None and (found := _rated(core)):
            core, rating = found
            marks.append(Mark.RATED)
        elif match := _FLAG.fullmatch(core):
            word = match["a"] or match["b"] or match["c"] or match["d"]
            marks.append(_FLAGS[word.lower()])
            core = match["rest"].rstrip(" ,;-–([")
        elif match := _NOTE.fullmatch(core):
            marks.append(Mark.NOTE)
            core = match["rest"]
        elif any(ch.isdigit() for ch in core) and parse_arrow(core) is not None:
            marks.append(Mark.ARROW)
            core = without_arrows(core)
        else:
            return Peeled(core, tuple(marks), rating)


def _rated(text: str) -> tuple[str, str] | None:
    """The text without the rating that ends or begins it, and the rating; letters in capitals."""
    if match := _RATED_IN_BRACKETS.fullmatch(text):  # also of progress told in words
        return match["rest"], match["rating"]
    for pattern in (_RATED_AFTER, _RATED_BEFORE):
        match = pattern.fullmatch(text)
        if match is None or not any(ch.isdigit() for ch in match["rest"]):
            continue
        rating = match["rating"].strip()
        coded = _CODE.fullmatch(rating) is not None
        if parse_status(rating) is not None and (not coded or rating.isupper()):
            return match["rest"].strip(" ,;:-–—|"), rating
    return None
