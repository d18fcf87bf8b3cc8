"""A theme in a column headed Goal, Outcome or Objective, beside the column of targets."""

import random

from tests.layouts import columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words

THEMES = ("Safe", "Reliable", "A fair start in life", "Value for money", "Thriving places")


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    heading = rng.choice(("Goal", "Outcome", "Objective", "Aim"))
    theme = Column((heading,), lambda i: Cell(THEMES[len(i.section) % len(THEMES)]))
    described = columns.descriptions(truth, words)
    shown = [theme, *described, *columns.targets(truth, words, rng)]
    shown += [*wide.figure_columns(truth, rng), *columns.judgements(truth, words)]
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, shown, top))


LAYOUT = Layout("a goal that is a theme", Wants(sections=("none",)), lay)
