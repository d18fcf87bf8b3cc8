"""A workbook by its number: the same number gives the same bytes and the same truth."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.layouts import slips
from tests.layouts.describe import describe
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.layouts import all_layouts
from tests.layouts.page import workbook_of
from tests.layouts.truth import Truth

WITHOUT_SLIPS = ("no scorecard", "school terms")


@dataclass(frozen=True)
class Made:
    """A workbook, the truth it was made from, and where on its sheets that stands."""

    content: bytes
    truth: Truth
    spots: dict[tuple[str, str], Spot]


def workbook(seed: int, layout: str | None = None) -> Made:
    """The workbook with this number; layouts take turns unless one is named."""
    laid = laid_out(seed, layout)
    return Made(workbook_of(laid.pages), laid.truth, laid.spots)


def laid_out(seed: int, layout: str | None = None) -> Laid:
    chosen = _layout(seed, layout)
    rng = random.Random(f"{seed} {chosen.name}")
    laid = chosen.lay(describe(chosen.name, chosen.wants, seed, rng), rng)
    if chosen.name not in WITHOUT_SLIPS:
        slips.put_in(laid, rng)
    return laid


def _layout(seed: int, name: str | None) -> Layout:
    layouts = all_layouts()
    if name is None:
        return layouts[seed % len(layouts)]
    return next(layout for layout in layouts if layout.name == name)
