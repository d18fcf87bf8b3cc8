"""Figures on one sheet; targets and which way is good on another, by reference."""

import random

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import shown_target
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import HEADING, Page
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, last = Page(rng.choice(("Data", "Figures"))), truth.reported
    assert last is not None
    other, words = Page(rng.choice(("Targets", "Measures", "Config"))), Words(rng)
    bare = [c for c in columns.descriptions(truth, words) if c.role in ("reference", "indicator")]
    shown = [*bare, *wide.figure_columns(truth, rng)]
    spots = table.write(page, truth.indicators, shown, wide.title(page, truth, rng))
    other.line(1, 1, ("Ref", "Indicator", "Good is", "Target", "Owner"), HEADING)
    for row, made in enumerate(truth.indicators, 2):
        other.line(row, 1, (made.reference, made.name))
        other.put(row, 3, cells.polarity(made, truth.shows.polarity))
        other.put(row, 4, cells.target(made, shown_target(made, last), False, rng))
        other.put(row, 5, "Head of service")
    return Laid(truth, [page, other] if rng.random() < 0.5 else [other, page], spots)


LAYOUT = Layout(
    "targets on another sheet",
    Wants(
        target=("figure",),
        tolerance=("none",),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(True,),
        unit_column=(False,),
        basis=(False,),
        comments=(False,),
        polarity=("high_low",),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
