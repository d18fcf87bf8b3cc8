"""A definition or a comment in a row of its own below each indicator."""

import random

from tests.layouts import wide
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, SMALL
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words

REMARKS = (
    ("Definition: {}, as reported to the board.", "Definition: counted at the end of the period."),
    ("Comment: {}", "Comment: 3 cases were late in week 4 because of sickness."),
    ("{} is within the range expected for the time of year.", "A deep dive is planned for Q4."),
)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    row = wide.title(page, truth, rng)
    shown = wide.ordered(truth, words, wide.figure_columns(truth, rng), rng)
    for place, column in enumerate(shown, 1):
        page.put(row, place, column.headings[0], HEADING)
    laid, said, row = Laid(truth, [page]), rng.choice(REMARKS), row + 1
    name = next(n for n, column in enumerate(shown, 1) if column.role == "indicator")
    for made in truth.indicators:
        put = {c.time: page.put(row, n, c.cell(made)) for n, c in enumerate(shown, 1)
               if c.time is not None}  # fmt: skip
        held = {c.role: page.put(row, n, c.cell(made)) for n, c in enumerate(shown, 1)
                if c.time is None}  # fmt: skip
        figures = {time: cell for time, cell in put.items() if time is not None}
        laid.spots[made.key] = Spot(
            page.name, row, figures, *(held.get(role, "") for role in ("target", "rag", "travel"))
        )
        page.put(row + 1, name, rng.choice(said).format(made.name), SMALL)
        page.merge(row + 1, name, row + 1, len(shown))
        row += 2
    return laid


LAYOUT = Layout("remarks in rows below", Wants(sections=("none",)), lay)
