from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import SHEET, cleared, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office
from tests.support.readers import opened


def _with_sheets(path: Path, *names: str) -> Path:
    def more(book: Any, page: Any) -> None:
        for name in names:
            book.add_worksheet(name).write_string(0, 0, f"The officers' own {name}")

    return scorecard(path, more=more)


@pytest.mark.parametrize("name", ["Summary", "Checks", "Indicators", "SUMMARY", "checks"])
def test_a_sheet_of_the_officers_that_has_our_name_stays_as_it_is(
    tmp_path: Path, name: str
) -> None:
    workbook = _with_sheets(tmp_path / "q3.xlsx", name)
    refreshed_into(tmp_path / "out", workbook)
    after = opened(tmp_path / "out" / "q3.xlsx")
    assert after.sheetnames[:2] == [SHEET, name]
    assert len(after.sheetnames) == 5  # theirs, and Summary, Checks, Indicators of ours
    assert len({title.casefold() for title in after.sheetnames}) == 5
    assert after[name]["A1"].value == f"The officers' own {name}"
    assert after[name].max_row == 1


def test_our_formulas_and_charts_name_the_sheet_they_are_on(tmp_path: Path) -> None:
    workbook = _with_sheets(tmp_path / "q3.xlsx", "Summary")
    refreshed_into(tmp_path / "out", workbook)
    after = opened(tmp_path / "out" / "q3.xlsx", formulas=True)
    ours = after[after.sheetnames[2]]
    charts = [
        str(series.val.numRef.f)
        for chart in ours._charts
        for series in chart.series
        if series.val is not None and series.val.numRef is not None
    ]
    assert charts
    assert all(ours.title in reference for reference in charts)
    cells = [str(c.value) for row in ours.iter_rows() for c in row if c.data_type == "f"]
    assert not any("Summary'!" in formula for formula in cells if ours.title not in formula)


def test_our_sheets_keep_their_names_when_refreshed_again(tmp_path: Path) -> None:
    workbook = _with_sheets(tmp_path / "q3.xlsx", "Summary", "Scorecard Summary")
    refreshed_into(tmp_path / "one", workbook)
    refreshed_into(tmp_path / "two", tmp_path / "one" / "q3.xlsx")
    names = [opened(tmp_path / run / "q3.xlsx").sheetnames for run in ("one", "two")]
    assert names[0] == names[1]
    assert names[0][:3] == [SHEET, "Summary", "Scorecard Summary"]


@pytest.mark.parametrize(
    "name",
    ["Children's Q3", "Q3!final", "A1", "R1C1", "50%", "=total", "a,b;c", "Q3 & <draft>",
     "Ünïcode ✓", '"Final"', " leading space", "x" * 31],
)  # fmt: skip
def test_a_scorecard_sheet_may_have_any_name(tmp_path: Path, name: str, soffice: Office) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", sheet=name)
    refreshed_into(tmp_path / "one", workbook)
    refreshed_into(tmp_path / "two", tmp_path / "one" / "q3.xlsx")
    once, twice = (tmp_path / run / "q3.xlsx" for run in ("one", "two"))
    assert disagreements(workbook, once, soffice) == []
    assert once.read_bytes() == twice.read_bytes()
    cleared(twice)
    assert opened(twice).sheetnames == [name]
