"""Whose figures a benchmark is: by the words of its heading, or of the rule set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from xl_scorecard.domain.lexicon import any_of, lexicon, like_month
from xl_scorecard.domain.period_words import tidy

LABELS = {
    "good_outstanding": "Good/Outstanding authorities",
    "statistical_neighbours": "Statistical neighbours",
    "england": "England",
    "region": "Region",
    "target_group": "Target group",
    "similar": "Similar authorities",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
    "uk": "UK",
    "benchmark": "Benchmark",
}
"""What each kind is called on sheets of ours."""
_ANY = "benchmark"
_NATION, _NATIONAL = "england", "National"
_AS_KEYS = {"stat_neighbour": "statistical_neighbours", "stat_neighbours": "statistical_neighbours"}
_TIME = r"(?:19|20)?\d\d(?:\s*[/-]\s*\d{2,4})?|q[1-4]|\d+(?:st|nd|rd|th)?|quarter|month"


@lru_cache(maxsize=1024)
def kind_of(headings: tuple[str, ...]) -> str | None:
    """The kind of a benchmark by its own heading and those of the groups above it, nearest first:
    `england`, `statistical_neighbours_median`; None where it is none, such as `England rank`.

    A group gives the kind where the heading below it says no more than that it is an average, or
    when it is of.
    """
    own, *groups = [tidy(text) for text in headings]
    if _says(own, lexicon().benchmarks.aside) or _is_judged(own):
        return None
    kind, rest = _kind(own)
    statistic, rest = _statistic(rest)
    for group in groups:
        if kind not in (None, _ANY) or (kind is None and not statistic and not says_no_more(rest)):
            break
        above, beside = _kind(group)
        if above is None or _says(group, lexicon().benchmarks.aside):
            continue
        kind = above if kind is None or above != _ANY else kind
        statistic = statistic or _statistic(beside)[0]
    if kind is None:
        return statistic or None
    return f"{kind}_{statistic}" if statistic else kind


def kind_of_key(words: str) -> str:
    """The kind that a rule set means by a word: one of ours, else its own."""
    plain = tidy(words.replace("_", " "))
    key = plain.replace(" ", "_")
    if key in LABELS or key in _AS_KEYS:
        return _AS_KEYS.get(key, key)
    return kind_of((plain,)) or key


def label_of(kind: str, headings: Iterable[str] = ()) -> str:
    """What a kind is called: `England`, `Statistical neighbours (median)`; `National` where all
    that heads it says no more."""
    for statistic in lexicon().benchmarks.statistics:
        base = kind.removesuffix(f"_{statistic}")
        if base != kind and base in LABELS:
            return f"{label_of(base, headings)} ({statistic.replace('_', ' ')})"
    said = [tidy(heading) for heading in headings]
    if kind == _NATION and said and all(map(_names_no_nation, said)):
        return _NATIONAL
    return LABELS.get(kind) or kind.replace("_", " ").capitalize()


def _names_no_nation(words: str) -> bool:
    unnamed = _pattern(lexicon().benchmarks.unnamed)
    return unnamed.search(words) is not None and _kind(unnamed.sub(" ", words))[0] != _NATION


def is_of_periods(heading: str) -> bool:
    """Whether a heading is over the periods that benchmarks are of: `Benchmark year`."""
    return _whole(lexicon().benchmarks.periods).fullmatch(tidy(heading)) is not None


def is_member(own: str, groups: Sequence[str]) -> bool:
    """Whether a heading below a group of benchmarks names one of those it is made of: an authority
    among `Statistical neighbours`."""
    words = tidy(own)
    words_of = lexicon().benchmarks
    if not groups or _says(words, words_of.aside) or _kind(words)[0] is not None:
        return False
    return not _statistic(words)[0] and not says_no_more(words)


def says_no_more(words: str) -> bool:
    """Whether words only say that figures are an average, or when they are of."""
    rest = re.sub(rf"(?<!\w)(?:{_TIME}|{like_month()})(?!\w)", " ", words)
    rest = _pattern(lexicon().benchmarks.means).sub(" ", rest)
    return not re.search(r"[^\W\d_]", rest)


def _kind(words: str) -> tuple[str | None, str]:
    """The kind that words name, and the words without it."""
    for kind, phrases in lexicon().benchmarks.kinds.items():
        pattern = _pattern(phrases)
        if pattern.search(words):
            return kind, pattern.sub(" ", words)
    return None, words


def _statistic(words: str) -> tuple[str, str]:
    for statistic, phrases in lexicon().benchmarks.statistics.items():
        pattern = _pattern(phrases)
        if pattern.search(words):
            return statistic, pattern.sub(" ", words)
    return "", words


def _is_judged(words: str) -> bool:
    """Whether what is good or outstanding is what the indicator is about."""
    if _kind(words)[0] != "good_outstanding":
        return False
    return _says(words, lexicon().benchmarks.judged)


def _says(words: str, phrases: tuple[str, ...]) -> bool:
    return _pattern(phrases).search(words) is not None


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)", re.IGNORECASE)


@cache
def _whole(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases), re.IGNORECASE)
