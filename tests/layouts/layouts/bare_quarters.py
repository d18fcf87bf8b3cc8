"""Q1 to Q4, or April to March, of one year that only the title names; the rest of it blank."""

import random

from tests.layouts import columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import bare
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    last = truth.reported
    assert last is not None
    shown = [t for t in wide.times_of(truth) if t.reporting_year == last.reporting_year]
    figures = [columns.figure(time, (bare(time),)) for time in shown]
    to_come = range(1, last.in_a_year - last.place_in_year + 1)
    if rng.random() < 0.6:
        figures += [Column((bare(last.back(-n)),), lambda i: Cell(None)) for n in to_come]
    return wide.one_sheet(truth, rng, figures=figures, year=True)


LAYOUT = Layout("bare quarters", Wants(history=(12, 12)), lay)
