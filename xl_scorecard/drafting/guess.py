"""What a draft says, how sure it is and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sure(StrEnum):
    """How sure a draft is of a value."""

    CERTAIN = "certain"  # the workbook says so
    LIKELY = "guess, likely"
    UNSURE = "guess, unsure"
    DECIDE = "DECIDE"  # only the officer can say; the value is an example and has no effect


@dataclass(frozen=True)
class Guess:
    """A value for the rule set, as it is written there, and the reason for it."""

    value: str
    sure: Sure
    why: str

    @property
    def remark(self) -> str:
        """The comment at the line's end."""
        return f"{self.sure}: {self.why}"


def quoted(text: str) -> str:
    """Words of the workbook within a reason, in quotes and not too long."""
    return f'"{text[:40]}..."' if len(text) > 43 else f'"{text}"'
