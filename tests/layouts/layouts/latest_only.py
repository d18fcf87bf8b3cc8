"""This quarter, the last one and the same one last year; only the title says which."""

import random

from tests.layouts import columns, table, wide
from tests.layouts.describe import said
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE
from tests.layouts.times import Span
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words

HEADINGS = (
    ("Actual", "Previous quarter", "Same quarter last year"),
    ("This quarter", "Last quarter", "Same quarter last year"),
    ("Current", "Previous", "Last year"),
)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng), truth.reported
    assert last is not None
    page.put(1, 1, f"{truth.title}, {said(last, rng)}", TITLE)
    heads = rng.choice(HEADINGS)
    shown = list(zip((last, last.back(), last.back(4)), heads, strict=True))
    if rng.random() < 0.4:
        shown.reverse()
    figures = [columns.figure(time, (heading,)) for time, heading in shown]
    all_columns = wide.ordered(truth, words, figures, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, all_columns, 3))


LAYOUT = Layout("this quarter and the last", Wants(spans=(Span.QUARTER,), history=(5, 5)), lay)
