"""Files that are odd as files: spelt twice, no files at all, named in no text, round and round."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.books import rule_file, scorecard
from tests.support.command import Finished, xl_scorecard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound workbook below `in`, and rules."""
    rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    scorecard(tmp_path / "in" / "q3.xlsx")
    return tmp_path


def _refreshed(folder: Path, *paths: str, status: int = 0) -> Finished:
    words = ("--rules", "rules.yaml", "--out", "out", "--json", "report.json")
    return xl_scorecard("refresh", *paths, *words, folder=folder, status=status)


def _outcomes(folder: Path) -> dict[str, str]:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    return {w["path"]: w["outcome"] for w in report["workbooks"]}


@pytest.mark.parametrize("spelling", ["whole", "dots", "link", "linked folder"])
def test_a_workbook_given_under_two_spellings_is_done_once(folder: Path, spelling: str) -> None:
    book = folder / "in" / "q3.xlsx"
    other = {
        "whole": str(book),
        "dots": "./in/../in/./q3.xlsx",
        "link": "in/linked.xlsx",
        "linked folder": "there/q3.xlsx",
    }[spelling]
    if spelling == "link":
        (folder / other).symlink_to("q3.xlsx")
    elif spelling == "linked folder":
        (folder / "there").symlink_to("in")
    _refreshed(folder, "in/q3.xlsx", other)
    assert _outcomes(folder) == {"in/q3.xlsx": "refreshed"}
    shutil.rmtree(folder / "out")
    _refreshed(folder, other, "in")
    assert len(_outcomes(folder)) == 1


def test_hard_links_are_files_of_their_own(folder: Path) -> None:
    os.link(folder / "in" / "q3.xlsx", folder / "in" / "linked.xlsx")
    _refreshed(folder, "in")
    assert set(_outcomes(folder).values()) == {"refreshed"}
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["linked.xlsx", "q3.xlsx"]


def _failed_in_a_line(folder: Path, name: str, *said: str) -> None:
    """Beside a sound one that is done, in one line."""
    finished = _refreshed(folder, "in", status=3)
    assert _outcomes(folder) == {"in/q3.xlsx": "refreshed", f"in/{name}": "failed"}
    (line,) = finished.err.splitlines()
    assert line.startswith(f"xl-scorecard: in/{name}: ")
    assert all(word in line for word in said), line


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe.xlsx")
    _failed_in_a_line(folder, "pipe.xlsx", "is a pipe or a device and not a file")


@pytest.mark.parametrize("command", ["check", "refresh", "clear"])
@pytest.mark.parametrize("what", ["pipe", "device"])
def test_nothing_but_files_is_opened(folder: Path, command: str, what: str) -> None:
    place = folder / "odd.xlsx"
    os.mkfifo(place) if what == "pipe" else place.symlink_to("/dev/zero")
    words = ["--rules", "rules.yaml"] + (["--in-place"] if command != "check" else [])
    finished = xl_scorecard(command, "odd.xlsx", *words, folder=folder, status=3)
    said = "is a pipe or a device and not a file; name a workbook file"
    assert finished.err == f"xl-scorecard: odd.xlsx: {said}\n"


def test_no_draft_is_made_of_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "odd.xlsx")
    finished = xl_scorecard("rules", "draft", "odd.xlsx", folder=folder, status=3)
    assert "is a pipe or a device" in finished.err


def test_a_folder_named_like_a_workbook_is_a_folder(folder: Path) -> None:
    shutil.copytree(folder / "in", folder / "in" / "x.xlsx")
    _refreshed(folder, "in")
    assert _outcomes(folder) == {"in/q3.xlsx": "refreshed", "in/x.xlsx/q3.xlsx": "refreshed"}


def test_a_link_that_leads_to_itself_is_one_line(folder: Path) -> None:
    (folder / "in" / "loop.xlsx").symlink_to("loop.xlsx")
    _failed_in_a_line(folder, "loop.xlsx", "cannot be opened")


def test_a_link_that_leads_nowhere_is_one_line(folder: Path) -> None:
    (folder / "in" / "gone.xlsx").symlink_to("nothing.xlsx")
    _failed_in_a_line(folder, "gone.xlsx", "cannot be opened")


def test_folders_that_lead_into_each_other_are_walked_once(folder: Path) -> None:
    (folder / "in" / "deep").mkdir()
    (folder / "in" / "deep" / "up").symlink_to("..")
    (folder / "in" / "round").symlink_to("round")
    _refreshed(folder, "in")
    assert _outcomes(folder) == {"in/q3.xlsx": "refreshed"}


def test_a_name_of_255_bytes_is_done(folder: Path) -> None:
    long = "q" * 250 + ".xlsx"
    shutil.copyfile(folder / "in" / "q3.xlsx", folder / "in" / long)
    for outcome in ("refreshed", "unchanged"):
        _refreshed(folder, "in")
        assert set(_outcomes(folder).values()) == {outcome}
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["q3.xlsx", long]
    words = ("--rules", "rules.yaml", "--in-place")
    xl_scorecard("refresh", f"in/{long}", *words, folder=folder)


def test_a_name_that_is_too_long_for_any_file_is_not_there(folder: Path) -> None:
    finished = _refreshed(folder, "q" * 300 + ".xlsx", status=2)
    assert len(finished.err.splitlines()) == 1
    assert "is not there" in finished.err


@pytest.mark.parametrize("shown", ["text", "json"])
def test_a_name_that_is_no_utf_8_is_done_and_told(folder: Path, shown: str) -> None:
    source = os.fsencode(folder / "in" / "q3.xlsx")
    name = os.fsencode(folder / "in") + b"/caf\xe9.xlsx"
    try:
        shutil.copyfile(source, name)
    except OSError:
        pytest.skip("this volume takes no such names")
    broken = os.fsencode(folder / "in") + b"/br\xff.xlsx"
    Path(os.fsdecode(broken)).write_bytes(b"PK")
    words = ("--rules", "rules.yaml", "--out", "out")
    as_json = ("--json", "-") if shown == "json" else ()
    finished = xl_scorecard("refresh", "in", *words, *as_json, folder=folder, status=3)
    assert Path(os.fsdecode(os.fsencode(folder / "out") + b"/caf\xe9.xlsx")).is_file()
    assert finished.err.startswith("xl-scorecard: in/br\\udcff.xlsx: ")
    if shown == "text":
        assert "in/caf\\udce9.xlsx: refreshed -> out/caf\\udce9.xlsx" in finished.out
    else:
        outcomes = {w["path"]: w["outcome"] for w in finished.report["workbooks"]}
        assert outcomes == {
            "in/q3.xlsx": "refreshed",
            "in/caf\\udce9.xlsx": "refreshed",
            "in/br\\udcff.xlsx": "failed",
        }
