"""Number formats: the built-in ones by id, and what a format does to a number."""

from __future__ import annotations

import re
from functools import lru_cache

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    49: "@",
}  # fmt: skip
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))


def format_code(number_format_id: int, custom: dict[int, str]) -> str:
    """The code of a number format id; General for ids nobody defines."""
    return custom.get(number_format_id) or BUILT_IN.get(number_format_id, "General")


@lru_cache(maxsize=1024)
def is_date(number_format_id: int, code: str) -> bool:
    """Whether a number with this format is shown as a date (times of day count as dates)."""
    if number_format_id in _DATES:
        return True
    bare = _letters(code)
    return re.search(r"[dmyhs]", bare, re.IGNORECASE) is not None and "General" not in bare


def shows_month_alone(code: str) -> bool:
    """Whether a format shows the month and year of a date and not its day: `mmm-yy`."""
    letters = set(_letters(code).casefold())
    return {"m", "y"} <= letters and not letters & set("dhs")


def _letters(code: str) -> str:
    """A format's own letters, without those in quotes, brackets and the like."""
    return re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", code.partition(";")[0])


@lru_cache(maxsize=1024)
def is_elapsed(code: str) -> bool:
    """Whether a format shows how long something took: `[h]:mm:ss`, `mm:ss`, `h:mm`; a time of
    the day is shown so too, but with AM or PM or beside its date it is none."""
    first = re.sub(r'"[^"]*"|\\.|_.|\*.', "", code.partition(";")[0])
    if re.search(r"am/pm|a/p|general", first, re.IGNORECASE):
        return False
    if counts_on(code):
        return True
    bare = re.sub(r"\[[^\]]*\]", "", first)
    return re.search(r"[hs]", bare, re.IGNORECASE) is not None and not re.search(
        r"[dy]", bare, re.IGNORECASE
    )


@lru_cache(maxsize=1024)
def counts_on(code: str) -> bool:
    """Whether a format counts hours, minutes or seconds on beyond a day: `[h]:mm`."""
    return re.search(r"\[(?:h+|m+|s+)\]", code, re.IGNORECASE) is not None


@lru_cache(maxsize=1024)
def is_percent(code: str) -> bool:
    """Whether a number with this format is shown times 100 with a percent sign."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


@lru_cache(maxsize=1024)
def decimals_shown(code: str) -> int | None:
    """How many decimals a format shows, or None where it shows as many as there are."""
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.partition(";")[0])
    if "0" not in bare and "#" not in bare:
        return None
    match = re.search(r"\.([0#?]+)", bare)
    return len(match[1]) if match else 0
