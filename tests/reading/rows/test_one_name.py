"""Rows of one name that stand one below the other."""

from __future__ import annotations

from typing import Any

from tests.reading.real.understood import read_grids
from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Measure

HEADINGS = ("Section", "Indicator", "Unit", "Target", "Q2 2018/19", "Q3 2018/19")


def _read(*rows: Any) -> list[Measure]:
    return read_grids(grid([list(row) for row in (HEADINGS, *rows)], sheet="Visits")).measures


def _told(measures: list[Measure]) -> list[tuple[str, float | None, str]]:
    return [
        (m.section, m.target.value if m.target else None, str(m.unit and m.unit.value))
        for m in measures
    ]


def test_a_count_above_its_share_is_its_top() -> None:
    measures = _read(
        ("North", "Visits on time", "Number", None, 90, 95),
        ("North", "Visits on time", "%", 0.9, 0.88, 0.91),
    )
    assert _told(measures) == [("North", 0.9, "percent")]
    assert len(measures[0].numerators) == 2


def test_so_it_is_where_the_target_is_typed_again() -> None:
    measures = _read(
        ("North", "Visits on time", "%", 0.9, 0.88, 0.91),
        ("North", "Visits on time", "Number", 0.9, 90, 95),
    )
    assert _told(measures) == [("North", 0.9, "percent")]


def test_a_count_of_another_section_is_an_indicator_of_its_own() -> None:
    measures = _read(
        ("South", "Visits made", "Number", None, 187, 186),
        ("North", "Visits made", "%", 0.9, 0.88, 0.91),
    )
    assert _told(measures) == [("South", None, "count"), ("North", 0.9, "percent")]


def test_a_count_with_a_target_of_its_own_is_an_indicator_of_its_own() -> None:
    measures = _read(
        ("North", "Visits made", "Number", 200, 187, 186),
        ("North", "Visits made", "%", 0.9, 0.88, 0.91),
    )
    assert [m.target.value if m.target else None for m in measures] == [200, 0.9]


def test_so_it_is_of_another_team() -> None:
    rows = [
        ["Team", "Indicator", "Unit", "Q2 2018/19", "Q3 2018/19"],
        ["South team", "Visits made", "Number", 187, 186],
        ["North team", "Visits made", "%", 0.88, 0.91],
    ]
    measures = read_grids(grid(rows, sheet="Visits")).measures
    assert [list(m.outturns.values())[-1].value for m in measures] == [186, 0.91]
