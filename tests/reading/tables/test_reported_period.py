from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

RULES = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: count, basis: snapshot}\n"


def _period(folder: Path, **figures: Cell) -> str | None:
    headings = ["Measure", *(name.replace("_", " ") for name in figures)]
    rows = [["Children seen", *figures.values()]]
    workbook = scorecard(folder / "q3.xlsx", rows, headings, number_format="0")
    return checked(workbook, RULES).period


@pytest.mark.parametrize(
    ("figures", "period"),
    [
        ({"Q2 2018/19": 5, "Q3 2018/19": 6, "Q4 2018/19": None}, "2018/19 Q3"),
        ({"Q2 2018/19": 5, "Q3 2018/19": "TBC"}, "2018/19 Q2"),
        ({"2016/17": 5, "2015/16": 6}, "2016/17"),
        ({"Nov-18": 5, "Dec-18": 6}, "2018-12"),
        # of periods that end together: quarter, then month, then year
        ({"Dec-18": 5, "Q3 2018/19": 6}, "2018/19 Q3"),
        ({"Mar-19": 5, "2018/19": 6}, "2019-03"),
        ({"Mar-19": 5, "2018/19": 6, "Q4 2018/19": 7}, "2018/19 Q4"),
    ],
)
def test_the_latest_period_with_figures_is_reported(
    tmp_path: Path, figures: dict[str, Cell], period: str
) -> None:
    assert _period(tmp_path, **figures) == period


def test_without_any_figure_it_is_the_latest_there_is_a_column_for(tmp_path: Path) -> None:
    assert _period(tmp_path, **{"Q2 2018/19": "TBC", "Q3 2018/19": "TBC"}) == "2018/19 Q3"
