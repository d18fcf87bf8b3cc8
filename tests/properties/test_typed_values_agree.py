"""Text that is read as a figure counts as that figure in the live formulas too."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import FIRST_ROW, SHEET, refreshed_into, scorecard
from tests.support.office import Office, Values

HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
STATUS_COLUMN = len(HEADINGS) + 1
# Text, unit, target in the sheet, status: high is good, 5 points (or 5) of tolerance.
ROWS = (
    ("80.9 %", "percent", "80%", "Good"),
    ("80%p", "percent", "≥ 80%", "Good"),
    ("84% (21/25)", "percent", "80% or above", "Good"),
    ("(21/21)x100=100%", "percent", 0.8, "Good"),
    ("74% (R)", "percent", "80% by March", "Yellow"),
    ("76", "percent", 0.8, "Acceptable"),
    ('79% "so far"', "percent", 0.8, "No data"),
    ("<5", "count", 80, "No data"),
    ("1\u00a0806", "count", "1,806", "Good"),
    ("711 volunteers (GREEN)", "count", "715 volunteers", "Acceptable"),
    ("£1.2m", "currency", "£1.2m", "Good"),
    ("(12)", "currency", 0, "Amber"),
    ("c.80", "count", "Additional 81", "Acceptable"),
    ("nil", "count", 0, "Good"),
    ("1:5", "ratio", "1:4", "Acceptable"),
    ("84.2¹", "count", "Above average", "Not rated"),
    ("TBC", "count", 80, "No data"),
)


def test_formula_and_report_give_the_same_word(tmp_path: Path, soffice: Office) -> None:
    rules = "".join(
        f"  - {{id: I{n}, name: Indicator {n}, unit: {unit}, good_is: high, tolerance: "
        f"{'5 points' if unit == 'percent' else '5'}}}\n"
        for n, (_, unit, _, _) in enumerate(ROWS)
    )
    cells = [
        (f"I{n}", f"Indicator {n}", target, None, text)
        for n, (text, _, target, _) in enumerate(ROWS)
    ]
    workbook = scorecard(tmp_path / "q3.xlsx", cells, HEADINGS, number_format="General")
    outcome = refreshed_into(tmp_path / "out", workbook, f"name: typed\nindicators:\n{rules}")
    computed = Values(soffice.recalculated(tmp_path / "out" / "q3.xlsx"))
    stored = Values(tmp_path / "out" / "q3.xlsx")

    expected = [status for *_, status in ROWS]
    reported = [item.status.capitalize().replace("_", " ") for item in outcome.indicators]
    places = [(SHEET, FIRST_ROW + n, STATUS_COLUMN) for n in range(len(ROWS))]
    assert reported == expected
    assert [stored.at(*place) for place in places] == expected
    assert [computed.at(*place) for place in places] == expected


# Text or number, the rule's further keys, target in the sheet, status.
OTHERWISE = (
    ("9m 02s", "unit: duration, good_is: low, tolerance: 90 seconds", "8m 00s", "Acceptable"),
    ("1h 15m", "unit: duration, good_is: low", "under 1 hour", "Red"),
    ("00:07:59", "unit: duration, good_is: low", "8 minutes", "Good"),
    ("Limited", "scale: [Substantial, Reasonable, Limited, None]", "Reasonable", "Red"),
    ("substantial", "scale: [Substantial, Reasonable, Limited, None]", "Reasonable", "Good"),
    ("1 in 8", "unit: ratio, good_is: low", "1 in 5", "Good"),
    (-999.0, "unit: count, good_is: low", 12.0, "No data"),
    (-3.0, "unit: days, good_is: low", 12.0, "No data"),
    ("£1.6m", "unit: currency, good_is: high", 1.5, "Not rated"),
)


def test_durations_grades_and_what_cannot_be_are_the_same_in_formulas(
    tmp_path: Path, soffice: Office
) -> None:
    rules = "".join(
        f"  - {{id: I{n}, name: Queue {n}, {keys}}}\n"
        for n, (_, keys, _, _) in enumerate(OTHERWISE)
    )
    cells = [
        (f"I{n}", f"Queue {n}", target, None, value)
        for n, (value, _, target, _) in enumerate(OTHERWISE)
    ]
    cells.append(("Z", "Visits", 300.0, 310.0, 320.0))
    workbook = scorecard(tmp_path / "q3.xlsx", cells, HEADINGS, number_format="General")
    outcome = refreshed_into(tmp_path / "out", workbook, f"name: typed\nindicators:\n{rules}")
    computed = Values(soffice.recalculated(tmp_path / "out" / "q3.xlsx"))

    expected = [status for *_, status in OTHERWISE]
    reported = [item.status.capitalize().replace("_", " ") for item in outcome.indicators]
    places = [(SHEET, FIRST_ROW + n, STATUS_COLUMN) for n in range(len(OTHERWISE))]
    assert reported[: len(OTHERWISE)] == expected
    assert [computed.at(*place) for place in places] == expected
