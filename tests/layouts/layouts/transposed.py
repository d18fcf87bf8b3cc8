"""Periods down, indicators across, a row of targets."""

import random

from tests.layouts import cells, wide
from tests.layouts.columns import shown_target
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, Page
from tests.layouts.times import form_for
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants


def _targets(page: Page, row: int, truth: Truth) -> None:
    last = truth.reported
    assert last is not None
    page.put(row, 1, "Target", {"bold": True})
    for column, made in enumerate(truth.indicators, 2):
        page.put(row, column, cells.target(made, shown_target(made, last), False, random.Random(1)))


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, times = wide.page_for(truth, rng), wide.times_of(truth)
    top = wide.title(page, truth, rng)
    page.put(top, 1, rng.choice(("Month", "Period")) if times[0].in_a_year == 12 else "Quarter",
             HEADING)  # fmt: skip
    page.line(top, 2, [made.name for made in truth.indicators], HEADING)
    form, row = form_for(rng, times[-1]), top + 1
    above = rng.random() < 0.5
    if truth.shows.polarity != "none":
        page.put(row, 1, "Good is", {"bold": True})
        for column, made in enumerate(truth.indicators, 2):
            page.put(row, column, cells.polarity(made, truth.shows.polarity))
        row += 1
    if above:
        _targets(page, row, truth)
        row += 1
    spots: dict[int, dict] = {n: {} for n in range(len(truth.indicators))}
    for time in times:
        page.put(row, 1, form(time))
        for n, made in enumerate(truth.indicators):
            spots[n][time] = page.put(row, n + 2, cells.figure(made, time))
        row += 1
    if not above:
        _targets(page, row, truth)
    held = {made.key: Spot(page.name, row, spots[n]) for n, made in enumerate(truth.indicators)}
    return Laid(truth, [page], held)


LAYOUT = Layout(
    "transposed",
    Wants(
        polarity=("none", "high_low"),
        target=("figure",),
        tolerance=("none",),
        unit_column=(False,),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(False,),
        clear_names=True,
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        basis=(False,),
        comments=(False,),
        history=(4, 12),
    ),
    lay,
)
