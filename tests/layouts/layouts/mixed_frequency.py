"""Quarterly and yearly indicators in one table; the yearly ones have a figure in Q4 alone."""

import random
from dataclasses import replace

from tests.layouts import columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Span
from tests.layouts.truth import Covers, Figure, Indicator, Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _yearly(made: Indicator) -> Indicator:
    held = {t: f if t.number == 4 else Figure(None) for t, f in made.figures.items()}
    return replace(made, figures=held, judged="")


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng), truth.reported
    assert last is not None
    yearly = {made.key for made in truth.indicators[1:] if made.covers is Covers.ROLLING}
    if last.number == 4:
        yearly = set()
    made = tuple(_yearly(i) if i.key in yearly else i for i in truth.indicators)
    truth = replace(truth, indicators=made)
    often = ("Quarterly", rng.choice(("Annual", "Annually")))
    heading = rng.choice(("Frequency", "Reporting frequency", "Frequency of measure"))
    shown = [
        *columns.descriptions(truth, words),
        Column((heading,), lambda i: Cell(often[i.key in yearly])),
        *columns.targets(truth, words, rng),
        *wide.figure_columns(truth, rng),
        *columns.judgements(truth, words),
    ]
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, made, shown, top))


LAYOUT = Layout(
    "quarterly and yearly mixed",
    Wants(
        spans=(Span.QUARTER,),
        history=(5, 8),
        target=("figure",),
        covers=(Covers.PERIOD, Covers.ROLLING),
        basis=(False,),
        gaps=False,
    ),
    lay,
)
