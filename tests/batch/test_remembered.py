"""A workbook in which nothing changed is not done again, and its results are told all the same."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard as package
from tests.support.books import ROWS, all_done, rule_file, scorecard
from tests.support.command import Finished, xl_scorecard
from xl_scorecard.batch.remembered import WHERE, place_of, sweep


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two workbooks, one with an error to find, in `in`, and their rules."""
    rule_file(tmp_path)
    (tmp_path / "in" / "north").mkdir(parents=True)
    scorecard(tmp_path / "in" / "a.xlsx")
    scorecard(tmp_path / "in" / "north" / "b.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])
    return tmp_path


def _refresh(folder: Path, *words: str, status: int | tuple[int, ...] = 0) -> Finished:
    return xl_scorecard(
        "refresh", "in", "--rules", "rules.yaml", "--out", "out", "--json", "-", *words,
        folder=folder, status=status,
    )  # fmt: skip


def _outcomes(finished: Finished) -> list[str]:
    return [workbook["outcome"] for workbook in finished.report["workbooks"]]


def _written(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (folder / "out").rglob("*.xlsx")
    return {str(f): (f.read_bytes(), f.stat().st_mtime_ns) for f in files}


def test_what_is_unchanged_is_told_as_if_it_had_been_done(folder: Path) -> None:
    first = _refresh(folder)
    before = _written(folder)
    second = _refresh(folder)
    assert _outcomes(first) == ["refreshed", "refreshed"]
    assert _outcomes(second) == ["unchanged", "unchanged"]
    assert _written(folder) == before
    forced = _refresh(folder, "--force")
    assert _outcomes(forced) == ["refreshed", "refreshed"]
    assert second.out.replace('"unchanged"', '"refreshed"') == forced.out == first.out


def test_lines_of_what_is_unchanged_count_its_indicators(folder: Path) -> None:
    def lines() -> str:
        words = ("refresh", "in", "--rules", "rules.yaml", "--out", "out")
        return xl_scorecard(*words, folder=folder).out

    first, second = lines(), lines()
    assert "indicators: " in first
    assert second == first.replace(": refreshed", ": unchanged").replace(
        "2 refreshed", "2 unchanged"
    )


def test_findings_of_what_is_unchanged_count_for_the_exit_status_and_reports(folder: Path) -> None:
    words = ("--fail-on", "error", "--csv", "findings.csv", "--junit", "junit.xml")
    _refresh(folder, *words, status=1)
    first = [(folder / name).read_text("utf-8") for name in ("findings.csv", "junit.xml")]
    assert _outcomes(_refresh(folder, *words, status=1)) == ["unchanged", "unchanged"]
    assert [(folder / name).read_text("utf-8") for name in ("findings.csv", "junit.xml")] == first


def test_figures_of_what_is_unchanged_are_in_the_frame(folder: Path) -> None:
    def frame() -> list[Any]:
        run = package.refresh(folder / "in", rules=folder / "rules.yaml", out=folder / "out")
        all_done(run)
        return [[o.outcome for o in run.workbooks], run.to_frame().to_csv()]

    (first, figures), (second, again) = frame(), frame()
    assert (first, second) == (["refreshed"] * 2, ["unchanged"] * 2)
    assert again == figures
    assert "2018/19 Q2" in again


def _changed(folder: Path) -> str:
    """Which of the two was done anew, in their order."""
    finished = _refresh(folder, status=(0, 3))
    return " ".join(_outcomes(finished))


def test_a_workbook_that_changed_is_done_again_and_no_other(folder: Path) -> None:
    _refresh(folder)
    scorecard(folder / "in" / "a.xlsx", [(*ROWS[0][:5], 0.83), *ROWS[1:]])
    assert _changed(folder) == "refreshed unchanged"


def test_new_rules_have_all_done_again(folder: Path) -> None:
    _refresh(folder)
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("5 points", "4 points"), "utf-8")
    assert _changed(folder) == "refreshed refreshed"


def test_other_options_have_all_done_again(folder: Path) -> None:
    _refresh(folder)
    finished = _refresh(folder, "--period", "Q2 2018/19")
    assert _outcomes(finished) == ["refreshed", "refreshed"]
    assert [w["period"] for w in finished.report["workbooks"]] == ["2018/19 Q2"] * 2


def test_an_earlier_quarter_that_changed_has_the_later_one_done_again(tmp_path: Path) -> None:
    rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    headings = ("Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19")
    scorecard(tmp_path / "in" / "a-q2.xlsx", headings=headings)
    scorecard(tmp_path / "in" / "a-q3.xlsx")
    first = _refresh(tmp_path)
    assert _changed(tmp_path) == "unchanged unchanged"
    rows = [(*ROWS[0][:5], 0.76), *ROWS[1:]]
    scorecard(tmp_path / "in" / "a-q2.xlsx", rows, headings)
    again = _refresh(tmp_path)
    assert _outcomes(again) == ["refreshed", "refreshed"]
    assert (
        again.report["workbooks"][1]["held_against"]
        == (first.report["workbooks"][1]["held_against"])
    )


def test_an_output_that_somebody_worked_in_is_looked_at_again(folder: Path) -> None:
    _refresh(folder)
    scorecard(folder / "out" / "a.xlsx", sheet="Mine")
    finished = _refresh(folder, status=3)
    assert _outcomes(finished) == ["failed", "unchanged"]
    assert finished.report["workbooks"][0]["error"]["kind"] == "edited"


def test_an_output_that_is_gone_is_made_again_and_nothing_is_kept_of_what_was(
    folder: Path,
) -> None:
    _refresh(folder)
    (folder / "out" / "a.xlsx").unlink()
    shutil.rmtree(folder / "in" / "north")
    (folder / "out" / "north" / "b.xlsx").unlink()
    assert _changed(folder) == "refreshed"


def test_what_nobody_asked_for_in_three_months_is_thrown_away(folder: Path) -> None:
    _refresh(folder)
    old, new = (place_of(folder / "out" / name) for name in ("a.xlsx", "north/b.xlsx"))
    age = time.time() - 91 * 86_400
    os.utime(old, (age, age))
    sweep()
    assert (old.exists(), new.exists()) == (False, True)


def test_an_output_that_is_open_in_excel_is_refused_as_it_would_be(folder: Path) -> None:
    _refresh(folder)
    (folder / "out" / "~$a.xlsx").write_bytes(b"\x05Smith" + b" " * 160)
    finished = _refresh(folder, status=3)
    assert _outcomes(finished) == ["failed", "unchanged"]
    assert finished.report["workbooks"][0]["error"]["kind"] == "locked"


def test_what_is_kept_says_nothing_without_the_output(folder: Path) -> None:
    _refresh(folder)
    kept = place_of(folder / "out" / "a.xlsx").read_bytes()
    for words in (b"Children", b"Scorecard", b"0.82", b"good", b"PK\x03\x04"):
        assert words not in kept


def test_what_is_kept_and_was_damaged_has_the_workbook_done_again(folder: Path) -> None:
    _refresh(folder)
    kept = place_of(folder / "out" / "a.xlsx")
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole[:60] + bytes([whole[60] ^ 1]) + whole[61:], b"other"):
        kept.write_bytes(damaged)
        assert _changed(folder) == "refreshed unchanged"


