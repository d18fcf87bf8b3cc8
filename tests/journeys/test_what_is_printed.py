from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.books import ROWS, rule_file, scorecard
from tests.support.command import xl_scorecard
from xl_scorecard.checks.catalogue import slugs


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with one error: a percentage above 100."""
    rule_file(tmp_path)
    return scorecard(tmp_path / "q3.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])


def test_check_prints_each_finding_with_its_cell_and_writes_nothing(workbook: Path) -> None:
    before = workbook.read_bytes()
    finished = xl_scorecard("check", workbook, "--rules", workbook.parent / "rules.yaml")
    (line,) = (line for line in finished.out.splitlines() if "percent-over-100" in line)
    assert "Scorecard!F4" in line
    assert "error" in line
    assert finished.err == ""
    assert workbook.read_bytes() == before
    assert {path.name for path in workbook.parent.iterdir()} == {"q3.xlsx", "rules.yaml"}


def test_check_lists_every_check_there_is_and_needs_no_workbook() -> None:
    finished = xl_scorecard("check", "--list")
    lines = finished.out.splitlines()
    words = [line.split()[0] for line in lines]
    assert (finished.status, finished.err) == (0, "")
    assert words == sorted(slugs())
    (line,) = (line for line in lines if line.startswith("hidden-data "))
    assert " warning, info " in line
    assert line.endswith("rows, columns or a sheet that are hidden, and read all the same")


def test_of_a_file_everything_is_looked_at(workbook: Path, tmp_path: Path) -> None:
    finished = xl_scorecard("check", workbook, "--rules", rule_file(tmp_path), "--json", "-")
    (outcome,) = json.loads(finished.out)["workbooks"]
    assert outcome["not_looked_at"] == []


def test_a_check_without_findings_says_so(tmp_path: Path) -> None:
    rules = rule_file(tmp_path)
    finished = xl_scorecard("check", scorecard(tmp_path / "q3.xlsx"), "--rules", rules)
    assert finished.out == f"{tmp_path / 'q3.xlsx'}: 2018/19 Q3, rules small: no findings\n"


def test_json_on_standard_output_is_nothing_but_json(workbook: Path) -> None:
    rules = workbook.parent / "rules.yaml"
    finished = xl_scorecard("check", workbook, "--rules", rules, "--json", "-")
    assert finished.report["version"] == 1
    assert finished.only["outcome"] == "checked"
    assert finished.only["output"] is None


def test_json_in_a_file_is_the_same_report(workbook: Path, tmp_path: Path) -> None:
    rules = workbook.parent / "rules.yaml"
    printed = xl_scorecard("check", workbook, "--rules", rules, "--json", "-").report
    xl_scorecard("check", workbook, "--rules", rules, "--json", tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == printed


def test_a_quiet_refresh_prints_nothing(workbook: Path, tmp_path: Path) -> None:
    rules = workbook.parent / "rules.yaml"
    finished = xl_scorecard(
        "refresh", workbook, "--rules", rules, "--out", tmp_path / "out", "--quiet"
    )
    assert (finished.status, finished.out, finished.err) == (0, "", "")


def test_a_refresh_says_where_the_result_is_and_what_it_found(
    workbook: Path, tmp_path: Path
) -> None:
    rules = workbook.parent / "rules.yaml"
    finished = xl_scorecard("refresh", workbook, "--rules", rules, "--out", tmp_path / "out")
    assert str(tmp_path / "out" / "q3.xlsx") in finished.out
    assert "1 good, 1 acceptable, 1 amber" in finished.out
    assert "1 error" in finished.out


def test_several_at_once_give_the_report_of_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "abcde":
        scorecard(tmp_path / "in" / f"{name}.xlsx")
    rules = rule_file(tmp_path)
    reports = [
        xl_scorecard("check", tmp_path / "in", "--rules", rules, "--json", "-", "--jobs", jobs)
        for jobs in ("1", "2")
    ]
    assert [Path(w["path"]).stem for w in reports[0].report["workbooks"]] == list("abcde")
    assert reports[0].report == reports[1].report
