"""Years above, merged, their quarters or months below."""

import random

from tests.layouts import columns, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    figures = columns.under_years(wide.times_of(truth))
    return wide.one_sheet(truth, rng, figures=figures)


LAYOUT = Layout("merged headings", Wants(history=(4, 9)), lay)
