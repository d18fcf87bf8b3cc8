"""The risks of a workbook stand in a matrix of likelihood and impact on the Summary."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import refreshed_into, scorecard
from tests.support.office import Values

ROWS = (
    ("A1", "Children waiting", 24, 22),
    (),
    ("Risk", "Likelihood", "Impact", "Score", "Level"),
    ("Practice", 3, 4, 12, "Moderate"),
    ("Workforce", 4, 4, 16, "High"),
    ("Placements", 4, 4, 16, "High"),
)
RULES = "name: risks\nindicators:\n  - {id: A1, name: Children waiting, unit: count}\n"


def test_each_risk_stands_in_its_place(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "q3.xlsx", ROWS, ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
        number_format="General",
    )  # fmt: skip
    refreshed_into(tmp_path / "out", book, RULES)
    values = Values(tmp_path / "out" / "q3.xlsx")
    row, _ = values.find("Summary", "Impact 4")
    # across, the likelihood from 1 to 5
    assert values.row("Summary", row)[1:6] == ["", "", "1", "2, 3", ""]
    listed, _ = values.find("Summary", "Workforce")
    assert values.row("Summary", listed)[1:6] == [2, 4, 4, 16, "High"]
