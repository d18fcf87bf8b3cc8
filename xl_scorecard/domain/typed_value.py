"""What text in a value cell says: a figure with its remarks, or a gap and its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from xl_scorecard.domain.durations import Clock, is_clock, parse_duration, surely_duration
from xl_scorecard.domain.gap_words import is_no_cases, is_zero_word, parse_gap
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.lexicon import LETTER, any_of, any_word, lexicon, month_name
from xl_scorecard.domain.lexicon.signs import CURRENCIES
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import (
    NOUN,
    NUMBER,
    counts_other_than_days,
    decimals_typed,
    parse_number,
    parse_one_in,
    parse_place,
    parse_ratio,
    plain,
    two_numbers,
)
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.domain.value_remarks import peel_remarks

LONGEST = 80
"""Longer texts are commentary, and a figure in them may be of anything."""


@dataclass(frozen=True)
class TypedValue:
    """A value cell's text as understood: a number, or a gap.

    `percent` says that it had a percent sign (`number` is a fraction then); `decimals` is how
    many were typed; `rating` is the judgement typed with it, word for word.
    """

    number: float | None
    gap: Gap | None = None
    percent: bool = False
    decimals: int = 0
    marks: tuple[Mark, ...] = ()
    rating: str | None = None


NOT_UNDERSTOOD = TypedValue(None, Gap.NOT_AVAILABLE, marks=(Mark.NOT_UNDERSTOOD,))


def parse_value(text: str, unit: Unit | None, clock: Clock | None = None) -> TypedValue:
    """What a value cell's text says, for an indicator in a unit; `clock` is what `8:55` is."""
    whole = plain(text)
    gap = parse_gap(whole)
    if gap is not None:
        return TypedValue(None, gap)
    if len(whole) > LONGEST:
        return NOT_UNDERSTOOD
    if unit is Unit.DAYS and counts_other_than_days(whole):
        return NOT_UNDERSTOOD
    found = _zero(whole, unit) or _duration(whole, unit, clock)
    found = found or _figure(whole, unit) or _band(whole)
    if found is not None:
        return found
    if not any(ch.isdigit() for ch in whole) and parse_status(whole) is not None:
        return TypedValue(None, Gap.NOT_AVAILABLE, rating=whole)
    core, marks, rating = peel_remarks(whole)
    if core == whole:
        return _with_words(whole) or NOT_UNDERSTOOD
    inner = parse_value(core, unit, clock)
    if Mark.NOT_UNDERSTOOD in inner.marks:
        if rating is not None and not any(ch.isdigit() for ch in core):
            return TypedValue(None, Gap.NOT_AVAILABLE, marks=(Mark.RATED,), rating=rating)
        return replace(NOT_UNDERSTOOD, rating=inner.rating or rating)
    together = tuple(dict.fromkeys((*inner.marks, *marks)))
    return replace(inner, marks=together, rating=inner.rating or rating)


def _zero(text: str, unit: Unit | None) -> TypedValue | None:
    counted = unit in (None, Unit.COUNT, Unit.CURRENCY)
    if is_zero_word(text, counted):
        return TypedValue(0.0, marks=(Mark.WORDS,))
    return TypedValue(None, Gap.NOT_APPLICABLE) if is_no_cases(text) else None


def _figure(text: str, unit: Unit | None) -> TypedValue | None:
    return (
        _number(text)
        or _ratio(text, unit)
        or _working(text)
        or _with_counts(text, unit)
        or _place(text, unit)
        or _roughly(text)
    )


def _number(text: str) -> TypedValue | None:
    found = parse_number(text)
    if found is None:
        return None
    return TypedValue(found[0], percent=found[1], decimals=decimals_typed(text))


def _duration(text: str, unit: Unit | None, clock: Clock | None) -> TypedValue | None:
    """`9m 02s` in days: of an indicator in another unit it is no figure."""
    if unit is Unit.DURATION:
        days = parse_duration(text, clock)
        if days is not None:
            return TypedValue(days, marks=(Mark.WORDS,))
        return NOT_UNDERSTOOD if is_clock(text) else None
    if not surely_duration(text):
        return None
    return TypedValue(parse_duration(text), marks=(Mark.WORDS,)) if unit is None else NOT_UNDERSTOOD


_OF_RATIOS = (Unit.RATIO, Unit.SCORE, None)


def _ratio(text: str, unit: Unit | None) -> TypedValue | None:
    clock = unit is Unit.SCORE and is_clock(text)  # 06:12 is as good as never a score of 0.5
    ratio = parse_ratio(text) if ":" in text and unit in _OF_RATIOS and not clock else None
    if ratio is None and unit in (*_OF_RATIOS, Unit.PERCENT):
        ratio = parse_one_in(text)
        if ratio is not None:
            return TypedValue(ratio, percent=unit is Unit.PERCENT, marks=(Mark.WORDS,))
    return None if ratio is None else TypedValue(ratio, marks=(Mark.WORKING,))


