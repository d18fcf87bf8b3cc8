"""Sections in a column of their own, each merged over its indicators' rows."""

import random
from itertools import groupby

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    laid = wide.one_sheet(truth, rng)
    page = laid.pages[0]
    column = 1 + truth.shows.references
    for _, group in groupby(truth.indicators, key=lambda i: i.section):
        rows = [laid.spots[made.key].row for made in group]
        for row in rows[1:]:
            page.cells.pop((row, column), None)
        page.merge(rows[0], column, rows[-1], column)
    return laid


LAYOUT = Layout("merged sections", Wants(sections=("column",)), lay)
