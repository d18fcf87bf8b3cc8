"""A block an indicator: years down, months across, a row of targets below."""

import random

from tests.layouts import cells, wide
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, TITLE, Page
from tests.layouts.times import MONTHS, Span, Time
from tests.layouts.truth import Covers, Indicator, Truth
from tests.layouts.wants import Wants


def _block(page: Page, top: int, made: Indicator, last: Time) -> Spot:
    page.put(top, 1, made.name, {"bold": True})
    page.put(top + 1, 1, "Year", HEADING)
    page.line(top + 1, 2, [MONTHS[(n + last.start - 1) % 12][:3] for n in range(12)], HEADING)
    years = sorted({time.reporting_year for time in made.figures})
    spots = {}
    for n, year in enumerate(years):
        page.put(top + 2 + n, 1, Time(Span.YEAR, year, 0, last.start).label)
    for time in made.figures:
        row = top + 2 + years.index(time.reporting_year)
        spots[time] = page.put(row, 1 + time.place_in_year, cells.figure(made, time))
    row = top + 2 + len(years)
    page.put(row, 1, "Target")
    for n in range(12):
        page.put(row, 2 + n, cells.number(made, made.targets[last]))
    return Spot(page.name, row - 1, spots)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, last = wide.page_for(truth, rng), truth.reported
    assert last is not None
    page.put(1, 1, truth.title, TITLE)
    laid, top = Laid(truth, [page]), 3
    for made in truth.indicators:
        laid.spots[made.key] = _block(page, top, made, last)
        top = page.last_row + 2
    return laid


LAYOUT = Layout(
    "years down, months across",
    Wants(
        spans=(Span.MONTH,),
        history=(24, 30),
        how_many=(1, 3),
        polarity=("none",),
        target=("by_period",),
        tolerance=("none",),
        unit_column=(False,),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(False,),
        basis=(False,),
        comments=(False,),
        clear_names=True,
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
