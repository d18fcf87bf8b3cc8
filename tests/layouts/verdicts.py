"""How a reading is judged: right, partly right with all else said, or silently wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

ASPECTS = (
    "refusal", "period", "rows", "name", "value", "previous", "target", "polarity", "unit",
    "rating", "missed findings", "false findings", "questions", "refresh",
)  # fmt: skip
"""All that is judged; "questions" are those about the whole that a person would not ask."""


class Verdict(StrEnum):
    RIGHT = "right"
    PARTLY = "partly"
    """Not as a person would have it, but nothing is wrong without a word: a question in the draft,
    a finding or a refusal says it; or a slip was not found, an error found where there is none."""
    SILENT = "silent"
    """Not what a person reads, and nothing says so."""


@dataclass(frozen=True)
class Judged:
    aspect: str
    verdict: Verdict
    who: str = ""
    why: str = ""


@dataclass(frozen=True)
class Score:
    """All that was judged of one workbook."""

    seed: int
    layout: str
    features: frozenset[str]
    judged: tuple[Judged, ...]

    @property
    def verdict(self) -> Verdict:
        return worst([one.verdict for one in self.judged])


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    for verdict in (Verdict.SILENT, Verdict.PARTLY):
        if verdict in verdicts:
            return verdict
    return Verdict.RIGHT
