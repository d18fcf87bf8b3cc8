"""Headings taken apart: the quarters, years, months and other words of time in a text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import (
    LETTER,
    all_words,
    any_of,
    any_word,
    colour_name,
    lexicon,
    month_name,
    month_of_word,
    number_of_word,
)

OTHER = "?"
DASH = "-"
FILLER = "_"
ROLLING, TO_DATE, SNAPSHOT = "R", "T", "S"
ACADEMIC, FINANCIAL, YEAR_END, WHOLE_YEAR = "A", "Z", "E", "W"
QUARTER_END = "K"
MONTHS_QUARTER = "k"
RELATIVE = "L"
YEARS = "fstygn"
"""Kinds of year: `_kinds` shows each."""
TIME = "qhpPmdDI" + YEARS + "v"
"""Kinds that stand for a time; what stands beside them says which time is meant."""
_GAP = " "
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ROMAN = r"(?:iv|i{1,3})"
_CENTURY = r"(?:19|20)\d\d"
_DIGITS = re.compile(r"\d+")


class Token(NamedTuple):
    """A word of time: its kind, what it says, and where it stands in the tidy text.

    `value` holds a year, month, quarter or number, of dates the year, month and day; `text` is
    as written.
    """

    kind: str
    value: tuple[int, ...]
    text: str
    start: int
    end: int


def _kinds() -> list[tuple[str, str]]:
    """Each kind's patterns; the first that fits wins, and a word ends where its letters end."""
    times, bases = lexicon().times, lexicon().bases
    ends = f"(?!{LETTER})"
    quarter, counted = any_word(times.lengths[3]), any_word(times.counted_quarters)
    letter, ordinal = (
        any_word((*times.quarter_letters, *times.quarter_letters_by_year)),
        any_word(all_words(times.ordinals)),
    )
    endings, length = any_word(times.ordinal_endings), any_of(("{length}",))
    numbered = any_word((*times.lengths[1], *times.any_length))

    def basis(meant: Basis) -> str:
        return any_of(bases.headings.get(meant, ()), bases.phrases.get(meant, ())) + ends

    return [
        (FILLER, rf"\({colour_name()}\)"),  # "Half year performance and rating (RED) (GREEN)"
        (_GAP, r"[\s,;:.\[\])/'|_]+|\("),
        # dates: 2018-12-31, 31/12/2018, 31.12.2018
        ("D", rf"{_CENTURY}(?:-\d\d-|/\d\d/)\d\d(?!\d)(?:[ t]\d\d:\d\d(?::\d\d)?)?"),
        ("D", r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\d.])"),
        ("D", r"\d{1,2}-\d{1,2}-\d{4}(?!\d)"),
        ("I", rf"{_CENTURY} ?-?m(?:0?[1-9]|1[0-2])(?!\d)"),
        ("I", rf"(?:0?[1-9]|1[0-2])[/-]{_CENTURY}(?![\d/-])"),
        # years: f 2018/19, s 18/19, t 18-19, y 2018, g 1819, n 18, v 20165 (2016 and a footnote)
        ("f", rf"{_CENTURY} ?[/-] ?(?:{_CENTURY}|\d\d)(?![\d/])|{_CENTURY}\d\d(?!\d)"),
        ("s", r"\d\d ?[/-] ?\d\d(?!\d|[/-]\d)"),
        ("v", rf"{_CENTURY}\d(?!\d)"),
        ("y", rf"(?:{any_word(times.year_prefixes)} ?)?{_CENTURY}(?!\d)"),
        ("g", r"\d{4}(?!\d)"),
        ("q", rf"(?:{quarter}|{letter})\.? ?[1-4](?!\d)|[1-4]{letter}{ends}"),
        ("q", rf"{counted} {any_word(all_words(times.cardinals))}{ends}"),
        ("q", rf"(?:[1-4](?:{endings}|\.)|{ordinal}|{_ROMAN}\.?) {quarter}{ends}"),
        ("q", rf"{quarter} {_ROMAN}{ends}"),
        ("h", any_of(times.second_halves, times.first_halves) + ends),
        ("P", rf"{numbered} ?\d{{1,2}}(?!\d)"),  # of the financial year
        ("p", rf"{any_word(times.month_letters)}\d{{1,2}}(?!\d)"),
        ("m", rf"{month_name()}\.?{ends}"),
        (QUARTER_END, any_of(times.quarter_ends) + ends),
        (ROLLING, basis(Basis.ROLLING_12_MONTHS)),
        (TO_DATE, basis(Basis.YEAR_TO_DATE)),
        (SNAPSHOT, basis(Basis.SNAPSHOT)),
        (ACADEMIC, any_of(times.academic) + ends),
        (FINANCIAL, any_of(times.financial) + ends),
        (YEAR_END, any_of(times.year_ends) + ends),
        (WHOLE_YEAR, any_of(times.whole_years) + ends),
        (RELATIVE, rf"{any_word((*times.this, *times.before))} {length}{ends}"),
        (RELATIVE, any_of(times.same, times.relative) + ends),
        (RELATIVE, any_word(all_words(times.short)) + ends),
        (RELATIVE, rf"- ?\d+ ?{any_word(all_words(times.lengths))}s?{ends}"),
        (OTHER, any_of(times.other_ends) + ends),
        (FILLER, any_of(times.fillers, times.outturns) + ends),
        (DASH, rf"-|{any_word(times.until)}{ends}"),
        (MONTHS_QUARTER, rf"{quarter}\.?{ends}"),  # Mar Qtr 2024
        ("d", rf"\d{{1,2}}{endings}{ends}|\d(?!\d)"),
        ("n", r"\d\d(?!\d)"),
        (OTHER, r"[^\W\d_][^\W_]*|\d+|."),
    ]


