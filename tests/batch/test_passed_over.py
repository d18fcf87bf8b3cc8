"""What lies in a folder of workbooks and is none to work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import rule_file, scorecard
from tests.support.command import xl_scorecard
from xl_scorecard.batch.find import find_workbooks


def _found(path: Path, out: Path | None = None) -> tuple[list[str], list[str]]:
    said: list[str] = []
    found = find_workbooks([path], out, said.append)
    return [item.below.as_posix() for item in found], said


def _folder(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return folder


def test_temporary_files_are_passed_over_and_said(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.xlsx", "~$a.xlsx", "deep/.b.xlsm")
    found, said = _found(folder)
    assert found == ["a.xlsx"]
    shown = f".b.xlsm, {Path('~$a.xlsx')}"
    assert said == [f"{folder}: passed over 2 temporary files: {Path('deep') / shown}"]


@pytest.mark.parametrize(
    "name",
    ["Copy of q3.xlsx", "Backup of q3.xlsx", "q3 - Copy.xlsx", "q3 - Copy (2).xlsx",
     "q3.bak.xlsx", "Q3_backup.XLSX"],
)  # fmt: skip
def test_a_backup_is_passed_over_beside_what_it_is_a_copy_of(tmp_path: Path, name: str) -> None:
    folder = _folder(tmp_path, "q3.xlsx", name)
    found, said = _found(folder)
    assert found == ["q3.xlsx"]
    assert said == [f"{folder}: passed over 1 backup: {name}; name one by itself if it is meant"]


def test_a_copy_of_what_is_not_there_is_a_workbook_like_any(tmp_path: Path) -> None:
    found, said = _found(_folder(tmp_path, "Copy of q3.xlsx", "deep/q3.xlsx"))
    assert found == ["Copy of q3.xlsx", "deep/q3.xlsx"]
    assert said == []


def test_a_backup_that_is_named_itself_is_done(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "q3.xlsx", "q3.bak.xlsx")
    assert _found(folder / "q3.bak.xlsx") == (["q3.bak.xlsx"], [])


def test_outputs_below_the_folder_are_said_to_be_passed_over(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.xlsx", "out/a.xlsx")
    found, said = _found(folder, folder / "out")
    assert found == ["a.xlsx"]
    assert said == [f"{folder}: passed over 1 output: {Path('out/a.xlsx')}"]


def test_of_many_three_are_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.xlsx", *(f"~${n}.xlsx" for n in "abcde"))
    _, said = _found(folder)
    assert said == [
        f"{folder}: passed over 5 temporary files: ~$a.xlsx, ~$b.xlsx, ~$c.xlsx and 2 more"
    ]


def test_two_rule_sets_that_fit_alike_are_said(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    rules = tmp_path / "rules"
    rules.mkdir()
    text = rule_file(rules).read_text("utf-8")
    (rules / "other.yaml").write_text(text.replace("name: small", "name: other"), "utf-8")
    for words in (("check",), ("refresh", "--out", tmp_path / "out")):
        (note,) = xl_scorecard(*words, workbook, "--rules", rules, "--json", "-").only["notes"]
        assert note.startswith("rule sets other and small fit alike; other was used: say which")


def test_a_rule_set_and_the_one_it_is_based_on_are_no_matter_to_say(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    rules = tmp_path / "rules"
    rules.mkdir()
    rule_file(rules)
    (rules / "new.yaml").write_text("based_on: rules.yaml\nname: new\n", "utf-8")
    found = xl_scorecard("check", workbook, "--rules", rules, "--json", "-").only
    assert (found["rules"], found["notes"]) == ("new", [])
