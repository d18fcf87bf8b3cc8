"""A baseline before the figures, a year-end forecast after them."""

import random
from collections.abc import Callable

from tests.layouts import cells, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.truth import Covers, Indicator, Truth
from tests.layouts.wants import Wants


def _near(share: float) -> Callable[[Indicator], Cell]:
    return lambda i: cells.number(i, round((i.benchmark or 0) * share, 3))


def lay(truth: Truth, rng: random.Random) -> Laid:
    last = truth.reported
    assert last is not None
    year = last.label
    before = rng.choice(("Baseline", f"Baseline {last.whole_year().back(3).label}"))
    after = rng.choice(("Year-end forecast", f"{year} Forecast", f"Forecast {year}", "Projection"))
    figures = [
        Column((before,), _near(0.97)),
        *wide.figure_columns(truth, rng),
        Column((after,), _near(1.03)),
    ]
    return wide.one_sheet(truth, rng, figures=figures)


LAYOUT = Layout(
    "baseline and forecast",
    Wants(
        target=("figure", "words"),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        history=(3, 6),
    ),
    lay,
)
