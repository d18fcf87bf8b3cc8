"""How a draft has figures rated: by the sheet's own key, else by what the judgements show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.books import Cell, scorecard
from xl_scorecard.drafting.draft import draft_rules

_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_SHARES: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Bins emptied", "High", 0.8, 0.7, 0.82, "Green"),
    ("A2", "Bins washed", "High", 0.8, 0.7, 0.78, "Amber"),
    ("A3", "Bins painted", "High", 0.8, 0.7, 0.5, "Red"),
)


def _draft(
    folder: Path,
    rows: tuple[tuple[Cell, ...], ...],
    note: str = "",
    number_format: str = "0%",
    headings: tuple[Cell, ...] = _HEADINGS,
) -> tuple[str, dict[str, Any]]:
    def below(book: Any, page: Any) -> None:
        for row, line in enumerate(note.splitlines(), 10):
            for column, text in enumerate(line.split("|")):
                page.write_string(row, column, text.strip())

    path = scorecard(folder / "q3.xlsx", rows, headings, number_format=number_format, more=below)
    text = draft_rules(path).text
    return text, yaml.safe_load(text)


def test_a_key_below_the_table_becomes_rating_and_tolerance(tmp_path: Path) -> None:
    note = "Green | on or above target\nAmber | up to 5 percentage points below target"
    text, rules = _draft(tmp_path, _SHARES, note)
    assert rules["rating"] == "rag"
    assert rules["defaults"] == {"tolerance": "5 points"}
    assert "certain: Scorecard A12" in text


def test_five_percent_of_percentages_is_asked_and_both_readings_named(tmp_path: Path) -> None:
    text, rules = _draft(tmp_path, _SHARES, "Amber: within 5% of target")
    assert "defaults" not in rules
    assert "DECIDE: 5% of the target, or 5 points?" in text


def test_judgements_tell_which_of_the_two_is_meant(tmp_path: Path) -> None:
    # 4.5 points short of 80% is 5.6% of it: amber only in points
    rows = (*_SHARES, ("A4", "Bins mended", "High", 0.8, 0.7, 0.755, "Amber"))
    _, rules = _draft(tmp_path, rows, "Amber: within 5% of target")
    assert rules["defaults"] == {"tolerance": "5 points"}


def test_beside_counts_five_percent_is_of_the_target(tmp_path: Path) -> None:
    rows = (*_SHARES, ("A4", "Days to mend a bin", "Low", 8.0, 9.0, 8.2, "Amber"))
    _, rules = _draft(tmp_path, rows, "Amber: within 5% of target", number_format="General")
    assert rules["defaults"] == {"tolerance": "5%"}


def test_a_key_whose_green_falls_short_of_target_becomes_a_rating_of_its_own(
    tmp_path: Path,
) -> None:
    note = "Green: at least 98% of target; Amber: 90% to 98% of target; Red: below 90% of target"
    _, rules = _draft(tmp_path, _SHARES, note)
    bands = rules["ratings"][rules["rating"]]["bands"]
    assert [band.get("up_to") for band in bands] == ["2%", "10%", None]


def test_keys_that_disagree_are_asked(tmp_path: Path) -> None:
    note = "Amber: within 5% of target\n\nAmber: within 10% of target"
    text, rules = _draft(tmp_path, _SHARES, note)
    assert "defaults" not in rules
    assert "DECIDE: which tolerance?" in text


_COUNTS: tuple[tuple[Cell, ...], ...] = tuple(
    (f"C{n}", f"Trees planted in ward {n}", "High", 400.0, 380.0, value, rag)
    for n, (value, rag) in enumerate(
        [(398.0, "Amber"), (390.0, "Amber"), (381.0, "Amber"), (379.0, "Red"), (200.0, "Red")]
    )
)


def test_the_one_tolerance_that_explains_all_judgements_is_taken(tmp_path: Path) -> None:
    # 19 short is amber, 21 red: of the usual tolerances only 5% of 400, which is 20
    text, rules = _draft(tmp_path, _COUNTS, number_format="0")
    assert rules["defaults"] == {"tolerance": "5%"}
    assert "this alone explains 5 of the 5 ambers and reds" in text


@pytest.mark.parametrize("left_out", [2, 3])
def test_where_several_would_do_it_is_asked(tmp_path: Path, left_out: int) -> None:
    rows = tuple(row for n, row in enumerate(_COUNTS) if n != left_out)
    text, rules = _draft(tmp_path, rows, number_format="0")
    assert "defaults" not in rules
    assert re.search(r"# defaults: {tolerance: (?:2.5|5)%}", text)


def _good_is(folder: Path, *rows: tuple[Cell, ...]) -> list[str | None]:
    headings = tuple(h for h in _HEADINGS if h != "Good is")
    _, rules = _draft(folder, rows, number_format="0", headings=headings)
    return [indicator.get("good_is") for indicator in rules["indicators"]]


def test_one_judgement_alone_does_not_say_which_way_is_good(tmp_path: Path) -> None:
    assert _good_is(tmp_path, ("Z1", "Zorbs", 50.0, 60.0, 80.0, "Red")) == [None]


def test_judgements_of_several_sites_say_which_way_is_good(tmp_path: Path) -> None:
    rows = (
        ("Z1", "Zorbs", 50.0, 60.0, 80.0, "Red"),
        ("Z2", "Zorbs", 50.0, 60.0, 20.0, "Green"),
        ("Z3", "Zorbs", 50.0, 60.0, 70.0, "Amber"),
    )
    assert _good_is(tmp_path, *rows) == ["low", "low", "low"]


def test_judgements_that_all_contradict_a_name_leave_it_open(tmp_path: Path) -> None:
    rows = (
        ("Z1", "Complaints received", 50.0, 60.0, 80.0, "Green"),
        ("Z2", "Complaints received", 50.0, 60.0, 20.0, "Red"),
    )
    assert _good_is(tmp_path, *rows) == [None, None]
    assert _good_is(tmp_path, rows[0]) == ["low"]  # one may be a slip, and is a finding


def test_one_judgement_leaves_a_name_open_whose_words_are_turned_or_tell_what_came_of_it(
    tmp_path: Path,
) -> None:
    for name in ("Complaints not answered in time", "Faults put right"):
        low = "not" in name
        value, rag = (80.0, "Green") if low else (80.0, "Red")
        assert _good_is(tmp_path, ("Z1", name, 50.0, 60.0, value, rag)) == [None]


def test_judgements_of_earlier_periods_count_too(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", "Q2 2018/19", "Q2 2018/19 RAG", "Q3 2018/19",
                "Q3 2018/19 RAG")  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Z1", "Zorbs", 50.0, 80.0, "Red", 20.0, "Green"),
        ("Z2", "Ponds", 50.0, 20.0, "Red", 80.0, "Green"),
    )
    _, rules = _draft(tmp_path, rows, number_format="0", headings=headings)
    assert [indicator.get("good_is") for indicator in rules["indicators"]] == ["low", "high"]
