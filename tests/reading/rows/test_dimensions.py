"""Rows of one indicator by site, area or team: each its own, and none a duplicate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, findings, scorecard
from tests.support.drafts import draft_of, entries, loaded
from tests.support.grids import grid
from xl_scorecard.domain.rule_set import blank_rule_set
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.reading.tables.scorecards import read_scorecard
from xl_scorecard.reading.told.described import described

HEADINGS = ("Ref", "Measure", "Station", "Target", "Q2 2018/19", "Q3 2018/19")
ROWS = (
    ("F1", "Turnout within 90 seconds", "Kings Hill", 90, 88, 91),
    ("F1", "Turnout within 90 seconds", "Marsh Lane", 90, 93, 95),
    ("F2", "Drills held", "Kings Hill", 12, 10, 11),
    ("F2", "Drills held", "Marsh Lane", 14, 13, 15),
)


def _read(*rows: Any) -> list[Measure]:
    sheet = grid([list(row) for row in rows], sheet="Fire")
    return read_scorecard([sheet], blank_rule_set(), None, "book.xlsx").measures


def test_the_place_is_part_of_the_name_and_a_dimension() -> None:
    measures = _read(HEADINGS, *ROWS)
    assert [(m.id, m.name, m.dimension) for m in measures[:2]] == [
        ("F1 Kings Hill", "Turnout within 90 seconds: Kings Hill", "Kings Hill"),
        ("F1 Marsh Lane", "Turnout within 90 seconds: Marsh Lane", "Marsh Lane"),
    ]


def test_so_it_is_with_a_row_for_each_period() -> None:
    headings = ("Measure", "Area", "Period", "Actual")
    rows = [
        (name, area, period, figure)
        for name in ("Turnout", "Drills")
        for area in ("North", "South")
        for period, figure in (("Q2 2018/19", 4), ("Q3 2018/19", 5))
    ]
    assert [(m.name, m.row) for m in _read(headings, *rows)] == [
        ("Turnout: North", 3), ("Turnout: South", 5), ("Drills: North", 7), ("Drills: South", 9),
    ]  # fmt: skip


def test_services_and_sites_tell_rows_of_one_name_apart_together() -> None:
    headings = ("Service", "Site", "Metric", "Month", "Value")
    rows = [
        (service, site, "Overtime", month, figure)
        for service in ("Wards", "Stores")
        for site in ("North", "South")
        for month, figure in (("Aug 2024", 4), ("Sep 2024", 5))
    ]
    assert [(m.section, m.name, m.dimension) for m in _read(headings, *rows)] == [
        ("Wards", "Overtime: North", "North"), ("Wards", "Overtime: South", "South"),
        ("Stores", "Overtime: North", "North"), ("Stores", "Overtime: South", "South"),
    ]  # fmt: skip


def test_boards_and_what_crosses_them_tell_rows_of_one_name_apart_together() -> None:
    headings = ("NHS Board", "Specialty", "Month end", "Indicator", "Value")
    rows = [
        (board, specialty, month, name, figure)
        for month, figure in (("31/08/2024", 4), ("30/09/2024", 5))
        for board in ("Fife", "Tayside")
        for specialty in ("Physio", "Podiatry")
        for name in ("Waiting", "Seen")
    ]
    measures = _read(headings, *rows)
    assert [(m.section, m.name) for m in measures[:3]] == [
        ("Fife", "Waiting: Physio"), ("Fife", "Seen: Physio"), ("Fife", "Waiting: Podiatry"),
    ]  # fmt: skip
    assert [len(m.outturns) for m in measures] == [2] * 8
    (table,) = read_scorecard(
        [grid([list(headings), *map(list, rows)])], blank_rule_set(), None, "book.xlsx"
    ).tables
    (said,) = described(table)
    assert (said.sections, said.dimension) == ("A", "B")


def test_a_name_in_two_sections_among_others_is_no_dimension() -> None:
    headings = ("Section", "Measure", "Q2 2018/19", "Q3 2018/19")
    rows = [("Fire", "Sickness", 4, 5), ("Fire", "Alarms", 7, 8), ("Rescue", "Sickness", 3, 4),
            ("Rescue", "Boats", 2, 2), ("Rescue", "Lifts", 3, 3)]  # fmt: skip
    assert {m.dimension for m in _read(headings, *rows)} == {""}


def test_a_row_that_stands_twice_at_one_place_is_a_duplicate(tmp_path: Path) -> None:
    again = (*ROWS[:1], ("F1", "Turnout within 90 seconds", "Kings Hill", 90, 70, 72), *ROWS[1:])
    book = scorecard(tmp_path / "book.xlsx", again, HEADINGS, number_format="0")
    rules = "name: f\nindicators: [{id: F1, name: Turnout}, {id: F2, name: Drills}]\n"
    assert ("indicator-duplicate", "B5") in findings(checked(book, rules))


def test_a_rule_for_the_indicator_is_for_all_its_places(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "book.xlsx", ROWS, HEADINGS, number_format="0")
    outcome = checked(book, "name: f\nindicators: [{id: F1, name: T}, {id: F2, name: D}]\n")
    assert [(i.id, i.dimension) for i in outcome.indicators[:2]] == [
        ("F1", "Kings Hill"), ("F1", "Marsh Lane"),
    ]  # fmt: skip
    assert "indicator-duplicate" not in dict(findings(outcome))


def test_a_draft_has_a_rule_for_each_place(tmp_path: Path) -> None:
    text = draft_of(tmp_path, HEADINGS, *ROWS)
    rules = loaded(tmp_path, text)
    assert [rule.id for rule in rules.indicators] == [
        "F1 Kings Hill", "F1 Marsh Lane", "F2 Kings Hill", "F2 Marsh Lane",
    ]  # fmt: skip
    assert 'name: "Turnout within 90 seconds: Kings Hill"' in entries(text, "F1 Kings Hill")
    outcome = checked(tmp_path / "book.xlsx", text)
    assert [i.id for i in outcome.indicators] == [rule.id for rule in rules.indicators]


@pytest.mark.parametrize("heading", ["Area", "Site", "Locality", "Depot"])
def test_places_below_a_name_that_stands_once_are_of_it(heading: str) -> None:
    measures = _read(
        ("Measure", heading, "Target", "Q2 2018/19", "Q3 2018/19"),
        ("Gullies emptied", "East", 40, 38, 41),
        (None, "West", 45, 44, 49),
        ("Lamps mended", "East", 20, 17, 21),
    )
    assert [(m.name, m.dimension) for m in measures[:2]] == [
        ("Gullies emptied: East", "East"),
        ("Gullies emptied: West", "West"),
    ]


def test_an_indicator_in_two_sections_is_two_still() -> None:
    measures = _read(
        ("Measure", "Theme", "Target", "Q2 2018/19", "Q3 2018/19"),
        ("Complaints answered", "Housing", 40, 38, 41),
        ("Complaints answered", "Highways", 45, 44, 49),
        ("Lamps mended", "Highways", 20, 17, 21),
        ("Trees felled", "Highways", 20, 17, 21),
    )
    assert [m.dimension for m in measures] == [""] * 4


def _nameless(folder: Path, row: tuple[Any, ...], **kept: Any) -> list[tuple[str, str | None]]:
    rows = [("A1", "Gullies emptied", 40, 38, 41), row, ("A2", "Lamps mended", 20, 17, 21)]
    book = scorecard(
        folder / "s.xlsx", rows, ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
        number_format="0", **kept,
    )  # fmt: skip
    rules = "name: s\nindicators:\n  - {id: A1, name: Gullies emptied}\n"
    rules += "  - {id: A2, name: Lamps mended}\nchecks: {off: [good-is-unclear]}\n"
    return [found for found in findings(checked(book, rules)) if "row" in found[0]]


def test_a_figure_without_a_name_is_named_and_not_passed_over(tmp_path: Path) -> None:
    assert _nameless(tmp_path, (None, None, 45, 44, 49)) == [("row-without-name", "E5")]
    assert _nameless(tmp_path, (None, None, 45, 44, "49")) == [("row-without-name", "E5")]


def test_sums_and_earlier_figures_without_a_name_are_not(tmp_path: Path) -> None:
    assert _nameless(tmp_path, (None, None, None, 44, None)) == []

    def write(_: Any, page: Any) -> None:
        page.write_formula(4, 4, "=SUM(E4,E6)", None, 62)

    assert _nameless(tmp_path, (None, None, None, None, None), more=write) == []
