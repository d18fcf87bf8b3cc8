"""Every check says how what it finds is put right."""

from __future__ import annotations

import pytest

from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import Check


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)
def test_a_check_says_how_to_mend_in_a_line(check: Check) -> None:
    assert check.mend.endswith(".")
    assert check.mend[0].isupper()
    assert len(check.mend) <= 90
