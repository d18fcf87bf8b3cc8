"""Numbers as people type them into cells: `80.9 %`, `£1.2m`, `1 806`, `(12)`, `1:5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from xl_scorecard.domain.lexicon import LETTER, all_words, any_of, any_word, lexicon, scale_of_word
from xl_scorecard.domain.lexicon.signs import CURRENCIES, STAR

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?"
"""Digits with or without thousands separators; also matches nothing at all."""
NOUN = rf"(?:{LETTER}(?:{LETTER}|[ '’/-])+|[a-z])"
"""What a number may count. A lone letter with an accent is likelier an arrow without its font."""

_ACCOUNTED = re.compile(
    rf"(?P<currency>[{CURRENCIES}]?)\s*\((?P<amount>[^()+–-]+)\)\s*(?P<percent>%?)"
)
_SEEN_AS = str.maketrans(
    {"\u2212": "-", "\ufe63": "-", "\uff0d": "-", "\u2011": "-"}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad")
)


def plain(text: str) -> str:
    """Text as it is seen: one kind of space and minus sign, nothing invisible, no apostrophe."""
    return " ".join(text.translate(_SEEN_AS).split()).lstrip("'’").lstrip()


_COMMA = re.compile(
    r"(?<![\d.,])(?:(?P<dotted>\d{1,3}(?:[ .]\d{3})+),(?P<more>\d{1,2})|(?P<none>0),(?P<below>\d+)|"
    r"(?P<share>\d+),(?P<part>\d{1,2})(?= ?%))(?![\d.,])"
)


def with_point(text: str) -> str:
    """Text with a decimal comma as a point: `12,5 %` is 12.5 %, and `1.234,50` 1234.50. Three
    digits behind a comma are thousands, and one or two alone may be a slip in these."""
    match = _COMMA.search(text)
    if match is None:
        return text
    whole, part = (found for found in match.groups() if found is not None)
    return f"{text[: match.start()]}{re.sub('[ .]', '', whole)}.{part}{text[match.end() :]}"


_BARE_COMMA = re.compile(r"(?<![\d.,])(?P<whole>\d+),(?P<part>\d{1,2})(?![\d.,])")


def has_decimal_commas(texts: Sequence[str]) -> bool:
    """Whether texts of one row have decimal commas: two at least, and no comma or point that is
    something else."""
    marked = [text for text in texts if "," in text or "." in text]
    return len(marked) > 1 and all(_BARE_COMMA.search(t) and "." not in t for t in marked)


def with_bare_point(text: str) -> str:
    """Text of a row that has decimal commas, with a point: `8,5` is 8.5."""
    return _BARE_COMMA.sub(r"\g<whole>.\g<part>", text)


_DIGIT = re.compile(r"\d")


def parse_number(text: str) -> tuple[float, bool] | None:
    """A number as text: its value (percentages as fractions) and whether it had a percent sign.

    `80.9 %` is (0.809, True), `£1.2m` (1200000.0, False), `(12)` (-12.0, False) as accountants
    write it. None where the text is not one number.
    """
    if _DIGIT.search(text) is None:
        return None
    cleaned = with_point(plain(text))
    if accounted := _ACCOUNTED.fullmatch(cleaned):
        found = parse_number(accounted["currency"] + accounted["amount"] + accounted["percent"])
        return None if found is None else (-found[0], found[1])
    match = _amount().fullmatch(cleaned)
    if match is None or not any(ch.isdigit() for ch in match["number"]):
        return None
    value = float(match["number"].replace(",", "").replace(" ", ""))
    value *= scale_of_word((match["scale"] or "").lower()) or 1
    signs = f"{match['sign'] or ''}{match['inner'] or ''}".strip()
    if len(signs) > 1:
        return None
    if signs in ("-", "–"):
        value = -value
    if match["percent"]:
        return round(value / 100, 12), True
    return value, False


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<sign>[-+–]\s?)?(?P<currency>[{CURRENCIES}])?\s*(?P<inner>[-+])?(?P<number>{NUMBER})\s*"
        rf"(?P<scale>{_scale()})?\s*(?P<percent>%|{any_word(lexicon().numbers.percent)})?",
        re.IGNORECASE,
    )


def _scale() -> str:
    return any_word(all_words(lexicon().numbers.scales))


_LOOKALIKES = str.maketrans("OoIl", "0011")


def mistyped_number(text: str) -> tuple[float, bool] | None:
    """The number that letters O and l stand in for 0 and 1 of: `8O%`, `l2`, a lone `O`.

    Beside other letters there must be a digit: `OK` is no 0 thousand.
    """
    cleaned = plain(text)
    digits = any(ch.isdigit() for ch in cleaned)
    if parse_number(cleaned) is not None or not (digits or set(cleaned) <= set("OoIl%")):
        return None
    return parse_number(cleaned.translate(_LOOKALIKES))


def parse_ratio(text: str) -> float | None:
    """`1:5` as a ratio, 0.2: councils write staff to children, the first per one of the second."""
    match = _ratio().fullmatch(plain(text))
    if match is None or not match["one"] or not match["other"]:
        return None
    one, other = parse_number(match["one"]), parse_number(match["other"])
    if one is None or other is None or other[0] == 0:
        return None
    return round(one[0] / other[0], 12)


@cache
def _ratio() -> re.Pattern[str]:
    to = any_word((":", *lexicon().numbers.to))
    return re.compile(rf"(?P<one>{NUMBER})\s*{to}\s*(?P<other>{NUMBER})", re.IGNORECASE)


def parse_one_in(text: str) -> float | None:
    """`1 in 6` as a ratio."""
    match = _one_in().fullmatch(plain(text))
    if match is None or not float(match["all"]):
        return None
    return round(float(match["one"]) / float(match["all"]), 12)


@cache
def _one_in() -> re.Pattern[str]:
    in_ = any_word((*lexicon().numbers.in_, "in every"))
    return re.compile(rf"(?P<one>\d+(?:\.\d+)?) {in_} (?P<all>\d+(?:\.\d+)?)", re.IGNORECASE)


def parse_place(text: str) -> float | None:
    """A place in an order, `14th` or `14th out of 152`, as its number; `4.6★` as its stars."""
    match = _place().fullmatch(plain(text))
    return None if match is None else float(match["number"])


@cache
def _place() -> re.Pattern[str]:
    endings = any_word(lexicon().times.ordinal_endings)
    of = any_word(("/", *lexicon().numbers.of))
    return re.compile(
        rf"(?P<number>\d+(?:\.\d+)?)(?:{endings}(?:\s*{of}\s*\d+)?|\s?[{STAR}☆*]+)", re.IGNORECASE
    )


@cache
def two_numbers() -> re.Pattern[str]:
    """`40-60`, `95-98%`, `£40 to £60`, `8 days to 9 days`: `low` to `high`, each with its percent
    sign."""
    words = lexicon().numbers
    to = any_word(("-", "–", "—", *words.to, *words.and_))
    return re.compile(
        rf"(?:{any_word(words.from_)}\s+)?(?P<sign>[{CURRENCIES}]?)(?P<low>{NUMBER})\s*"
        rf"(?P<one>%?)(?:\s*(?P<noun>{LETTER}{{3,}}(?:\s{LETTER}+)?))?\s*{to}\s*(?P=sign)"
        rf"(?P<high>{NUMBER})\s*(?P<two>%?)(?(noun)\s*(?P=noun))",
        re.IGNORECASE,
    )


def counts_other_than_days(text: str) -> bool:
    """Whether a time is in weeks, hours and the like alone: `6 weeks` among days is not 6."""
    other_times, days = _times()
    return other_times.match(text) is not None and days.search(text) is None


@cache
def _times() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon().numbers
    return (
        re.compile(rf"\D*\d[\d.,\s–-]*{any_of(words.other_times)}\b", re.IGNORECASE),
        re.compile(any_of(words.days), re.IGNORECASE),
    )


def has_scale_word(text: str) -> bool:
    """Whether a number has its thousands or millions with it: `£1.2m`."""
    return _scaled().search(text) is not None


def decimals_typed(text: str) -> int:
    """How many decimals a number was typed with; none of `£1.2m`, which is in whole pounds."""
    if has_scale_word(text):
        return 0
    match = re.search(r"\.(\d+)", with_point(text))
    return len(match[1]) if match else 0


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(rf"\d\s*{_scale()}\b", re.IGNORECASE)
