"""Hostile workbooks end in one line of an error, within a gigabyte and a minute."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.hostile import KINDS, SHEET, made
from tests.support import books, paths
from tests.support.packages import patched, replacing

resource = pytest.importorskip("resource", reason="memory is limited as Unix does it")
_MEMORY = 1 << 30
_SECONDS = 60


def _refreshed(book: Path, rules: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process that may have no more than a gigabyte of address space."""
    options = ("--rules", rules, "--out", out)
    return subprocess.run(
        [sys.executable, "-m", "xl_scorecard", "refresh", *map(str, (book, *options))],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY)),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_with(kind: str, tmp_path: Path) -> None:
    book = made(kind, tmp_path / "hostile.xlsx")
    (tmp_path / "rules.yaml").write_text(books.RULES, encoding="utf-8")

    done = _refreshed(book, tmp_path / "rules.yaml", tmp_path / "out")

    assert done.returncode == 3, done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "hostile.xlsx" in done.stderr
    assert "fault of xl-scorecard" not in done.stderr
    assert not (tmp_path / "out" / "hostile.xlsx").exists()


def test_a_sheet_that_declares_all_cells_there_can_be_costs_nothing(tmp_path: Path) -> None:
    plain = books.scorecard(tmp_path / "plain.xlsx")
    book = patched(
        plain, tmp_path / "wide.xlsx", {SHEET: replacing('ref="A1:F6"', 'ref="A1:XFD1048576"')}
    )
    (tmp_path / "rules.yaml").write_text(books.RULES, encoding="utf-8")

    done = _refreshed(book, tmp_path / "rules.yaml", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "wide.xlsx").exists()
