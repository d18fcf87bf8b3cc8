"""The words around a target's figure, and words that say there is no target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.lexicon import (
    LETTER,
    any_of,
    any_word,
    lexicon,
    scale_of_word,
    words_of,
)
from xl_scorecard.domain.number_words import NOUN
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import tidy

Length = TypeVar("Length")


def means_no_target(text: str) -> bool:
    """Whether words say that there is no target, or none yet: `No target`, `TBC`, `On-going`."""
    return not text.strip() or _none().fullmatch(" ".join(text.casefold().split())) is not None


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"[-–—.*?]+|{any_of(lexicon().targets.none)}")


class Worded(NamedTuple):
    """A target's figure without the words around it, the polarity that they give away, the noun
    that it counts, and whether the figure itself falls short (`fewer than 3`)."""

    figure: str
    implies: Polarity | None
    counted: str = ""
    strict: bool = False


def unworded(text: str) -> Worded:
    """`Fewer than 85` is 85 where low is good, `80% or above` 80% where high is; `93% by March`
    is 93% and `5 days` 5."""
    if _one_in().fullmatch(text):
        return Worded(text, None)
    cleaned = _when().sub("", _label().sub("", text, count=1)).strip() or text
    for pattern in (_before(), _behind()):
        if match := pattern.fullmatch(cleaned):
            implies = Polarity.LOW if match["low"] else Polarity.HIGH
            limit = (match.groupdict().get("limit") or "").casefold()
            strict = _past().fullmatch(limit) is not None
            return _of_noun(match["rest"].strip(), implies)._replace(strict=strict)
    return _of_noun(cleaned, None)


@cache
def _one_in() -> re.Pattern[str]:
    return re.compile(rf"\d+ {any_word(lexicon().numbers.in_)} \d+")


@cache
def _before() -> re.Pattern[str]:
    """A figure behind what makes it a limit."""
    numbers, targets = lexicon().numbers, lexicon().targets
    low = any_of(numbers.at_most, targets.at_most)
    high = any_of(numbers.at_least, targets.at_least)
    return re.compile(
        rf"(?P<limit>(?P<low><\s*or\s*=|<=|≤|<|=<|{low}|{any_word(numbers.within)})|"
        rf"(?P<high>>\s*or\s*=|>=|≥|>|=>|{high}))(?!{LETTER})\s*"
        rf"(?:{any_word(numbers.of)}\s+)?(?P<rest>.+)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _past() -> re.Pattern[str]:
    """What makes a figure a limit that is not met by the figure itself."""
    return re.compile(rf"[<>]|{any_of(lexicon().numbers.past)}")


@cache
def _behind() -> re.Pattern[str]:
    """A figure before what makes it a limit."""
    numbers, targets = lexicon().numbers, lexicon().targets
    return re.compile(
        rf"(?P<rest>.*\d\s*(?:%|{any_word(numbers.percent)}|{LETTER}+)?)\s*(?:"
        rf"(?P<high>\+|{any_of(numbers.or_more, targets.or_more)})|"
        rf"(?P<low>{any_of(numbers.or_less, targets.or_less)}))",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _when() -> re.Pattern[str]:
    """`by March`, `(annual)`, `per annum`: when or how often, no part of the figure."""
    words = lexicon().targets
    return re.compile(
        rf"\s*(?:[(\[](?:{any_of(words.stretch)}[^()\[\]]*|[^()\[\]%£]*)[)\]]|"
        rf"/\s*{any_word(words.each)}|,?\s+{any_of(words.when)}(?:\s.*)?)$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _label() -> re.Pattern[str]:
    """`Target: 95%`, `National target 95%`, `Q3 80%`, `Green ≥80%`."""
    labels = any_of(lexicon().targets.labels)
    return re.compile(rf"{labels}\b\s*[:=]?\s*(?=[\d<>≤≥£.])", re.IGNORECASE)


def target_in_name(name: str) -> str:
    """What an indicator's name says its target is: `Calls answered (target: at least 80%)`; empty
    where it says none."""
    said = _at_end_of_name().search(name)
    return said["said"].strip() if said is not None else ""


@cache
def _at_end_of_name() -> re.Pattern[str]:
    labels = any_of(lexicon().targets.labels)
    return re.compile(
        rf"\b{labels}\b\s*[:=]?\s*(?P<said>[^()\[\]]*\d[^()\[\]]*)[)\]]?$", re.IGNORECASE
    )


def _of_noun(text: str, implies: Polarity | None) -> Worded:
    """A figure apart from the noun it counts."""
    numbers = lexicon().numbers
    if text.casefold() in lexicon().gaps.zero:
        return Worded("0", implies)
    match = _with_noun().fullmatch(text)
    if match is None:
        return Worded(text, implies)
    noun = match["words"].casefold()
    other_sense = words_of(lexicon().targets.not_counted).search(noun)
    if other_sense or scale_of_word(noun) is not None or noun in numbers.percent:
        return Worded(text, implies)
    figure = re.sub(rf"{any_word(numbers.of)}$", "", match["rest"]).strip()
    return Worded(figure, implies, match["words"].strip())


@cache
def _with_noun() -> re.Pattern[str]:
    of = any_word(lexicon().numbers.of)
    return re.compile(
        rf"(?P<rest>.*(?:\d|%(?:\s+{of}(?=\s))?))\s+(?P<words>{NOUN})",
        re.IGNORECASE | re.DOTALL,
    )


def span_in_words(text: str) -> Grain | None:
    """How long a stretch the words of a target's heading or cell say that it is for."""
    return _first_said(_lengths(), text)


def other_span_in_words(text: str) -> int | None:
    """The days that they say it is for, where that is as long as no figure is: a week."""
    return _first_said(_other_lengths(), text)


def _first_said(lengths: Sequence[tuple[Length, re.Pattern[str]]], text: str) -> Length | None:
    """The first length that words say; none of a mean, as the year's is as good of a quarter."""
    words = tidy(text)
    if words_of(lexicon().targets.means).search(words):
        return None
    return next((length for length, pattern in lengths if pattern.search(words)), None)


def is_lifetime(text: str) -> bool:
    """Whether a target's heading says that it is for as long as a programme runs."""
    return words_of(lexicon().targets.lifetime).search(tidy(text)) is not None


@cache
def _lengths() -> list[tuple[Grain, re.Pattern[str]]]:
    return [(Grain(months), _saying(said)) for months, said in lexicon().targets.spans.items()]


@cache
def _other_lengths() -> list[tuple[int, re.Pattern[str]]]:
    return [(days, _saying(said)) for days, said in lexicon().targets.other_spans.items()]


def _saying(said: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:\b|(?=/)){any_of(said)}")
