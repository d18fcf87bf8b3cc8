"""Numerators and denominators found by their figures."""

from __future__ import annotations

from pathlib import Path

from tests.support.drafts import draft_of, entries, loaded

HEADINGS = ("Ref", "Measure", "Apr-18", "May-18", "Jun-18", "Jul-18", "Aug-18", "Sep-18")
SEEN = ("SEEN", "of which: seen", 150.0, 160.0, 130.0, 140.0, 155.0, 165.0)
ALL = ("ALL", "Number of children", 200.0, 210.0, 190.0, 195.0, 205.0, 200.0)
SHARES = ("75.0%", "76.2%", "68.4%", "71.8%", "75.6%", "82.5%")  # 150/200, 160/210, ...


def test_two_counts_that_give_the_percentage_in_every_period_are_its_parts(tmp_path: Path) -> None:
    text = draft_of(tmp_path, HEADINGS, ("P", "% of children seen", *SHARES), SEEN, ALL)
    rule = loaded(tmp_path, text).by_id("P")
    assert rule is not None
    assert (rule.numerator, rule.denominator) == ("SEEN", "ALL")
    assert (
        "numerator: SEEN # guess, likely: the two give the figure in all 6 periods that have both"
        in entries(text, "P")
    )


def test_counts_that_a_percentage_is_made_of_are_for_information(tmp_path: Path) -> None:
    text = draft_of(tmp_path, HEADINGS, ("P", "% of children seen", *SHARES), SEEN, ALL)
    rule = loaded(tmp_path, text).by_id("SEEN")
    assert rule is not None
    assert rule.good_is == "neither"


def test_one_figure_that_differs_among_six_is_the_officers_to_decide(tmp_path: Path) -> None:
    figures = (*SHARES[:5], "85.2%")  # 165/200 is 82.5%: two digits have changed places
    text = draft_of(tmp_path, HEADINGS, ("P", "% of children seen", *figures), SEEN, ALL)
    rule = loaded(tmp_path, text).by_id("P")
    assert rule is not None
    assert rule.numerator is None
    assert (
        "# numerator: SEEN # DECIDE: the two give the figure in 5 periods, but not in Sep 2018; "
        "taken up, that is a finding"
    ) in entries(text, "P")


def test_two_periods_are_too_few_to_tell(tmp_path: Path) -> None:
    rows = [("P", "% of children seen", *SHARES[:2]), SEEN[:4], ALL[:4]]
    assert "numerator" not in draft_of(tmp_path, HEADINGS[:4], *rows)


def test_a_count_that_is_not_named_like_the_percentage_is_no_part_of_it(tmp_path: Path) -> None:
    other = ("SEEN", "Library books lent", *SEEN[2:])
    text = draft_of(tmp_path, HEADINGS, ("P", "% of children seen", *SHARES), other, ALL)
    assert "numerator" not in text


def test_a_rate_is_made_of_two_counts_too(tmp_path: Path) -> None:
    burglaries = ("B", "Burglaries", 312.0, 298.0, 341.0, 330.0, 287.0, 301.0)
    homes = ("D", "Number of dwellings", *[84_200.0] * 6)
    rates = (3.71, 3.54, 4.05, 3.92, 3.41, 3.57)  # 312 / 84.2, 298 / 84.2, ...
    text = draft_of(tmp_path, HEADINGS, ("R", "Burglaries per 1,000 dwellings", *rates), burglaries,
                    homes)  # fmt: skip
    rule = loaded(tmp_path, text).by_id("R")
    assert rule is not None
    assert (rule.numerator, rule.denominator) == ("B", "D")
