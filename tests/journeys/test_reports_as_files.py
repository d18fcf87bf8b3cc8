"""Reports and drafts are written whole or not at all, and never in the place of anything else."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.books import rule_file, scorecard
from tests.support.command import UNMEASURED, xl_scorecard
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits and links")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rule_file(tmp_path)
    shutil.copyfile(tmp_path / "rules.yaml", tmp_path / "rules.txt")
    (tmp_path / "password.txt").write_text("secret\n")
    (tmp_path / "in").mkdir()
    scorecard(tmp_path / "in" / "q3.xlsx")
    shutil.copyfile(tmp_path / "in" / "q3.xlsx", tmp_path / "disguised.json")
    (tmp_path / "link.json").symlink_to("rules.txt")
    return tmp_path


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("in/q3.xlsx", "is a file of this run"),
        ("./in/../in/q3.xlsx", "is a file of this run"),
        ("new.xlsx", "is a workbook"),
        ("out/q3.xlsx", "is a file of this run"),
        ("disguised.json", "is a workbook"),
        ("rules.yaml", "rule sets"),
        ("new.yml", "rule sets"),
        ("rules.txt", "is a file of this run"),
        ("link.json", "is a file of this run"),
        ("password.txt", "is a file of this run"),
        ("in", "is a folder"),
        ("nowhere/report.json", "its folder is not there"),
    ],
)
def test_a_report_takes_no_other_files_place(folder: Path, place: str, said: str) -> None:
    before = _files(folder)
    words = ("--rules", "rules.txt", "--password-from", "password.txt", "--out", "out")
    finished = xl_scorecard("refresh", "in", *words, "--json", place, folder=folder, status=2)
    (line,) = finished.err.splitlines()
    assert line.startswith(f"xl-scorecard: --json {Path(place)}: ")
    assert said in line
    assert line.endswith("; nothing was done")
    assert _files(folder) == before


def _limited(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command that may write no file of more than a hundred bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    return subprocess.run(
        [sys.executable, "-B", "-m", "xl_scorecard", *words],
        cwd=folder, env={**UNMEASURED, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, preexec_fn=limit, timeout=120,
    )  # fmt: skip


def test_a_report_on_a_full_disk_leaves_the_old_one_and_names_itself(folder: Path) -> None:
    (folder / "report.json").write_text("old")
    words = ("check", "in", "--rules", "rules.yaml", "--json", "report.json")
    finished = _limited(folder, *words)
    assert finished.returncode == 3
    assert finished.stderr == "xl-scorecard: --json report.json: File too large\n"
    assert (
        "in/q3.xlsx: 2018/19 Q3, rules small: " in finished.stdout
    )  # what was found is told all the same
    assert (folder / "report.json").read_text() == "old"
    assert [p.name for p in folder.iterdir() if "xl-scorecard" in p.name] == []


def test_a_draft_on_a_full_disk_leaves_nothing(folder: Path) -> None:
    finished = _limited(folder, "rules", "draft", "in/q3.xlsx", "--out", "draft.yaml")
    assert finished.returncode == 2
    assert finished.stderr == (
        "xl-scorecard: --out draft.yaml: cannot be written (File too large)\n"
    )
    assert not (folder / "draft.yaml").exists()
    assert [p.name for p in folder.iterdir() if "xl-scorecard" in p.name] == []


@pytest.mark.parametrize("place", ["in/q3.xlsx", "new.xlsx", "rules.yaml"])
def test_a_draft_takes_no_other_files_place(folder: Path, place: str) -> None:
    before = _files(folder)
    finished = xl_scorecard("rules", "draft", "in/q3.xlsx", "--out", place, folder=folder, status=2)
    assert finished.err.startswith(f"xl-scorecard: --out {place}: ")
    assert _files(folder) == before


def test_a_report_replaces_an_earlier_one_and_keeps_its_permissions(folder: Path) -> None:
    report = folder / "report.json"
    report.write_text("old")
    report.chmod(0o640)
    xl_scorecard("check", "in", "--rules", "rules.yaml", "--json", "report.json", folder=folder)
    assert json.loads(report.read_text("utf-8"))["version"] == 1
    assert report.stat().st_mode & 0o777 == 0o640
    report.unlink()
    os.umask(mask := os.umask(0))
    xl_scorecard("check", "in", "--rules", "rules.yaml", "--json", "report.json", folder=folder)
    assert report.stat().st_mode & 0o777 == 0o666 & ~mask
