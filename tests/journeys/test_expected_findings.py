from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Refreshed
from tests.support.paths import CHILDREN, EARLY_HELP

MISMATCH = "numerator-denominator-mismatch"
# Check, cell, severity, what stands there, what should: 354/2160, 743/861 and 17/54 by hand.
EXPECTED = [
    (MISMATCH, "K26", "error", "14%", "16.4%"),
    (MISMATCH, "T26", "error", "14%", "16.4%"),
    ("complement-sum", "K26", "error", "14%", "16%"),  # 84% in time stands in K24
    ("complement-sum", "T26", "error", "14%", "16%"),
    (MISMATCH, "K33", "error", "86.4%", "86.3%"),
    (MISMATCH, "T33", "error", "86.4%", "86.3%"),
    (MISMATCH, "K75", "error", "32%", "31.5%"),
    ("value-missing", "K56", "error", "", None),
    ("rag-typed-differs", "W18", "error", "Good", "Yellow"),
    ("number-as-text", "J18", "error", "80.9 %", "80.9%"),
]


def _found(refreshed: Refreshed) -> dict[tuple[str, str], dict[str, Any]]:
    return {(f["check"], f["cell"]): f for f in refreshed.workbook(CHILDREN)["findings"]}


@pytest.mark.parametrize(("check", "cell", "severity", "found", "expected"), EXPECTED)
def test_the_childrens_scorecard_has_this_finding(
    refreshed: Refreshed,
    check: str,
    cell: str,
    severity: str,
    found: str,
    expected: str | None,
) -> None:
    finding = _found(refreshed)[check, cell]
    assert (finding["severity"], finding["sheet"]) == (severity, "Scorecard")
    assert finding["found"] == found
    if expected is not None:
        assert finding["expected"] == expected


def test_nothing_else_is_found(refreshed: Refreshed) -> None:
    found = [(f["check"], f["cell"]) for f in refreshed.workbook(CHILDREN)["findings"]]
    assert sorted(found[: len(EXPECTED)]) == sorted((check, cell) for check, cell, *_ in EXPECTED)
    assert found[len(EXPECTED) :] == []


def test_the_worst_come_first(refreshed: Refreshed) -> None:
    severities = [f["severity"] for f in refreshed.workbook(CHILDREN)["findings"]]
    assert severities == ["error"] * len(EXPECTED)


def test_the_early_help_workbook_passes_every_check(refreshed: Refreshed) -> None:
    found = [(f["check"], f["cell"]) for f in refreshed.workbook(EARLY_HELP)["findings"]]
    assert found == []


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("K26", ["14%", "354", "K27", "2,160", "K23", "16.4%"]),
        ("K33", ["86.4%", "743", "K34", "861", "K32", "86.3%"]),
        ("K75", ["32%", "17", "K76", "54", "K73", "31.5%"]),
    ],
)
def test_a_mismatch_names_both_counts_with_their_cells(
    refreshed: Refreshed, cell: str, parts: list[str]
) -> None:
    message = _found(refreshed)[MISMATCH, cell]["message"]
    assert [part for part in parts if part not in message] == []
