"""Workbooks that Excel made and real councils keep: refreshed whole, or refused in one line."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import xl_scorecard
from tests.excel.conftest import Corpus
from tests.support.books import done
from tests.support.paths import CHILDRENS_RULES
from xl_scorecard.batch.commands import Run
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import Kind

KINDS = {
    "unreadable", "encrypted", "locked", "protected", "signed", "unsupported_format",
    "no_scorecard", "too_large", "write_failed", "edited", "fault", "in_use",
}  # fmt: skip


@pytest.fixture(scope="module")
def run(either: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A corpus refreshed under its rules."""
    out = tmp_path_factory.mktemp("out")
    return xl_scorecard.refresh(either.folder, rules=either.rules, out=out)


def test_the_kinds_of_failure_are_those_of_the_contract() -> None:
    assert set(get_args(Kind)) == KINDS


def test_every_workbook_is_refreshed_or_fails_with_a_kind_in_one_line(
    run: Run, either: Corpus
) -> None:
    assert len(run.workbooks) == either.count
    wrong = [outcome.path for outcome in run.workbooks if not _well_ended(outcome)]
    assert wrong == []


def _well_ended(outcome: Outcome) -> bool:
    if outcome.error is None:
        return outcome.outcome == "refreshed"
    message = outcome.error.message
    return (
        outcome.outcome == "failed"
        and outcome.output is None
        and outcome.error.kind in KINDS
        and "\n" not in message
        and "fault of xl-scorecard" not in message
        and message.startswith(f"{Path(outcome.path).name}: ")
    )


def test_signed_workbooks_are_refused_as_signed(run: Run, either: Corpus) -> None:
    signed = {
        Path(o.path).name for o in run.failed if o.error is not None and o.error.kind == "signed"
    }
    assert signed == either.signed


@pytest.mark.parametrize(
    ("name", "period", "rows"),
    [
        ("01_spcreporter_data.xlsx", "2022-09", 7),  # a real date above each column
        ("30_toronto_transit.xlsx", "2017", 39),  # years run down, one starred; 5 sub-totals
    ],
)
def test_a_real_scorecard_of_another_council_is_read(
    corpus: Path, name: str, period: str, rows: int
) -> None:
    run = xl_scorecard.check(corpus / "real" / name, rules=CHILDRENS_RULES)
    outcome = done(run)
    assert (outcome.outcome, outcome.period, len(outcome.indicators)) == ("checked", period, rows)
