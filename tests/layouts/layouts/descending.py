"""The latest period first."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    return wide.one_sheet(truth, rng, figures=list(reversed(wide.figure_columns(truth, rng))))


LAYOUT = Layout("latest first", Wants(), lay)
