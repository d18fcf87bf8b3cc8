"""A dashboard beside the table and in front of it: counts of greens, a best and a worst."""

import random

from tests.layouts import distractors, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    laid = wide.one_sheet(truth, rng)
    page = laid.pages[0]
    distractors.box(page, 2, page.last_column + 3, truth, rng)
    if rng.random() < 0.6:
        laid.pages.insert(0, distractors.dashboard(truth, rng))
    return laid


LAYOUT = Layout("a dashboard beside", Wants(rag=("word", "letter", "fill")), lay)
