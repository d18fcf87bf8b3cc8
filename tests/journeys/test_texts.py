"""Words of the officers that look like something else stay the words they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.books import HEADINGS, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.packages import parts

NAMES = (
    "=SUM(1,2)",
    "+44 calls answered",
    "@risk children",
    "Plan _x0041_ agreed",
    'Seen "in time" & <5 days',
    "Children\u2019s views — heard",
    "x" * 300,
)
RULES = """\
name: small
defaults: {{tolerance: 5 points, unit: percent, good_is: high}}
indicators:
  - id: A1
    name: other
  - id: B1
    name: {name}
"""


@pytest.fixture(params=NAMES, ids=range(len(NAMES)))
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def output(name: str, tmp_path: Path) -> Path:
    """A refreshed scorecard in which an indicator of this name is red and above 100%."""
    rows = [("A1", "other", None, 0.8, 0.8, 0.8), ("B1", name, None, 0.9, 1.2, 0.2)]
    quoted = "'" + name.replace("'", "''") + "'"
    workbook = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS)
    outcome = refreshed_into(tmp_path / "out", workbook, RULES.format(name=quoted))
    assert [finding.check for finding in outcome.findings] == ["percent-over-100"]
    return tmp_path / "out" / "q3.xlsx"


def test_a_name_is_shown_on_the_summary_and_in_the_checks_as_it_is(
    name: str, output: Path, soffice: Office
) -> None:
    computed = Values(soffice.recalculated(output))
    row, _ = computed.find("Summary", "Indicators that need attention, worst first")
    # of a name too long for a list its first 50 letters and its last 60 are shown
    shown = name if len(name) <= 110 else f"{name[:50]}…{name[-60:]}"
    assert computed.at("Summary", row + 2, 1) == shown
    assert str(computed.at("Checks", 6, 5)).startswith(f"{name}, Q2 2018/19: ")


def test_no_text_of_theirs_becomes_a_formula_or_an_escape(name: str, output: Path) -> None:
    for part, data in parts(output).items():
        if not part.startswith("xl/worksheets/sheet"):
            continue
        text = data.decode()
        formulas = re.findall(r"<f>([^<]*)</f>", text)
        assert not any(formula in (name, name.lstrip("=+@")) for formula in formulas)
        assert not re.search(r"(?<!_x005F)_x0041_", text), part
