"""Rows of every kind, judged in Excel's own language: what another program computes is what was
worked out by hand, and so is what we stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import FIRST_ROW, SHEET, Cell, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.packages import patched, replacing

HEADINGS = ("Ref", "Measure", "Target", "Tolerance", "Q3 2017/18", "Q2 2018/19", "Q3 2018/19")
OURS = len(HEADINGS) + 1
NA = "n/a"


class Row:
    """A row, its rule, and what stands beside it: status, direction, change, change on year."""

    def __init__(self, rule: str, cells: Sequence[Cell], *expected: object) -> None:
        self.rule, self.cells, self.expected = rule, cells, expected


HIGH, LOW, PLAN, NEITHER = (f"good_is: {word}" for word in ("high", "low", "plan", "neither"))
FIVE = "tolerance: 5 visits"
RANGE = 'target: "40-60", tolerance: 4 visits, good_is: plan'
PERCENT = "unit: percent, good_is: high, tolerance: 5 points"

# The cells are target, tolerance, then a year ago, a quarter ago and now.
ROWS = [
    # up, down and not at all, where high, low or neither is good
    Row(f"{HIGH}, {FIVE}", (80, None, 70, 75, 82), "Good", "▲ Improved", 7 / 75, 12 / 70),
    Row(f"{HIGH}, {FIVE}", (80, None, 70, 90, 74), "Yellow", "▼ Worsened", -16 / 90, 4 / 70),
    Row(f"{HIGH}, {FIVE}", (80, None, 75, 75, 75), "Acceptable", "► Static", 0, 0),
    Row(f"{LOW}, {FIVE}", (20, None, 25, 22, 25), "Acceptable", "▲ Worsened", 3 / 22, 0),
    Row(f"{LOW}, {FIVE}", (20, None, 40, 40, 31), "Amber", "▼ Improved", -9 / 40, -9 / 40),
    Row(f"{LOW}, {FIVE}", (20, None, 36, 36, 36), "Red", "► Static", 0, 0),
    Row(NEITHER, (20, None, 4, 4, 5), "Not rated", "▲ Up", 1 / 4, 1 / 4),
    Row(NEITHER, (None, None, 5, 5, 4), "Not rated", "▼ Down", -1 / 5, -1 / 5),
    Row(NEITHER, (None, None, 5, 4, 4), "Not rated", "► Level", 0, -1 / 5),
    # nearer to plan is better, whichever way; inside a range there is no nearer
    Row(f"{PLAN}, {FIVE}", (50, None, 50, 40, 48), "Acceptable", "▲ Improved", 8 / 40, -2 / 50),
    Row(f"{PLAN}, {FIVE}", (50, None, 50, 48, 40), "Yellow", "▼ Worsened", -8 / 48, -10 / 50),
    Row(f"{PLAN}, {FIVE}", (50, None, 50, 45, 55), "Acceptable", "▲ Static", 10 / 45, 5 / 50),
    Row(f"{PLAN}, {FIVE}", (50, None, 50, 50, 50), "Good", "► Static", 0, 0),
    Row(f"{PLAN}, {FIVE}", (None, None, 50, 40, 48), "Not rated", "▲ Up", 8 / 40, -2 / 50),
    Row(f"{PLAN}, {FIVE}", (None, None, 50, 48, 40), "Not rated", "▼ Down", -8 / 48, -10 / 50),
    Row(f"{PLAN}, {FIVE}", (None, None, 50, 40, 40), "Not rated", "► Level", 0, -10 / 50),
    Row(RANGE, (None, None, 50, 70, 62), "Acceptable", "▼ Improved", -8 / 70, 12 / 50),
    Row(RANGE, (None, None, 50, 45, 55), "Good", "▲ Static", 10 / 45, 5 / 50),
    Row(RANGE, (None, None, 50, 45, 35), "Yellow", "▼ Worsened", -10 / 45, -15 / 50),
    Row(RANGE, (None, None, 50, 38, 62), "Acceptable", "▲ Static", 24 / 38, 12 / 50),
    Row(RANGE, (None, None, 60, 60, 60), "Good", "► Static", 0, 0),
    Row(f"{RANGE.replace('plan', 'high')}", (None, None, 50, 62, 70), "Amber", "▲ Worsened",
        8 / 62, 20 / 50),
    # from nothing there is no change, and from less than nothing it is a share of its size
    Row(f"{HIGH}, {FIVE}", (80, None, 0, 0, 75), "Acceptable", "▲ Improved", NA, NA),
    Row(f"{HIGH}, {FIVE}", (0, None, 20, -10, -5), "Acceptable", "▲ Improved", 0.5, -1.25),
    # gaps now, a quarter ago and a year ago
    Row(f"{HIGH}, {FIVE}", (80, None, 70, 75, "TBC"), "No data", NA, NA, NA),
    Row(f"{HIGH}, {FIVE}", (80, None, 70, None, 79), "Acceptable", NA, NA, 9 / 70),
    Row(f"{HIGH}, {FIVE}", (80, None, "c", 75, 79), "Acceptable", "▲ Improved", 4 / 75, NA),
    Row(f"{HIGH}, {FIVE}", ("TBC", None, 70, 75, 79), "Not rated", "▲ Improved", 4 / 75, 9 / 70),
    Row(NEITHER, (None, None, 70, 75, None), "No data", NA, NA, NA),
    # numbers typed as text, in the target, a quarter ago and now
    Row(f"{HIGH}, {FIVE}", (80, None, 70, 75, "79"), "Acceptable", "▲ Improved", 4 / 75, 9 / 70),
    Row(f"{HIGH}, {FIVE}", (80, None, 70, "1,000", 500), "Good", "▼ Worsened", -0.5, 430 / 70),
    Row(f"{HIGH}, {FIVE}", ("80 visits", None, 70, 75, 79), "Acceptable", "▲ Improved",
        4 / 75, 9 / 70),
    Row(f"{HIGH}, {FIVE}", ('at least 80', None, 70, 75, 70), "Yellow", "▼ Worsened",
        -5 / 75, 0),
    # percentages as 84.2, and as 0.842
    Row(PERCENT, (80, None, 70.5, 75.5, 74.9), "Yellow", "▼ Worsened", -0.6 / 75.5, 4.4 / 70.5),
    Row(PERCENT, (0.8, None, 0.7, 0.75, 0.75), "Acceptable", "► Static", 0, 0.05 / 0.7),
    Row(PERCENT, ("80%", None, 70.5, 75.5, "75%"), "Acceptable", "▼ Worsened", -0.5 / 75.5,
        4.5 / 70.5),
    # the tolerance of the workbook: in its unit, a share of the target, in words, and none
    Row(HIGH, (80, 5, 70, 70, 75), "Acceptable", "▲ Improved", 5 / 70, 5 / 70),
    Row(HIGH, (80, 5, 70, 70, 74.9), "Yellow", "▲ Improved", 4.9 / 70, 4.9 / 70),
    Row(HIGH, (80, "10%", 70, 70, 72), "Acceptable", "▲ Improved", 2 / 70, 2 / 70),
    Row(HIGH, (80, "10%", 70, 70, 71.9), "Yellow", "▲ Improved", 1.9 / 70, 1.9 / 70),
    Row(HIGH, (80, "5 visits", 70, 70, 70), "Yellow", "► Static", 0, 0),
    Row("unit: percent, good_is: high", (80, 5, 70, 70, 75), "Acceptable", "▲ Improved", 5 / 70,
        5 / 70),
    Row("unit: percent, good_is: high", (80, 5, 70, 70, 74.9), "Yellow", "▲ Improved", 4.9 / 70,
        4.9 / 70),
    Row("unit: percent, good_is: high", (0.8, 0.05, 0.7, 0.7, 0.749), "Yellow", "▲ Improved",
        4.9 / 70, 4.9 / 70),
    Row(HIGH, (80, None, 70, 70, 79.9), "Red", "▲ Improved", 9.9 / 70, 9.9 / 70),
    Row(HIGH, (80, None, 70, 70, 80), "Good", "▲ Improved", 10 / 70, 10 / 70),
]  # fmt: skip


def _expected(row: Row) -> list[object]:
    return [pytest.approx(item) if isinstance(item, float) else item for item in row.expected]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    cells = [(f"I{n}", f"Visits of kind {n}", *row.cells) for n, row in enumerate(ROWS)]
    rules = "".join(
        f"  - {{id: I{n}, name: Visits of kind {n}, {row.rule}}}\n" for n, row in enumerate(ROWS)
    )
    book = scorecard(folder / "q3.xlsx", cells, HEADINGS, number_format="General")
    columns = "columns: [rag, direction, change, change_on_year]\n"
    refreshed_into(folder / "out", book, f"name: judged\n{columns}indicators:\n{rules}")
    return folder / "out" / "q3.xlsx"


@pytest.fixture(scope="module")
def computed(output: Path, soffice: Office) -> Values:
    return Values(soffice.recalculated(output))


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_a_row_is_judged_in_excel_as_by_hand(output: Path, computed: Values, number: int) -> None:
    row = ROWS[number]
    for values in (Values(output), computed):
        found = [values.at(SHEET, FIRST_ROW + number, OURS + column) for column in range(4)]
        assert found == _expected(row), (row.rule, row.cells)


def test_an_amber_threshold_is_as_far_as_the_tolerance_reaches_and_is_so_once_it_is_edited(
    tmp_path: Path, soffice: Office
) -> None:
    headings = ("Ref", "Measure", "Target", "Amber threshold", "Q2 2018/19", "Q3 2018/19")
    rows: list[tuple[Cell, ...]] = [
        ("A1", "Seen in time", 0.8, 0.75, 0.7, 0.75),
        ("B1", "Reviewed in time", 0.8, 0.75, 0.7, 0.749),
        ("C1", "Waiting", 80, 75, 70, 75), ("D1", "Visited in time", 0.8, "75%", 0.7, 0.75),
        ("E1", "Answered in time", 80, 75, 70, 74.9),
    ]  # fmt: skip
    rules = (
        "name: s\ndefaults: {good_is: high}\nindicators:\n"
        "  - {id: A1, name: Seen in time, unit: percent}\n"
        "  - {id: B1, name: Reviewed in time, unit: percent}\n"
        "  - {id: C1, name: Waiting, unit: percent}\n"
        "  - {id: D1, name: Visited in time, unit: percent}\n"
        "  - {id: E1, name: Answered in time, unit: percent}\n"
    )
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    refreshed_into(tmp_path / "out", book, rules)
    output = tmp_path / "out" / "q3.xlsx"
    words = ["Acceptable", "Yellow", "Acceptable", "Acceptable", "Yellow"]
    for values in (Values(output), Values(soffice.recalculated(output))):
        assert [values.at(SHEET, row, 7) for row in range(4, 9)] == words
    sheet = {"xl/worksheets/sheet1.xml": replacing("<v>0.75</v>", "<v>0.78</v>")}
    computed = Values(soffice.recalculated(patched(output, tmp_path / "edited.xlsx", sheet)))
    assert computed.at(SHEET, 4, 7) == "Amber"  # five points short, of which two are tolerated
