"""Ctrl-C, SIGTERM, a killed worker, a full disk: what is finished stays, the rest is told."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.faults import interrupted
from tests.faults.interrupted import Left, begun, folder_of, run, signalled
from tests.support import books
from tests.support.command import xl_scorecard
from tests.support.office import Office
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
MANY, SOME = 40, 16


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More workbooks than are done before anybody asks to stop."""
    return folder_of(tmp_path, MANY)


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Workbooks of which all are gone through."""
    return folder_of(tmp_path, SOME)


def _is_whole(folder: Path, left: Left) -> None:
    """What was written is what an undisturbed run writes, and nothing lies about."""
    xl_scorecard("refresh", "one.xlsx", "--rules", "rules.yaml", "--in-place", folder=folder)
    whole = (folder / "one.xlsx").stat().st_size
    for name in left.written:
        assert openpyxl.load_workbook(folder / "out" / name).sheetnames[0] == books.SHEET
        assert abs((folder / "out" / name).stat().st_size - whole) < 200  # but for its own name
    assert left.litter == []
    assert left.alive == []


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_begins_no_more_and_says_what_was_not_done(
    many: Path, jobs: str, number: int
) -> None:
    left = run(many, signalled(number), "--jobs", jobs, wait_for=begun)
    assert left.status == 130
    assert left.seconds < 2
    _is_whole(many, left)
    finished = [w for w in left.report if w["outcome"] == "refreshed"]
    not_done = [w for w in left.report if w["outcome"] == "not_done"]
    assert [Path(w["path"]).name for w in finished] == left.written
    assert len(finished) + len(not_done) == MANY
    assert 0 < len(finished) < MANY
    assert all(w["error"] is None and w["output"] is None for w in not_done)
    said = f"{len(not_done)} of {MANY} workbooks were not done"
    assert left.err == f"xl-scorecard: stopped; every file is whole; {said}\n"


def test_a_worker_that_is_killed_costs_no_other_workbook(some: Path) -> None:
    left = run(some, interrupted.one_worker_killed, "--jobs", "2", wait_for=begun)
    assert (left.status, left.err) == (0, "")
    assert left.outcomes() == {"refreshed": SOME}
    _is_whole(some, left)


_DEADLY = """
import os, signal, sys
from xl_scorecard.batch import faults
from xl_scorecard.cli import main
def deadly(job):
    if job.path.name in ("003.xlsx", "004.xlsx"):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(job)
real, faults.process = faults.process, deadly
if __name__ == "__main__":
    sys.exit(main())
"""


def test_workbooks_that_kill_their_worker_fail_and_the_others_are_done(some: Path) -> None:
    (some / "deadly.py").write_text(_DEADLY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "deadly.py", "refresh", "books", "--rules", "rules.yaml", "--out", "out",
         "--jobs", "2", "--json", "report.json"],
        cwd=some, env={**interrupted.UNMEASURED, "PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, check=False, timeout=120,
    )  # fmt: skip
    workbooks = json.loads((some / "report.json").read_text("utf-8"))["workbooks"]
    failed = [w for w in workbooks if w["outcome"] != "refreshed"]
    assert done.returncode == 3
    assert [Path(w["path"]).name for w in failed] == ["003.xlsx", "004.xlsx"]
    assert {w["error"]["kind"] for w in failed} == {"fault"}
    assert [line.partition(":")[2][1:18] for line in done.stderr.splitlines()] == [
        "books/003.xlsx: t",
        "books/004.xlsx: t",
    ]
    assert len(list((some / "out").iterdir())) == SOME - 2


def _nothing_may_grow() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))


def test_a_full_disk_is_one_line_a_workbook_and_leaves_no_half(some: Path) -> None:
    left = run(
        some, interrupted.nothing, "--jobs", "2", wait_for=lambda _: True, before=_nothing_may_grow
    )
    assert left.status == 3
    lines = left.err.splitlines()
    assert len(lines) == SOME + 1
    assert all(line.startswith("xl-scorecard: books/") for line in lines[:-1])
    assert lines[-1].startswith("xl-scorecard: --json report.json: ")
    assert left.written == []
    assert left.report == []
    assert left.litter == []


def _slow_office(folder: Path) -> dict[str, str]:
    """A stand-in for LibreOffice that takes its time, and has a child."""
    programs = folder / "programs"
    programs.mkdir()
    slow = programs / "soffice"
    slow.write_text("#!/bin/sh\nsleep 600 &\nwait\n")
    slow.chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def _with_formulas(folder: Path) -> None:
    def more(book: Any, page: Any) -> None:
        page.write_formula("F4", "=E4", None, "")

    for file in (folder / "books").iterdir():
        books.scorecard(file, more=more)


def _sleeping(folder: Path) -> bool:
    return any((folder / "scratch").glob("xl-scorecard-*/computed*")) or any(
        (folder / "scratch").glob("xl-scorecard-*/scorecard.xlsx")
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_scratch_copy_and_no_libreoffice_outlives_the_command(
    tmp_path: Path, number: int, jobs: str
) -> None:
    folder = folder_of(tmp_path, 4)
    _with_formulas(folder)
    words = ("--recalculate", "--jobs", jobs)
    environment = _slow_office(folder)

    def later(process: Any, others: list[int]) -> None:
        time.sleep(0.3)
        others[:] = interrupted.below(process.pid)
        process.send_signal(number)

    left = run(folder, later, *words, wait_for=_sleeping, environment=environment)
    assert left.status == 130
    assert left.seconds < 2.3
    assert left.outcomes() == {"not_done": 4}
    assert (left.litter, left.alive, left.written) == ([], [], [])


def test_what_a_killed_run_left_in_the_temp_folder_is_swept_at_the_next_start(
    tmp_path: Path, soffice: Office
) -> None:
    folder = folder_of(tmp_path, 1)
    _with_formulas(folder)
    environment = _slow_office(folder)

    def killed(process: Any, others: list[int]) -> None:
        time.sleep(1.2)
        for pid in [process.pid, *interrupted.below(process.pid)]:
            os.kill(pid, signal.SIGKILL)

    left = run(folder, killed, "--recalculate", wait_for=_sleeping, environment=environment)
    assert len(left.litter) == 1
    (folder / "scratch" / "xl-scorecard-of-somebody").symlink_to(folder / "books")
    again = run(folder, interrupted.nothing, wait_for=lambda _: True)
    assert again.litter == ["xl-scorecard-of-somebody"]
    assert len(list((folder / "books").iterdir())) == 1


def _several(folder: Path) -> bool:
    return len(list((folder / "out").glob("*.xlsx"))) >= 6


def test_a_command_that_is_killed_leaves_no_workers_and_its_next_run_goes_on(many: Path) -> None:
    left = run(many, signalled(signal.SIGKILL), "--jobs", "2", wait_for=_several)
    assert left.alive == []
    assert len(left.written) < MANY
    again = run(many, interrupted.nothing, "--jobs", "2", wait_for=lambda _: True)
    came = again.outcomes()
    # of what each worker had just written it may not have been kept that it was
    assert len(left.written) - 2 <= came["unchanged"] <= len(left.written)
    assert came["unchanged"] + came["refreshed"] == MANY
    assert (again.status, len(again.written)) == (0, MANY)
    _is_whole(many, again)
