"""Which indicator of a reading is which of the truth, and what the reading says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.layouts.generate import Made
from tests.layouts.product import Answer
from tests.layouts.truth import Indicator

BESIDE_THE_POINT = frozenset(
    {
        "hidden-data",
        "marker-legacy",
        "provisional-left",
        "names-by-shape",
        "status-colour-only",
        "contrast-low",
        "sheet-protected",
    }
)
"""Checks whose findings do not say that a cell was understood otherwise than a person would."""


@dataclass(frozen=True)
class Pairs:
    """Each true indicator with the one read for it; those read that are none."""

    pairs: list[tuple[Indicator, dict[str, Any]]] = field(default_factory=list)
    missing: list[Indicator] = field(default_factory=list)
    extra: list[dict[str, Any]] = field(default_factory=list)


def pair(made: Made, answer: Answer) -> Pairs:
    """By the cell of the figure, then by name (and site), then by row."""
    found = Pairs()
    left: list[dict[str, Any]] = list(answer.outcome.get("indicators", ()))
    waiting = list(made.truth.indicators)
    for same in (_same_cell, _same_name, _same_row):
        for indicator in list(waiting):
            read = next((one for one in left if same(made, indicator, one)), None)
            if read is not None:
                found.pairs.append((indicator, read))
                left.remove(read)
                waiting.remove(indicator)
    found.missing.extend(waiting)
    found.extra.extend(left)
    return found


def _same_cell(made: Made, indicator: Indicator, read: dict[str, Any]) -> bool:
    spot = made.spots[indicator.key]
    return read["sheet"] == spot.sheet and read["cell"] in spot.figures.values()


def _same_name(made: Made, indicator: Indicator, read: dict[str, Any]) -> bool:
    return names(read, indicator)


def _same_row(made: Made, indicator: Indicator, read: dict[str, Any]) -> bool:
    spot = made.spots[indicator.key]
    alone = sum(s.row == spot.row and s.sheet == spot.sheet for s in made.spots.values()) == 1
    return alone and read["sheet"] == spot.sheet and read["row"] == spot.row


def names(read: dict[str, Any], indicator: Indicator) -> bool:
    """Whether name and site are told, the site in name, section or a dimension of its own."""
    told = f"{read['name']} {read['section']} {read.get('dimension', '')}".casefold()
    named = indicator.name.casefold() in read["name"].casefold()
    return named and indicator.site.casefold() in told


def rows_and_columns(cell: str | None) -> tuple[str, int]:
    found = re.match(r"([A-Z]+)(\d+)", cell or "")
    return (found[1], int(found[2])) if found else ("", 0)


class Sayings:
    """What a reading says aloud: its findings, and what it left out with a reason."""

    def __init__(self, answer: Answer) -> None:
        self.findings: list[dict[str, Any]] = list(answer.outcome.get("findings", ()))
        self._sheets = (answer.outcome.get("understood") or {}).get("sheets", ())

    def about(self, sheet: str, rows: Iterable[int], ids: Iterable[str] = ()) -> bool:
        """Whether a finding is about one of these rows, or about one of these indicators."""
        held, known = set(rows), set(ids)
        return any(
            f["indicator"] in known
            or (f["sheet"] == sheet and rows_and_columns(f["cell"])[1] in held)
            for f in self.telling()
        )

    def about_column(self, sheet: str, cell: str) -> bool:
        """Whether a finding stands in the column of this cell, above it."""
        column, row = rows_and_columns(cell)
        return any(
            f["sheet"] == sheet
            and rows_and_columns(f["cell"])[0] == column
            and rows_and_columns(f["cell"])[1] < row
            for f in self.telling()
        )

    def telling(self) -> list[dict[str, Any]]:
        return [f for f in self.findings if f["check"] not in BESIDE_THE_POINT]

    def left_out(self, sheet: str, row: int) -> bool:
        """Whether the explanation names this row, or its whole sheet, as left out."""
        for one in self._sheets:
            if one["sheet"] != sheet:
                continue
            if not one["read"] and one["why_not"]:
                return True
            held = [*one["left_out"], *(x for t in one["tables"] for x in t["left_out"])]
            if any(_covers(x, row) for x in held):
                return True
        return False


def _covers(left_out: dict[str, Any], row: int) -> bool:
    """Whether "row 8", "rows 8 to 9" or "A8:H9" takes in a row."""
    numbers = [int(number) for number in re.findall(r"\d+", left_out["where"])]
    return bool(numbers) and numbers[0] <= row <= numbers[-1]
