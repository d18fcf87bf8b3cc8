"""Reports for other programs: CSV, JUnit, the schema of the JSON; and the end of a folder's run."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.support.books import HEADINGS, ROWS, rule_file, scorecard
from tests.support.command import xl_scorecard


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook with a share of 101% in F4, one that is right, and one that is none."""
    rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    scorecard(tmp_path / "in" / "a.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])
    scorecard(tmp_path / "in" / "b.xlsx")
    (tmp_path / "in" / "c.xlsx").write_bytes(b"no workbook")
    return tmp_path


def _run(folder: Path, *words: str) -> Any:
    asked = ("check", "in", "--rules", "rules.yaml", *words)
    return xl_scorecard(*asked, folder=folder, status=3)


def test_the_findings_are_a_table(folder: Path) -> None:
    _run(folder, "--csv", "findings.csv")
    with (folder / "findings.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    (row,) = (row for row in rows if row["check"] == "percent-over-100")
    del row["message"], row["expected"]
    assert row == {
        "workbook": str(Path("in/a.xlsx")), "rules": "small", "period": "2018/19 Q3",
        "severity": "error", "check": "percent-over-100", "sheet": "Scorecard", "cell": "F4",
        "indicator": "A1", "found": "101%", "periods": "2018/19 Q3", "accepted": "no",
        "reason": "",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+one", "-x", "@SUM(A1)", " =1+1", "\tx"])
def test_no_cell_of_the_table_is_a_formula(tmp_path: Path, text: str) -> None:
    book = scorecard(tmp_path / "q3.xlsx", [(*ROWS[0][:5], f"{text} children"), *ROWS[1:]])
    words = ("check", book, "--rules", rule_file(tmp_path), "--csv", tmp_path / "f.csv")
    xl_scorecard(*words)
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    cells = [cell for row in rows for cell in row.values()]
    assert any(text.strip() in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))] == []


def test_junit_has_a_suite_a_workbook_and_a_case_a_check(folder: Path) -> None:
    _run(folder, "--junit", "report.xml")
    root = ET.parse(folder / "report.xml").getroot()
    suites = {suite.get("name"): suite for suite in root.iter("testsuite")}
    assert list(suites) == [str(Path("in") / name) for name in ("a.xlsx", "b.xlsx", "c.xlsx")]
    wrong, right, none = suites.values()
    (failed,) = (case for case in wrong.iter("testcase") if case.find("failure") is not None)
    assert failed.get("name") == "percent-over-100"
    failure = failed.find("failure")
    assert failure is not None
    assert (failure.text or "").startswith("Scorecard!F4: error: ")
    assert (wrong.get("failures"), right.get("failures"), none.get("errors")) == ("1", "0", "1")
    assert len(list(right.iter("testcase"))) == int(right.get("tests", "0")) > 50
    (unread,) = none.iter("error")
    assert unread.get("type") == "unreadable"
    assert (root.get("failures"), root.get("errors")) == ("1", "1")


def test_a_check_that_is_off_is_no_case(tmp_path: Path) -> None:
    rules = rule_file(tmp_path, _OFF)
    book = scorecard(tmp_path / "q3.xlsx")
    xl_scorecard("check", book, "--rules", rules, "--junit", tmp_path / "r.xml")
    names = [case.get("name") for case in ET.parse(tmp_path / "r.xml").iter("testcase")]
    assert "stale-repeat" not in names
    assert "own-sum" in names


_OFF = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high}
  - {id: B1, name: Children waiting, good_is: low}
  - {id: C1, name: Plans reviewed, good_is: high}
checks:
  off: [stale-repeat]
  rules: [{id: own-sum, that: "[A1] <= 100%"}]
"""


def _agrees(value: Any, schema: Any, root: Any) -> bool:
    """Whether a value is as a JSON Schema says, as far as these schemas go."""
    if "$ref" in schema:
        return _agrees(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        return any(_agrees(value, each, root) for each in schema["anyOf"])
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "const" in schema and value != schema["const"]:
        return False
    kinds = {
        "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
        "boolean": bool, "null": type(None),
    }  # fmt: skip
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        return False
    if isinstance(value, list):
        return all(_agrees(item, schema.get("items", {}), root) for item in value)
    if isinstance(value, dict):
        known = schema.get("properties", {})
        more = schema.get("additionalProperties", {})
        lacking = set(schema.get("required", ())) - set(value)
        strange = set(value) - set(known) if known else set()
        return not (lacking or strange) and all(
            _agrees(item, known.get(key, more), root) for key, item in value.items()
        )
    return True


def test_a_report_is_as_the_schema_says(folder: Path) -> None:
    schema = json.loads(xl_scorecard("report-schema").out)
    report = _run(folder, "--json", "-").report
    assert _agrees(report, schema, schema)
    report["workbooks"][0]["findings"][0]["severity"] = "grave"
    assert not _agrees(report, schema, schema)


def test_the_end_of_a_run_is_the_totals_and_then_what_failed(folder: Path) -> None:
    finished = _run(folder)
    assert finished.out.splitlines()[-1] == ("3 workbooks: 2 checked, 1 failed; findings: 1 error")
    assert finished.err.splitlines()[-1].startswith(f"xl-scorecard: {Path('in/c.xlsx')}: ")
    (line,) = (line for line in finished.out.splitlines() if ": no findings" in line)
    assert line == f"{Path('in/b.xlsx')}: 2018/19 Q3, rules small: no findings"


def test_one_workbook_has_no_totals(folder: Path) -> None:
    words = ("refresh", "in/b.xlsx", "--rules", "rules.yaml", "--out", "out")
    out = xl_scorecard(*words, folder=folder).out
    assert "1 workbook" not in out


def test_statuses_stand_in_the_ratings_order(tmp_path: Path) -> None:
    rows = [
        ("A1", "Children seen", "High", 0.8, 0.75, 0.5),  # 30 points short: red
        ("B1", "Children waiting", "Low", 0.2, 0.25, 0.1),  # good
        ("C1", "Plans reviewed", "High", 0.8, 0.7, None),  # no data
        ("D1", "Visits", "High", 0.8, 0.7, 0.5),
        ("E1", "Calls", "High", 0.8, 0.7, 0.72),  # 8 points: yellow
    ]
    book = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS)
    ids = "".join(f"  - {{id: {row[0]}, name: {row[1]}}}\n" for row in rows)
    rules = rule_file(
        tmp_path, f"name: s\ndefaults: {{tolerance: 5 points, unit: percent}}\nindicators:\n{ids}"
    )
    out = xl_scorecard("refresh", book, "--rules", rules, "--out", tmp_path / "out").out
    assert "  5 indicators: 1 good, 1 yellow, 2 red, 1 no data" in out.splitlines()
    report = xl_scorecard("check", book, "--rules", rules, "--json", "-").only
    assert list(report["statuses"].items()) == [
        ("good", 1), ("yellow", 1), ("red", 2), ("no_data", 1),
    ]  # fmt: skip
