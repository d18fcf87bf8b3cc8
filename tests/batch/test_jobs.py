from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import rule_file, scorecard
from xl_scorecard.batch.commands import plan
from xl_scorecard.batch.find import find_workbooks
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options
from xl_scorecard.run import Action


def _folder(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return folder


def test_every_kind_of_workbook_is_found_and_nothing_else(tmp_path: Path) -> None:
    names = ["a.xlsx", "b.XLSM", "c.xls", "d.xlsb", "e.ods", "deep/f.xltx"]
    others = ["a.txt", "b.csv", "~$a.xlsx", ".a.xlsx", ".hidden/g.xlsx", "a.xlsx.bak"]
    folder = _folder(tmp_path, *names, *others)
    found = [item.below.as_posix() for item in find_workbooks([folder], None)]
    assert sorted(found) == sorted(names)


def test_a_workbook_named_twice_is_one(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.xlsx", "b.xlsx")
    found = find_workbooks([folder / "b.xlsx", folder, folder / "a.xlsx"], None)
    assert [item.path.name for item in found] == ["b.xlsx", "a.xlsx"]


def test_the_folder_of_outputs_is_left_out(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.xlsx", "out/a.xlsx")
    found = find_workbooks([folder], folder / "out")
    assert [item.below.as_posix() for item in found] == ["a.xlsx"]


def test_a_job_knows_where_its_output_goes(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    scorecard(tmp_path / "in" / "deep" / "q3.xlsx")
    rules = rule_file(tmp_path)
    (job,) = plan("refresh", [tmp_path / "in"], Options(rules=rules, out=tmp_path / "out"))
    assert job.output == tmp_path / "out" / "deep" / "q3.xlsx"
    (job,) = plan("refresh", [tmp_path / "in"], Options(rules=rules, in_place=True))
    assert job.output == job.path


@pytest.mark.parametrize("action", ["refresh", "clear"])
def test_a_job_that_writes_must_say_where(tmp_path: Path, action: Action) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    with pytest.raises(UsageError, match="--out"):
        plan(action, [workbook], Options(rules=rule_file(tmp_path)))
