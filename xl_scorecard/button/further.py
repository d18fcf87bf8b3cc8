"""The further buttons: each an add-in file of its own, with the same VBA as the first.

The macro imports the module named like its file, so that a button needs no VBA of its own; what it
calls is a function of `xl_scorecard.button`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_scorecard.button.ribbon_words import ABOUT, ACCEPT, CHECK, CLEAR, NEXT, PERIOD, Button
from xl_scorecard.errors import UsageError

ALL = "all"


@dataclass(frozen=True)
class Further:
    """A button besides Refresh: its word, how it looks, and the function that it calls."""

    word: str
    button: Button
    calls: str

    @property
    def name(self) -> str:
        """What its add-in and its module are called."""
        return f"xl_scorecard_{self.word}"

    @property
    def module(self) -> bytes:
        """The module that its macro imports."""
        return (
            f'"""What the button {self.button.id} runs; '
            'written by `xl-scorecard button install`."""\n\n'
            f"from xl_scorecard.button import {self.calls} as main\n"
        ).encode()


ALWAYS = Further("clear", CLEAR, "main_clear")
FURTHER = (
    ALWAYS,
    Further("check", CHECK, "main_check"),
    Further("next", NEXT, "main_next"),
    Further("accept", ACCEPT, "main_accept"),
    Further("period", PERIOD, "main_period"),
    Further("about", ABOUT, "main_about"),
)


def chosen(words: Sequence[str]) -> list[Further]:
    """Clear, and the buttons by their words; raises UsageError for one that there is not."""
    there = {further.word: further for further in FURTHER}
    for word in words:
        if word not in there and word != ALL:
            raise UsageError(
                f"--with {word}: there is no such button; the words are "
                f"{', '.join(there)} and {ALL}"
            )
    return [further for further in FURTHER
            if further is ALWAYS or ALL in words or further.word in words]  # fmt: skip
