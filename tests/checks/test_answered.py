"""What is asked for as a check and answered without a finding is answered as it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

import xl_scorecard
from tests.support.books import all_done, failure, refreshed_into, rule_file, scorecard
from xl_scorecard.checks.answered import ANSWERED, answered_slugs
from xl_scorecard.checks.catalogue import slugs

KINDS = {each.slug: each.kind for each in ANSWERED}


def test_no_word_has_two_answers() -> None:
    assert not answered_slugs() & slugs()
    assert [each.slug for each in ANSWERED] == sorted(answered_slugs())


def _unreadable(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and nothing of a workbook")


def _without_header(path: Path) -> None:
    scorecard(path, [("A1", "Children seen", 0.8)], ["Hither", "Thither", "Yon"])


@pytest.mark.parametrize(
    ("slug", "make"),
    [("unreadable-workbook", _unreadable), ("header-row-not-found", _without_header)],
)
def test_it_is_refused_in_a_line_and_the_other_workbooks_are_done(
    tmp_path: Path, slug: str, make: Any
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder / "odd.xlsx")
    refused = failure(xl_scorecard.check(folder / "odd.xlsx", rules=rule_file(tmp_path)))
    assert refused.kind == KINDS[slug]
    assert "\n" not in refused.message
    scorecard(folder / "sound.xlsx")
    run = xl_scorecard.check(folder, rules=rule_file(tmp_path))
    assert [outcome.outcome for outcome in run.workbooks] == ["failed", "checked"]


def test_a_sheet_called_summary_keeps_its_name_and_what_is_on_it(tmp_path: Path) -> None:
    def more(book: Any, _: Any) -> None:
        book.add_worksheet("Summary").write_string("A1", "Ours is not to be lost")

    assert KINDS["summary-name-clash"] is None
    path = scorecard(tmp_path / "q3.xlsx", more=more)
    refreshed_into(tmp_path / "out", path)
    book = openpyxl.load_workbook(tmp_path / "out" / "q3.xlsx")
    assert book["Summary"]["A1"].value == "Ours is not to be lost"
    assert len([name for name in book.sheetnames if "Summary" in name]) == 2
    all_done(xl_scorecard.check(tmp_path / "out" / "q3.xlsx", rules=rule_file(tmp_path)))
