"""Headings and months in German or French; years are calendar years."""

import random
from dataclasses import replace

from tests.layouts import cells, table, wide
from tests.layouts.columns import Column, figure, shown_target
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE, Cell
from tests.layouts.times import Span, Time
from tests.layouts.truth import Covers, Good, Indicator, Truth
from tests.layouts.wants import Wants

GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WORDS = {"German": ("Nr.", "Indikator", "Ziel"), "French": ("Réf.", "Indicateur", "Objectif")}


def lay(truth: Truth, rng: random.Random) -> Laid:
    language, months = rng.choice((("German", GERMAN), ("French", FRENCH)))
    page, last = wide.page_for(truth, rng), truth.reported
    assert last is not None

    def target(made: Indicator) -> Cell:
        shown = shown_target(made, last)
        return cells.number(made, shown or 0) if made.good is not Good.NEITHER else Cell(None)

    def month(time: Time) -> str:
        return f"{months[time.number - 1]} {time.year}"

    words = WORDS[language]
    shown = [
        Column((words[0],), lambda i: Cell(i.reference), "reference"),
        Column((words[1],), lambda i: Cell(i.name), "indicator"),
        Column((words[2],), target, "target"),
        *(figure(time, (month(time),)) for time in wide.times_of(truth)),
    ]
    page.put(1, 1, f"{truth.title} ({month(last)})", TITLE)
    told = replace(truth, features=truth.features | {f"language: {language}"})
    return Laid(told, [page], table.write(page, truth.indicators, shown, 3))


LAYOUT = Layout(
    "another language",
    Wants(
        spans=(Span.MONTH,),
        starts=(1,),
        polarity=("none",),
        target=("figure",),
        tolerance=("none",),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(True,),
        unit_column=(False,),
        basis=(False,),
        comments=(False,),
        clear_names=True,
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
