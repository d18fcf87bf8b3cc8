"""The list of indicators' names that scorecards are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.layouts.truth import Covers, Good, Unit

LIST = Path(__file__).parent / "names.txt"


@dataclass(frozen=True)
class Name:
    """An indicator's name, and what a person who knows the service knows of it.

    `clear` is False where the name alone leaves open which way is good.
    """

    service: str
    name: str
    unit: Unit
    good: Good
    clear: bool
    level: float
    covers: Covers

    @property
    def says_cumulative(self) -> bool:
        return any(word in self.name for word in ("(cumulative)", "(year to date)", "in year"))

    @property
    def adds_up(self) -> bool:
        """Whether a year's figure is the sum of its periods'."""
        return self.covers is Covers.PERIOD and self.unit in (Unit.COUNT, Unit.MONEY, Unit.RATE)


def _name(line: str) -> Name:
    service, name, unit, good, clear, level, covers = (part.strip() for part in line.split("|"))
    return Name(
        service, name, Unit(unit), Good(good), clear == "clear", float(level), Covers(covers)
    )


def all_names() -> tuple[Name, ...]:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(_name(line) for line in lines if line and not line.startswith("#"))
