"""One indicator a sheet: months down, Target, Actual and Variance across, its name above."""

import random

from tests.layouts import cells
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, TITLE, Cell, Page
from tests.layouts.times import MONTHS, Span, Time
from tests.layouts.truth import Indicator, Truth, Unit
from tests.layouts.wants import Wants


def _row(page: Page, row: int, made: Indicator, time: Time, heading: str) -> str:
    target = made.targets[time]
    page.put(row, 1, heading)
    page.put(row, 2, cells.number(made, target))
    cell = page.put(row, 3, cells.figure(made, time))
    value = made.figures[time].value
    if value is not None:
        page.put(row, 4, Cell(round(value - target, 4), cells.style_of(made, target)))
    return cell


def lay(truth: Truth, rng: random.Random) -> Laid:
    laid = Laid(truth, [])
    named = rng.random() < 0.5
    for n, made in enumerate(truth.indicators):
        times = tuple(made.figures)
        page = Page(f"{times[-1].label.replace('/', '-')} ({n + 1})" if n else
                    times[-1].label.replace("/", "-"))  # fmt: skip
        page.put(1, 1, made.name if named else f"{made.name} {times[-1].label}", TITLE)
        page.line(3, 1, ("Month", "Target", "Actual", "Variance"), HEADING)
        spots = {}
        for step, time in enumerate(times):
            month = MONTHS[time.number - 1]
            heading = f"{month[:3]}-{time.year % 100:02}" if named else month
            spots[time] = _row(page, 4 + step, made, time, heading)
        laid.pages.append(page)
        laid.spots[made.key] = Spot(page.name, 3 + len(times), spots)
    return laid


LAYOUT = Layout(
    "months down, target and actual",
    Wants(
        spans=(Span.MONTH,),
        history=(5, 9),
        how_many=(1, 3),
        polarity=("none",),
        target=("by_period",),
        tolerance=("none",),
        unit_column=(False,),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(False,),
        units=(Unit.COUNT, Unit.PERCENT, Unit.DAYS),
        clear_names=True,
        bare_percent=(False,),
        comments=(False,),
    ),
    lay,
)
