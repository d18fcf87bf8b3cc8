from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.books import rule_file, scorecard
from tests.support.command import xl_scorecard


def _books(report: dict[str, list[dict[str, str]]], folder: Path) -> list[str]:
    return [Path(w["path"]).relative_to(folder).as_posix() for w in report["workbooks"]]


def test_a_folder_means_every_workbook_below_it_and_keeps_its_structure(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "2018" / "q3").mkdir(parents=True)
    scorecard(source / "a.xlsx")
    shutil.copyfile(source / "a.xlsx", source / "2018" / "q3" / "B.XLSX")
    (source / "notes.txt").write_text("not a workbook")
    (source / "~$gone.xlsx").write_bytes(b"\x05Smith")
    rules = rule_file(tmp_path)
    out = tmp_path / "out"
    finished = xl_scorecard("refresh", source, "--rules", rules, "--out", out, "--json", "-")
    assert finished.status == 0
    assert sorted(_books(finished.report, source)) == ["2018/q3/B.XLSX", "a.xlsx"]
    written = sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file())
    assert written == ["2018/q3/B.XLSX", "a.xlsx"]


def test_outputs_inside_the_input_folder_are_not_inputs_the_next_time(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    scorecard(source / "a.xlsx")
    words = ("refresh", source, "--rules", rule_file(tmp_path), "--out", source / "out")
    first = xl_scorecard(*words, "--json", "-")
    second = xl_scorecard(*words, "--json", "-")
    assert _books(first.report, source) == _books(second.report, source) == ["a.xlsx"]


def test_rules_beside_the_workbook_are_used_without_being_named(tmp_path: Path) -> None:
    scorecard(tmp_path / "q3.xlsx")
    (tmp_path / "rules").mkdir()
    rule_file(tmp_path / "rules")
    finished = xl_scorecard("check", "q3.xlsx", "--json", "-", folder=tmp_path)
    assert finished.status == 0
    assert finished.only["rules"] == "small"


def test_rules_of_the_working_folder_are_used_for_a_workbook_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    workbook = scorecard(tmp_path / "elsewhere" / "q3.xlsx")
    (tmp_path / "rules").mkdir()
    rule_file(tmp_path / "rules")
    finished = xl_scorecard("check", workbook, "--json", "-", folder=tmp_path)
    assert finished.only["rules"] == "small"


def test_a_folder_without_workbooks_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    words = ("check", tmp_path / "in", "--rules", rule_file(tmp_path))
    finished = xl_scorecard(*words, status=2)
    assert "no workbook" in finished.err
