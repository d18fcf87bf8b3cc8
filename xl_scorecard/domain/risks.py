"""Registers of risks: how likely each is, how bad it would be, and what the two come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Score(NamedTuple):
    """A number in a cell, `cell` being its reference."""

    cell: str
    number: float

    @property
    def words(self) -> str:
        """As it is written: `12`."""
        return f"{self.number:.12g}"


class Level(NamedTuple):
    """A word for how high a risk is, as typed, and its `rank`: the higher, the worse."""

    cell: str
    word: str
    rank: int


class Told(NamedTuple):
    """A text in a cell, such as who owns a risk."""

    cell: str
    text: str


@dataclass(frozen=True)
class Risk:
    """A risk; None stands for what is not given as a number, or as a known word.

    `before` is the score of the time before, `movement` what the sheet says of it since.
    """

    row: int
    name: str
    likelihood: Score | None = None
    impact: Score | None = None
    score: Score | None = None
    level: Level | None = None
    before: Score | None = None
    movement: Told | None = None
    owner: Told | None = None

    @property
    def product(self) -> float | None:
        """Likelihood times impact."""
        if self.likelihood is None or self.impact is None:
            return None
        return self.likelihood.number * self.impact.number


@dataclass(frozen=True)
class RiskRegister:
    """The risks of one sheet under one heading of scores.

    `factored` says that it has columns of likelihood and impact; `ranges` which scores a word
    stands for, where the sheet says so, by the word in small letters.
    """

    sheet: str
    risks: tuple[Risk, ...]
    factored: bool
    ranges: Mapping[str, tuple[int, int]]
