"""The generator itself: what it writes is what it says it wrote, and always the same."""

from __future__ import annotations

import io
from collections import Counter
from datetime import time, timedelta

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel

from tests.layouts.cells import typed
from tests.layouts.generate import Made, workbook
from tests.layouts.layouts import all_layouts
from tests.layouts.names import all_names
from tests.layouts.times import Span, Time
from tests.layouts.truth import Figure, Good, Indicator

LAYOUTS = [layout.name for layout in all_layouts()]
AS_TEXT = ("figures as texts with units", "figure and rating in one cell")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_stands_where_the_generator_says(layout: str) -> None:
    made = workbook(3, layout)
    book = openpyxl.load_workbook(io.BytesIO(made.content), data_only=True)
    slipped = {(slip.sheet, slip.cell) for slip in made.truth.slips}
    for indicator in made.truth.indicators:
        spot = made.spots[indicator.key]
        for when, cell in spot.figures.items():
            if (spot.sheet, cell) in slipped or layout in AS_TEXT:
                continue
            found = book[spot.sheet][cell].value
            assert _stands(found, indicator, indicator.figures[when]), (when, cell, found)


def _stands(found: object, indicator: Indicator, figure: Figure) -> bool:
    if figure.value is None:
        return found == (figure.instead or None)
    if isinstance(found, timedelta | time):  # how openpyxl reads a duration
        found = to_excel(found)
    assert isinstance(found, int | float)
    return abs(found - typed(indicator, figure.value)) < 1e-9


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_number_gives_the_same_workbook(layout: str) -> None:
    assert workbook(5, layout) == workbook(5, layout)


def test_numbers_differ_and_take_every_layout_in_turn() -> None:
    made = [workbook(seed) for seed in range(len(LAYOUTS))]
    assert [one.truth.layout for one in made] == LAYOUTS
    assert len({one.content for one in made}) == len(made)


def test_a_reported_figure_is_there_for_one_indicator_at_least() -> None:
    for seed in range(2 * len(LAYOUTS)):
        made = workbook(seed)
        if made.truth.readable:
            assert _reported(made), (seed, made.truth.layout)


def _reported(made: Made) -> list[Figure]:
    last = made.truth.reported
    assert last is not None
    held = [i.figures[last] for i in made.truth.indicators]
    return [figure for figure in held if figure.value is not None]


def test_a_slip_stands_in_a_cell_of_its_sheet() -> None:
    kinds: Counter[str] = Counter()
    for seed in range(5 * len(LAYOUTS)):
        made = workbook(seed)
        kinds.update(slip.kind for slip in made.truth.slips)
        if made.truth.slips:
            book = openpyxl.load_workbook(io.BytesIO(made.content), read_only=True)
            assert {slip.sheet for slip in made.truth.slips} <= set(book.sheetnames)
    assert len(kinds) >= 7, kinds


def test_names_are_many_and_their_polarities_are_mixed() -> None:
    names = all_names()
    assert len({name.name for name in names}) == len(names) >= 150
    good = Counter(name.good for name in names)
    assert good[Good.HIGH] > 60
    assert good[Good.LOW] > 60
    assert good[Good.NEITHER] > 5


def test_periods_print_as_the_contract_says() -> None:
    assert Time(Span.MONTH, 2018, 12).printed() == "2018-12"
    assert Time(Span.QUARTER, 2018, 3).printed() == "2018/19 Q3"
    assert Time(Span.QUARTER, 2023, 4, start=1).printed() == "2023 Q4"
    assert Time(Span.YEAR, 1999).printed() == "1999/00"
    assert Time(Span.MONTH, 2019, 1).back().printed() == "2018-12"
    assert Time(Span.MONTH, 2019, 1).quarter().printed() == "2018/19 Q4"
    assert [m.printed() for m in Time(Span.QUARTER, 2018, 4).months()] == [
        *("2019-01", "2019-02", "2019-03"),
    ]
