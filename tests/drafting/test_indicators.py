"""What the rows of small scorecards become in a draft, with the reason given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.drafts import draft_of, entries, loaded

PERIODS = ("Q2 2018/19", "Q3 2018/19")


def test_the_polarity_column_is_certain(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Good is", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Complaints", "Bigger", 12.0, 14.0))
    assert 'good_is: high # certain: the column "Good is" says "Bigger"' in entries(text, "A1")


def test_a_targets_wording_comes_before_the_name(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Visits in time", "Fewer than 85", 82.0, 84.0))
    assert 'good_is: low # guess, likely: the target says "Fewer than 85"' in entries(text, "A1")


def test_a_threshold_above_the_target_says_that_low_is_good(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", "Red", *PERIODS)
    rows = [("A1", "Cases", 10.0, 15.0, 9.0, 8.0), ("B1", "Plans", 80.0, 70.0, 75.0, 82.0)]
    text = draft_of(tmp_path, headings, *rows)
    why = 'guess, likely: "Red" is above the target (15 beside 10)'
    assert f"good_is: low # {why}" in entries(text, "A1")
    why = 'guess, likely: "Red" is below the target (70 beside 80)'
    assert f"good_is: high # {why}" in entries(text, "B1")


def test_where_nothing_says_which_way_is_good_it_is_left_out_to_be_decided(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Children in care", 640.0, 650.0, 660.0))
    rule = loaded(tmp_path, text).by_id("A1")
    assert rule is not None
    assert rule.good_is is None
    assert (
        "# good_is: high # DECIDE: high, low, plan or neither? nothing in the workbook says"
        in entries(text, "A1")
    )


def test_the_workbooks_targets_and_tolerances_are_named_and_not_copied(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", "Tolerance", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Plans in time", "80%", "5 points", "75%", "82%"))
    rule = loaded(tmp_path, text).by_id("A1")
    assert rule is not None
    assert (rule.target, rule.tolerance) == (None, None)
    lines = entries(text, "A1")
    assert '# target: 80% # read from the column "Target", C4' in lines
    assert '# tolerance: 5 points # read from the column "Tolerance", D4' in lines


def test_a_target_beyond_a_sign_is_sound_once_it_is_taken_up(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Plans in time", ">=80%", "75%", "82%"))
    rule = loaded(tmp_path, text.replace("# target:", "target:")).by_id("A1")
    assert rule is not None
    assert rule.target == ">=80%"


@pytest.mark.parametrize(
    ("figure", "target"),
    [("84% ▲", "84.0%"), ("est 84%", "84.0%"), ("none", 0), (1234567.891, 1234568), (84.0, 84)],
)
def test_the_figure_shown_where_a_target_is_to_be_decided_may_be_taken_up(
    tmp_path: Path, figure: float | str, target: float | str
) -> None:
    headings = ("Ref", "Measure", "Good is", *PERIODS)
    text = draft_of(tmp_path, headings, ("A1", "Plans", "High", figure, figure))
    rule = loaded(tmp_path, text.replace("# target:", "target:")).by_id("A1")
    assert rule is not None
    assert rule.target == target


def test_a_target_that_is_no_figure_is_quoted(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Good is", "Target", *PERIODS)
    row = ("A1", "Plans in time", "High", "Above Stat Neighbour Average", "75%", "82%")
    assert (
        '# target: 82% # DECIDE: "Target" says "Above Stat Neighbour Average", which is no figure; '
        "this is the figure of Q3 2018/19"
    ) in entries(draft_of(tmp_path, headings, row), "A1")


def test_a_measure_without_a_target_shows_its_latest_figure_as_an_example(tmp_path: Path) -> None:
    text = draft_of(tmp_path, ("Ref", "Measure", *PERIODS), ("A1", "Complaints", 54.0, 51.0))
    why = "DECIDE: the workbook shows none; this is the figure of Q3 2018/19"
    assert f"# target: 51 # {why}" in entries(text, "A1")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Calls answered (target 80%)", "80%"),
        ("Calls answered - Target: 80%", "80%"),
        ("Calls abandoned (target: no more than 5%)", '"no more than 5%"'),
    ],
)
def test_a_target_that_the_name_gives_is_the_example(
    tmp_path: Path, name: str, target: str
) -> None:
    text = draft_of(tmp_path, ("Ref", "Measure", *PERIODS), ("A1", name, "75%", "82%"))
    assert f"# target: {target} # DECIDE: the name says so" in entries(text, "A1")


def test_a_year_in_a_name_is_no_target(tmp_path: Path) -> None:
    text = draft_of(tmp_path, ("Ref", "Measure", *PERIODS), ("A1", "Progress to target 2030", 4, 5))
    assert "the name says so" not in entries(text, "A1")


def test_rows_without_a_reference_get_an_id_made_of_the_name(tmp_path: Path) -> None:
    rows = [("% of visits made in time", "75%", "82%"), ("% of visits, made in time!", "5%", "6%")]
    text = draft_of(tmp_path, ("Measure", *PERIODS), *rows, ("🙂", 1.0, 2.0))
    ids = [rule.id for rule in loaded(tmp_path, text).indicators]
    assert ids == ["pct-of-visits-made-in-time", "row-6"]
    assert 'name: "🙂"' in text
    assert (
        "id: pct-of-visits-made-in-time # this rule is for 2 rows (A4, A5); give them references "
        "to tell them apart"
    ) in entries(text, "pct-of-visits-made-in-time")


def test_names_that_are_cut_short_to_the_same_id_are_numbered(tmp_path: Path) -> None:
    start = "Young people who took part in a programme of activities"
    rows = [(f"{start} in {place}", 10.0, 12.0) for place in ("town", "the country")]
    text = draft_of(tmp_path, ("Measure", *PERIODS), *rows)
    ids = [rule.id for rule in loaded(tmp_path, text).indicators]
    assert ids == [
        "young-people-who-took-part-in-a",
        "young-people-who-took-part-in-a-2",
    ]


def test_quarters_that_are_the_sum_of_their_months_are_in_quarter(tmp_path: Path) -> None:
    months = ("Apr-18", "May-18", "Jun-18", "Jul-18", "Aug-18", "Sep-18")
    headings = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", *months)
    added = ("A1", "Contacts", 60.0, 75.0, 10.0, 20.0, 30.0, 20.0, 25.0, 30.0)
    ended = ("B1", "Open cases", 30.0, 31.0, 10.0, 20.0, 30.0, 20.0, 25.0, 31.0)
    text = draft_of(tmp_path, headings, added, ended)
    why = "guess, likely: in 2 of 2 quarters the figure is the sum of the months"
    assert f"basis: in quarter # {why}" in entries(text, "A1")
    why = "guess, likely: in 2 of 2 quarters the figure is the last month's; or a rolling year"
    assert f"basis: snapshot # {why}" in entries(text, "B1")


def test_units_come_from_column_format_name_and_figures(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Unit", *PERIODS)
    rows = [
        ("A1", "Visits", "days", 3.5, 4.5),
        ("B1", "Visits in time", None, "75%", "82%"),
        ("C1", "Admissions per 10,000", None, 55.4, 60.1),
        ("D1", "Contacts", None, 1_200.0, 1_300.0),
        ("E1", "Plans in time", None, 84.0, 90.0),
        ("F1", "Plans", None, 0.84, 0.9),
        ("G1", "Placements", None, "£1.2m", "£1.3m"),
    ]
    text = draft_of(tmp_path, headings, *rows)
    assert [(r.id, r.unit) for r in loaded(tmp_path, text).indicators] == [
        ("A1", "days"), ("B1", "percent"), ("C1", "rate_per_10000"), ("D1", "count"),
        ("E1", None), ("F1", None), ("G1", "currency"),
    ]  # fmt: skip
    assert 'unit: days # certain: the column "Unit" says "days"' in entries(text, "A1")
    assert 'unit: percent # certain: figures are typed as "75%"' in entries(text, "B1")
    assert "unit: count # guess, likely: whole numbers only" in entries(text, "D1")


def test_two_rows_of_one_name_in_a_section_are_told_apart_by_their_references(
    tmp_path: Path,
) -> None:
    headings = ("Ref", "Measure", *PERIODS)
    rows = [("A1", "Complaints", 12.0, 14.0), ("B1", "complaints ", 3.0, 5.0)]
    text = draft_of(tmp_path, headings, *rows)
    assert (
        "name: complaints, B1 # the reference is added: another indicator has this name"
        in entries(text, "B1")
    )
    assert [rule.name for rule in loaded(tmp_path, text).indicators] == [
        "Complaints",
        "complaints, B1",
    ]


def test_a_tick_below_low_is_good_says_that_low_is_good(tmp_path: Path) -> None:
    text = draft_of(
        tmp_path,
        ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "Higher is better", "Low is good"),
        ("C1", "Canteen mark out of 10", 8.0, 8.1, 7.9, "✓", None),
        ("C2", "Trays", 30.0, 20.0, 10.0, None, "✓"),
        ("C3", "Spoons", 30.0, 20.0, 10.0, "✓", "✓"),
    )
    assert any(line.startswith("good_is: high # certain") for line in entries(text, "C1"))
    assert any(line.startswith("good_is: low # certain") for line in entries(text, "C2"))
    assert any(line.startswith("# good_is: ") for line in entries(text, "C3"))


_LEISURE = (("Swimmers", "+"), ("Lockers broken", "-"), ("Pool hours", "n/a"))


@pytest.mark.parametrize(
    ("heading", "rows", "lockers"),
    [
        ("Polarity", _LEISURE, "good_is: low # certain"),
        ("Good (+/-)", _LEISURE[:2], "good_is: low # certain"),
        ("Polarity", _LEISURE[:2], None),
    ],
)
def test_a_minus_among_pluses_is_never_neither(
    tmp_path: Path, heading: str, rows: Sequence[tuple[str, str]], lockers: str | None
) -> None:
    text = draft_of(
        tmp_path,
        ("Measure", heading, "Target", *PERIODS),
        *((name, sign, 400.0, 410.0, 420.0) for name, sign in rows),
    )
    said = next(line for line in entries(text, "lockers-broken") if "good_is" in line)
    assert "neither" not in said.split("#")[0]
    assert lockers is None or said.startswith(lockers)
