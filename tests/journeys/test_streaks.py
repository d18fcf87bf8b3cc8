"""Streaks from the workbook to the results: what JSON and `--explain` say of them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.books import Cell, checked, rule_file, scorecard
from tests.support.command import xl_scorecard

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19",
            "Q2 2018/19", "Q3 2018/19")  # fmt: skip
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Visits made", "High", 80, 82, 76, 60, 62, 61),
    ("B1", "Letters sent", "Low", 80, 70, 60, 69, 68, 59),
    ("C1", "Plans agreed", "High", 80, 82, 76, "n/a", 62, 61),
    ("D1", "Calls taken", None, None, 5, 5, 5, 6, None),
)
RULES = """\
name: streaks
defaults: {tolerance: 5, unit: count}
indicators:
  - {id: A1, name: Visits made}
  - {id: B1, name: Letters sent}
  - {id: C1, name: Plans agreed}
  - {id: D1, name: Calls taken}
"""


def _book(folder: Path) -> Path:
    return scorecard(folder / "q3.xlsx", ROWS, HEADINGS, number_format="General")


def test_json_says_how_long_since_when_and_in_words(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    xl_scorecard(
        "check", _book(tmp_path), "--rules", rule_file(tmp_path, RULES), "--json", report,
        "--fail-on", "never",
    )  # fmt: skip
    (workbook,) = json.loads(report.read_text("utf-8"))["workbooks"]
    found = {each["id"]: each["streak"] for each in workbook["indicators"]}
    assert found["A1"] == {
        "words": "Below tolerance for the third quarter running (against today's target)",
        "of": "tolerance", "beyond": True, "status_running": 3, "since": "2018/19 Q1",
        "extreme": None, "extreme_since": None, "on_record": False, "equal": False,
        "against_todays_target": True,
    }  # fmt: skip
    b = found["B1"]
    assert b["words"] == "Best on record (since Q3 2017/18)"
    assert (b["beyond"], b["status_running"], b["since"]) == (False, 5, "2017/18 Q3")
    assert (b["extreme"], b["extreme_since"], b["on_record"]) == ("lowest", "2017/18 Q3", True)
    c = found["C1"]
    assert (c["words"], c["beyond"], c["status_running"], c["since"]) == ("", True, None, None)
    assert found["D1"] is None


def test_explain_lists_those_that_there_is_something_to_say_of(tmp_path: Path) -> None:
    done = xl_scorecard(
        "check", _book(tmp_path), "--rules", rule_file(tmp_path, RULES), "--explain",
        "--fail-on", "never",
    )  # fmt: skip
    lines = done.out.splitlines()
    at = lines.index("  streaks:")
    assert lines[at + 1 : at + 3] == [
        (
            "    Scorecard!I4: A1: Below tolerance for the third quarter running "
            "(against today's target)"
        ),
        "    Scorecard!I5: B1: Best on record (since Q3 2017/18)",
    ]
    assert not any("C1:" in line for line in lines[at:] if line.startswith("    "))


def test_the_runs_result_has_it_whether_or_not_the_column_is_asked_for(tmp_path: Path) -> None:
    outcome = checked(_book(tmp_path), RULES)
    streak = outcome.indicators[0].streak
    assert streak is not None
    assert streak.status_running == 3


def test_each_side_of_a_plan_is_held_against_its_own_tolerance(tmp_path: Path) -> None:
    rows = [("A1", "Visits made", 80, 81, 88, 87, 89), ("B1", "Letters sent", 80, 81, 72, 73, 71)]
    headings = ("Ref", "Measure", "Target", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
    two_sided = "good_is: plan, unit: count, target: 80, tolerance: {above: 10, below: 2}"
    rules = "name: plans\nindicators:\n" + "".join(
        f"  - {{id: {id_}, name: {name}, {two_sided}}}\n" for id_, name, *_ in rows
    )
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    above, below = (i.streak for i in checked(book, rules).indicators)
    assert above is not None
    assert (above.beyond, above.status_running) == (False, 4)
    assert below is not None
    assert (below.beyond, below.status_running) == (True, 3)
