"""A row an indicator and period."""

import random

from tests.layouts import cells, wide
from tests.layouts.columns import shown_target
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING
from tests.layouts.times import form_for
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, times = wide.page_for(truth, rng), wide.times_of(truth)
    last, form = times[-1], form_for(rng, times[-1])
    polar = truth.shows.polarity != "none"
    heads = ["Ref", "Indicator", *(["Good is"] if polar else []), "Period", "Target",
             rng.choice(("Value", "Actual", "Outturn"))]  # fmt: skip
    page.line(1, 1, heads, HEADING)
    row, laid = 2, Laid(truth, [page])
    for made in truth.indicators:
        spots = {}
        for time in times:
            page.line(row, 1, (made.reference, made.name))
            if polar:
                page.put(row, 3, cells.polarity(made, truth.shows.polarity))
            page.put(row, len(heads) - 2, form(time))
            shown = shown_target(made, last)
            page.put(row, len(heads) - 1, cells.target(made, shown, False, random.Random(3)))
            spots[time] = page.put(row, len(heads), cells.figure(made, time))
            row += 1
        laid.spots[made.key] = Spot(page.name, row - 1, spots)
    return laid


LAYOUT = Layout(
    "a row an indicator and period",
    Wants(
        polarity=("high_low", "none"),
        target=("figure",),
        tolerance=("none",),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(True,),
        basis=(False,),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        clear_names=True,
        comments=(False,),
        unit_column=(False,),
    ),
    lay,
)
