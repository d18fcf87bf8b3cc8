"""After each section a row that counts how many of its measures are on target."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.table import Manner
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants

TALLIES = (
    "Measures on target in this section",
    "Number of green measures",
    "Indicators meeting target",
    "Total on target",
)


def lay(truth: Truth, rng: random.Random) -> Laid:
    manner = Manner(tally=rng.choice(TALLIES), blank_rows=rng.random() < 0.5)
    return wide.one_sheet(truth, rng, manner)


LAYOUT = Layout("tally rows", Wants(sections=("rows",)), lay)
