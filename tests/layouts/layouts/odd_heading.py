"""The latest period's heading is misspelt or missing; the columns before it say what it is."""

import random
from dataclasses import replace

from tests.layouts import columns, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.times import MONTHS, Span, Time, form_for
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants

NUMBERS = ("one", "two", "three", "four")


def _misspelt(time: Time, rng: random.Random) -> str:
    if time.span is Span.QUARTER:
        said = (f"Qtr {NUMBERS[time.number - 1]} {time.label}", f"O{time.number} {time.label}")
        return rng.choice((*said, f"Quater {time.number} {time.label}"))
    month = MONTHS[time.number - 1]
    middle = rng.randint(1, len(month) - 2)
    return f"{month[:middle]}{month[middle + 1 :]} {time.year}"


def lay(truth: Truth, rng: random.Random) -> Laid:
    times = wide.times_of(truth)
    figures: list[Column] = columns.figures(times[:-1], form_for(rng, times[-1]))
    heading = "" if rng.random() < 0.35 else _misspelt(times[-1], rng)
    figures.append(columns.figure(times[-1], (heading,)))
    laid = wide.one_sheet(truth, rng, figures=figures)
    laid.truth = replace(truth, latest_heading=heading, due=("period-unparseable",))
    return laid


LAYOUT = Layout("latest heading misspelt or missing", Wants(gaps=False), lay)
