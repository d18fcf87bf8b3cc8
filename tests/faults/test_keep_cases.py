"""Workbooks that once stopped a folder: each gives its line or is done, and costs no other."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need_shared
from tests.support.books import scorecard
from tests.support.command import Finished, xl_scorecard
from tests.support.paths import SHARED

KEEP = SHARED / "cases" / "keep"
SOUND = "sound.xlsx"
_SECONDS = 60  # for all of them

# kind and a piece of the line, or None where the workbook is done
EXPECTED: dict[str, tuple[str, str] | None] = {
    "encrypted-damaged-xml": ("encrypted", "its encryption is damaged"),
    "entry-without-name": ("unreadable", "a part has no name"),
    "lzma-damaged-part": ("unreadable", "part xl/worksheets/sheet1.xml is damaged"),
    "row-2147483648": ("unreadable", "sheet Scorecard: a row is numbered 2147483648"),
    "xfs64000": ("too_large", "64,000 cell formats"),
    "name-over-whole-sheet": None,
    "name-moved-to-users-sheet": None,
    "value-1e400": None,
    "text-lone-surrogate": None,
    "text-lone-surrogate-red": None,
    "sst-wrapped": None,
    "no-styles-relation": None,
    "record-blanks-bad": None,
    "record-blocks-bad": None,
    "record-cols-not-xml": None,
    "record-rels-to-sheet1": None,
    "record-rels-to-users-sheet2": None,
    "record-texts-null": None,
    "note-at-ours": None,
    "sheetid": None,
    "tabs-out-of-range": None,
}


class Together:
    """One run over all of them and a sound one."""

    def __init__(self, finished: Finished, report: dict[str, Any], seconds: float) -> None:
        self.finished = finished
        self.seconds = seconds
        self.by_name = {Path(w["path"]).name: w for w in report["workbooks"]}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
    need_shared(KEEP, "the cases")
    folder = tmp_path_factory.mktemp("keep")
    (folder / "in").mkdir()
    for name in EXPECTED:
        shutil.copyfile(KEEP / f"{name}.xlsx", folder / "in" / f"{name}.xlsx")
    scorecard(folder / "in" / SOUND)
    start = time.monotonic()
    finished = xl_scorecard(
        "refresh", "in", "--rules", KEEP / "r.yaml", "--out", "out", "--json", "report.json",
        "--password-from", KEEP / "pw", folder=folder, status=3,
    )  # fmt: skip
    seconds = time.monotonic() - start
    report = json.loads((folder / "report.json").read_text("utf-8"))
    return Together(finished, report, seconds)


@pytest.mark.parametrize("name", EXPECTED)
def test_in_a_folder(name: str, together: Together) -> None:
    found = together.by_name[f"{name}.xlsx"]
    lines = [line for line in together.finished.err.splitlines() if f"/{name}.xlsx: " in line]
    expected = EXPECTED[name]
    if expected is None:
        assert (found["outcome"], lines) == ("refreshed", [])
        return
    kind, said = expected
    assert (found["outcome"], found["error"]["kind"]) == ("failed", kind)
    (line,) = lines
    assert said in line


def test_the_sound_one_is_done_in_bounded_time(together: Together) -> None:
    assert together.by_name[SOUND]["outcome"] == "refreshed"
    assert together.seconds < _SECONDS
    assert "fault of xl-scorecard" not in together.finished.err
    assert len(together.finished.err.splitlines()) == sum(map(bool, EXPECTED.values()))
