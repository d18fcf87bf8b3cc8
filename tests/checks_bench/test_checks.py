"""The checks get no worse: a fault of each kind that they find, and clean scorecards. The figures
of many are in benchmarks/checks.md; what is found from now on is taken from `not_held`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.checks_bench.book import clean_book
from tests.checks_bench.faults import KINDS
from tests.checks_bench.not_held import MISSED
from tests.checks_bench.trial import checked, trial
from tests.checks_bench.verdicts import weighty

HELD = sorted(KINDS.keys() - MISSED)


@pytest.mark.parametrize("name", HELD)
def test_a_fault_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    """Of the clean book nothing is asked here: whatever is not due is a false alarm."""
    kind = KINDS[name]
    plain = replace(kind, wants={"grain": "quarter", "full_rules": True, **kind.wants})
    verdict = trial(2, tmp_path, plain, clean=False)
    assert verdict.found, f"{verdict.what} {verdict.error}"
    assert verdict.alarms == (), verdict.what


@pytest.mark.parametrize("seed", range(30))
def test_in_a_clean_scorecard_nothing_is_found(seed: int, tmp_path: Path) -> None:
    book = clean_book(seed)
    outcome = checked(book, tmp_path)
    assert outcome["error"] is None
    assert outcome["period"] == book.periods[-1].printed
    assert weighty(outcome["findings"]) == []


def test_what_is_not_held_is_the_name_of_a_kind() -> None:
    assert KINDS.keys() >= MISSED
