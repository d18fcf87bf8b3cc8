"""What the Summary's lists say of an indicator, and what it is counted by, in the sheet's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values

HEADINGS = ("Ref", "Directorate", "Section", "Measure", "Good is", "Target", "Q1 2018/19",
            "Q2 2018/19", "Q3 2018/19", "Comment")  # fmt: skip
SECOND = 1 / 86_400
LONG = (
    "% of assessments rated good or better at audit by a second reader who had not seen the first "
    "audit, of all that were drawn for audit in the period"
)
ROWS = (
    ("A1", "Children", "Visits", "% of visits on time", "High", 0.8, 0.79, 0.78, 0.79, None),
    ("B1", "Children", "Finance", "Days to pay", "Low", 20, 23, 24, 22, "Two posts are vacant."),
    ("C1", "Places", "Visits", "Time to answer", "Low", 480 * SECOND, 500 * SECOND, 520 * SECOND,
     510 * SECOND, None),
    ("D1", "Places", "Finance", LONG, "High", 0.9, 0.7, 0.7, 0.8, None),
)  # fmt: skip
RULES = """\
name: listed
{columns}
indicators:
  - {{id: A1, name: "% of visits on time", unit: percent}}
  - {{id: B1, name: Days to pay, unit: days}}
  - {{id: C1, name: Time to answer, unit: duration}}
  - {{id: D1, name: "{long}", unit: percent}}
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("listed")
    return scorecard(folder / "q3.xlsx", ROWS, HEADINGS, number_format="General")


def _refreshed(book: Path, folder: Path, columns: str) -> Path:
    refreshed_into(folder, book, RULES.format(columns=columns, long=LONG))
    return folder / book.name


def _listed(path: Path) -> dict[str, dict[str, object]]:
    """The places of the list by the first word of the indicator's name, by heading."""
    values = Values(path)
    row, _ = values.find("Summary", "Indicators that need attention, worst first")
    width = 13
    headings = values.row("Summary", row + 1)[:width]
    found = {}
    for place in range(row + 2, row + 6):
        cells = dict(zip(headings, values.row("Summary", place)[:width], strict=True))
        found[" ".join(str(cells["Indicator"]).split()[:3])] = cells
    return found


def test_what_is_short_of_target_is_said_in_its_unit_one_or_several(
    book: Path, tmp_path: Path, soffice: Office
) -> None:
    path = _refreshed(book, tmp_path, "columns: [rag, direction, change, streak]")
    listed = _listed(path)
    short = {name: cells["Short of target by"] for name, cells in listed.items()}
    # 80% less 79%, 22 days less 20, 510 seconds less 480, 90% less 80%
    assert short == {
        "% of visits": "1 point", "Days to pay": "2", "Time to answer": "0.5 min",
        "% of assessments": "10 points",
    }  # fmt: skip
    # how long so stands in its column, so that nothing is said again as if it were a comment
    assert listed["% of visits"]["How long"] == "Below target in every quarter on record"
    assert [listed[n]["Comment"] for n in ("% of visits", "Days to pay")] == [
        "", "Two posts are vacant.",
    ]  # fmt: skip
    # a long name is cut between words
    assert listed["% of assessments"]["Indicator"] == (
        "% of assessments rated good or better…"
        "first audit, of all that were drawn for audit in the period"
    )
    assert disagreements(book, path, soffice) == []
    # both columns of groups are counted by, in the sheet's words
    for title, groups in (
        ("By directorate", {"Children": 2, "Places": 2}),
        ("By section", {"Visits": 2, "Finance": 2}),
    ):
        row, _ = Values(path).find("Summary", title)
        lines = [Values(path).row("Summary", row + n) for n in (2, 3)]
        assert {line[0]: line[8] for line in lines} == groups


def test_without_a_column_for_it_how_long_so_stands_where_there_is_no_comment(
    book: Path, tmp_path: Path
) -> None:
    listed = _listed(_refreshed(book, tmp_path, "columns: [rag, direction, change]"))
    assert listed["% of visits"]["Comment"] == (
        "It has been below target in every quarter on record (since Q1 2018/19)."
    )
    assert listed["Days to pay"]["Comment"] == "Two posts are vacant."
