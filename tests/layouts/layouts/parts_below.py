"""Below each percentage its numerator and its denominator."""

import random
from dataclasses import replace

from tests.layouts import wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, Cell, Page, address
from tests.layouts.truth import Covers, Indicator, Slip, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words

SAID = (
    ("Numerator", "Denominator"),
    ("Numerator: number on time", "Denominator: all cases due"),
    ("of which: in time", "Total number of cases"),
)


def _block(
    page: Page, row: int, made: Indicator, shown: list[Column], said: tuple[str, str]
) -> Spot:
    spots = {}
    for place, column in enumerate(shown, 1):
        cell = page.put(row, place, column.cell(made))
        if column.role == "indicator":
            page.line(row + 1, place, [None])
            page.put(row + 1, place, Cell(said[0], {"indent": 1}))
            page.put(row + 2, place, Cell(said[1], {"indent": 1}))
        if column.time is not None:
            spots[column.time] = cell
            part, whole = made.parts[column.time]
            page.put(row + 1, place, int(part))
            page.put(row + 2, place, int(whole))
    return Spot(page.name, row, spots)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    top = wide.title(page, truth, rng)
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    for place, column in enumerate(shown, 1):
        page.put(top, place, column.headings[0], HEADING)
    said, laid, row = rng.choice(SAID), Laid(truth, [page]), top + 1
    for made in truth.indicators:
        laid.spots[made.key] = _block(page, row, made, shown, said)
        row += 3
    if rng.random() < 0.4:
        _miscount(laid, rng.choice(truth.indicators))
    return laid


def _miscount(laid: Laid, made: Indicator) -> None:
    """A numerator of the reported period that does not give the share above it."""
    page, last = laid.pages[0], laid.truth.reported
    assert last is not None
    spot = laid.spots[made.key]
    column = next(c for r, c in page.cells if address(r, c) == spot.figures[last])
    part, whole = made.parts[last]
    wrong = part * 0.6 if part > 0.5 * whole else part + 0.3 * whole
    page.put(spot.row + 1, column, round(wrong))
    checks = ("numerator-denominator-mismatch",)
    slip = Slip("numerator", page.name, spot.figures[last], made.name, checks)
    laid.truth = replace(laid.truth, slips=(slip,))


LAYOUT = Layout(
    "numerator and denominator below",
    Wants(
        parts=True,
        units=(Unit.PERCENT,),
        covers=(Covers.PERIOD, Covers.SNAPSHOT),
        bare_percent=(False,),
        target=("figure",),
        rag=("none",),
        sections=("none",),
        how_many=(3, 6),
    ),
    lay,
)
