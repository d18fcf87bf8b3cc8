"""Writing all the same where we would refuse, for those who say that they mean it."""

from __future__ import annotations

from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import SHEET, checked, done, failure, refreshed_into, rule_file, scorecard
from tests.support.packages import packed, parts, replacing
from tests.support.readers import opened

SIGNATURE = "_xmlsignatures/origin.sigs"
RELATION = (
    '<Relationship Id="rIdSig" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A scorecard with a document signature as Excel leaves it, less its contents."""
    contents = parts(scorecard(tmp_path / "plain.xlsx"))
    link = replacing("</Relationships>", RELATION)
    contents = {**contents, "_rels/.rels": link(contents["_rels/.rels"]), SIGNATURE: b""}
    return packed(contents, tmp_path / "q3.xlsx")


def test_a_signature_is_taken_out_only_when_asked(signed: Path, tmp_path: Path) -> None:
    rules, out = rule_file(tmp_path), tmp_path / "out"
    refused = xl_scorecard.refresh(signed, rules=rules, out=out)
    assert failure(refused).kind == "signed"
    assert not out.exists()

    run = xl_scorecard.refresh(signed, rules=rules, out=out, allow_unsign=True)
    assert done(run).outcome == "refreshed"
    after = parts(out / "q3.xlsx")
    assert SIGNATURE not in after
    assert b"origin" not in after["_rels/.rels"]


def test_a_signed_workbook_may_be_checked(signed: Path, tmp_path: Path) -> None:
    assert checked(signed).outcome == "checked"


def test_protection_is_written_through_only_when_asked_and_stays(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", more=lambda book, page: page.protect("secret"))
    rules, out = rule_file(tmp_path), tmp_path / "out"
    refused = xl_scorecard.refresh(workbook, rules=rules, out=out)
    assert failure(refused).kind == "protected"

    run = xl_scorecard.refresh(workbook, rules=rules, out=out, through_protection=True)
    assert done(run).outcome == "refreshed"
    before = opened(workbook)[SHEET].protection
    after = opened(out / "q3.xlsx")[SHEET].protection
    assert after.sheet
    assert after.password == before.password


def test_a_protected_sheet_that_is_no_scorecard_is_in_nobodys_way(tmp_path: Path) -> None:
    workbook = scorecard(
        tmp_path / "q3.xlsx", more=lambda book, page: book.add_worksheet("Notes").protect()
    )
    assert refreshed_into(tmp_path / "out", workbook).outcome == "refreshed"
