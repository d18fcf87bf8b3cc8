from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.real.understood import read_grids
from tests.support.grids import grid
from xl_scorecard.domain.grid import Cell, CellError, Value
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.reading.figures.kept import Scale, scale_of
from xl_scorecard.reading.figures.outturns import (
    in_one_scale,
    is_value,
    rating_beside,
    read_outturn,
)

PERCENT, COUNT = Unit.PERCENT, Unit.COUNT
Q3 = Period.quarter(2018, 3)


def _read(
    value: Value,
    unit: Unit | None = PERCENT,
    *,
    number_format: str = "General",
    factor: float = 1.0,
    formula: str | None = None,
) -> Outturn:
    cell = Cell(4, 8, value, formula, number_format)
    return read_outturn(cell, Q3, (4, 8), Scale(unit, factor))


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("TBC", Gap.AWAITED), ("awaited", Gap.AWAITED), ("To follow", Gap.AWAITED),
        ("c", Gap.SUPPRESSED), ("[c]", Gap.SUPPRESSED), ("*", Gap.SUPPRESSED),
        ("[low]", Gap.SUPPRESSED), ("<5", Gap.SUPPRESSED), ("1-4", Gap.SUPPRESSED),
        ("[x]", Gap.NOT_AVAILABLE), ("..", Gap.NOT_AVAILABLE), ("-", Gap.NOT_AVAILABLE),
        ("No data", Gap.NOT_AVAILABLE), ("see note", Gap.NOT_AVAILABLE),
        ("[z]", Gap.NOT_APPLICABLE), ("N/A", Gap.NOT_APPLICABLE),
        ("Not due", Gap.NOT_DUE), ("Annual", Gap.NOT_DUE),
    ],
)  # fmt: skip
def test_a_reason_for_absence_is_a_gap_and_never_zero(text: str, gap: Gap) -> None:
    outturn = _read(text)
    assert (outturn.value, outturn.gap, outturn.raw) == (None, gap, text)


def test_a_blank_cell_is_not_available() -> None:
    outturn = read_outturn(None, Q3, (4, 8), Scale(PERCENT))
    assert (outturn.value, outturn.gap, outturn.raw) == (None, Gap.NOT_AVAILABLE, "")
    assert outturn.cell == "H4"


def test_a_formula_without_a_stored_result_is_told_from_one_that_shows_nothing() -> None:
    never, nothing = _read(None, formula="B2/C2"), _read("", formula='IF(B2="","",B2)')
    assert (never.gap, never.uncomputed) == (Gap.NOT_AVAILABLE, True)
    assert (nothing.gap, nothing.uncomputed) == (Gap.NOT_AVAILABLE, False)


def test_zero_is_a_figure() -> None:
    outturn = _read(0.0, COUNT)
    assert (outturn.value, outturn.gap) == (0.0, None)


@pytest.mark.parametrize(
    ("value", "number_format", "factor", "fraction", "own"),
    [
        (0.84, "0%", 1.0, 0.84, 1.0),
        (0.84, "General", 1.0, 0.84, 1.0),
        (84.2, "General", 100.0, 0.842, 100.0),
        (0.84, "0%", 100.0, 0.84, 1.0),  # a percent format says what is meant
    ],
)
def test_percentages_are_held_as_fractions_however_they_are_kept(
    value: float, number_format: str, factor: float, fraction: float, own: float
) -> None:
    outturn = _read(value, number_format=number_format, factor=factor)
    assert (outturn.value, outturn.factor) == (fraction, own)


@pytest.mark.parametrize(
    ("text", "unit", "factor", "value", "decimals"),
    [
        ("80.9 %", PERCENT, 1.0, 0.809, 1),
        ("84%", PERCENT, 100.0, 0.84, 0),
        ("84.2", PERCENT, 100.0, 0.842, 1),
        ("0.84", PERCENT, 1.0, 0.84, 2),
        ("1,806", COUNT, 1.0, 1806, 0),
        ("'54", COUNT, 1.0, 54, 0),
    ],
)
def test_a_number_typed_as_text_counts_and_is_remembered_as_text(
    text: str, unit: Unit, factor: float, value: float, decimals: int
) -> None:
    outturn = _read(text, unit, factor=factor)
    assert (outturn.value, outturn.gap) == (value, None)
    assert outturn.as_text == text
    assert outturn.stated_decimals == decimals


@pytest.mark.parametrize(
    ("text", "value", "flag"),
    [
        ("84% [p]", 0.84, "provisional"), ("84%p", 0.84, "provisional"),
        ("84% [r]", 0.84, "revised"), ("84% [e]", 0.84, "estimated"),
        ("84% [f]", 0.84, "forecast"), ("84% [b]", 0.84, "break"),
    ],
)  # fmt: skip
def test_a_flag_after_a_figure_is_no_part_of_it(text: str, value: float, flag: str) -> None:
    outturn = _read(text)
    assert (outturn.value, outturn.flags) == (value, (flag,))


def test_an_error_value_is_no_figure() -> None:
    outturn = _read(CellError("#DIV/0!"), formula="A1/B1")
    assert (outturn.value, outturn.error, outturn.raw) == (None, True, "#DIV/0!")


