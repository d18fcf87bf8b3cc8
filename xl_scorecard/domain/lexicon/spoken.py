"""The languages that are read, all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from xl_scorecard.domain.lexicon.concepts import Lexicon
from xl_scorecard.domain.lexicon.english import ENGLISH
from xl_scorecard.domain.lexicon.french import FRENCH
from xl_scorecard.domain.lexicon.german import GERMAN
from xl_scorecard.domain.lexicon.sheet_words import Phrases, Words
from xl_scorecard.domain.lexicon.spanish import SPANISH
from xl_scorecard.domain.lexicon.welsh import WELSH

LANGUAGES: tuple[Lexicon, ...] = (ENGLISH, FRENCH, GERMAN, WELSH, SPANISH)
"""Where two of them have a word with different meanings, the one that is named first counts."""
LETTER = r"[^\W\d_¹²³⁰-⁹]"
"""A pattern for a letter of any alphabet; the raised numbers of footnotes are none."""
_NOTHING = "(?!)"
_PIECE = re.compile(r"\{([a-z_]+)\}")
K = TypeVar("K")


@cache
def lexicon() -> Lexicon:
    """The words of every language that is read."""
    return union(LANGUAGES)


def union(languages: Sequence[Lexicon]) -> Lexicon:
    """Several languages as one: of each concept the words of all, the first language's first."""
    return Lexicon(*(_joined(group) for group in zip(*languages, strict=True)))


def _joined(parts: Sequence[Any]) -> Any:
    first = parts[0]
    if isinstance(first, Mapping):
        keys = dict.fromkeys(key for part in parts for key in part)
        return {key: _joined([part[key] for part in parts if key in part]) for key in keys}
    if hasattr(first, "_fields"):
        return type(first)(*(_joined(field) for field in zip(*parts, strict=True)))
    return tuple(dict.fromkeys(item for part in parts for item in part))


def by_word(concept: Callable[[Lexicon], Mapping[K, Words]]) -> dict[str, K]:
    """What each word of a concept means, the first language's word for it."""
    meanings: dict[str, K] = {}
    for language in LANGUAGES:
        for meaning, words in concept(language).items():
            for word in words:
                meanings.setdefault(word, meaning)
    return meanings


def all_words(concept: Mapping[Any, Words]) -> Words:
    """The words for all meanings of a concept."""
    return tuple(word for words in concept.values() for word in words)


def any_word(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    found = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, found))})" if found else _NOTHING


def any_of(*phrases: Phrases) -> str:
    """A pattern for any of some phrases, with the pieces that they name filled in."""
    found = [_filled(phrase) for several in phrases for phrase in several]
    return f"(?:{'|'.join(found)})" if found else _NOTHING


@cache
def words_of(*phrases: Phrases) -> re.Pattern[str]:
    """What finds any of some phrases as whole words of a text; made when it is first asked for."""
    return re.compile(rf"\b{any_of(*phrases)}\b")


def _filled(phrase: str) -> str:
    return _PIECE.sub(lambda piece: _piece(piece[1]), phrase)


def _piece(name: str) -> str:
    if name == "like_month":
        return like_month()
    times = lexicon().times
    if name == "quarter":
        return any_word(times.lengths.get(3, ()))
    if name == "length":
        return any_word((*all_words(times.lengths), *times.any_length))
    return any_of(lexicon().pieces[name])


def month_name() -> str:
    """A pattern for a month's name, whole or as it is abbreviated."""
    return any_word(all_words(lexicon().times.months))


def colour_name() -> str:
    """A pattern for the name of a colour that ratings have."""
    return any_word(all_words(lexicon().statuses.colours))


def like_month() -> str:
    """A pattern for a word that begins as a month's name does, be it misspelt further on."""
    return f"{any_word(month_beginnings())}{LETTER}*"


def month_beginnings() -> list[str]:
    """The shortest names of months, which the longer ones begin with."""
    return [
        word
        for words in lexicon().times.months.values()
        for word in words
        if not any(word != other and word.startswith(other) for other in words)
    ]
