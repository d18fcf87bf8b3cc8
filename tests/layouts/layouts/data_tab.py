"""A Data tab with the figures; the scorecard's cells are formulas that fetch them."""

import random

from tests.layouts import cells, columns, table, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import HEADING, Cell, Page, address
from tests.layouts.times import form_for
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, data, words = Page("Scorecard"), Page(rng.choice(("Data", "Data entry"))), Words(rng)
    times = wide.times_of(truth)
    form = form_for(rng, times[-1])
    shown = wide.ordered(truth, words, columns.figures(times, form), rng)
    spots = table.write(page, truth.indicators, shown, wide.title(page, truth, rng))
    named = rng.random() < 0.5
    data.line(1, 1, ("Ref", *(("Indicator",) if named else ())), HEADING)
    first = 3 if named else 2
    data.line(1, first, [form(time) for time in times], HEADING)
    for row, made in enumerate(truth.indicators, 2):
        data.line(row, 1, (made.reference, *((made.name,) if named else ())))
        for n, time in enumerate(times):
            source = data.put(row, first + n, cells.figure(made, time))
            _fetch(page, spots[made.key].figures[time], f"='{data.name}'!{source}")
    return Laid(truth, [page, data] if rng.random() < 0.7 else [data, page], spots)


def _fetch(page: Page, cell: str, formula: str) -> None:
    place = next((p for p, _ in page.cells.items() if address(*p) == cell), None)
    if place is not None:
        held = page.cells[place]
        page.cells[place] = Cell(held.value, held.style, formula)


LAYOUT = Layout("fed by a data tab", Wants(references=(True,)), lay)
