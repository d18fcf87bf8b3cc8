"""The words and letters scorecards use for "good is"."""

from __future__ import annotations

import re

from xl_scorecard.domain.arrow_words import Arrow, as_seen, parse_arrow
from xl_scorecard.domain.indicator import Polarity

_EXACT = {
    "h": Polarity.HIGH, "high": Polarity.HIGH, "higher": Polarity.HIGH, "bigger": Polarity.HIGH,
    "up": Polarity.HIGH, "increase": Polarity.HIGH, "more": Polarity.HIGH, "max": Polarity.HIGH,
    "maximise": Polarity.HIGH, "ascending": Polarity.HIGH, "↑": Polarity.HIGH, "▲": Polarity.HIGH,
    "l": Polarity.LOW, "low": Polarity.LOW, "lower": Polarity.LOW, "smaller": Polarity.LOW,
    "down": Polarity.LOW, "decrease": Polarity.LOW, "less": Polarity.LOW, "min": Polarity.LOW,
    "minimise": Polarity.LOW, "descending": Polarity.LOW, "↓": Polarity.LOW, "▼": Polarity.LOW,
    "fewer": Polarity.LOW,
    "t": Polarity.PLAN, "plan": Polarity.PLAN, "to plan": Polarity.PLAN, "goal post": Polarity.PLAN,
    "goldilocks": Polarity.PLAN, "stay close to target": Polarity.PLAN,
    "neither": Polarity.NEITHER, "info": Polarity.NEITHER, "i": Polarity.NEITHER,
    "information": Polarity.NEITHER, "information only": Polarity.NEITHER, "-": Polarity.NEITHER,
    "–": Polarity.NEITHER, "n/a": Polarity.NEITHER, "na": Polarity.NEITHER,
    "neutral": Polarity.NEITHER, "none": Polarity.NEITHER, "context": Polarity.NEITHER,
    "monitor": Polarity.NEITHER, "delivery": Polarity.NEITHER, "monitoring": Polarity.NEITHER,
    "+": Polarity.HIGH, "target": Polarity.PLAN, "range": Polarity.PLAN,
    # Wingdings letters that lost their font: nothing else is meant where good is asked for
    "ñ": Polarity.HIGH, "ò": Polarity.LOW, "é": Polarity.HIGH, "ê": Polarity.LOW,
}  # fmt: skip
_PATTERNS = (
    (
        Polarity.NEITHER,
        re.compile(
            r"\b(?:for info(?:rmation)?|info(?:rmation)? only|context(?:ual)?|no polarity|"
            r"monitor(?:ing)? only|not applicable|neutral|neither)\b"
        ),
    ),
    (
        Polarity.PLAN,
        re.compile(
            r"\b(?:close(?:st|r)? to|on target|to (?:plan|target)|plan is|mid ?point|middle|"
            r"(?:with)?in (?:a )?range|(?:stay|remain|keep)s? (?:the same|stable|steady|level)|"
            r"maintain)\b"
        ),
    ),
)
_HIGH = re.compile(
    r"\b(?:bigger|big|higher|highest|high|more|increas(?:e|es|ed|ing)|maximi[sz]e|maximum|greater|"
    r"larger|large|rise|rising|up|upwards?)\b"
)
_LOW = re.compile(
    r"\b(?:smaller|small|lower|lowest|low|less|fewer|decreas(?:e|es|ed|ing)|minimi[sz]e|minimum|"
    r"reduc(?:e|es|ed|ing|tion)|fall|falling|down|downwards?|shorter)\b"
)
_BAD = re.compile(r"\b(?:bad|worse|worst|poor|poorer)\b")
_MEANT = {Arrow.UP: Polarity.HIGH, Arrow.DOWN: Polarity.LOW}


def parse_polarity(text: str, font: str | None = None) -> Polarity | None:
    """The polarity that a word, letter or arrow means, or None where it means none.

    Words from Kent (H/L/T), Rotherham, Cumbria, Gloucestershire and DfE's LAIT. An arrow may be
    a letter in a symbol font; `-` is LAIT's "neither", also beside `+`.
    """
    cleaned = " ".join(as_seen(text, font).split()).casefold()
    if cleaned in _EXACT:
        return _EXACT[cleaned]
    for polarity, pattern in _PATTERNS:
        if pattern.search(cleaned):
            return polarity
    high, low = _HIGH.search(cleaned) is not None, _LOW.search(cleaned) is not None
    if high and low:
        return None
    if high or low:
        good_is_high = high != (_BAD.search(cleaned) is not None)  # "high is bad"
        return Polarity.HIGH if good_is_high else Polarity.LOW
    arrow = parse_arrow(text, font)
    return _MEANT.get(arrow) if arrow is not None else None