def test_a_formula_without_a_stored_result_has_no_figure() -> None:
    outturn = _read(None, formula="A1/B1")
    assert (outturn.value, outturn.formula, outturn.error) == (None, True, False)


@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_no_figures(value: bool) -> None:
    assert _read(value, COUNT).value is None


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "shown", "decimals"),
    [
        (0.84, "0%", PERCENT, "84%", 0),
        (0.864, "0.0%", PERCENT, "86.4%", 1),
        (0.842, "0%", PERCENT, "84%", 0),  # stated is what is shown
        (0.84, "0.00%", PERCENT, "84.00%", 0),  # no more than was typed
        (1806.0, "#,##0", COUNT, "1,806", 0),
        (12.75, "General", COUNT, "12.75", 2),
    ],
)
def test_a_figure_is_stated_with_the_decimals_shown_but_no_more_than_typed(
    value: float, number_format: str, unit: Unit, shown: str, decimals: int
) -> None:
    outturn = _read(value, unit, number_format=number_format)
    assert (outturn.raw, outturn.stated_decimals) == (shown, decimals)


def test_a_rating_in_the_cell_and_other_remarks_are_kept() -> None:
    outturn = _read("80.9% (R) [p]")
    assert (outturn.value, outturn.typed, outturn.as_text) == (0.809, "R", "80.9% (R) [p]")
    assert set(outturn.flags) == {"rated", "provisional"}


def test_the_rating_beside_the_latest_figure_is_the_typed_one() -> None:
    texts = {Period.quarter(2018, 1): "70% (R)", Period.quarter(2018, 2): "84% (GREEN)"}
    read = {p: read_outturn(Cell(4, 8, t), p, (4, 8), Scale(PERCENT)) for p, t in texts.items()}
    assert rating_beside(read) == Cell(4, 8, "GREEN")
    plain = read_outturn(Cell(4, 9, 0.85), Q3, (4, 9), Scale(PERCENT))
    assert rating_beside({**read, Q3: plain}) is None
    assert rating_beside({}) is None


def test_a_date_is_no_figure_but_kept_as_it_shows() -> None:
    outturn = _read(dt.date(2018, 4, 1))
    assert (outturn.value, outturn.raw) == (None, "01/04/2018")
    assert outturn.flags == ("not understood",)


def test_bare_text_beside_fractions_is_in_percent() -> None:
    assert _read("80").value == 0.8
    assert _read("0.8").value == 0.8
    assert _read("80", COUNT).value == 80


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (0.84, True), (CellError("#N/A"), True), ("TBC", True), ("84%p", True), ("<5", True),
        ("A/R", True), (None, False), ("Commentary", False), ("Q3 2018/19", False), (True, False),
    ],
)  # fmt: skip
def test_a_value_is_a_figure_or_says_why_there_is_none(value: Value, is_one: bool) -> None:
    assert is_value(Cell(4, 8, value)) is is_one


def test_what_slipped_is_read_as_its_neighbours_are() -> None:
    numbers = {Period.quarter(2018, n): value for n, value in enumerate((0.78, 0.81, 80.0), 1)}
    read = {p: read_outturn(Cell(4, 8, v), p, (4, 8), Scale(PERCENT)) for p, v in numbers.items()}
    settled = in_one_scale(read, PERCENT, None)
    assert [(o.value, o.factor) for o in settled.values()] == [(0.78, 1), (0.81, 1), (0.8, 100)]
    assert in_one_scale(read, COUNT, None) == read


def test_a_row_of_percentages_above_one_and_a_half_is_kept_in_hundreds() -> None:
    def cells(*values: float) -> list[Cell | None]:
        return [Cell(4, column, value) for column, value in enumerate(values, 1)]

    assert scale_of(cells(84.2, 79.0, 1.2), PERCENT).factor == 100
    assert scale_of(cells(0.842, 0.79, 1.2), PERCENT).factor == 1
    assert scale_of(cells(84.2, 79.0), COUNT).factor == 1
    assert scale_of([None, *cells()], PERCENT).factor == 1
    formatted = Cell(4, 1, 0.8, number_format="0%")
    assert scale_of([formatted, *cells(84.2, 79.0)], PERCENT).factor == 100
    assert scale_of([formatted, *cells(84.2)], PERCENT).factor == 1  # one each: a format says it


@pytest.mark.parametrize(
    ("figures", "target", "read"),
    [
        (("8,5", "9,25"), "9,0", [8.5, 9.25]),
        (("8,5", "9"), "7,5", [8.5, 9.0]),
        (("8,5", "9.25"), "9", [None, 9.25]),  # which of the two is the decimal sign?
        (("8,5", "9"), "8", [None, 9.0]),  # may be a slip
    ],
)
def test_a_row_of_decimal_commas_is_read(
    figures: tuple[str, str], target: str, read: list[float | None]
) -> None:
    rows = [["Measure", "Target", "Q1 2023/24", "Q2 2023/24"], ["Days lost", target, *figures],
            ["Visits", 9, 7, 8]]  # fmt: skip
    measure, _ = read_grids(grid(rows)).measures
    assert [o.value for o in measure.outturns.values()] == read
