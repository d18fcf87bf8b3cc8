"""Targets that reading passed over are not rated against in Excel either."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import SHEET, Cell, refreshed_into, scorecard, statuses
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.packages import patched

PERIODS = ("Q2 2018/19", "Q3 2018/19")
FIRST_ROW, STATUS = 4, 8


@pytest.mark.parametrize(
    ("headings", "targets"),
    [
        (("Target", "Target"), (0.8, 0.9)),
        (("Target 2017/18", "Target 2018/19"), (0.7, None)),
        (("Target 2017/18", "Target 2018/19"), (0.7, "TBC")),
    ],
)
def test_a_target_passed_over_in_reading_rates_nothing_once_excel_computes(
    tmp_path: Path, soffice: Office, headings: tuple[str, str], targets: tuple[Cell, Cell]
) -> None:
    rows = [("A1", "Children seen", "High", *targets, 0.75, 0.82)]
    before = scorecard(
        tmp_path / "q3.xlsx", rows, ("Ref", "Measure", "Good is", *headings, *PERIODS)
    )
    outcome = refreshed_into(tmp_path / "out", before)
    assert statuses(outcome) == {"A1": "not_rated"}
    assert disagreements(before, tmp_path / "out" / "q3.xlsx", soffice) == []


def test_a_row_is_rated_once_the_target_of_its_year_is_typed(
    tmp_path: Path, soffice: Office
) -> None:
    headings = ("Ref", "Measure", "Good is", "Target 2017/18", "Target 2018/19", *PERIODS)
    rows = [("A1", "Children seen", "High", 0.7, None, 0.75, 0.82)]
    empty = scorecard(tmp_path / "q3.xlsx", rows, headings)
    refreshed_into(tmp_path / "out", empty)

    def typed(sheet: bytes) -> bytes:
        return sheet.replace(b'<c r="F4"', b'<c r="E4"><v>0.9</v></c><c r="F4"', 1)

    after = tmp_path / "out" / "q3.xlsx"
    mended = patched(after, tmp_path / "typed.xlsx", {"xl/worksheets/sheet1.xml": typed})
    computed = Values(soffice.recalculated(mended))
    assert computed.at(SHEET, FIRST_ROW, STATUS) == "Yellow"  # 8 points short, 5 tolerated
