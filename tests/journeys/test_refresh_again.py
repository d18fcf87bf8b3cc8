from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Refreshed
from tests.reading.real.pages import Page, book
from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, EARLY_HELP, RULES

both = pytest.mark.parametrize("sample", [CHILDREN, EARLY_HELP], ids=["children", "early-help"])


@both
def test_refreshing_twice_gives_the_bytes_of_refreshing_once(
    refreshed: Refreshed, sample: Path, tmp_path: Path
) -> None:
    once = refreshed.file(sample)
    finished = xl_scorecard(
        "refresh", once, "--rules", RULES, "--out", tmp_path / "again", "--json", "-"
    )
    assert finished.status == 0
    assert (tmp_path / "again" / sample.name).read_bytes() == once.read_bytes()


@both
def test_the_second_run_sees_what_the_first_saw(
    refreshed: Refreshed, sample: Path, tmp_path: Path
) -> None:
    again = xl_scorecard("check", refreshed.file(sample), "--rules", RULES, "--json", "-").only
    first = refreshed.workbook(sample)
    assert again["indicators"] == first["indicators"]
    assert again["findings"] == first["findings"]


def test_in_place_writes_into_the_workbook_and_then_finds_nothing_to_do(
    refreshed: Refreshed, samples: Path
) -> None:
    workbook = samples / CHILDREN.name
    words = ("refresh", workbook, "--in-place", "--rules", RULES, "--json", "-")
    first = xl_scorecard(*words)
    assert first.status == 0
    assert first.only["outcome"] == "refreshed"
    assert first.only["output"] == str(workbook)
    assert workbook.read_bytes() == refreshed.file(CHILDREN).read_bytes()

    written = workbook.stat()
    second = xl_scorecard(*words)
    assert second.only["outcome"] == "unchanged"
    assert workbook.stat().st_mtime_ns == written.st_mtime_ns
    assert workbook.stat().st_ino == written.st_ino


def test_in_place_leaves_nothing_beside_the_workbook_and_keeps_its_permissions(
    samples: Path,
) -> None:
    workbook = samples / CHILDREN.name
    workbook.chmod(0o640)
    before = sorted(path.name for path in samples.iterdir())
    assert xl_scorecard("refresh", workbook, "--in-place", "--rules", RULES).status == 0
    assert sorted(path.name for path in samples.iterdir()) == before
    assert workbook.stat().st_mode & 0o777 == 0o640


def test_clear_in_place_undoes_refresh_in_place(samples: Path) -> None:
    workbook = samples / EARLY_HELP.name
    assert xl_scorecard("refresh", workbook, "--in-place", "--rules", RULES).status == 0
    assert workbook.read_bytes() != EARLY_HELP.read_bytes()
    finished = xl_scorecard("clear", workbook, "--in-place", "--json", "-")
    assert finished.only["outcome"] == "cleared"
    again = xl_scorecard("refresh", workbook, "--in-place", "--rules", RULES, "--json", "-")
    assert again.only["outcome"] == "refreshed"


def test_a_workbook_that_names_relations_at_each_sheet_is_unchanged_too(tmp_path: Path) -> None:
    """openpyxl, and so pandas, declares the prefix of relations at each sheet, not at the root."""
    rows = [["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"], ["A1", "Visits", 9, 7, 8]]
    workbook = book(tmp_path / "s.xlsx", Page("Scorecard", rows))
    rules = tmp_path / "visits.yaml"
    rules.write_text("name: visits\nindicators: [{id: A1, name: Visits, good_is: high}]\n")
    words = ("refresh", workbook, "--in-place", "--rules", rules, "--json", "-")
    outcomes = [xl_scorecard(*words).only["outcome"] for _ in range(2)]
    assert outcomes == ["refreshed", "unchanged"]
