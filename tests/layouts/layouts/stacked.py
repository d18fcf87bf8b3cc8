"""A table a service below one another, each with its title and its own headings."""

import random
from itertools import groupby

from tests.layouts import table, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    top = max(wide.title(page, truth, rng), 2)
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    laid = Laid(truth, [page])
    for service, group in groupby(truth.indicators, key=lambda i: i.section):
        page.put(top, 1, f"{service} indicators", TITLE)
        laid.spots |= table.write(page, list(group), shown, top + 1)
        top = page.last_row + 3
    return laid


LAYOUT = Layout("tables below one another", Wants(sections=("none",)), lay)
