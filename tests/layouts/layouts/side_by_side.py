"""Two tables beside each other."""

import random

from tests.layouts import table, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    top = wide.title(page, truth, rng)
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    middle = len(truth.indicators) // 2
    first = table.write(page, truth.indicators[:middle], shown, top)
    second = table.write(page, truth.indicators[middle:], shown, top, left=len(shown) + 3)
    return Laid(truth, [page], wide.merged(first, second))


LAYOUT = Layout(
    "two tables side by side", Wants(history=(2, 4), comments=(False,), how_many=(5, 9)), lay
)
