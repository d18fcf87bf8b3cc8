"""The inputs of ../shared/cases/keep: what each gives, and that it keeps all that is theirs.

Each is refreshed alone, refreshed again and cleared; those without rules of their own also go
together with a sound one, since some of them once stopped a folder.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.cases.kept import KEEP, MISLEADING, cells, missing_parts, only_grew, same_part
from tests.conftest import need_shared
from tests.support.books import done, scorecard
from tests.support.command import Finished, xl_scorecard
from tests.support.packages import parts
from tests.support.paths import CHILDREN, CHILDRENS_RULES, EARLY_HELP, RULES
from tests.support.readers import opened, values
from xl_scorecard import check
from xl_scorecard.cli import main
from xl_scorecard.domain.outcome import Outcome

EARLY_HELP_RULES = RULES / "early-help.yaml"
BASE, SMALL = KEEP / "02-whole-row-formulas.yaml", KEEP / "r.yaml"
SOUND = "sound.xlsx"
_SECONDS = 60  # for all that go together
DONE, FAILED = 0, 3

Found = tuple[str, str | None]
"""A check, and the cell that it names."""


@dataclass(frozen=True)
class Case:
    """What an input gives. One that is refused is written nowhere."""

    statuses: tuple[str, ...] = ("good", "acceptable", "amber")
    """0.82 against 0.8, 0.23 against at most 0.2, 0.66 against 0.8, with 5 points of tolerance."""
    findings: tuple[Found, ...] = ()
    rules: Path = SMALL
    tabs: tuple[str, ...] = ("Summary", "Indicators", "Checks")
    as_sample: bool = False
    """Its figures are those of the sample: so are its statuses and findings."""
    refused: tuple[str, str] | None = None
    """The kind, and a piece of the line."""


_SAMPLE = Case(rules=CHILDRENS_RULES, as_sample=True)
_BASE = ("acceptable", "good", "acceptable", "red")
# 0.772, 0.84, 0.947 and 0.6 against 0.8, 0.8, 0.97 and 0.9, with 5 points of tolerance

CASES = {
    # formulas of theirs take in the whole row: our columns go to a sheet of their own
    "02-whole-row-formulas": Case(
        _BASE, (("rule-no-indicator", None),), BASE, ("Ratings", "Summary", "Indicators", "Checks")
    ),
    "dependants": Case(
        rules=CHILDRENS_RULES, as_sample=True, tabs=("Ratings", "Summary", "Indicators", "Checks")
    ),
    # a conditional format of theirs that stops the rest
    "09-own-colours-win": Case(
        _BASE, (("colours-stopped", "G2"), ("rule-no-indicator", None)), BASE
    ),
    # a print area that ends before our columns
    "12-print-area": Case(
        ("green", "red", "red"), (("print-area-narrow", "I1"),), KEEP / "12-print-area.yaml"
    ),
    # names that links or content types mention and no part has
    "dangling-chart": _SAMPLE,
    "dangling-drawing": _SAMPLE,
    "dangling-drawing-used": _SAMPLE,
    "dangling-sheet": _SAMPLE,
    "note-at-ours": _SAMPLE,
    "sheetid": _SAMPLE,
    "tabs-out-of-range": _SAMPLE,
    "no-styles-relation": Case(),
    "s": Case(),
    "sst-wrapped": Case(),
    "text-lone-surrogate": Case(),
    "text-lone-surrogate-red": Case(),
    "value-1e400": Case(("no_data", "acceptable", "amber"), (("marker-unknown", "F4"),)),
    "encrypted-damaged-xml": Case(refused=("encrypted", "its encryption is damaged")),
    "entry-without-name": Case(refused=("unreadable", "a part has no name")),
    "lzma-damaged-part": Case(refused=("unreadable", "part xl/worksheets/sheet1.xml is damaged")),
    "row-2147483648": Case(refused=("unreadable", "sheet Scorecard: a row is numbered 2147483648")),
    "xfs64000": Case(refused=("too_large", "64,000 cell formats")),
}
SAVED_SINCE = ("saved-by-libreoffice-7.4", "saved-by-openpyxl")
REFRESHED_BEFORE = (
    *MISLEADING,  # tests/writing/test_whose_sheet.py says what comes of them
    *SAVED_SINCE,  # tests/writing/test_notes_on_our_sheets.py says what of their charts and sheets
    "notes-on-summary-and-checks",  # so does that of this one
)
REFUSED = {name: case for name, case in CASES.items() if case.refused}
DONE_CASES = {name: case for name, case in CASES.items() if not case.refused}
TOGETHER = {
    **{name: case for name, case in CASES.items() if case.rules == SMALL},
    **{name: Case() for name in MISLEADING},
}


def test_every_input_is_in_the_table() -> None:
    need_shared(KEEP, "the cases")
    there = {path.stem for path in KEEP.iterdir() if path.suffix in (".xlsx", ".xlsm")}
    assert there == {*CASES, *REFRESHED_BEFORE}


@pytest.mark.parametrize("name", DONE_CASES)
def test_an_input_is_done_and_keeps_all_that_is_theirs(name: str, tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    case, source = CASES[name], KEEP / f"{name}.xlsx"
    once, again, clear = (tmp_path / step / source.name for step in ("1", "2", "3"))
    _as_expected(_refreshed(source, once, case, DONE), case)
    assert _tabs(once) == [*_tabs(source), *case.tabs]
    _keeps_all(source, once)
    assert _refreshed(once, again, case, DONE)["outcome"] == "unchanged"
    assert again.read_bytes() == once.read_bytes()
    assert main(["clear", str(once), "--out", str(clear.parent), "--quiet"]) == DONE
    _gives_back(source, clear)


def _as_expected(found: dict[str, Any], case: Case) -> None:
    assert found["outcome"] == "refreshed"
    statuses = tuple(item["status"] for item in found["indicators"])
    findings = sorted(((f["check"], f["cell"]) for f in found["findings"]), key=str)
    if case.as_sample:
        assert statuses == tuple(item.status for item in _sample().indicators)
        assert findings == sorted(((f.check, f.cell) for f in _sample().findings), key=str)
    else:
        assert (statuses, findings) == (case.statuses, list(case.findings))


@cache
def _sample() -> Outcome:
    """What the sample gives that many of the inputs were made of."""
    return done(check(CHILDREN, rules=CHILDRENS_RULES))


def _keeps_all(source: Path, once: Path) -> None:
    """No part is lost, no cell changed, and no part of ours has a name that was spoken for."""
    before, after = parts(source), parts(once)
    assert [name for name in after if name in before] == list(before)
    assert cells(before).items() <= cells(after).items()
    assert missing_parts(source) <= missing_parts(once)


def _gives_back(source: Path, clear: Path) -> None:
    before, after = parts(source), parts(clear)
    assert list(after) == list(before)
    for name, content in before.items():
        same = only_grew if name == "xl/styles.xml" else same_part
        assert same(content, after[name]), name


@pytest.mark.parametrize("name", SAVED_SINCE)
def test_an_input_saved_by_another_program_keeps_its_figures_and_is_the_same_twice(
    name: str, tmp_path: Path
) -> None:
    need_shared(KEEP, "the cases")
    case, source = Case(rules=EARLY_HELP_RULES), KEEP / f"{name}.xlsm"
    once, again, clear = (tmp_path / step / source.name for step in ("1", "2", "3"))
    assert _refreshed(source, once, case, DONE)["outcome"] == "refreshed"
    assert _refreshed(once, again, case, DONE)["outcome"] == "unchanged"
    assert again.read_bytes() == once.read_bytes()
    assert main(["clear", str(once), "--out", str(clear.parent), "--quiet"]) == DONE
    own = opened(EARLY_HELP, formulas=True)
    assert opened(clear).sheetnames == own.sheetnames
    for path in (once, clear):
        there, before = (opened(each, formulas=True) for each in (path, source))
        for sheet in own.sheetnames:
            for cell in (c for row in own[sheet].iter_rows() for c in row if c.value is not None):
                place = cell.coordinate
                assert there[sheet][place].value == before[sheet][place].value, place


@pytest.mark.parametrize("name", REFUSED)
def test_an_input_is_refused_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need_shared(KEEP, "the cases")
    case, output = CASES[name], tmp_path / "out" / f"{name}.xlsx"
    found = _refreshed(KEEP / output.name, output, case, FAILED)
    assert case.refused is not None
    assert (found["outcome"], found["error"]["kind"]) == ("failed", case.refused[0])
    (line,) = capsys.readouterr().err.splitlines()
    assert case.refused[1] in line
    assert not output.exists()


def test_where_formulas_take_in_the_whole_row_nothing_is_put_beside_it(tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    for name in ("02-whole-row-formulas", "dependants"):
        once = tmp_path / f"{name}.xlsx"
        _refreshed(KEEP / once.name, once, CASES[name], DONE)
        sheet = "xl/worksheets/sheet1.xml"
        assert parts(once)[sheet] == parts(KEEP / once.name)[sheet]


def test_a_figure_beyond_what_excel_holds_stands_as_it_was(tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    once = tmp_path / "value-1e400.xlsx"
    _refreshed(KEEP / once.name, once, CASES[once.stem], DONE)
    assert values(once, "Scorecard", "F4:G4") == [[float("inf"), "No data"]]


def test_a_new_sheet_has_a_number_below_the_highest_there_is(tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    once = tmp_path / "sheetid.xlsx"
    _refreshed(KEEP / once.name, once, CASES[once.stem], DONE)
    sheets = etree.fromstring(parts(once)["xl/workbook.xml"]).iter("{*}sheet")
    assert [int(sheet.get("sheetId")) for sheet in sheets] == [1, 2, 3, 65534, 4, 5, 6]


def test_a_workbook_of_many_formats_is_done_and_given_back(tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    maker = [sys.executable, str(KEEP / "styles.py"), "3000", "2000"]
    subprocess.run(maker, cwd=tmp_path, check=True)
    source, once, clear = (tmp_path / step / "styles.xlsx" for step in ("", "1", "2"))
    found = _refreshed(source, once, Case(), DONE)
    assert found["outcome"] == "refreshed"
    _keeps_all(source, once)
    assert main(["clear", str(once), "--out", str(clear.parent), "--quiet"]) == DONE
    _gives_back(source, clear)


def _refreshed(source: Path, output: Path, case: Case, status: int) -> dict[str, Any]:
    """What the report says of one refresh, which must end with an exit status."""
    report = output.with_suffix(".json")
    report.parent.mkdir(exist_ok=True)
    words = ["refresh", source, "--rules", case.rules, "--out", output.parent, "--json", report]
    asked = [*words, "--password-from", KEEP / "pw", "--quiet"]
    assert main([str(word) for word in asked]) == status
    (found,) = json.loads(report.read_text("utf-8"))["workbooks"]
    return dict(found)


def _tabs(path: Path) -> list[str]:
    sheets = etree.fromstring(parts(path)["xl/workbook.xml"]).iter("{*}sheet")
    return [sheet.get("name") or "" for sheet in sheets]


class Together:
    """One run over all without rules of their own, and a sound one."""

    def __init__(self, finished: Finished, report: dict[str, Any], seconds: float) -> None:
        self.finished = finished
        self.seconds = seconds
        self.by_name = {Path(w["path"]).name: w for w in report["workbooks"]}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
    need_shared(KEEP, "the cases")
    folder = tmp_path_factory.mktemp("keep")
    (folder / "in").mkdir()
    for name in TOGETHER:
        shutil.copyfile(KEEP / f"{name}.xlsx", folder / "in" / f"{name}.xlsx")
    scorecard(folder / "in" / SOUND)
    start = time.monotonic()
    finished = xl_scorecard(
        "refresh", "in", "--rules", SMALL, "--out", "out", "--json", "report.json",
        "--password-from", KEEP / "pw", folder=folder, status=FAILED,
    )  # fmt: skip
    seconds = time.monotonic() - start
    report = json.loads((folder / "report.json").read_text("utf-8"))
    return Together(finished, report, seconds)


@pytest.mark.parametrize("name", TOGETHER)
def test_in_a_folder(name: str, together: Together) -> None:
    found = together.by_name[f"{name}.xlsx"]
    lines = [line for line in together.finished.err.splitlines() if f"/{name}.xlsx: " in line]
    refused = TOGETHER[name].refused
    if refused is None:
        assert (found["outcome"], lines) == ("refreshed", [])
        return
    assert (found["outcome"], found["error"]["kind"]) == ("failed", refused[0])
    (line,) = lines
    assert refused[1] in line


def test_the_sound_one_is_done_in_bounded_time(together: Together) -> None:
    assert together.by_name[SOUND]["outcome"] == "refreshed"
    assert together.seconds < _SECONDS
    assert "fault of xl-scorecard" not in together.finished.err
    assert len(together.finished.err.splitlines()) == len(REFUSED)
