"""A formula that may look over a worksheet, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StatedFormula:
    """A formula, or the source of a pivot table, without an equals sign.

    `sheet` is where a range without a sheet lies, None where there is none such; `cell` is set for
    that of a cell, and `filled` is the range it is filled over where that is stored once for all.
    What does not `compute` only colours or allows cells.
    """

    text: str
    place: str
    sheet: str | None
    cell: str | None = None
    filled: str = ""
    computes: bool = True
