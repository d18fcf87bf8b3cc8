"""The headings again below each section's name."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.table import Manner
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    return wide.one_sheet(truth, rng, Manner(repeat_headings=True, blank_rows=rng.random() < 0.7))


LAYOUT = Layout("repeated headings", Wants(), lay)
