"""A table with a row for each indicator and period: which rows count."""

from __future__ import annotations

from tests.reading.real.understood import only_table, read_grids
from tests.support.grids import grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Scorecard

HEADINGS = ["Ref", "Indicator", "Period", "Value"]
Q2, Q3 = Period.quarter(2018, 2), Period.quarter(2018, 3)


def _read(*rows: list[object]) -> Scorecard:
    return read_grids(grid([HEADINGS, *rows]))


def test_of_a_period_that_stands_twice_the_first_row_counts_and_the_other_is_told() -> None:
    scorecard = _read(
        ["A1", "Visits", "Q2 2018/19", 75], ["A1", "Visits", "Q3 2018/19", 82],
        ["A1", "Visits", "Q2 2018/19", 99], ["B1", "Plans", "Q3 2018/19", 23],
    )  # fmt: skip
    visits, plans = scorecard.measures
    assert {p: o.value for p, o in visits.outturns.items()} == {Q2: 75, Q3: 82}
    assert {p: o.value for p, o in plans.outturns.items()} == {Q3: 23}
    (again,) = only_table(scorecard).repeated
    assert (again.row.row, again.period) == (4, Q2)


def test_a_row_that_names_no_period_is_left_out_and_told() -> None:
    scorecard = _read(
        ["A1", "Visits", "Q2 2018/19", 75], ["A1", "Visits", "Q3 2018/19", 82],
        ["A1", "Visits", "all year", 99], ["B1", "Plans", "Q3 2018/19", 23],
    )  # fmt: skip
    assert [{p: o.value for p, o in m.outturns.items()} for m in scorecard.measures] == [
        {Q2: 75, Q3: 82}, {Q3: 23},
    ]  # fmt: skip
    (told,) = only_table(scorecard).left_out
    assert (told.where, told.why) == ("B4", "names no period")
