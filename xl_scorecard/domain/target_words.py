"""The words around a target's figure, and words that say there is no target."""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_scorecard.domain.indicator import Polarity

# Cumbria, Blackburn and Rotherham write these where a measure has no target.
_NONE = re.compile(
    r"[-–—.*?]+|none(?: set)?|no(?: set| specific| formal)? target(?:\b.*)?|not set|not targeted|"
    r"n\.?/?a\.?(?:\W.*)?|not applicable.*|tb[acds]\b.*|to be (?:set|agreed|confirmed|determined|"
    r"decided|advised|developed|established|baselined).*|awaiting .*|awaited|pending|"
    r"(?:for )?(?:monitor(?:ing|ed)?|information|info|context)(?: only| purposes(?: only)?)?|"
    r"measure for information|contextual(?: measure| only)?|"
    r"update on progress|progress update|trend(?: only)?|track(?:ing|er|ed)?(?: only)?|"
    r"(?:activity|volume|volumetric|demand|workload|data|reference|report(?:ing|ed)?|local)"
    r"(?: measure| indicator| only)?|"
    r"(?:new|baseline|baselining)(?: (?:measure|indicator|year|to be set|data))?(?: only)?|"
    r"establish(?:ing)? (?:a )?baseline|(?:set|setting) (?:a )?baseline|not yet (?:set|agreed)|"
    r"\[?[xz]\]?|under review|(?:in|under) development|untargeted|demand(?: led)?"
)
_LOW_BEFORE = (
    r"<=|≤|<|=<|at most|no more than|not more than|no higher than|not higher than|no greater than|"
    r"not (?:to )?exceed(?:ing)?|fewer than|less than|lower than|smaller than|under|below|up to|"
    r"within|max(?:imum)?(?: of)?|reduce to|reduction to|down to|or less than|<\s*or\s*="
)
_HIGH_BEFORE = (
    r">=|≥|>|=>|at least|no less than|not less than|no fewer than|not fewer than|no lower than|"
    r"more than|greater than|higher than|over|above|exceed(?:ing)?|min(?:imum)?(?: of)?|"
    r"increase to|up from|additional|an additional|a further|>\s*or\s*="
)
_BEFORE = re.compile(
    rf"(?:(?P<low>{_LOW_BEFORE})|(?P<high>{_HIGH_BEFORE}))(?![a-z])\s*(?:of\s+)?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"(?P<rest>.*\d\s*(?:%|percent|per cent|[a-z]+)?)\s*(?:"
    r"(?P<high>\+|(?:or|and) (?:above|more|higher|over|better|greater|upwards)|"
    r"minimum|min\.?|plus)|"
    r"(?P<low>(?:or|and) (?:below|less|fewer|lower|under)|maximum|max\.?))",
    re.IGNORECASE | re.DOTALL,
)
# "by March", "(annual)", "per annum": when or how often, no part of the figure
_WHEN = re.compile(
    r"\s*(?:[(\[](?:stretch[^()\[\]]*|[^()\[\]%£]*)[)\]]|"
    r"/\s*(?:yr|year|annum|quarter|qtr|month)|,?\s+(?:by|in|at|for|from|before|each|every|"
    r"per (?:year|annum|quarter|month)|p\.?a\.?|annually|a year|year[- ]end|overall|average|target|"
    r"of target)(?:\s.*)?)$",
    re.IGNORECASE | re.DOTALL,
)
# "Target: 95%", "National target 95%", "Q3 80%", "Green ≥80%"
_LABEL = re.compile(
    r"(?:(?:national|local|council|annual|year[- ]end)\s+)?(?:targets?|q[1-4]|green)\b\s*[:=]?\s*"
    r"(?=[\d<>≤≥£.])",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\d+ in \d+")
_COUNTED = re.compile(
    r"(?P<rest>.*(?:\d|%(?:\s+of(?=\s))?))\s+(?P<words>[a-z][a-z '’/-]*)", re.IGNORECASE | re.DOTALL
)
_SCALE = frozenset(("k", "m", "bn", "million", "thousand", "billion", "percent", "per cent"))
_OTHER_SENSE = re.compile(
    r"\b(?:average|avg|quartile|neighbours?|neighbors?|national|england|peers?|than|baseline|better|"
    r"previous|last|target|points?|pp|out|of|to|and|or|improve\w*|increase\w*|reduc\w*|decrease\w*|"
    r"above|below|over|under)\b",
    re.IGNORECASE,
)


def means_no_target(text: str) -> bool:
    """Whether words say that there is no target, or none yet: `No target`, `TBC`, `On-going`."""
    return not text.strip() or _NONE.fullmatch(" ".join(text.casefold().split())) is not None


class Worded(NamedTuple):
    """A target's figure without the words around it, the polarity that they give away, and the
    noun that it counts."""

    figure: str
    implies: Polarity | None
    counted: str = ""


def unworded(text: str) -> Worded:
    """`Fewer than 85` is 85 where low is good, `80% or above` 80% where high is; `93% by March`
    is 93% and `5 days` 5."""
    if _ONE_IN.fullmatch(text):
        return Worded(text, None)
    cleaned = _WHEN.sub("", _LABEL.sub("", text, count=1)).strip() or text
    for pattern in (_BEFORE, _AFTER):
        if match := pattern.fullmatch(cleaned):
            implies = Polarity.LOW if match["low"] else Polarity.HIGH
            return _of_noun(match["rest"].strip(), implies)
    return _of_noun(cleaned, None)


def _of_noun(text: str, implies: Polarity | None) -> Worded:
    """A figure apart from the noun it counts."""
    if text.casefold() in ("nil", "zero"):
        return Worded("0", implies)
    match = _COUNTED.fullmatch(text)
    if match is None or match["words"].casefold() in _SCALE or _OTHER_SENSE.search(match["words"]):
        return Worded(text, implies)
    return Worded(match["rest"].removesuffix("of").strip(), implies, match["words"].strip())
