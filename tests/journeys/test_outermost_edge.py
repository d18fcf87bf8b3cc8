"""Commands that are interrupted, that nobody reads any more, or that the system refuses something:
the right exit status, one line at most, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import need
from tests.support.books import ROWS, rule_file, scorecard
from tests.support.command import UNMEASURED, Finished, xl_scorecard
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and POSIX pipes")

MANY = 60
# Python writes to a pipe when a buffer is full or at its end; with this set it does at once.
BUFFERED = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
UNBUFFERED = {**BUFFERED, "PYTHONUNBUFFERED": "1"}
either_way = pytest.mark.parametrize("buffering", [BUFFERED, UNBUFFERED], ids=["buffered", "not"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook with an error, and its rules."""
    rule_file(tmp_path)
    scorecard(tmp_path / "q3.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])
    return tmp_path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of many workbooks, and their rules."""
    rule_file(tmp_path)
    (tmp_path / "books").mkdir()
    one = scorecard(tmp_path / "one.xlsx")
    for number in range(MANY):
        shutil.copyfile(one, tmp_path / "books" / f"{number:02}.xlsx")
    return tmp_path


def _started(
    folder: Path,
    *words: str,
    out: int | IO[bytes] = subprocess.PIPE,
    err: int | IO[bytes] = subprocess.PIPE,
    environment: dict[str, str] = BUFFERED,
    before: Callable[[], None] | None = None,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        env={**environment, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
        preexec_fn=before,
    )


def _ended(process: subprocess.Popen[bytes]) -> Finished:
    out, err = process.communicate(timeout=120)
    return Finished(process.returncode, (out or b"").decode(), (err or b"").decode())


def _unread(folder: Path, *words: str, environment: dict[str, str]) -> Finished:
    """A command whose standard output is a pipe that was closed at the other end."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return _ended(_started(folder, *words, out=writer, environment=environment))
    finally:
        os.close(writer)


CHECK = ("check", "q3.xlsx", "--rules", "rules.yaml")


@pytest.mark.parametrize("whom", ["the command", "all its processes"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_it_ends_with_130_and_one_line_and_every_file_is_whole(
    many: Path, jobs: str, whom: str
) -> None:
    out = many / "out"
    words = ("refresh", "books", "--rules", "rules.yaml", "--out", "out", "--jobs", jobs)
    process = _started(many, *words, environment=UNMEASURED)
    try:
        until = time.monotonic() + 60
        while not (out.is_dir() and any(out.glob("*.xlsx"))):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < until
            time.sleep(0.005)
        if whom == "the command":
            process.send_signal(signal.SIGINT)
        else:  # as a terminal does when somebody presses Ctrl+C
            os.killpg(process.pid, signal.SIGINT)
        finished = _ended(process)
    finally:
        process.kill()
    written = list(out.iterdir())
    assert 0 < len(written) < MANY  # what was not begun was not done
    left = MANY - len(written)
    said = f"stopped; every file is whole; {left} of {MANY} workbooks were not done"
    assert (finished.status, finished.err) == (130, f"xl-scorecard: {said}\n")
    assert len(re.findall(r"^books/\d\d\.xlsx: not done$", finished.out, re.MULTILINE)) == left
    books = [f"books/{file.name}" for file in written]
    xl_scorecard("refresh", *books, "--rules", "rules.yaml", "--in-place", folder=many)
    whole = [(many / book).read_bytes() for book in books]
    assert [file.read_bytes() for file in written] == whole


@either_way
def test_a_reader_that_has_seen_enough_changes_neither_status_nor_standard_error(
    folder: Path, buffering: dict[str, str]
) -> None:
    assert _unread(folder, *CHECK, environment=buffering) == Finished(1, "", "")


@either_way
@pytest.mark.parametrize(
    ("words", "status"), [(["--help"], 0), ([], 2), (["rules", "schema"], 0), (["--version"], 0)]
)
def test_so_it_is_with_every_command(
    folder: Path, words: list[str], status: int, buffering: dict[str, str]
) -> None:
    finished = _unread(folder, *words, environment=buffering)
    assert finished == Finished(status, "", "")


def test_the_first_line_of_many_is_read_and_the_rest_left(many: Path) -> None:
    words = ("check", "books", "--rules", "rules.yaml", "--explain", "--jobs", "1")
    process = _started(many, *words)
    head = subprocess.run(["head", "-1"], stdin=process.stdout, capture_output=True, check=True)
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    assert head.stdout.endswith(b"00.xlsx: how it was understood\n")
    assert _ended(process) == Finished(0, "", "")


def test_errors_that_nobody_reads_keep_their_status(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    (folder / "q3.xlsx").write_bytes(b"PK")
    process = _started(folder, *CHECK, out=writer, err=writer)
    os.close(writer)
    assert _ended(process).status == 3


def test_closed_standard_streams_are_nobodys_fault(many: Path) -> None:
    words = ("check", "books/00.xlsx", "books/01.xlsx", "--rules", "rules.yaml", "--jobs", "1")
    without_out = _ended(_started(many, *words, before=lambda: os.close(1)))
    assert without_out == Finished(0, "", "")
    without_err = _ended(_started(many, *words, before=lambda: os.close(2)))
    assert (without_err.status, len(without_err.out.splitlines())) == (0, 3)  # two and totals


def test_messages_do_not_go_among_the_results_when_standard_error_is_closed(folder: Path) -> None:
    (folder / "q3.xlsx").write_bytes(b"PK")
    finished = _ended(_started(folder, *CHECK, "--json", "-", before=lambda: os.close(2)))
    assert finished.status == 3
    assert finished.only["error"]["kind"] == "unreadable"


@either_way
def test_a_full_disk_is_one_line(folder: Path, buffering: dict[str, str]) -> None:
    need(Path("/dev/full").exists(), "a device that is always full (/dev/full)")
    with Path("/dev/full").open("wb") as full:
        finished = _ended(_started(folder, *CHECK, out=full, environment=buffering))
    said = "xl-scorecard: standard output: No space left on device\n"
    assert (finished.status, finished.err) == (3, said)


def test_a_report_that_cannot_be_written_is_named_in_one_line(folder: Path) -> None:
    need(Path("/dev/full").exists(), "a device that is always full (/dev/full)")
    finished = xl_scorecard(*CHECK, "--json", "/dev/full", folder=folder, status=3)
    assert finished.err == "xl-scorecard: --json /dev/full: No space left on device\n"
    (folder / "report").mkdir()
    finished = xl_scorecard(*CHECK, "--json", "report", folder=folder, status=2)
    said = "xl-scorecard: --json report: is a folder; name a file in it; nothing was done\n"
    assert finished.err == said


_FAULTY = """
import sys
from xl_scorecard.cli import main, parser
def broken(options):
    raise LookupError("Children seen within timescale")
parser._later = lambda module, name: broken
sys.exit(main())
"""


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_that_nobody_foresaw_is_one_line_without_what_was_read(
    folder: Path, debug: bool
) -> None:
    words = [*CHECK, "--debug"] if debug else [*CHECK]
    done = subprocess.run(
        [sys.executable, "-c", _FAULTY, *words],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 3
    if debug:
        assert done.stderr.splitlines()[-1] == "LookupError: Children seen within timescale"
        return
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "xl-scorecard: stopped on a fault of xl-scorecard (LookupError); "
        "please report it with the output of --debug\n"
    )
