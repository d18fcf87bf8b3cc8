"""Sentences that the figures bear, by rule: right in grammar, and no word more than they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import checked, scorecard
from tests.support.command import xl_scorecard
from xl_scorecard.compose.words.figures import InWords, lasting
from xl_scorecard.compose.words.subjects import subject_of
from xl_scorecard.domain.indicator import Unit

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19",
            "Comment")  # fmt: skip
ROWS = (
    ("SEEN", "% of children seen in time", "High", 0.8, 0.75, 0.81, 0.84, "As planned."),
    ("SEEN-N", "of which: seen", "Neither", None, 75, 1750, 1806, None),
    ("NUM", "Number of children in need", "Neither", None, 100, 2160, 2150, None),
    ("LATE", "% of visits that were late", "Low", 0.1, 0.12, 0.15, 0.16, None),
    ("DAYS", "Days to decide", "Low", 20, 25, 25, 21, None),
    ("WAIT", "Average wait", "Low", 20, 25, 23, 22, None),
    ("COST", "Cost of a placement", "Low", 1200, 1100, 1250, 1250, None),
    ("SMALL", "Children missing", "Low", 5, 7, 6, "c", None),
    ("LATER", "Returns awaited", "Low", 5, 7, 6, "awaited", None),
    ("CUT", "% of plans agreed", "High", 0.8, 0.7, 0.9, 0.95, None),
    ("OVER", "Forecast overspend (£m)", "Low", 0, 1.2, -0.4, 0.3, None),
    ("BEDS", "% of beds in use", None, "85% to 95%", 0.9, 0.92, 0.94, None),
    ("RENT", "Rent collected", "High", 900, 300, 590, 910, None),
    ("CRIME", "Crimes per 1,000 residents", "Low", 80, 85, 84, 82, None),
)
RULES = """\
name: in words
defaults: {tolerance: 5 points, unit: percent}
breaks: {CUT: [2018/19 Q3]}
indicators:
  - {id: SEEN, name: "% of children seen in time", basis: snapshot, numerator: SEEN-N,
     denominator: NUM, benchmarks: {england: 82%}}
  - {id: SEEN-N, name: "of which: seen", unit: count, good_is: neither}
  - {id: NUM, name: Number of children in need, unit: count, good_is: neither, basis: snapshot}
  - {id: LATE, name: "% of visits that were late", good_is: low, tolerance: 1 point}
  - {id: DAYS, name: Days to decide, unit: count, good_is: low, tolerance: 5}
  - {id: WAIT, name: Average wait, unit: days, good_is: low, tolerance: 5}
  - {id: COST, name: Cost of a placement, unit: currency, good_is: low, tolerance: 10}
  - {id: SMALL, name: Children missing, unit: count, good_is: low, tolerance: 1}
  - {id: LATER, name: Returns awaited, unit: count, good_is: low, tolerance: 1}
  - {id: CUT, name: "% of plans agreed", good_is: high}
  - {id: OVER, name: Forecast overspend (£m), unit: currency, good_is: low, tolerance: 1}
  - {id: BEDS, name: "% of beds in use", good_is: plan}
  - {id: RENT, name: Rent collected, unit: currency, good_is: high, basis: year to date,
     tolerance: 5}
  - {id: CRIME, name: "Crimes per 1,000 residents", unit: rate_per_10000, good_is: low,
     tolerance: 1}
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scorecard(
        tmp_path_factory.mktemp("words") / "q3.xlsx", ROWS, HEADINGS, number_format="General"
    )


@pytest.fixture(scope="module")
def words(book: Path) -> dict[str, str]:
    """What is said of each indicator."""
    return {each.id: " ".join(each.words) for each in checked(book, RULES).indicators}


def test_a_share_has_its_counts_its_target_and_its_benchmark(words: dict[str, str]) -> None:
    assert words["SEEN"].startswith(
        "Children seen in time stood at 84% (1,806 of 2,150) at 31 December 2018, above the target "
        "of 80%. This is up from 81% at the end of Q2 2018/19 (an increase of 3.7%), which is "
        "better."
    )
    assert words["SEEN"].endswith("It is 2 percentage points better than England (82%).")


def test_of_a_count_that_is_only_a_numerator_nothing_is_said(words: dict[str, str]) -> None:
    assert words["SEEN-N"] == ""
    assert words["NUM"].startswith("The number of children in need stood at 2,150 at 31 December")


def test_what_is_beyond_tolerance_says_by_how_much_and_its_status(words: dict[str, str]) -> None:
    assert "6 percentage points above the target of 10%, and is rated Red." in words["LATE"]
    assert "which is worse" in words["LATE"]


def test_days_and_money_are_said_as_such(words: dict[str, str]) -> None:
    assert "The average wait stood at 22 days in Q3 2018/19, 2 days above" in words["WAIT"]
    assert "£1,250" in words["COST"]
    assert "This is the same as in Q2 2018/19." in words["COST"]


def test_millions_are_said_as_such_and_no_share_is_taken_of_what_is_below_nothing(
    words: dict[str, str],
) -> None:
    assert words["OVER"].startswith("Forecast overspend stood at £0.3m in Q3 2018/19")
    assert "This is up from -£0.4m in Q2 2018/19, which is worse." in words["OVER"]


