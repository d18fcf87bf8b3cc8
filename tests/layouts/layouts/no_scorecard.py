"""A workbook that is no scorecard at all."""

import random
from dataclasses import replace

from tests.layouts import distractors
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    makes = rng.sample(distractors.SHEETS, rng.randint(1, 2))
    pages = [make(truth, rng) for make in makes]
    none = replace(truth, readable=False, indicators=(), reported=None, features=frozenset())
    return Laid(none, pages)


LAYOUT = Layout("no scorecard", Wants(), lay)
