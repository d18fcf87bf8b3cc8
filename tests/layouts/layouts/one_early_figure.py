"""The next period's column is there, and one officer has begun to fill it; the title says which
period is reported."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.describe import said
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE, Cell, address
from tests.layouts.times import form_for
from tests.layouts.truth import Indicator, Slip, Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, times = wide.page_for(truth, rng), Words(rng), wide.times_of(truth)
    form, coming, early = form_for(rng, times[-1]), times[-1].back(-1), rng.choice(truth.indicators)

    def next_one(made: Indicator) -> Cell:
        return cells.number(made, made.targets[times[-1]]) if made is early else Cell(None)

    page.put(1, 1, f"{truth.title}, {said(times[-1], rng)}", TITLE)
    figures = [*columns.figures(times, form), Column((form(coming),), next_one, "early")]
    shown = wide.ordered(truth, words, figures, rng)
    spots = table.write(page, truth.indicators, shown, 3)
    place = next(n for n, column in enumerate(shown, 1) if column.role == "early")
    cell = address(spots[early.key].row, place)
    slip = Slip("early figure", page.name, cell, early.name)
    return Laid(replace(truth, slips=(slip,)), [page], spots)


LAYOUT = Layout("one figure early", Wants(how_many=(5, 9), gaps=False), lay)
