"""A sheet a quarter, each with its Actual, Target and RAG; the sheets' names say which."""

import random
from dataclasses import replace

from tests.layouts import columns, table, wide
from tests.layouts.describe import judgement
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE, Page
from tests.layouts.times import Span
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    words, times = Words(rng), wide.times_of(truth)
    laid, actual = Laid(truth, []), rng.choice(("Actual", "Outturn", "Performance"))
    titled, after = rng.random() < 0.5, rng.random() < 0.5
    for time in times:
        page = Page(f"Q{time.number} {time.label.replace('/', '-')}")
        if titled:
            page.put(1, 1, f"{truth.title}: Quarter {time.number} {time.label}", TITLE)
        then = [replace(i, judged=judgement(i, time)) for i in truth.indicators]
        figure, target = [columns.figure(time, (actual,))], columns.targets(truth, words, rng)
        shown = [
            *columns.descriptions(truth, words),
            *(figure + target if after else target + figure),
            *columns.judgements(truth, words),
        ]
        laid.spots = table.write(page, then, shown, 3 if titled else 1)
        laid.pages.append(page)
    return laid


LAYOUT = Layout(
    "a sheet a quarter",
    Wants(spans=(Span.QUARTER,), history=(2, 4), target=("figure", "words"), tolerance=("none",)),
    lay,
)
