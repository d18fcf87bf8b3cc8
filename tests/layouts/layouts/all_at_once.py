"""Several manners at once: preamble, groups of columns, sections, tallies, benchmarks, a dashboard
beside, other sheets around."""

import random

from tests.layouts import columns, distractors, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import SMALL
from tests.layouts.table import Manner
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _manner(rng: random.Random) -> Manner:
    return Manner(
        section_rows=rng.random() < 0.5,
        repeat_headings=rng.random() < 0.2,
        blank_rows=rng.random() < 0.5,
        tally="Measures on target" if rng.random() < 0.3 else "",
        blank_columns=(2,) if rng.random() < 0.3 else (),
    )


def _figures(truth: Truth, rng: random.Random) -> list[Column]:
    if rng.random() < 0.4:
        return columns.under_years(wide.times_of(truth))
    return wide.figure_columns(truth, rng)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng, rng.random() < 0.5)
    top = max(wide.title(page, truth, rng), 2) + rng.choice((0, 0, 4))
    if top > 5:
        page.put(top - 2, 1, "Figures are as at the last working day of the period.", SMALL)
    beside = [*columns.benchmarks(words), columns.owner(words)] if rng.random() < 0.5 else []
    shown = wide.ordered(truth, words, _figures(truth, rng), rng, beside)
    spots = table.write(page, truth.indicators, shown, top, manner=_manner(rng))
    if rng.random() < 0.3:
        distractors.box(page, top, page.last_column + 3, truth, rng)
    laid = Laid(truth, [page], spots)
    for make in rng.sample(distractors.SHEETS, rng.randint(0, 2)):
        laid.pages.append(make(truth, rng))
    return laid


LAYOUT = Layout(
    "several manners at once",
    Wants(polarity=("high_low", "letters", "smaller", "arrows", "sentence", "none")),
    lay,
)
