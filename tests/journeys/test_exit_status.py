from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import HEADINGS, ROWS, rule_file, scorecard
from tests.support.command import xl_scorecard


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three workbooks and their rules: one sound, one with a warning, one with an error."""
    rule_file(tmp_path)
    unknown = [(*ROWS[0][:4], "wibble", 0.82), *ROWS[1:]]
    over = [(*ROWS[0][:5], 1.01), *ROWS[1:]]
    (tmp_path / "books").mkdir()
    for name, rows in (("sound", ROWS), ("warning", unknown), ("error", over)):
        scorecard(tmp_path / "books" / f"{name}.xlsx", rows, HEADINGS)
    return tmp_path


@pytest.mark.parametrize(
    ("book", "fail_on", "status"),
    [
        ("sound", "warning", 0),
        ("warning", "warning", 1),
        ("warning", "error", 0),
        ("error", "error", 1),
        ("error", "warning", 1),
        ("error", "never", 0),
    ],
)
@pytest.mark.parametrize("command", ["check", "refresh"])
def test_findings_at_or_above_fail_on_cost_status_1(
    folder: Path, command: str, book: str, fail_on: str, status: int
) -> None:
    words = [command, folder / "books" / f"{book}.xlsx", "--rules", folder / "rules.yaml"]
    if command == "refresh":
        words += ["--out", folder / "out"]
    assert xl_scorecard(*words, "--fail-on", fail_on).status == status


def test_by_default_check_fails_on_errors_and_refresh_never(folder: Path) -> None:
    error = (folder / "books" / "error.xlsx", "--rules", folder / "rules.yaml")
    assert xl_scorecard("check", *error).status == 1
    assert xl_scorecard("refresh", *error, "--out", folder / "out").status == 0


def test_a_workbook_that_failed_outweighs_findings(folder: Path) -> None:
    (folder / "books" / "broken.xlsx").write_bytes(b"PK\x03\x04")
    words = ("check", folder / "books", "--rules", folder / "rules.yaml")
    finished = xl_scorecard(*words, status=3)
    assert "error.xlsx" in finished.out  # the others were checked