@cache
def _tokens() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pattern for any word of time, and the kind that each of its groups is of."""
    kinds = _kinds()
    pattern = re.compile("|".join(f"({pattern})" for _, pattern in kinds))
    return pattern, tuple(kind for kind, _ in kinds)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Heading text for comparison: lower case, plain spaces and dashes, no footnote marks."""
    text = text.replace("\u00a0", " ").casefold()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").replace("\u2018", "'")
    asides, footnotes, glued = _asides()
    text = footnotes.sub(" ", asides.sub(" ", text))
    return re.sub(r"\s+", " ", glued.sub(r"\1 ", text)).strip()


@cache
def _asides() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Remarks in brackets, marks of footnotes, and what is glued to a year."""
    words = lexicon().times
    return (
        re.compile(
            rf"\[{any_word(words.numbered_asides)}\s*\d+\]|\[[a-z]\]|\({any_of(words.asides)}\)"
        ),
        re.compile(r"[*†‡]+\s*$|^\s*[*†‡]+"),
        re.compile(rf"\b({any_word(words.financial_glued)})(?=['\d])"),
    )


def without_notes(words: str) -> str:
    """Tidy text without the notes and marks that follow a period: `2018/19 (1)`, `2018/19p`."""
    words = re.sub(r"[*†‡#^¹²³⁴-⁹]+|[(\[]\d[)\]]|(?<=\d) ?[pr]$", " ", words)
    return re.sub(r"\s+", " ", words).strip()


def tokens_in(words: str) -> Iterator[Token]:
    """The words of time in a tidy text, in order; whatever else it says is of kind `OTHER`."""
    pattern, kinds = _tokens()
    at = 0
    while at < len(words):
        match = pattern.match(words, at)
        assert match is not None  # every character is of some kind
        kind = kinds[(match.lastindex or 0) - 1]
        if kind == _GAP:
            at = match.end()
            continue
        token = _token(kind, match[0], at)
        yield token
        at = token.end


def _token(kind: str, text: str, at: int) -> Token:
    numbers = tuple([int(n) for n in _DIGITS.findall(text)]) if kind in TIME else ()
    token = Token(kind, numbers, text, at, at + len(text))
    read = _READERS.get(kind)
    return token if read is None else read(token)


def _nothing(token: Token) -> Token:
    return token._replace(kind=OTHER)


def _only_first(token: Token, kind: str, length: int) -> Token:
    """The token of the first number alone; what follows it is read anew."""
    text = token.text[:length]
    return Token(kind, token.value[:1], text, token.start, token.start + length)


def _date(token: Token) -> Token:
    first, month, last = token.value[:3]
    year, day = (first, last) if first > 31 else (full_year(last), first)
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return _nothing(token)
    last_day = monthrange(year, month)[1]
    item_number = "." in token.text and last < 100 and day != last_day  # 6.03.14, not 31.12.18
    if item_number or not 1 <= day <= last_day:
        return _nothing(token)
    return token._replace(value=(year, month, day))


def _iso_month(token: Token) -> Token:
    return token._replace(value=(max(token.value), min(token.value)))


def _two_years(token: Token) -> Token:
    # six digits, as the DfE writes them, are one number
    first, second = token.value if len(token.value) > 1 else divmod(token.value[0], 100)
    if consecutive(first, second):
        return token._replace(value=(first, second))
    if " " in token.text:  # 31 March 2018 - 31 March 2019
        return _only_first(token, "y", 4)
    if len(token.text) == len("2018-12") and token.text[4] == "-" and 1 <= second <= 12:
        return token._replace(kind="I")
    return _nothing(token)


def _two_short_years(token: Token) -> Token:
    first, second = token.value
    if consecutive(first, second):
        kind = "s" if "/" in token.text else "t"
        return token._replace(kind=kind, value=(full_year(first), second))
    return _only_first(token, "n", 2) if " " in token.text else _nothing(token)


def _year_and_note(token: Token) -> Token:
    year = token.value[0] // 10
    return token._replace(value=(year,)) if 1980 <= year <= 2060 else _nothing(token)


def _glued(token: Token) -> Token:
    first, second = divmod(token.value[0], 100)
    glued = consecutive(first, second)
    return token._replace(value=(full_year(first),)) if glued else _nothing(token)


def _quarter(token: Token) -> Token:
    if token.value:
        return token
    words = token.text.split(" ")
    number = next(n for w in words if (n := _ROMANS.get(w.rstrip(".")) or number_of_word(w)))
    return token._replace(value=(number,))


def _half(token: Token) -> Token:
    second = re.fullmatch(any_of(lexicon().times.second_halves), token.text) is not None
    return token._replace(value=(2 if second else 1,))


def _month_number(token: Token) -> Token:
    if not 1 <= token.value[0] <= 12:
        return _nothing(token)
    return token


def _month(token: Token) -> Token:
    month = month_of_word(token.text.rstrip("."))
    assert month is not None  # the pattern is made of these words
    return token._replace(value=(month,))


_READERS: dict[str, Callable[[Token], Token]] = {
    "D": _date, "I": _iso_month, "f": _two_years, "s": _two_short_years, "v": _year_and_note,
    "g": _glued, "q": _quarter, "h": _half, "p": _month_number, "P": _month_number, "m": _month,
}  # fmt: skip


def consecutive(first: int, second: int) -> bool:
    """Whether two years follow one another: 2018 and 19, 2018 and 2019, 99 and 00."""
    return (first + 1) % 100 == second % 100 and (second < 100 or second == first + 1)


def full_year(year: int) -> int:
    """The year of two digits: 18 is 2018, 98 is 1998."""
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)
