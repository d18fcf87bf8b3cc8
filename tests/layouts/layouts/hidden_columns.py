"""Earlier periods hidden."""

import random
from dataclasses import replace

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    figures = wide.figure_columns(truth, rng)
    hidden = rng.randint(1, len(figures) - 2)
    figures = [replace(column, hidden=n < hidden) for n, column in enumerate(figures)]
    return wide.one_sheet(truth, rng, figures=figures)


LAYOUT = Layout("hidden columns", Wants(history=(4, 8)), lay)
