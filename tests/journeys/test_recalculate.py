"""`--recalculate`: formulas that a program wrote without results are computed for reading."""

from __future__ import annotations

import http.server
import os
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from msoffcrypto.format.ooxml import OOXMLFile

import xl_scorecard
from tests.support.books import (
    RULES,
    all_done,
    done,
    failure,
    findings,
    rule_file,
    scorecard,
    statuses,
)
from tests.support.office import Office
from tests.support.packages import parts, records
from xl_scorecard.batch.commands import Run
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.sheets import recalculate

HEADINGS = ["Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19"]
# Seen: 75 of 100, then 41 of 50; waiting: (10 + 15) of 100, then 23%; reviewed: no result at all.
FORMULAS = [
    ["A1", "Children seen", "High", 0.8, "=Counts!B2/Counts!C2", "=Counts!B3/Counts!C3"],
    ["B1", "Children waiting", "Low", 0.2, "=SUM(Counts!B4:B5)/100", 0.23],
    ["C1", "Plans reviewed", "High", 0.8, 0.7, "=Counts!B6/Counts!C6"],
]
COUNTS = [["Count", "Of"], [75, 100], [41, 50], [10], [15], [33, 0]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook as openpyxl saves it: formulas, and no result of any."""
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = "Scorecard"
    for row in ([], [], HEADINGS, *FORMULAS):
        page.append(row)
    for row in page["D4:F6"]:
        for cell in row:
            cell.number_format = "0.0%"
    counts = made.create_sheet("Counts")
    for number, row in enumerate(COUNTS, 1):
        for column, value in enumerate(row, 2):
            counts.cell(number, column, value)
    path = tmp_path / "q3.xlsx"
    made.save(path)
    return path


def _run(book: Path, *, recalculate: bool) -> tuple[Run, Path]:
    out = book.parent / f"out-{recalculate}"
    rules = rule_file(book.parent, RULES)
    run = xl_scorecard.refresh(book, rules=rules, out=out, recalculate=recalculate)
    return run, out / book.name


def _refreshed(book: Path, *, recalculate: bool) -> tuple[Outcome, Path]:
    run, output = _run(book, recalculate=recalculate)
    return done(run), output


def _figures(outcome: Outcome) -> dict[str, tuple[float | None, float | None]]:
    return {item.id: (item.previous, item.value) for item in outcome.indicators}


def test_without_it_formulas_are_gaps_and_the_finding_says_how_to_mend_it(book: Path) -> None:
    outcome, _ = _refreshed(book, recalculate=False)
    assert _figures(outcome) == {"A1": (None, None), "B1": (None, 0.23), "C1": (0.7, None)}
    assert any("--recalculate" in finding.message for finding in outcome.findings)


def test_with_it_formulas_have_their_results(book: Path, soffice: Office) -> None:
    outcome, _ = _refreshed(book, recalculate=True)
    assert _figures(outcome) == {"A1": (0.75, 0.82), "B1": (0.25, 0.23), "C1": (0.7, None)}
    assert statuses(outcome) == {"A1": "good", "B1": "acceptable", "C1": "no_data"}
    assert findings(outcome) == [("formula-error", "F6")]  # 33 of 0


def test_explained_values_count_formulas_without_results(book: Path, soffice: Office) -> None:
    counted = []
    for recalculated in (False, True):
        run = xl_scorecard.check(
            book, rules=rule_file(book.parent), explain=True, recalculate=recalculated
        )
        understood = done(run).understood
        assert understood is not None
        values = understood.sheets[0].tables[0].values
        counted.append((values["number"], values["formula without result"], values["error"]))
    assert counted == [(2, 4, 0), (5, 0, 1)]


def test_what_is_written_back_is_the_original_with_our_additions(
    book: Path, soffice: Office
) -> None:
    before = records(book)
    _, output = _refreshed(book, recalculate=True)
    after = records(output)
    counts = "xl/worksheets/sheet2.xml"
    assert after[counts] == before[counts]
    assert _cells(output, "ABCDEF") == _cells(book, "ABCDEF")
    assert set(before) <= set(after)


def _cells(path: Path, columns: str) -> list[bytes]:
    """The officers' cells of the scorecard as they are stored."""
    root = etree.fromstring(parts(path)["xl/worksheets/sheet1.xml"])
    cells = [c for c in root.iter("{*}c") if (c.get("r") or "").rstrip("0123456789") in columns]
    return [etree.tostring(cell, method="c14n", exclusive=True) for cell in cells]


def test_refreshing_again_gives_the_same_bytes(book: Path, soffice: Office) -> None:
    rules = rule_file(book.parent)
    done(xl_scorecard.refresh(book, rules=rules, in_place=True, recalculate=True))
    once = book.read_bytes()
    again = done(xl_scorecard.refresh(book, rules=rules, in_place=True, recalculate=True))
    assert again.outcome == "unchanged"
    assert book.read_bytes() == once


def test_several_at_once_leave_nothing_behind(
    book: Path, soffice: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    second = book.with_name("q3-again.xlsx")
    second.write_bytes(book.read_bytes())
    run = xl_scorecard.check([book, second], rules=rule_file(tmp_path), recalculate=True, jobs=2)
    assert [_figures(o)["A1"] for o in all_done(run)] == [(0.75, 0.82), (0.75, 0.82)]
    assert [place.name for place in scratch.iterdir() if "xl-scorecard" in place.name] == []


def test_a_stored_figure_stays_where_libreoffice_knows_only_an_error(
    tmp_path: Path, soffice: Office
) -> None:
    def more(book: Any, page: Any) -> None:
        page.write_formula("F4", "=NOFUNCTIONOFTHEIRS(E4)", None, 0.82)

    book = scorecard(tmp_path / "q3.xlsx", more=more)
    run = xl_scorecard.check(book, rules=rule_file(tmp_path), recalculate=True)
    assert _figures(done(run))["A1"] == (0.75, 0.82)


def test_nothing_is_fetched_from_the_web(book: Path, soffice: Office) -> None:
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"1")

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        made = openpyxl.load_workbook(book)
        url = f"http://127.0.0.1:{server.server_address[1]}"
        made["Scorecard"]["F6"] = f'=_xlfn.WEBSERVICE("{url}/service")'
        made.save(book)
        _refreshed(book, recalculate=True)
        server.shutdown()
    assert asked == []


def test_an_encrypted_workbook_is_not_laid_open_on_disk(book: Path, soffice: Office) -> None:
    sealed = book.with_name("sealed.xlsx")
    with book.open("rb") as stream, sealed.open("wb") as target:
        OOXMLFile(stream).encrypt("secret", target)
    run = xl_scorecard.refresh(
        sealed, rules=rule_file(book.parent), in_place=True, recalculate=True, password="secret"
    )
    assert "would put an open copy of it on disk" in failure(run).message


def test_without_libreoffice_one_line_says_what_to_do(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(recalculate, "_USUAL_PLACES", ())
    with pytest.raises(UsageError, match=r"install it from .* or open and save"):
        _refreshed(book, recalculate=True)
    assert not (book.parent / "out-True").exists()


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_libreoffice_that_never_ends_is_ended_with_all_it_started(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = book.parent / "programs"
    programs.mkdir()
    stuck = programs / "soffice"
    stuck.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {book.parent}/child\nwait\n")
    stuck.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    monkeypatch.setattr(recalculate, "_PATIENCE", 1)
    run, output = _run(book, recalculate=True)
    assert "LibreOffice did not finish" in failure(run).message
    assert not output.exists()
    assert _ended(int((book.parent / "child").read_text()))


def _ended(process: int) -> bool:
    """Whether a process is gone, or dead and waiting for its parent to look."""
    for _ in range(50):
        state = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
        )
        if state.stdout.strip() == "" or state.stdout.startswith("Z"):
            return True
        time.sleep(0.1)
    return False
