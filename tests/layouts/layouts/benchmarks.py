"""England and statistical neighbours beside the target."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    return wide.one_sheet(truth, rng, extra=True)


LAYOUT = Layout("benchmarks", Wants(), lay)
