from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, CHILDRENS_RULES


def _checked(samples: Path, period: str) -> dict[str, Any]:
    words = ("--rules", CHILDRENS_RULES, "--period", period, "--json", "-")
    return xl_scorecard("check", samples / CHILDREN.name, *words).only


def test_an_earlier_quarter_is_judged_on_its_own_figures(samples: Path) -> None:
    found = _checked(samples, "Q2 2018/19")
    indicators = {i["id"]: i for i in found["indicators"]}
    assert found["period"] == "2018/19 Q2"
    # The report: 73.5% in Q2 after 49.4% in Q1, against 80% with 5 points.
    assert indicators["FD-24H"]["value"] == 0.735
    assert indicators["FD-24H"]["previous"] == 0.494
    assert indicators["FD-24H"]["status"] == "yellow"
    assert indicators["FD-24H"]["cell"] == "J8"


@pytest.mark.parametrize("written", ["Q3 2018/19", "2018/19 Q3", "Q3 18/19", "Oct-Dec 2018"])
def test_the_same_period_may_be_written_in_several_ways(samples: Path, written: str) -> None:
    assert _checked(samples, written)["period"] == "2018/19 Q3"


def test_a_month_judges_the_month_columns(samples: Path) -> None:
    found = _checked(samples, "Dec-18")
    indicators = {i["id"]: i for i in found["indicators"]}
    assert found["period"] == "2018-12"
    assert indicators["FD-24H"]["value"] == 0.67  # the report: 67% in December
    assert indicators["FD-24H"]["status"] == "amber"  # 13 points short, tolerance 5