def _place(text: str, unit: Unit | None) -> TypedValue | None:
    place = parse_place(text) if unit in (None, Unit.COUNT, Unit.SCORE) else None
    if place is None or text.endswith("*"):  # which is a note's
        return None
    return TypedValue(place, decimals=decimals_typed(text), marks=(Mark.WORDS,))


_SUM = re.compile(
    r"[\d\s.,()/x×*÷+%-]*[/x×*÷+][\d\s.,()/x×*÷+%-]*=\s*(?P<result>[^=]+)", re.IGNORECASE
)


def _working(text: str) -> TypedValue | None:
    """`(21/21)x100=100%`: the result is the figure."""
    match = _SUM.fullmatch(text)
    found = _number(match["result"].strip()) if match else None
    return None if found is None else replace(found, marks=(Mark.WORKING,))


def _with_counts(text: str, unit: Unit | None) -> TypedValue | None:
    """`84% (21/25)` and `21/25 (84%)`: of a share and its counts the share is the figure, unless
    the indicator is a count and one plain count stands there."""
    behind, before = _counts()
    match = behind.fullmatch(text) or before.fullmatch(text)
    if match is None:
        return None
    groups = match.groupdict()
    share = _number(match["main"])
    if share is None or not share.percent:
        return None
    counts = groups.get("counts") or groups.get("within") or groups.get("beside") or ""
    count = _number(counts)
    chosen = count if unit is Unit.COUNT and count is not None else share
    return replace(chosen, marks=(Mark.COUNTS,))


@cache
def _counts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A share with its counts behind it, and with its counts before it."""
    of = any_word(("/", *lexicon().numbers.of))
    counts = rf"(?:n\s*=\s*{NUMBER}|{NUMBER}\s*{of}\s*{NUMBER}|{NUMBER})"
    return (
        re.compile(
            rf"(?P<main>[^()\[\]]+?)\s*(?:[(\[]\s*(?P<within>{counts})(?:\s+(?:{LETTER}| )+)?"
            rf"\s*[)\]]|\s(?P<beside>{NUMBER}/{NUMBER}))",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<counts>{counts})\s*[(\[]\s*(?P<main>[^()\[\]]+%)\s*[)\]]", re.IGNORECASE),
    )


def _roughly(text: str) -> TypedValue | None:
    match = _about().fullmatch(text)
    found = _number(match["rest"]) if match else None
    if match is None or found is None:
        return None
    return replace(found, marks=(Mark.ESTIMATED if match["estimated"] else Mark.APPROXIMATE,))


@cache
def _about() -> re.Pattern[str]:
    words = lexicon().numbers
    return re.compile(
        rf"(?:(?P<rough>{any_of(words.roughly)}|[~≈±])|(?P<estimated>{any_of(words.estimated)}))"
        r"\s*:?\s*(?P<rest>[£\d.-].*)",
        re.IGNORECASE,
    )


def _with_words(text: str) -> TypedValue | None:
    """`711 volunteers`, `84% of children seen`: a figure and what it counts."""
    number_and_words, noun, no_noun = _counted()
    match = number_and_words.fullmatch(text)
    found = _number(match["number"].strip()) if match else None
    if match is None or found is None:
        return None
    words = match["words"]
    if found.percent:
        of = any_word(lexicon().numbers.of)
        words = re.sub(rf"^{of}\b", "", words, flags=re.IGNORECASE)
    if no_noun.search(words) or not noun.fullmatch(words.strip()):
        return None
    return replace(found, marks=(Mark.WORDS,))


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A number with words behind it, words that may be a noun, and words that are none."""
    words = lexicon().numbers
    return (
        re.compile(
            rf"(?P<number>[-+–{CURRENCIES}]*[\d,. ]*\d\s*(?:%|{any_word(words.percent)})?)\s+"
            r"(?P<words>[^\d]+)"
        ),
        re.compile(rf"{NOUN}(?:& ?{NOUN})*", re.IGNORECASE),
        re.compile(rf"\b(?:{any_of(words.not_counted)}|{month_name()})\b", re.IGNORECASE),
    )


def _band(text: str) -> TypedValue | None:
    """`<5`, `>95%`, `90-99`: no figure but a band, as DfE prints small or extreme ones."""
    banded = TypedValue(None, Gap.SUPPRESSED, marks=(Mark.BANDED,))
    if _limit().fullmatch(text) and any(ch.isdigit() for ch in text):
        return banded
    if match := two_numbers().fullmatch(text):
        low, high = parse_number(match["low"]), parse_number(match["high"])
        if low is not None and high is not None and low < high:
            return banded
    return None


@cache
def _limit() -> re.Pattern[str]:
    words = lexicon().numbers
    end = rf"[{CURRENCIES}]?\s?{NUMBER}\s?%?"
    return re.compile(
        rf"(?:[<>]\s*=?|[≤≥]|{any_of(words.at_most, words.at_least)})\s*{end}|"
        rf"{end}\s*(?:\+|{any_of(words.or_less, words.or_more)})",
        re.IGNORECASE,
    )
