"""Commands that cannot be carried out: status 2, one line that says why, nothing changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import RULES, rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.paths import ROOT


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return scorecard(tmp_path / "in" / "q3.xlsx")


def _refused(command: Sequence[str | Path], *words: str, folder: Path = ROOT) -> None:
    finished = xl_scorecard(*command, folder=folder, status=2)
    assert finished.out == ""
    assert len(finished.err.splitlines()) == 1, finished.err
    for word in words:
        assert word in finished.err


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("command", ["refresh", "clear"])
def test_asked_for_neither_out_nor_in_place_they_say_so_and_change_nothing(
    workbook: Path, command: str
) -> None:
    rules = rule_file(workbook.parent)
    before = _files(workbook.parent.parent)
    _refused([command, workbook, "--rules", rules], "--out", "--in-place")
    assert _files(workbook.parent.parent) == before


def test_out_and_in_place_exclude_each_other(workbook: Path, tmp_path: Path) -> None:
    finished = xl_scorecard("refresh", workbook, "--in-place", "--out", tmp_path / "out", status=2)
    assert "not allowed with" in finished.err


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    _refused(["refresh", tmp_path / "q4.xlsx", "--out", tmp_path / "out"], "q4.xlsx")
    assert not (tmp_path / "out").exists()


def test_without_rules_there_is_no_guessing(workbook: Path) -> None:
    _refused(["check", workbook], "q3.xlsx", "--rules", "rules", folder=workbook.parent)


def test_rules_that_are_not_there_are_named(workbook: Path, tmp_path: Path) -> None:
    _refused(["check", workbook, "--rules", tmp_path / "no.yaml"], "no.yaml")


def test_an_empty_folder_of_rules_is_named(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _refused(["check", workbook, "--rules", tmp_path / "empty"], "empty", ".yaml")


def test_an_unsound_rule_set_is_named_with_file_and_line(workbook: Path, tmp_path: Path) -> None:
    text = RULES.replace("good_is: low", "good_is: sideways")
    line = 1 + text[: text.index("sideways")].count("\n")
    rules = rule_file(tmp_path, text)
    _refused(
        ["refresh", workbook, "--rules", rules, "--out", tmp_path / "out"],
        f"rules.yaml:{line}:",
        "sideways",
    )
    assert not (tmp_path / "out").exists()


def test_words_that_are_no_period_are_refused(workbook: Path, tmp_path: Path) -> None:
    rules = rule_file(tmp_path)
    _refused(
        ["check", workbook, "--rules", rules, "--period", "last spring"],
        "last spring",
        "Q3 2018/19",
    )


def test_an_output_folder_that_is_the_input_folder_is_refused(workbook: Path) -> None:
    rules = rule_file(workbook.parent)
    before = workbook.read_bytes()
    _refused(["refresh", workbook, "--rules", rules, "--out", workbook.parent], "--in-place")
    assert workbook.read_bytes() == before


def test_two_workbooks_that_would_be_one_file_are_refused(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = scorecard(tmp_path / "other" / "q3.xlsx")
    rules = rule_file(tmp_path)
    _refused(
        ["refresh", workbook, other, "--rules", rules, "--out", tmp_path / "out"],
        str(workbook),
        str(other),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["refesh", "x.xlsx"], "did you mean refresh?"),
        (["rules", "drft"], "did you mean draft?"),
        (["refresh", "x.xlsx", "--inplace"], "did you mean --in-place?"),
        (["clear", "x.xlsx", "--explain"], "--explain is no option here; see"),
        (
            ["check", "x.xlsx", "--period", "Q3", "2018/19"],
            'quote words with a space ("Q3 2018/19")',
        ),
        (["check", "x.xlsx", "--period"], "--period: expected one argument"),
        (["check"], "PATH"),
    ],
)
def test_a_slip_on_the_command_line_is_one_line_with_what_was_meant(
    words: list[str], said: str
) -> None:
    _refused(words, said, "--help")


def test_an_out_that_is_a_file_is_refused(workbook: Path) -> None:
    before = workbook.read_bytes()
    _refused(["refresh", workbook, "--out", workbook], "q3.xlsx", "name a folder")
    assert workbook.read_bytes() == before


def test_a_folder_without_workbooks_is_named(tmp_path: Path) -> None:
    _refused(["check", tmp_path], str(tmp_path), ".xlsx")


def test_a_workbook_is_no_rule_set(workbook: Path) -> None:
    _refused(["check", workbook, "--rules", workbook], "is a workbook", ".yaml")


def test_a_password_file_that_is_not_there_is_named(workbook: Path, tmp_path: Path) -> None:
    missing = tmp_path / "password.txt"
    _refused(
        ["check", workbook, "--password-from", missing, "--explain"], "password.txt: is not there"
    )


@pytest.mark.parametrize("words", [[], ["tidy"], ["refresh"], ["check", "x.xlsx", "--jobs", "0"]])
def test_a_wrong_command_line_ends_with_status_2(words: list[str]) -> None:
    xl_scorecard(*words, status=2)


@pytest.mark.parametrize(
    "command",
    [
        ["refresh", "", "--in-place"], ["clear", " ", "--in-place"],
        ["refresh", "q3.xlsx", "--out", ""], ["check", "q3.xlsx", "--json", ""],
        ["check", "q3.xlsx", "--rules", ""], ["rules", "draft", ""],
    ],
)  # fmt: skip
def test_a_path_that_is_empty_is_not_taken_for_the_working_folder(
    workbook: Path, command: list[str]
) -> None:
    rule_file(workbook.parent)
    before = _files(workbook.parent)
    _refused(command, "names nothing; write a path, or . for this folder", folder=workbook.parent)
    assert _files(workbook.parent) == before
