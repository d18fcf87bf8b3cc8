"""The words and letters scorecards use for "good is"."""

from __future__ import annotations

import re

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
    "ñ": Polarity.HIGH, "ò": Polarity.LOW,  # Wingdings arrows, as typed
}  # fmt: skip
_PATTERNS = (
    (
        re.compile(r"\b(for information|information only|contextual|no polarity)\b"),
        Polarity.NEITHER,
    ),
    (
        re.compile(r"\b(close to|on target|to plan|plan is|mid ?point|within range)\b"),
        Polarity.PLAN,
    ),
    (re.compile(r"\b(bigger|higher|high|more|increase|maximise|greater|rise)\b"), Polarity.HIGH),
    (re.compile(r"\b(smaller|lower|low|less|fewer|decrease|minimise|reduce|fall)\b"), Polarity.LOW),
)


def parse_polarity(text: str) -> Polarity | None:
    """The polarity that a word, letter or arrow means, or None where it means none.

    Words from Kent (H/L/T), Rotherham, Cumbria, Gloucestershire and DfE's LAIT.
    """
    cleaned = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip().casefold()
    if cleaned in _EXACT:
        return _EXACT[cleaned]
    found = [polarity for pattern, polarity in _PATTERNS if pattern.search(cleaned)]
    return found[0] if found else None
