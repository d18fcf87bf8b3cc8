"""A key above the table that states the tolerance, notes below it."""

import random
from dataclasses import replace

from tests.layouts import columns, table, wide
from tests.layouts.describe import judgement
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import SMALL, TITLE
from tests.layouts.truth import Covers, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words

NOTES = (
    "Notes",
    "1. Figures are provisional until the year end return is signed off.",
    "2. 14 of 16 teams had returned data when this report was made.",
    "Source: case management system, extracted on the 5th working day.",
)


def _key(within: int, rng: random.Random) -> str:
    return rng.choice(
        (
            f"Key: Green - target met; Amber - within {within}% of target; Red - worse",
            f"RAG: Green = on target, Amber = up to {within}% off target, Red = over {within}% off",
            f"Green: at or above target. Amber: within {within}% of target. Red: worse than that.",
        )
    )


def lay(truth: Truth, rng: random.Random) -> Laid:
    within = rng.choice((5, 10))
    last = truth.reported
    assert last is not None
    held = []
    for indicator in truth.indicators:
        target = columns.shown_target(indicator, last) or 0
        looser = replace(indicator, tolerance=target * within / 100)
        held.append(replace(looser, judged=judgement(looser, last)))
    truth = replace(truth, indicators=tuple(held), shows=replace(truth.shows, tolerance="key"))
    page, words = wide.page_for(truth, rng), Words(rng)
    page.put(1, 1, truth.title, TITLE)
    page.put(2, 1, _key(within, rng))
    all_columns = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    spots = table.write(page, truth.indicators, all_columns, 4)
    page.line(page.last_row + 2, 1, [None])
    for n, note in enumerate(NOTES):
        page.put(page.last_row + (2 if n == 0 else 1), 1, note, SMALL)
    return Laid(truth, [page], spots)


LAYOUT = Layout(
    "stated key and notes",
    Wants(
        rag=("word", "letter", "word"),
        tolerance=("none",),
        units=tuple(u for u in Unit if u is not Unit.PERCENT),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
