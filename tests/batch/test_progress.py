"""How far a run is, told to people and to pipes."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.support.books import rule_file, scorecard
from tests.support.paths import ROOT
from xl_scorecard.cli.progress import Count, Lines
from xl_scorecard.cli.results import Results
from xl_scorecard.domain.outcome import Outcome


def _outcome(what: Literal["refreshed", "failed"], path: str = "q3.xlsx") -> Outcome:
    return Outcome(path=path, outcome=what)


def _clock(*readings: float) -> Iterator[float]:
    return itertools.chain(readings, itertools.repeat(readings[-1]))


def test_a_line_says_what_is_done_left_and_failed_and_how_long_it_may_take() -> None:
    clock = _clock(100.0, 130.0)
    count = Count(200, lambda: next(clock))
    for what in ("refreshed",) * 9 + ("failed",):
        count.came(_outcome(what))  # type: ignore[arg-type]
    # ten in 30 seconds: the 190 that are left take 570 seconds, or nine and a half minutes
    assert count.line() == "9 of 200 workbooks done, 190 left, 1 failed; about 10 minutes to go"
    assert count.short("q3.xlsx") == "9 done, 190 left, 1 failed: q3.xlsx"


def test_before_the_first_is_done_no_time_is_guessed() -> None:
    assert Count(200).line() == "0 of 200 workbooks done, 200 left, 0 failed"


def test_lines_come_also_while_one_workbook_takes_long() -> None:
    twice = threading.Semaphore(0)
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        twice.release()

    lines = Lines(3, say, every=0.01)
    lines.came(_outcome("refreshed"))
    with lines:
        assert twice.acquire(timeout=30)
        assert twice.acquire(timeout=30)
    assert said[-1].startswith("1 of 3 workbooks done, 2 left, 0 failed")


def test_results_are_printed_in_order_as_soon_as_they_can_be(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = [f"{n}.xlsx" for n in "abc"]
    a, b, c = (_outcome("refreshed", name) for name in names)
    results = Results(lambda outcome: [outcome.path], lambda: threading.Lock())
    results.came(1, b)
    assert capsys.readouterr().out == ""
    results.came(0, a)
    assert capsys.readouterr().out == "a.xlsx\nb.xlsx\n"
    results.finish([a, b, c])
    assert capsys.readouterr().out == "c.xlsx\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_a_terminal_sees_a_bar_with_names_and_counts_and_no_colours(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    rules = rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("a.xlsx", "b.xlsx"):
        scorecard(tmp_path / "in" / name)
    (tmp_path / "in" / "c.xlsx").write_bytes(b"PK")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", "check", tmp_path / "in", "--rules", rules,
         "--jobs", "1"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"},
    ) as process:  # fmt: skip
        os.close(theirs)
        seen = b""
        while True:
            try:
                block = os.read(ours, 4096)
            except OSError:  # the terminal is gone with the process
                break
            if not block:
                break
            seen += block
        assert process.stdout is not None
        process.stdout.read()
    os.close(ours)
    told = seen.decode("utf-8", "replace")
    assert "2 done, 0 left, 1 failed: c.xlsx" in told or "2 left, 0 failed: a.xlsx" in told
    assert "to go]" in told
    assert "\x1b[3" not in told