def test_a_move_within_a_planned_range_is_neither_good_nor_about_the_same(
    words: dict[str, str],
) -> None:
    assert "within the planned range of 85% to 95%" in words["BEDS"]
    assert "This is up from 92% in Q2 2018/19 (an increase of 2.2%)." in words["BEDS"]


def test_a_year_to_date_is_not_said_as_twelve_months(words: dict[str, str]) -> None:
    assert "stood at £910 in the year to date at 31 December 2018, above" in words["RENT"]


def test_a_rate_that_says_what_it_is_per_is_not_said_to_be_per_10_000(
    words: dict[str, str],
) -> None:
    assert (
        "Crimes per 1,000 residents stood at 82 in Q3 2018/19, 2 above the target of 80"
        in (words["CRIME"])
    )


def test_of_todays_target_is_said_in_the_same_brackets(tmp_path: Path) -> None:
    # the first period is of the year before the target's
    headings = ("Ref", "Measure", "Good is", "Target", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19")
    book = scorecard(
        tmp_path / "q2.xlsx", [("LATE", "Late visits", "Low", 10, 12, 13, 12)], headings,
        number_format="General",
    )  # fmt: skip
    rules = "name: late\nindicators:\n  - {id: LATE, name: Late visits, good_is: low}\n"
    (told,) = checked(book, rules).indicators
    assert told.words[-1] == (
        "It has been above target in every quarter on record "
        "(since Q4 2017/18, against today's target)."
    )


def test_what_is_suppressed_or_awaited_stays_so(words: dict[str, str]) -> None:
    assert words["SMALL"] == "The figure for Q3 2018/19 is not shown, because it is small."
    assert words["LATER"] == "The figure for Q3 2018/19 is awaited."


def test_nothing_is_compared_across_a_break(words: dict[str, str]) -> None:
    assert "not compared with earlier figures" in words["CUT"]
    assert "90%" not in words["CUT"]


def test_no_sentence_gives_a_cause_or_says_how_much_that_is(words: dict[str, str]) -> None:
    said = " ".join(words.values()).lower()
    for word in ("significant", "marginal", "due to", "slight", "owing"):
        assert word not in said
    assert all(each.count(". ") <= 2 for each in words.values())


def test_narrate_puts_the_officers_comment_first(book: Path) -> None:
    rules = book.parent / "rules.yaml"
    rules.write_text(RULES, encoding="utf-8")
    told = xl_scorecard("narrate", book, "--rules", rules, "--markdown").out
    assert "- **% of children seen in time.** As planned. Children seen in time stood at" in told


@pytest.mark.parametrize(
    ("unit", "value", "figure", "apart"),
    [
        (Unit.PERCENT, 0.01, "1%", "1 percentage point"), (Unit.PERCENT, 0.125, "12.5%",
         "12.5 percentage points"), (Unit.DAYS, 1.0, "1 day", "1 day"), (Unit.DAYS, 2.0, "2 days",
         "2 days"), (Unit.RATE_PER_10000, 45.2, "45.2 per 10,000", "45.2"), (Unit.CURRENCY, -1200.0,
         "-£1,200", "£1,200"), (Unit.COUNT, 2160.0, "2,160", "2,160"),
    ],
)  # fmt: skip
def test_figures_are_said_in_their_unit(unit: Unit, value: float, figure: str, apart: str) -> None:
    say = InWords(unit, 0)
    assert (say.figure(value), say.difference(value)) == (figure, apart)


@pytest.mark.parametrize(
    ("value", "said"), [(63_000.5, "£63,000.50"), (49_999.0, "£49,999"), (4.9, "£4.9")]
)
def test_large_sums_are_said_in_pounds_or_in_pence(value: float, said: str) -> None:
    assert InWords(Unit.CURRENCY, 1).figure(value) == said


def test_a_target_in_pounds_and_pence_has_both() -> None:
    assert [InWords(Unit.CURRENCY, 2).aim(v) for v in (2.1, 12.0)] == ["£2.10", "£12"]


def test_a_time_is_said_in_hours_minutes_and_seconds() -> None:
    # 535 s and 3,661 s of 86,400
    assert lasting(535 / 86_400) == "8 minutes 55 seconds"
    assert lasting(3661 / 86_400) == "1 hour 1 minute 1 second"


@pytest.mark.parametrize(
    ("name", "unit", "subject"),
    [
        ("% of children seen", Unit.PERCENT, "Children seen"),
        ("Percentage of CiN seen (rolling year)", Unit.PERCENT, "CiN seen"),
        ("Savings delivered (£m)", Unit.CURRENCY, "Savings delivered"),
        ("No. of complaints", Unit.COUNT, "The number of complaints"),
        ("Rate of referrals", Unit.RATE_PER_10000, "The rate of referrals"),
        ("Complaints received", Unit.COUNT, "Complaints received"),
    ],
)
def test_a_subject_is_the_name_without_what_the_figure_says(
    name: str, unit: Unit, subject: str
) -> None:
    assert subject_of(name, unit) == subject
