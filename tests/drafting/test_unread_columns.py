"""What a column that was not understood would say of which way is good."""

from __future__ import annotations

from pathlib import Path

from tests.support.drafts import draft_of, entries

HEADINGS = ("Measure", "Target", "Q2 2018/19", "Q3 2018/19", "Colour of the arrow")


def test_a_guess_by_name_is_asked_where_an_unread_column_says_otherwise(tmp_path: Path) -> None:
    rows = (
        ("Missed bins", 40, 38, 36, "Higher"),
        ("Bins delivered in time", 90, 91, 92, "Higher"),
    )
    draft = draft_of(tmp_path, HEADINGS, *rows)
    assert any(line.startswith("# good_is:") for line in entries(draft, "missed-bins"))
    assert any(line.startswith("good_is: high") for line in entries(draft, "bins-delivered"))


def test_a_column_that_says_more_than_high_and_low_leaves_the_guess_alone(tmp_path: Path) -> None:
    rows = (
        ("Missed bins", 40, 38, 36, "Higher"),
        ("Bins delivered in time", 90, 91, 92, "Blue"),
    )
    draft = draft_of(tmp_path, HEADINGS, *rows)
    assert any(line.startswith("good_is: low") for line in entries(draft, "missed-bins"))


def test_where_years_start_is_asked_where_nothing_says(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        ("Measure", "Target", "Q2 2018", "Q3 2018"),
        ("Missed bins", 40, 38, 36),
        ("Bins delivered in time", 90, 91, 92),
    )
    assert "# financial_year_starts: January" in draft


def test_a_guess_that_an_unread_column_bears_out_stands(tmp_path: Path) -> None:
    rows = (("Swims", 400, 380, 360, "Higher"), ("Missed bins", 40, 38, 36, "Lower"))
    draft = draft_of(tmp_path, HEADINGS, *rows)
    assert any(line.startswith("good_is: high") for line in entries(draft, "swims"))
    assert any(line.startswith("good_is: low") for line in entries(draft, "missed-bins"))
