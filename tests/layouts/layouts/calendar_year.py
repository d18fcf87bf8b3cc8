"""Calendar quarters across, which a note, the title or a full year's column says they are."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import SMALL, TITLE, Cell
from tests.layouts.times import Span, quarter_form
from tests.layouts.truth import Covers, Indicator, Truth, Unit
from tests.layouts.wants import Wants


def _full_year(made: Indicator) -> Cell:
    """Of counts the sum of its quarters, of the rest a level of its own."""
    level = made.targets[next(iter(made.targets))]
    adds_up = made.covers is Covers.PERIOD and made.unit is Unit.COUNT
    return cells.number(made, level * 4 if adds_up else level)


def lay(truth: Truth, rng: random.Random) -> Laid:
    """That years are calendar years is said in a note, in the title or by a full year's column."""
    times, last = wide.times_of(truth), truth.reported
    assert last is not None
    figures = columns.figures(times, quarter_form(rng, 1))
    clue = rng.choice(("note", "title", "full year"))
    if clue == "full year":
        heading = f"Full Year {last.whole_year().back().label}"
        figures.insert(0, Column((heading,), lambda i: _full_year(i)))
    laid = wide.one_sheet(truth, rng, figures=figures, above=1)
    page = laid.pages[0]
    if clue == "note":
        page.put(page.last_row + 2, 1, "All years run from January to December.", SMALL)
    elif clue == "title":
        page.put(1, 1, f"{truth.title}, January to December {last.label}", TITLE)
    laid.truth = replace(truth, features=truth.features | {f"calendar year told by: {clue}"})
    return laid


LAYOUT = Layout(
    "calendar year",
    Wants(
        spans=(Span.QUARTER,),
        starts=(1,),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        target=("figure", "words"),
        gaps=False,
    ),
    lay,
)
