"""What officers type to judge a figure: a standing, an arrow."""

from __future__ import annotations

from enum import Enum, StrEnum


class Standing(StrEnum):
    """What a typed rating says, whatever bands a rule set has.

    A pair of colours is between them: A/R of the five-point delivery confidence (DfT, IPA).
    """

    GREEN = "green"
    YELLOW = "yellow"
    AMBER = "amber"
    RED = "red"
    MET = "met"
    NEAR = "near"
    MISSED = "missed"


class Arrow(Enum):
    """Where an arrow points; whether it means the number or its worth differs by council."""

    UP = 1
    DOWN = -1
    LEVEL = 0
