"""Variation from the workbook to the results: what JSON says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import rule_file
from tests.support.command import xl_scorecard
from tests.support.months import QUIET, monthly, rules_for

ROWS = (
    ("A1", "Contacts A1", "High", 75, (*QUIET, 95)),
    ("B1", "Contacts B1", "Low", 75, (*QUIET, 95)),
    ("C1", "Contacts C1", "High", 75, (*QUIET, 81)),
    ("D1", "Contacts D1", "High", 75, (*(None,) * 9, 80, 81, 82, 81)),
)
RULES = rules_for("A1", "B1", "C1", "D1")


def _json(folder: Path, rules: str = RULES) -> dict[str, dict[str, Any]]:
    book = monthly(folder / "months.xlsx", ROWS)
    report = folder / "report.json"
    xl_scorecard(
        "check", book, "--rules", rule_file(folder, rules), "--json", report, "--fail-on", "never"
    )
    (workbook,) = json.loads(report.read_text("utf-8"))["workbooks"]
    return {each["id"]: each for each in workbook["indicators"]}


def test_json_says_what_each_figure_is_a_sign_of(tmp_path: Path) -> None:
    found = _json(tmp_path)
    assert {i: each["variation"] for i, each in found.items()} == {
        "A1": "improving", "B1": "concerning", "C1": "common", "D1": None,
    }  # fmt: skip
    assert {i: each["no_variation"] for i, each in found.items()} == {
        "A1": None, "B1": None, "C1": None, "D1": "too few",
    }  # fmt: skip
    assert found["D1"]["limits"] is None
    assert found["D1"]["points"] == []


def test_json_has_mean_limits_and_points(tmp_path: Path) -> None:
    """By hand: 13 figures come to 1059, their 12 moves to 37; 15 is more than 3.267 times the mean
    of these, 10.07, and is screened: 22 / 11 is left."""
    a1 = _json(tmp_path)["A1"]
    limits = a1["limits"]
    mean, far = 1059 / 13, 2.66 * 2
    assert limits["mean"] == pytest.approx(mean)
    assert limits["lower"] == pytest.approx(mean - far)
    assert limits["upper"] == pytest.approx(mean + far)
    assert limits["moving_range"] == pytest.approx(2)
    assert (limits["figures"], limits["trial"], limits["screened"]) == (13, False, 1)
    assert a1["assurance"] == "will pass"
    points = a1["points"]
    assert [point["period"] for point in points][:2] == ["2018-12", "2019-01"]
    assert [point["value"] for point in points] == [*QUIET, 95]
    assert points[-1]["causes"] == ["outside limits"]
    assert points[-1]["variation"] == "improving"
    assert points[0]["causes"] == []
    assert {point["upper"] for point in points} == {limits["upper"]}


def test_screening_baseline_and_breaks_are_the_rule_sets_to_say(tmp_path: Path) -> None:
    whole = rules_for(*"ABCD", more="defaults: {screen_outliers: false}\n").replace(
        "id: A", "id: A1"
    )
    assert _json(tmp_path, whole)["A1"]["limits"]["screened"] == 0
    based = RULES.replace("indicators:", "baseline: {A1: 6, C1: Dec 2018 to Nov 2019}\nindicators:")
    found = _json(tmp_path, based)
    assert (found["A1"]["limits"]["figures"], found["A1"]["limits"]["trial"]) == (6, True)
    assert found["C1"]["limits"]["mean"] == pytest.approx(964 / 12)
    broken = RULES.replace("indicators:", "breaks: {A1: [Jul 2019]}\nindicators:")
    a1 = _json(tmp_path, broken)["A1"]
    assert (a1["limits"]["figures"], a1["points"][0]["mean"]) == (6, pytest.approx(562 / 7))


def test_variation_is_told_whether_or_not_its_column_is_asked_for(tmp_path: Path) -> None:
    rules = RULES.replace(", variation]", "]")
    assert _json(tmp_path, rules)["A1"]["variation"] == "improving"
