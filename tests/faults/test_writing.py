"""Whatever happens while a workbook is written, the old one or the new one is there, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from tests.support import books, paths
from xl_scorecard.errors import WorkbookError
from xl_scorecard.writing.swap import stamp_of, write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may enter, with a workbook and its rules."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        books.scorecard(folder / "book.xlsx").chmod(0o644)
        (folder / "rules.yaml").write_text(books.RULES, encoding="utf-8")
        yield folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _runs(kind: str, folder: Path) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.forked", kind, str(folder)],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_run_killed_at_any_of_a_hundred_moments_leaves_a_whole_file_and_no_litter(
    folder: Path,
) -> None:
    runs = _runs("killed", folder)

    assert len(runs) == 100
    assert {run["state"] for run in runs} <= {"old", "new"}
    assert {tuple(run["files"]) for run in runs} == {("book.xlsx", "rules.yaml")}


def test_of_two_runs_at_once_one_writes_and_the_other_steps_back(folder: Path) -> None:
    outcomes = _runs("together", folder)

    assert ["refreshed", None] in outcomes
    other = outcomes[1 - outcomes.index(["refreshed", None])]
    assert other in (["unchanged", None], ["failed", "locked"], ["failed", "write_failed"])
    assert _names(folder) == ["book.xlsx", "rules.yaml"]


@pytest.mark.parametrize("kind", ["starved", "unwelcome"])
def test_a_full_disk_or_a_closed_folder_leaves_the_workbook_as_it_was(
    kind: str, folder: Path
) -> None:
    before = (folder / "book.xlsx").read_bytes()

    (outcome,) = _runs(kind, folder)

    assert outcome[0] == "failed"
    assert outcome[1] in ("write_failed", "locked")
    assert (folder / "book.xlsx").read_bytes() == before
    assert _names(folder) == ["book.xlsx", "rules.yaml"]


def test_what_somebody_saved_meanwhile_is_not_overwritten(folder: Path) -> None:
    book = folder / "book.xlsx"
    read_at = stamp_of(book)

    def slow_write(stream: BinaryIO) -> None:
        stream.write(b"ours")
        book.write_bytes(b"saved by an officer meanwhile")

    with pytest.raises(WorkbookError) as caught:
        write_whole(book, slow_write, source=book, read_at=read_at, close_source=lambda: None)

    assert caught.value.kind == "write_failed"
    assert book.read_bytes() == b"saved by an officer meanwhile"
    assert _names(folder) == ["book.xlsx", "rules.yaml"]


def _write_in_place(path: Path) -> None:
    write_whole(
        path,
        lambda stream: stream.write(b"new") and None,
        source=path,
        read_at=stamp_of(path),
        close_source=lambda: None,
    )


def test_permissions_and_extended_attributes_stay(folder: Path) -> None:
    book = folder / "book.xlsx"
    book.chmod(0o640)
    try:
        os.setxattr(book, "user.label", b"official-sensitive")
    except OSError:
        pytest.skip("this volume has no extended attributes")

    _write_in_place(book)

    assert book.read_bytes() == b"new"
    assert book.stat().st_mode & 0o777 == 0o640
    assert os.getxattr(book, "user.label") == b"official-sensitive"


def test_a_symbolic_link_is_followed_to_its_file(folder: Path) -> None:
    (folder / "shared").mkdir()
    real = folder / "shared" / "book.xlsx"
    shutil.move(folder / "book.xlsx", real)
    link = folder / "link.xlsx"
    link.symlink_to(real)

    _write_in_place(link)

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
