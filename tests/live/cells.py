"""What may stand in a cell of a scorecard, and a row of such cells with the rule about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Number:
    """A number; `percent` where its format shows it as a percentage, as Excel does of 5% typed."""

    value: Decimal
    percent: bool = False


@dataclass(frozen=True)
class Error:
    """An error value, left by a formula."""

    word: str = "#DIV/0!"


Content = Number | str | Error | None
"""What stands in a cell: text is a str, None a blank."""

FRACTION, HUNDRED = "fraction", "hundred"
"""How a row keeps its percentages: as 0.842 or as 84.2."""


@dataclass(frozen=True)
class Rule:
    """A rule about an indicator, its entries as they are written; None is left out."""

    id: str
    name: str
    section: str | None = None
    unit: str | None = None
    good_is: str | None = None
    basis: str | None = None
    target: str | dict[str, str] | None = None
    tolerance: str | None = None


@dataclass(frozen=True)
class Defaults:
    """The `defaults` of a rule set."""

    tolerance: str | None = None
    good_is: str | None = None


@dataclass(frozen=True)
class Row:
    """An indicator: its cells, the rule about it if there is one, and how it is kept.

    `unit` is the word of rule sets for what the row is in, wherever that is said. The figures are
    those of Q3 a year ago and of the four quarters since; the last is the reported one.
    """

    reference: str | int | None
    name: str
    section: str | None
    unit: str
    kept: str | None
    unit_cell: Content
    good_cell: Content
    target_cell: Content
    tolerance_cell: Content
    figures: tuple[Content, ...]
    rule: Rule | None
    places: int = field(default=0, compare=False)
    """Decimals that its figures are shown with."""
    target_before: Content = None
    """What stands in the column of the quarter before's targets, where each quarter has its own."""
