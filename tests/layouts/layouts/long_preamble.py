"""A page of guidance above the table."""

import random

from tests.layouts import table, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import SMALL, TITLE
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words

LINES = (
    "This scorecard is reported to the leadership team each quarter.",
    "Indicator owners update their figures by the 10th working day.",
    "Good performance may be high or low; see the column beside each measure.",
    "Targets were set in March by the portfolio holder.",
    "Please do not insert columns between the reported periods.",
    "Contact: performance@example.org",
    "Green: 12   Amber: 4   Red: 3 at the last report",
    "Changes since the last report: two measures were retired.",
)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    page.put(1, 1, truth.title, TITLE)
    how_many = rng.randint(8, 24)
    for n in range(how_many):
        if rng.random() < 0.85:
            page.put(2 + n, rng.choice((1, 1, 2)), rng.choice(LINES), SMALL)
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    return Laid(truth, [page], table.write(page, truth.indicators, shown, how_many + 3))


LAYOUT = Layout("a long preamble", Wants(), lay)
