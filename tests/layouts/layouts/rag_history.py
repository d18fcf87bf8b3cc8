"""The judgement of each earlier period beside its figure, or all of them after the figures."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, wide
from tests.layouts.columns import Column
from tests.layouts.describe import judgement
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.times import Time, form_for
from tests.layouts.truth import Covers, Indicator, Truth
from tests.layouts.wants import Wants


def _judged(made: Indicator, time: Time, form: str) -> Cell:
    then = judgement(replace(made, year_target=None), time)
    return cells.rag(then, form)


def _rag(time: Time, heading: str, form: str, last: Time) -> Column:
    role = "rag" if time == last else ""
    return Column((heading,), lambda i: _judged(i, time, form), role)


def lay(truth: Truth, rng: random.Random) -> Laid:
    times, form = wide.times_of(truth), rng.choice(("word", "letter"))
    heading = form_for(rng, times[-1])
    figures = columns.figures(times, heading)
    same = rng.choice(("", "", "Performance against target"))
    rags = [_rag(t, same or f"{_text(t, heading(t))} RAG", form, times[-1]) for t in times]
    if rng.random() < 0.5 and not same:
        return wide.one_sheet(truth, rng, figures=[*figures, *rags])
    pairs = [one for pair in zip(figures, rags, strict=True) for one in pair]
    return wide.one_sheet(truth, rng, figures=pairs)


def _text(time: Time, heading: object) -> str:
    return heading if isinstance(heading, str) else f"{time.number:02}/{time.year}"


LAYOUT = Layout(
    "judgements of every period",
    Wants(
        rag=("none",),
        history=(3, 5),
        target=("figure",),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
