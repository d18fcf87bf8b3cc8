"""Numbers as people type them into cells: `80.9 %`, `£1.2m`, `1 806`, `(12)`, `1:5`."""

from __future__ import annotations

import re

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?"
"""Digits with or without thousands separators; also matches nothing at all."""

_AMOUNT = re.compile(
    rf"(?P<sign>[-+–]\s?)?(?P<currency>[£€$])?\s*(?P<inner>[-+])?(?P<number>{NUMBER})\s*"
    r"(?P<scale>k|m|bn|million|thousand|billion)?\s*(?P<percent>%|percent|per cent)?",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_ACCOUNTED = re.compile(r"(?P<currency>[£€$]?)\s*\((?P<amount>[^()+–-]+)\)\s*(?P<percent>%?)")
_RATIO = re.compile(rf"(?P<one>{NUMBER})\s*(?::|to)\s*(?P<other>{NUMBER})", re.IGNORECASE)
_SEEN_AS = str.maketrans(
    {"\u2212": "-", "\ufe63": "-", "\uff0d": "-", "\u2011": "-"}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad")
)


def plain(text: str) -> str:
    """Text as it is seen: one kind of space and minus sign, nothing invisible, no apostrophe."""
    return " ".join(text.translate(_SEEN_AS).split()).lstrip("'’").lstrip()


def parse_number(text: str) -> tuple[float, bool] | None:
    """A number as text: its value (percentages as fractions) and whether it had a percent sign.

    `80.9 %` is (0.809, True), `£1.2m` (1200000.0, False), `(12)` (-12.0, False) as accountants
    write it. None where the text is not one number.
    """
    cleaned = plain(text)
    if accounted := _ACCOUNTED.fullmatch(cleaned):
        found = parse_number(accounted["currency"] + accounted["amount"] + accounted["percent"])
        return None if found is None else (-found[0], found[1])
    match = _AMOUNT.fullmatch(cleaned)
    if match is None or not any(ch.isdigit() for ch in match["number"]):
        return None
    value = float(match["number"].replace(",", "").replace(" ", ""))
    if match["scale"]:
        value *= _SCALES[match["scale"].lower()]
    signs = f"{match['sign'] or ''}{match['inner'] or ''}".strip()
    if len(signs) > 1:
        return None
    if signs in ("-", "–"):
        value = -value
    if match["percent"]:
        return round(value / 100, 12), True
    return value, False


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
    match = _RATIO.fullmatch(plain(text))
    if match is None or not match["one"] or not match["other"]:
        return None
    one, other = parse_number(match["one"]), parse_number(match["other"])
    if one is None or other is None or other[0] == 0:
        return None
    return round(one[0] / other[0], 12)


_TIMES_BUT_DAYS = re.compile(
    r"\D*\d[\d.,\s–-]*(?:hours?|hrs?|minutes?|mins?|weeks?|wks?|months?|mths?|years?|yrs?)\b",
    re.IGNORECASE,
)


def counts_other_than_days(text: str) -> bool:
    """Whether a time is in weeks, hours and the like alone: `6 weeks` among days is not 6."""
    return _TIMES_BUT_DAYS.match(text) is not None and "day" not in text.casefold()


def decimals_typed(text: str) -> int:
    """How many decimals a number was typed with; none of `£1.2m`, which is in whole pounds."""
    if re.search(r"\d\s*(k|m|bn|million|thousand|billion)\b", text, re.IGNORECASE):
        return 0
    match = re.search(r"\.(\d+)", text)
    return len(match[1]) if match else 0
