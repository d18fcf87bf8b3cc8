"""The remarks people put around a figure in its cell: p, *, [note 3], (GREEN), an arrow."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.arrow_words import parse_arrow, without_arrows
from xl_scorecard.domain.lexicon import (
    all_words,
    any_of,
    any_word,
    colour_name,
    lexicon,
    mark_of_word,
)
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.status_words import parse_status

_CODE = re.compile(r"[a-z](?:/?[a-z])?", re.IGNORECASE)


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
        elif match := _flag().fullmatch(core):
            mark = mark_of_word(next(word for word in match.groups()[1:] if word).lower())
            assert mark is not None  # the pattern is made of these words
            marks.append(mark)
            core = match["rest"].rstrip(" ,;-–([")
        elif match := _note().fullmatch(core):
            marks.append(Mark.NOTE)
            core = match["rest"]
        elif any(ch.isdigit() for ch in core) and parse_arrow(core) is not None:
            marks.append(Mark.ARROW)
            core = without_arrows(core)
        else:
            return Peeled(core, tuple(marks), rating)


@cache
def _flag() -> re.Pattern[str]:
    """A capital R in brackets or after a space is Red; glued to the figure it is "revised"."""
    words = lexicon().remarks
    bracketed, bare = any_word(all_words(words.letters)), any_word(words.bare)
    capital = any_word(letter.upper() for letter in words.capitals)
    return re.compile(
        rf"(?P<rest>.*\S)\s*(?:[\[(]({bracketed})[\])]|(?<=[\d%)\]*†])\s?({bare})|"
        rf"(?<=[\d%)\]])({capital})|[\[(]?(?<![a-z])({any_word(all_words(words.flags))})\.?[\])]?)",
        re.DOTALL,
    )


@cache
def _note() -> re.Pattern[str]:
    note, see = any_of(lexicon().remarks.notes), any_word(lexicon().remarks.see)
    of = any_word(word.split()[0] for word in lexicon().numbers.of)
    return re.compile(
        r"(?P<rest>.*[\d%)\]a-z])\s*(?:[*†‡§#^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|"
        rf"[\[(]\s*(?:{see}\s+)?{note}s?\s*\d*\s*[\])]|\[\d{{1,2}}\]|\(\d{{1,2}}\)|\([a-z]\)|"
        rf"{see}\s+{note}\s*\d*|"
        rf"[\[(](?:[^\[\]()\d%]+|(?!{of}\b)[a-z][^\[\]()]*|20\d\d(?:[/-]\d\d)?)[\])])",
        re.IGNORECASE | re.DOTALL,
    )


def _rated(text: str) -> tuple[str, str] | None:
    """The text without the rating that ends or begins it, and the rating; letters in capitals."""
    if match := _rated_in_brackets().fullmatch(text):  # also of progress told in words
        return match["rest"], match["rating"]
    for pattern in _rated_beside():
        match = pattern.fullmatch(text)
        if match is None or not any(ch.isdigit() for ch in match["rest"]):
            continue
        rating = match["rating"].strip()
        coded = _CODE.fullmatch(rating) is not None
        if parse_status(rating) is not None and (not coded or rating.isupper()):
            return match["rest"].strip(" ,;:-–—|"), rating
    return None


@cache
def _rated_in_brackets() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<rest>.*\S)\s*[(\[](?P<rating>{colour_name()})[)\]]", re.IGNORECASE | re.DOTALL
    )


@cache
def _rated_beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A rating behind the figure, and one before it."""
    return (
        re.compile(
            r"(?P<rest>.*\S)(?:\s*[-–—:;,|]\s*|\s+|(?=[(\[]))[(\[]?\s*"
            r"(?P<rating>[^()\[\]\d]{1,30}?)\s*[)\]]?",
            re.DOTALL,
        ),
        re.compile(
            r"[(\[]?(?P<rating>[A-Za-z/ ]{1,15}?)[)\]]?\s*[-–—:;,|\s]\s*(?P<rest>\S.*)", re.DOTALL
        ),
    )
