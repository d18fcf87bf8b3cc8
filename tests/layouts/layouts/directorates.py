"""A sheet a directorate, and the officer's own summary in front."""

import random
from itertools import groupby

from tests.layouts import table, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import HEADING, TITLE, Page
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _summary(truth: Truth) -> Page:
    page = Page("Summary")
    page.line(1, 1, ("Directorate", "Green", "Amber", "Red"), HEADING)
    for row, service in enumerate(sorted({i.section for i in truth.indicators}), 2):
        judged = [i.judged for i in truth.indicators if i.section == service]
        page.line(row, 1, (service, *(judged.count(c) for c in ("Green", "Amber", "Red"))))
    return page


def lay(truth: Truth, rng: random.Random) -> Laid:
    words, last = Words(rng), truth.reported
    assert last is not None
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    laid = Laid(truth, [_summary(truth)] if rng.random() < 0.7 else [])
    for service, group in groupby(truth.indicators, key=lambda i: i.section):
        page = Page(service)
        page.put(1, 1, f"{service} directorate", TITLE)
        page.put(2, 1, last.label)
        laid.spots |= table.write(page, list(group), shown, 4)
        laid.pages.append(page)
    return laid


LAYOUT = Layout("a sheet a directorate", Wants(how_many=(6, 10), sections=("none",)), lay)
