"""Variance from target and variance in per cent beside the figures."""

import random

from tests.layouts import cells, wide
from tests.layouts.columns import Column, shown_target
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.truth import Covers, Good, Indicator, Truth
from tests.layouts.wants import Wants


def _by(made: Indicator, truth: Truth) -> tuple[float, float] | None:
    last = truth.reported
    assert last is not None
    value, target = made.figures[last].value, shown_target(made, last)
    if value is None or not target or made.good is Good.NEITHER:
        return None
    return value - target, (value - target) / target


def lay(truth: Truth, rng: random.Random) -> Laid:
    def variance(made: Indicator) -> Cell:
        found = _by(made, truth)
        return cells.number(made, round(found[0], 4)) if found else Cell(None)

    def share(made: Indicator) -> Cell:
        found = _by(made, truth)
        return Cell(round(found[1], 4), {"num_format": "0.0%"}) if found else Cell(None)

    heads = rng.choice((("Variance", "% variance"), ("Var.", "Var %"), ("Difference", "Diff %")))
    beside = [Column((heads[0],), variance), Column((heads[1],), share)]
    return wide.one_sheet(truth, rng, beside=beside)


LAYOUT = Layout(
    "variance columns",
    Wants(target=("figure",), covers=tuple(c for c in Covers if c is not Covers.TO_DATE)),
    lay,
)
