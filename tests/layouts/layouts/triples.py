"""Target, Actual and RAG below each period."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.describe import standing
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Heading, Time, form_for
from tests.layouts.truth import Good, Indicator, Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words

COLOURS = {"met": "Green", "near": "Amber", "missed": "Red"}


def _target(made: Indicator, time: Time) -> Cell:
    return cells.number(made, made.targets[time]) if made.good is not Good.NEITHER else Cell(None)


def _rag(made: Indicator, time: Time, form: str) -> Cell:
    value = made.figures[time].value
    if value is None or made.good is Good.NEITHER:
        return Cell(None)
    return cells.rag(COLOURS[standing(made, value, made.targets[time])], form)


def _of_period(time: Time, heading: Heading, last: Time, form: str, actual: str) -> list[Column]:
    now = time == last
    found = [
        Column((heading, "Target"), lambda i: _target(i, time), "target" if now else ""),
        columns.figure(time, (heading, actual)),
    ]
    if form != "none":
        found.append(Column((heading, "RAG"), lambda i: _rag(i, time, form), "rag" if now else ""))
    return found


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words = wide.page_for(truth, rng), Words(rng)
    times = wide.times_of(truth)
    form, actual = form_for(rng, times[-1]), rng.choice(("Actual", "Actual", "Outturn", "Result"))
    all_columns = columns.descriptions(truth, words)
    for time in times:
        all_columns += _of_period(time, form(time), times[-1], truth.shows.rag, actual)
    plain = replace(truth, shows=replace(truth.shows, rag="none"))
    all_columns += columns.judgements(plain, words)
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, all_columns, top))


LAYOUT = Layout(
    "target, actual and RAG each period",
    Wants(
        target=("by_period",),
        rag=("none", "word", "letter", "fill"),
        history=(2, 4),
        tolerance=("none",),
    ),
    lay,
)
