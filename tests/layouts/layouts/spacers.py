"""Empty rows between sections and empty columns between groups of columns."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.table import Manner
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    described = 1 + truth.shows.references + (truth.shows.sections == "column")
    gaps = (described,) if rng.random() < 0.5 else (described, described + 2)
    return wide.one_sheet(truth, rng, Manner(blank_rows=True, blank_columns=gaps))


LAYOUT = Layout("spacer rows and columns", Wants(), lay)
