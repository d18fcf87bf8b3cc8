"""Headings taken apart: the quarters, years, months and other words of time in a text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

OTHER = "?"
DASH = "-"
FILLER = "_"
ROLLING, TO_DATE, SNAPSHOT = "R", "T", "S"
ACADEMIC, FINANCIAL, YEAR_END, WHOLE_YEAR = "A", "Z", "E", "W"
QUARTER_END = "K"
RELATIVE = "L"
YEARS = "fstygn"
"""Kinds of year: `_TOKENS` shows each."""
TIME = "qhpPmdDI" + YEARS + "v"
"""Kinds that stand for a time; what stands beside them says which time is meant."""
_GAP = " "
_CENTURY = r"(?:19|20)\d\d"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = ("first", "second", "third", "fourth")
_CARDINALS = ("one", "two", "three", "four")
_QUARTER = r"(?:quarter|qtr|qrt)"
_ENDING = r"(?:ending|ended|end|to)"
_UNIT = r"(?:qrt|qtr|quarter|month|mth|period|year)"


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


# (kind, pattern), the first that fits wins; each word ends where the letters end
_TOKENS = (
    (FILLER, r"\((?:red|amber|green)\)"),  # "Half year performance and rating (RED) (GREEN)"
    (_GAP, r"[\s,;:.\[\])/'|_]+|\("),
    # dates: 2018-12-31, 31/12/2018, 31.12.2018
    ("D", rf"{_CENTURY}(?:-\d\d-|/\d\d/)\d\d(?!\d)(?:[ t]\d\d:\d\d(?::\d\d)?)?"),
    ("D", r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\d.])|\d{1,2}-\d{1,2}-\d{4}(?!\d)"),
    ("I", rf"{_CENTURY} ?-?m(?:0?[1-9]|1[0-2])(?!\d)|(?:0?[1-9]|1[0-2])[/-]{_CENTURY}(?![\d/-])"),
    # years: f 2018/19, s 18/19, t 18-19, y 2018, g 1819, n 18, v 20165 (2016 and a footnote)
    ("f", rf"{_CENTURY} ?[/-] ?(?:{_CENTURY}|\d\d)(?![\d/])|{_CENTURY}\d\d(?!\d)"),
    ("s", r"\d\d ?[/-] ?\d\d(?!\d|[/-]\d)"),
    ("v", rf"{_CENTURY}\d(?!\d)"),
    ("y", rf"(?:yr ?)?{_CENTURY}(?!\d)"),
    ("g", r"\d{4}(?!\d)"),
    ("q", rf"(?:{_QUARTER}|q)\.? ?[1-4](?!\d)|[1-4]q(?![a-z])"),
    ("q", r"quarter (?:one|two|three|four)(?![a-z])"),
    ("q", rf"(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth) {_QUARTER}(?![a-z])"),
    ("h", r"h[12](?!\d)|half[ -]?year(?:ly)?(?: [12](?!\d))?(?![a-z])|mid[ -]year(?![a-z])"),
    ("h", r"(?:first|1st|second|2nd) half(?:[ -]year)?(?![a-z])"),
    ("P", r"(?:month|period|mth) ?\d{1,2}(?!\d)"),  # of the financial year
    ("p", r"[mp]\d{1,2}(?!\d)"),
    ("m", (r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
           r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?![a-z])")),
    # bases
    (QUARTER_END, rf"(?:{_QUARTER}|(?:3|three) (?:months?|mths?)) {_ENDING}(?![a-z])"),
    (ROLLING, (r"(?:r12m?|rolling (?:12|twelve)[ -]?(?:months?|mths?|m)|rolling (?:year|annual)|"
           r"(?:12|twelve)[ -]?(?:months?|mths?|m) (?:rolling|to|ending|ended))(?![a-z])")),
    (TO_DATE, r"(?:f?ytd|ftytd|year[ -]to[ -]date|to date|cumulative|cum)(?![a-z])"),
    (SNAPSHOT, r"snapshot(?![a-z])"),
    # which kind of year
    (ACADEMIC, r"(?:academic (?:year|yr)|acad\.? (?:year|yr)|school year|ay)(?![a-z])"),
    (FINANCIAL, r"(?:financial (?:year|yr)|fye?)(?![a-z])"),
    (YEAR_END, r"(?:year[ -]end(?:ing|ed)?|y/?e|eoy|year to)(?![a-z])"),
    (WHOLE_YEAR, r"(?:full[ -](?:year|yr)|annual|calendar year|baseline|year)(?![a-z])"),
    (RELATIVE, rf"(?:this|current|latest|last|previous|prev|prior) {_UNIT}(?![a-z])"),
    (RELATIVE, (rf"(?:same {_UNIT} (?:last|previous) year|latest|current|previous|most recent|"
                r"[lt]q|py)(?![a-z])|- ?\d+ ?(?:mth|month|qtr|quarter|yr|year)s?(?![a-z])")),
    (OTHER, rf"(?:\d+|six|nine) (?:months?|mths?) {_ENDING}(?![a-z])"),
    (FILLER, rf"(?:months?|mths?) {_ENDING}(?![a-z])|\(?(?:final|(?:un)?validated)\)?(?![a-z])"),
    (FILLER, (r"(?:actuals?|act|outturn|performance|perf|results?|values?|data|position|figures?|"
              r"and (?:rag )?(?:rating|status)|as at|as of|at|end of|end|for|the|in|of|months?|"
              r"rate|only)(?![a-z])")),
    (DASH, r"-|to(?![a-z])|until(?![a-z])"),
    ("d", r"\d{1,2}(?:st|nd|rd|th)(?![a-z])|\d(?!\d)"),
    ("n", r"\d\d(?!\d)"),
    (OTHER, r"[^\W\d_][^\W_]*|\d+|."),
)  # fmt: skip
_TOKEN = re.compile("|".join(f"({pattern})" for _, pattern in _TOKENS))
_DIGITS = re.compile(r"\d+")
_KINDS = tuple(kind for kind, _ in _TOKENS)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Heading text for comparison: lower case, plain spaces and dashes, no footnote marks."""
    text = text.replace("\u00a0", " ").casefold()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").replace("\u2018", "'")
    text = re.sub(r"\[(?:note|yr)\s*\d+\]|\[[a-z]\]|\((?:p|r|provisional|revised)\)", " ", text)
    text = re.sub(r"[*†‡]+\s*$|^\s*[*†‡]+", " ", text)
    text = re.sub(r"\bfy(?=['\d])", "fy ", text)
    return re.sub(r"\s+", " ", text).strip()


def without_notes(words: str) -> str:
    """Tidy text without the notes and marks that follow a period: `2018/19 (1)`, `2018/19p`."""
    words = re.sub(r"[*†‡#^¹²³⁴-⁹]+|[(\[]\d[)\]]|(?<=\d) ?[pr]$", " ", words)
    return re.sub(r"\s+", " ", words).strip()


def tokens_in(words: str) -> Iterator[Token]:
    """The words of time in a tidy text, in order; whatever else it says is of kind `OTHER`."""
    at = 0
    while at < len(words):
        match = _TOKEN.match(words, at)
        assert match is not None  # every character is of some kind
        kind = _KINDS[(match.lastindex or 0) - 1]
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
    first, *_, last = token.text.split(" ")
    number = _CARDINALS.index(last) if last in _CARDINALS else _ORDINALS.index(first)
    return token._replace(value=(number + 1,))


def _half(token: Token) -> Token:
    if token.value:
        return token
    return token._replace(value=(2 if token.text.startswith("second") else 1,))


def _month_number(token: Token) -> Token:
    if not 1 <= token.value[0] <= 12:
        return _nothing(token)
    return token


def _month(token: Token) -> Token:
    return token._replace(value=(_MONTHS.index(token.text[:3]) + 1,))


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
