"""One finding, not twelve: the same slip of a row in many periods."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard
from xl_scorecard.domain.outcome import FindingResult

_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19")
_TEXTS = ("70%", "71%", "72.5%", "73%")
_RULES = """\
name: small
indicators:
  - {id: A1, name: Children seen, unit: percent}
  - {id: B1, name: Plans reviewed, unit: percent}
"""


def _found(
    folder: Path, rows: Sequence[Sequence[Cell]], check: str, more: str = ""
) -> list[FindingResult]:
    book = scorecard(folder / "q4.xlsx", rows, _HEADINGS)
    return [f for f in checked(book, _RULES + more).findings if f.check == check]


def test_one_finding_says_how_many_periods_and_since_when_at_the_latest_cell(
    tmp_path: Path,
) -> None:
    rows = [("A1", "Children seen", *_TEXTS)]
    (finding,) = _found(tmp_path, rows, "number-as-text")
    assert finding.cell == "F4"
    assert finding.found == "73%"
    assert finding.message.endswith("; so in 4 periods since Q1 2018/19 (C4 to F4)")
    assert finding.periods == ["2018/19 Q1", "2018/19 Q2", "2018/19 Q3", "2018/19 Q4"]


def test_a_slip_in_one_period_says_which(tmp_path: Path) -> None:
    rows = [("A1", "Children seen", 0.7, "71%", 0.72, 0.73)]
    (finding,) = _found(tmp_path, rows, "number-as-text")
    assert (finding.cell, finding.periods) == ("D4", ["2018/19 Q2"])
    assert "since" not in finding.message


def test_each_row_has_its_own_finding(tmp_path: Path) -> None:
    rows = [
        ("A1", "Children seen", *_TEXTS),
        ("B1", "Plans reviewed", *_TEXTS),
    ]
    found = _found(tmp_path, rows, "number-as-text")
    assert [(f.cell, len(f.periods)) for f in found] == [("F4", 4), ("F5", 4)]


def test_what_is_said_otherwise_stays_apart(tmp_path: Path) -> None:
    rows = [("A1", "Children seen", 0.7, "ring Sam", "ask Jo", 0.73)]
    found = _found(tmp_path, rows, "marker-unknown")
    assert [f.cell for f in found] == ["D4", "E4"]


def test_what_counts_less_in_one_period_stays_apart(tmp_path: Path) -> None:
    more = "checks: {periods: {2018/19 Q3: {severity: {number-as-text: info}}}}\n"
    found = _found(tmp_path, [("A1", "Children seen", *_TEXTS)], "number-as-text", more)
    assert [(f.cell, f.severity) for f in found] == [
        ("C4", "error"), ("D4", "error"), ("F4", "error"), ("E4", "info"),
    ]  # fmt: skip


def test_a_few_slips_are_each_named(tmp_path: Path) -> None:
    found = _found(tmp_path, [("A1", "Children seen", 0.7, *_TEXTS[1:])], "number-as-text")
    assert [(f.cell, len(f.periods)) for f in found] == [("D4", 1), ("E4", 1), ("F4", 1)]


@pytest.mark.parametrize("ids", [("A1", "A1")])
def test_two_rows_of_one_name_are_two_findings(tmp_path: Path, ids: tuple[str, str]) -> None:
    rows = [(id_, "Children seen", *_TEXTS) for id_ in ids]
    found = _found(tmp_path, rows, "number-as-text")
    assert [(f.cell, len(f.periods)) for f in found] == [("F4", 4), ("F5", 4)]
