"""Headings without what they say of time: `Target 2023/24`, `Jan plan`."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, like_month, month_name


def timeless(words: str) -> str:
    """A heading for look-up without the periods that it names, and no punctuation at its ends."""
    bare = _time().sub(" ", _span().sub(" ", words))
    return re.sub(r"\s+", " ", bare).strip(" .:-*,()")


@cache
def _span() -> re.Pattern[str]:
    """A month without a year at either end of a heading, or several: `Jan plan`, `Goal Apr-Dec`."""
    month = rf"{month_name()}\.?"
    to = any_word(("-", "–", "/", *lexicon().numbers.to, *lexicon().times.until))
    months = rf"{month}(?:[ '-]*\d{{2,4}})?(?:\s*{to}\s*{month})?"
    numbered = rf"{any_word(lexicon().times.month_letters)}\.? ?(?:0?[1-9]|1[0-3])"
    return re.compile(rf"^(?:{months}|{numbered})(?=\s)|(?<=\s)(?:{months}|{numbered})(?=\s|$)")


@cache
def _time() -> re.Pattern[str]:
    # "median 2017" begins as the Welsh for September does
    times = lexicon().times
    quarter = any_word((*times.lengths[3], *times.quarter_letters))
    return re.compile(
        rf"\b(?:{quarter}\.?\s*[1-4]|(?:19|20)\d\d(?:\s*[/-]\s*\d{{2,4}})?|\d\d/\d\d|"
        rf"(?!{any_of(lexicon().pieces['mean'])}\b){like_month()}[ '-]*\d{{2,4}})\b"
    )
