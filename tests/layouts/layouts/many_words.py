"""Headings in the words of published reports, with owners and benchmarks beside."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    return wide.one_sheet(truth, rng, many_words=True, extra=True)


LAYOUT = Layout("headings in many words", Wants(target=("figure", "figure", "year")), lay)
