from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Refreshed
from tests.support.paths import CHILDREN, EARLY_HELP

CHILDREN_EXPECTED = {
    "good": "FD-48H CIN-SEEN CIN-NOTSEEN CPP-SEEN CPP-2YR ICPC-15 RCPC CIC-STATVISIT PP-UTD "
    "PL-3PLUS ALLOC",
    "acceptable": "FD-24H SA-OPEN CIN-1YR CIN-PLAN COMPL-UPH SW-STAB",
    "yellow": "REREF SA-45 CIC-READM CIC-S20 CIC-ASSESS DENTAL SW-20",
    "amber": "REF-SEEN CPP-REPEAT-STOCK HA-UTD HA-OVERDUE",
    "red": "CPP-REPEAT-FLOW PP-HAVE IHA SW-25",
    "no_data": "REF-NOVISIT PL-OOC ALLOC-DELAY",
}
EARLY_HELP_EXPECTED = {
    "green": "EH02 EH09 EH13 EH14",
    "amber": "EH05 EH08 EH10 EH12",
    "red": "EH06 EH11 EH16",
    "no_data": "EH15 EH17",
    "not_rated": "EH01 EH03 EH04 EH07",
}
CONCERN = {
    "good": 0, "acceptable": 0, "yellow": 1, "amber": 2, "red": 3, "green": 0,
    "not_rated": 0, "no_data": 0,
}  # fmt: skip


@pytest.mark.parametrize(("status", "ids"), CHILDREN_EXPECTED.items())
def test_the_childrens_scorecard_has_exactly_these(
    refreshed: Refreshed, status: str, ids: str
) -> None:
    found = refreshed.indicators(CHILDREN).values()
    assert {i["id"] for i in found if i["status"] == status} == set(ids.split())


def test_all_other_rows_of_the_childrens_scorecard_are_not_rated(refreshed: Refreshed) -> None:
    named = {name for ids in CHILDREN_EXPECTED.values() for name in ids.split()}
    rest = [i for i in refreshed.indicators(CHILDREN).values() if i["id"] not in named]
    assert len(rest) == 33
    assert {i["status"] for i in rest} == {"not_rated"}


@pytest.mark.parametrize(("status", "ids"), EARLY_HELP_EXPECTED.items())
def test_the_early_help_workbook_has_exactly_these(
    refreshed: Refreshed, status: str, ids: str
) -> None:
    found = refreshed.indicators(EARLY_HELP).values()
    assert {i["id"] for i in found if i["status"] == status} == set(ids.split())


@pytest.mark.parametrize("sample", [CHILDREN, EARLY_HELP], ids=["children", "early-help"])
def test_each_status_carries_its_degree_of_concern(refreshed: Refreshed, sample: Path) -> None:
    for indicator in refreshed.indicators(sample).values():
        assert indicator["concern"] == CONCERN[indicator["status"]], indicator["id"]


@pytest.mark.parametrize(
    ("sample", "indicator", "gap"),
    [
        (CHILDREN, "REF-NOVISIT", "suppressed"),
        (CHILDREN, "ALLOC-DELAY", "awaited"),
        (CHILDREN, "PL-OOC", "not_available"),
        (EARLY_HELP, "EH15", "awaited"),
        (EARLY_HELP, "EH17", "suppressed"),
    ],
)
def test_an_absent_figure_says_why(
    refreshed: Refreshed, sample: Path, indicator: str, gap: str
) -> None:
    assert refreshed.indicators(sample)[indicator]["gap"] == gap
