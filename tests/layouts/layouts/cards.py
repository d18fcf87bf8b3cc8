"""A block an indicator: reference, name, good is, target, then its periods with figures below."""

import random

from tests.layouts import cells, wide
from tests.layouts.columns import shown_target
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, Page
from tests.layouts.times import Form, Time, bare, form_for
from tests.layouts.truth import Indicator, Truth
from tests.layouts.wants import Wants

BOLD = {"bold": True}


def _card(page: Page, top: int, made: Indicator, last: Time, form: Form, polarity: str) -> Spot:
    said = [("Ref", cells.Cell(made.reference)), ("Indicator", cells.Cell(made.name))]
    if polarity != "none":
        said.append(("Good is", cells.polarity(made, polarity)))
    said.append(("Target", cells.target(made, shown_target(made, last), False, random.Random(2))))
    row = top
    for label, cell in said if made.reference else said[1:]:
        page.put(row, 1, label, BOLD)
        page.put(row, 2, cell)
        row += 1
    spots = {}
    page.put(row + 1, 1, "Actual", BOLD)
    for n, time in enumerate(made.figures):
        page.put(row, 2 + n, form(time), HEADING)
        spots[time] = page.put(row + 1, 2 + n, cells.figure(made, time))
    return Spot(page.name, row + 1, spots)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, times = wide.page_for(truth, rng), wide.times_of(truth)
    one_year = len({time.reporting_year for time in times}) == 1
    short = one_year and rng.random() < 0.5
    top = max(wide.title(page, truth, rng, year=short), 3)
    form = bare if short else form_for(rng, times[-1])
    laid = Laid(truth, [page])
    for made in truth.indicators:
        laid.spots[made.key] = _card(page, top, made, times[-1], form, truth.shows.polarity)
        top = page.last_row + 3
    return laid


LAYOUT = Layout(
    "a card an indicator",
    Wants(
        how_many=(2, 5),
        history=(2, 4),
        polarity=("high_low", "none"),
        target=("figure",),
        tolerance=("none",),
        unit_column=(False,),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        clear_names=True,
        basis=(False,),
        comments=(False,),
    ),
    lay,
)