def test_in_place_a_workbook_is_done_until_that_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refreshed() -> list[str]:
        run = package.refresh(folder / "in", rules=folder / "rules.yaml", in_place=True)
        return [outcome.outcome for outcome in all_done(run)]

    assert refreshed() == ["refreshed"] * 2
    assert not place_of(folder / "in" / "a.xlsx").exists()
    assert refreshed() == ["unchanged"] * 2
    assert place_of(folder / "in" / "a.xlsx").exists()
    with monkeypatch.context() as patched:  # nothing is opened as a workbook any more
        patched.setattr("xl_scorecard.batch.commands.run_all", None)
        assert refreshed() == ["unchanged"] * 2


def test_nothing_is_put_beside_outputs_or_workbooks(folder: Path) -> None:
    _refresh(folder)
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert files == [
        "in/a.xlsx", "in/north/b.xlsx", "out/a.xlsx", "out/north/b.xlsx", "rules.yaml",
    ]  # fmt: skip


def test_where_nothing_can_be_kept_a_workbook_is_done_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (str(folder / "rules.yaml"), "off"):
        monkeypatch.setenv(WHERE, place)
        assert _changed(folder) == "refreshed refreshed"
    assert _changed(folder) == "refreshed refreshed"


def test_an_interrupted_run_goes_on_where_it_stopped(folder: Path) -> None:
    _refresh(folder)
    (folder / "out" / "north" / "b.xlsx").unlink()  # as if it had not come to that one
    finished = _refresh(folder)
    assert _outcomes(finished) == ["unchanged", "refreshed"]
    assert json.dumps(finished.report).count("2018/19 Q3") > 0
