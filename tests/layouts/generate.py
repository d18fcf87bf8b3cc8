"""A workbook by its number: the same number gives the same bytes and the same truth."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.layouts import slips
from tests.layouts.describe import describe, said
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.layouts import all_layouts
from tests.layouts.page import workbook_of
from tests.layouts.truth import Truth

WITHOUT_SLIPS = ("no scorecard", "school terms")


@dataclass(frozen=True)
class Made:
    """A workbook with its file's name, the truth it was made from, and where that stands."""

    name: str
    content: bytes
    truth: Truth
    spots: dict[tuple[str, str], Spot]


def workbook(seed: int, layout: str | None = None) -> Made:
    """The workbook with this number; layouts take turns unless one is named."""
    laid = laid_out(seed, layout)
    name = file_name(laid.truth, random.Random(f"{seed} name"))
    return Made(name, workbook_of(laid.pages), laid.truth, laid.spots)


def file_name(truth: Truth, rng: random.Random) -> str:
    """As officers name files: without a period, with the reported one, or with another number."""
    plain = rng.choice(("scorecard", "KPIs final v2", "Appendix B", "performance report"))
    if truth.reported is None or rng.random() < 0.6:
        return f"{plain}.xlsx"
    if rng.random() < 0.7:
        return f"{plain} {said(truth.reported, rng).replace('/', '-')}.xlsx"
    return f"{plain} {rng.choice(('1973', '0412', '(2)', 'item 7', 'ref 20871'))}.xlsx"


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
