"""What a sheet's own key says of green, amber and red: `Amber - within 5% of target`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import (
    any_of,
    any_word,
    colour_name,
    lexicon,
    standing_of_word,
    words_of,
)

_RATED = (Standing.GREEN, Standing.AMBER, Standing.RED)
_SHARES_FROM, _MOST = 50, 100
_NUMBER = r"\d+(?:\.\d+)?"


class Reach(NamedTuple):
    """How far off target a band ends, in percent or points; `points` is None where neither is
    said for sure: 5% of 80%, or 75%?

    `edge_is_worse` says that what is exactly so far off belongs to the next band.
    """

    amount: float
    points: bool | None = False
    edge_is_worse: bool = False


class Clause(NamedTuple):
    """What a key says of one colour: where its band ends, which of red is where that begins."""

    of: Standing
    reach: Reach


@lru_cache(maxsize=8192)  # each table of a sheet looks at all lines beside its own
def clauses_of(line: str) -> tuple[Clause, ...]:
    """What a line says of the colours it names, or of a tolerance; nothing where it is no key."""
    return tuple(_clauses(" ".join(line.casefold().replace("\u2019", "'").split())))


def _clauses(text: str) -> Iterator[Clause]:
    if words_of(lexicon().keys.not_ratings).search(text):
        return  # what became of figures, and no rule
    of_target = words_of(lexicon().keys.target).search(text) is not None
    named = [part for part in by_colour(text) if part[0] in _RATED]
    if not named and (found := _tolerance(text)) is not None:
        yield Clause(Standing.AMBER, found)
    for standing, words in named:
        reach = _reach(standing, words, of_target=of_target)
        if reach is not None:
            yield Clause(standing, reach)


def by_colour(text: str) -> list[tuple[Standing, str]]:
    """The colours of a line in small letters, each with what is said of it, before or behind."""
    found = list(_colour().finditer(text))
    if not found:
        return []
    ends = [*(f.start() for f in found[1:]), len(text)]
    behind = [text[f.end() : end] for f, end in zip(found, ends, strict=True)]
    starts = [0, *(f.end() for f in found)]
    before = [text[start : f.start()] for start, f in zip(starts, found, strict=False)]
    turned = not _says(behind[-1]) and _says(before[0])
    said = before if turned else behind
    standings = [standing_of_word(f[0].strip(" ()=:-–")) for f in found]
    return [(of, words) for of, words in zip(standings, said, strict=False) if of is not None]


@cache
def _colour() -> re.Pattern[str]:
    letters = any_word([w for words in lexicon().statuses.letters.values() for w in words])
    return re.compile(rf"\b{colour_name()}\b|(?<![\w&])\(?{letters}\)?\s*[=:]")


def _says(words: str) -> bool:
    """Whether words say something of a figure: a number, or a target."""
    return bool(re.search(r"\d", words) or words_of(lexicon().keys.target).search(words))


class _Amount(NamedTuple):
    number: float
    points: bool | None
    percent: bool


def _amounts(words: str) -> list[_Amount]:
    """The percentages and points in some words; of a range, both ends."""
    found = []
    for match in _amount().finditer(words):
        points = True if match["points"] else None
        numbers = [number for number in (match["low"], match["high"]) if number]
        found += [_Amount(float(number), points, bool(match["percent"])) for number in numbers]
    return found


@cache
def _amount() -> re.Pattern[str]:
    numbers = lexicon().numbers
    points = rf"(?:percent(?:age)?[- ]|%[- ]?|ppt|p)?{any_of(numbers.points)}s?\b"
    to = any_word(("-", "–", *numbers.to, *numbers.and_))
    unit = rf"(?:(?P<points>{points})|(?P<percent>%|{any_word(numbers.percent)}))"
    return re.compile(
        rf"(?:(?P<low>{_NUMBER})\s*(?:%|{any_of(numbers.points)}s?)?\s*{to}\s*)?"
        rf"(?P<high>{_NUMBER})\s*{unit}"
    )


def _reach(standing: Standing, words: str, *, of_target: bool) -> Reach | None:
    amounts = _amounts(words)
    keys = lexicon().keys
    if not amounts:
        at_target = standing is Standing.GREEN and words_of(keys.target).search(words)
        return Reach(0) if at_target else None
    if not of_target and not words_of(keys.tolerance).search(words):
        return None
    shares = [a for a in amounts if a.percent and a.number >= _SHARES_FROM]
    if shares:
        return _of_shares(standing, [a.number for a in shares])
    if standing is Standing.GREEN and not _within(words):
        return Reach(0)
    if standing is Standing.AMBER and len(amounts) == 1 and not _within(words):
        return None  # "amber, 5% below target" is news of a figure
    ends = max(a.number for a in amounts)
    if standing is Standing.RED:
        ends = min(a.number for a in amounts)
    points = True if any(a.points for a in amounts) else None
    worse = standing is Standing.RED and words_of(keys.or_worse).search(words) is not None
    return Reach(ends, points, worse)


def _of_shares(standing: Standing, shares: list[float]) -> Reach | None:
    """95 to 99% of the target is up to 5% off it; below 95% of it is more than 5% off."""
    edge = max(shares) if standing is Standing.RED else min(shares)
    return Reach(round(_MOST - edge, 6)) if edge <= _MOST else Reach(0)


def _within(words: str) -> bool:
    """Whether words let something short of its target pass: `within 5% of target`."""
    return _short().search(words) is not None


@cache
def _short() -> re.Pattern[str]:
    keys = lexicon().keys
    return re.compile(
        rf"(?<!\w){any_of(keys.up_to)}\s*{_NUMBER}|{_NUMBER}[^.;,]*\b{any_of(keys.tolerance)}"
    )


def _tolerance(text: str) -> Reach | None:
    """A tolerance that is named: `within tolerance 5%`, `a tolerance of 5 points`."""
    tolerance = words_of(lexicon().keys.tolerance).search(text)
    amounts = _amounts(text) if tolerance is not None else []
    if len(amounts) != 1 or amounts[0].number >= _SHARES_FROM:
        return None
    return Reach(amounts[0].number, amounts[0].points)
