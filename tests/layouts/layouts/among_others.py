"""A scorecard among sheets that are none: lists, logs, pivots, tallies, notes."""

import random

from tests.layouts import distractors, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    laid = wide.one_sheet(truth, rng)
    for make in rng.sample(distractors.SHEETS, rng.randint(2, 4)):
        laid.pages.insert(rng.randint(0, len(laid.pages)), make(truth, rng))
    return laid


LAYOUT = Layout("among other sheets", Wants(), lay)
