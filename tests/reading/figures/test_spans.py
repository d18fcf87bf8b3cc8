"""What a target is for, and whether it is held against a figure of another stretch of time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.reading.real.understood import read_grids
from tests.support.books import Cell, checked, findings, scorecard
from tests.support.drafts import draft_of, entries
from tests.support.grids import grid
from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.outcome import Outcome

_QUARTERS = ("Q1 2023/24", "Q2 2023/24", "Q3 2023/24")


def _outcome(
    folder: Path,
    name: str,
    target: Cell,
    figures: Sequence[Cell],
    heading: str = "Yearly target",
    rule: str = "unit: count, good_is: high",
    headings: Sequence[str] = _QUARTERS,
) -> Outcome:
    book = scorecard(
        folder / "book.xlsx",
        [("A1", name, target, *figures)],
        ("Ref", "Measure", heading, *headings),
        number_format="General",
    )
    return checked(book, f"name: s\nindicators:\n  - {{id: A1, name: '{name}', {rule}}}\n")


_UNSPANNED = ("not_rated", ["target-other-span"])


def _status(outcome: Outcome) -> tuple[str, list[str]]:
    """The status and what was found, but for the tolerance that none of these rows has."""
    found = [check for check, _ in findings(outcome) if check != "tolerance-missing"]
    return outcome.indicators[0].status, found


@pytest.mark.parametrize(
    "heading",
    ["Yearly target", "Target for the year", "2023/24 Goal", "Target 2023-24", "Target per annum",
     "Full year plan", "End of year target", "Year's target"],
)  # fmt: skip
def test_a_years_target_is_not_held_against_a_quarters_count(tmp_path: Path, heading: str) -> None:
    outcome = _outcome(tmp_path, "Enquiries dealt with", 900, (240, 230, 260), heading)
    assert _status(outcome) == _UNSPANNED
    (finding,) = outcome.findings
    assert (finding.severity, finding.cell, finding.found) == ("warning", "C4", "900")
    assert finding.expected == "in proportion 225"


@pytest.mark.parametrize("target", ["300 per month", "300 a month", "300 monthly", "300/month"])
def test_a_months_target_is_not_held_against_a_quarters_count(tmp_path: Path, target: str) -> None:
    outcome = _outcome(tmp_path, "Parcels sorted", target, (910, 880, 940), "Target")
    assert _status(outcome) == _UNSPANNED


@pytest.mark.parametrize(
    ("name", "unit", "target", "figures"),
    [
        ("Proportion of grants paid in 10 days", "percent", 0.9, (0.8, 0.85, 0.92)),
        ("Average days to pay", "days", 8, (9, 8.5, 8.2)),
        ("Reoffenders per 10,000", "rate_per_10000", 50, (48, 51, 52)),
        ("Number of cases open", "count", 250, (240, 245, 252)),
        ("Visitors (rolling 12 months)", "count", 250, (240, 245, 252)),
    ],
)
def test_a_share_an_average_a_rate_and_a_stock_are_held_against_the_years_target(
    tmp_path: Path, name: str, unit: str, target: float, figures: Sequence[float]
) -> None:
    outcome = _outcome(tmp_path, name, target, figures, rule=f"unit: {unit}, good_is: high")
    assert _status(outcome) == ("good", [])


def test_a_rate_that_adds_up_is_in_doubt_where_it_is_a_quarter_of_the_years(tmp_path: Path) -> None:
    rule = "unit: days, good_is: low"
    name = "Days of sickness lost per employee"
    assert _status(_outcome(tmp_path, name, 9, (2.2, 2.4, 2.3), rule=rule)) == _UNSPANNED
    assert _status(_outcome(tmp_path, name, 9, (8.8, 8.9, 8.7), rule=rule)) == ("good", [])


def test_what_is_weighed_adds_up_over_the_year_too(tmp_path: Path) -> None:
    rule = "unit: score, good_is: high"
    outcome = _outcome(tmp_path, "Tonnes of compost sold", 1200, (310, 298, 265), rule=rule)
    assert _status(outcome) == _UNSPANNED


def test_two_shares_late_in_the_year_are_no_running_total(tmp_path: Path) -> None:
    outcome = _outcome(
        tmp_path, "Letters sent on time", 0.95, (0.71, 0.73), heading="Target",
        rule="unit: percent, good_is: high", headings=("Nov-23", "Dec-23"),
    )  # fmt: skip
    status, found = _status(outcome)
    assert (status, "target-other-span" in found) == ("red", False)


def test_the_rule_sets_own_target_and_basis_settle_it(tmp_path: Path) -> None:
    name = "Trees felled and replaced"
    rule = "unit: count, good_is: high"
    settled = _outcome(tmp_path, name, 900, (240, 230, 260), rule=f"{rule}, target: 225")
    assert _status(settled) == ("good", [])
    stock = _outcome(tmp_path, name, 250, (240, 230, 260), rule=f"{rule}, basis: snapshot")
    assert _status(stock) == ("good", [])


class TestRunningTotals:
    RULE = "unit: count, good_is: high, basis: year to date"

    def test_a_bare_target_may_be_the_years_or_what_is_due(self, tmp_path: Path) -> None:
        outcome = _outcome(tmp_path, "Boilers replaced", 400, (90, 210, 290), "Target", self.RULE)
        assert _status(outcome) == _UNSPANNED
        assert outcome.findings[0].expected == "in proportion 300"

    @pytest.mark.parametrize("heading", ["Profiled target", "Target to date", "Q3 2023/24 target"])
    def test_what_is_due_by_now_is_its_target(self, tmp_path: Path, heading: str) -> None:
        outcome = _outcome(tmp_path, "Boilers replaced", 280, (90, 210, 290), heading, self.RULE)
        assert _status(outcome) == ("good", [])

    def test_at_the_years_end_both_are_one(self, tmp_path: Path) -> None:
        headings = ("Q2 2023/24", "Q3 2023/24", "Q4 2023/24")
        outcome = _outcome(
            tmp_path, "Boilers replaced", 400, (210, 290, 410), "Annual target", self.RULE, headings
        )
        assert _status(outcome) == ("good", [])

    def test_a_target_that_is_passed_already_is_met_either_way(self, tmp_path: Path) -> None:
        outcome = _outcome(tmp_path, "Boilers replaced", 280, (90, 210, 290), "Target", self.RULE)
        assert _status(outcome) == ("good", [])

    def test_a_target_as_high_as_a_year_ago_is_what_is_due(self, tmp_path: Path) -> None:
        headings = ("Q2 2022/23", "Q3 2022/23", "Q4 2022/23", "Q1 2023/24", "Q2 2023/24")
        figures = (200, 310, 410, 95, 190)
        outcome = _outcome(
            tmp_path, "Boilers replaced", 205, figures, "Target", self.RULE, headings
        )
        assert _status(outcome) == ("red", [])

    def test_a_share_of_the_year_so_far_is_no_running_total(self, tmp_path: Path) -> None:
        rule = "unit: percent, good_is: high, basis: year to date"
        outcome = _outcome(
            tmp_path, "Bins put back", 0.9, (0.91, 0.88, 0.92), "Annual target", rule
        )
        assert _status(outcome) == ("good", [])

    def test_it_is_compared_with_the_same_point_of_the_year_before(self, tmp_path: Path) -> None:
        headings = ("Q3 2022/23", "Q4 2022/23", "Q1 2023/24", "Q2 2023/24", "Q3 2023/24")
        outcome = _outcome(
            tmp_path, "Boilers replaced", None, (310, 410, 95, 190, 290), "Target", self.RULE,
            headings,
        )  # fmt: skip
        read = outcome.indicators[0]
        assert (read.previous, read.travel) == (310, "worsened")

    def test_the_draft_tells_one_by_its_shape_and_asks_for_what_is_due(
        self, tmp_path: Path
    ) -> None:
        headings = (
            "Ref",
            "Measure",
            "Target",
            *_QUARTERS,
            "Q4 2023/24",
            "Q1 2024/25",
            "Q2 2024/25",
        )
        row = ("A1", "Meters fitted", 600, 150, 290, 460, 590, 145, 310)
        drafted = entries(draft_of(tmp_path, headings, row), "A1")
        assert any(line.startswith("basis: year to date #") for line in drafted)
        (asked,) = [line for line in drafted if line.startswith("# target:")]
        assert asked.startswith("# target: 300 # DECIDE: Meters fitted: the target 600")


def test_a_bare_target_as_high_as_the_year_beside_it_is_the_years(tmp_path: Path) -> None:
    headings = ("2022/23", *_QUARTERS)
    name = "Litter picks held"
    outcome = _outcome(tmp_path, name, 820, (790, 200, 210, 195), "Target", headings=headings)
    assert _status(outcome) == _UNSPANNED
    outcome = _outcome(tmp_path, name, 200, (790, 200, 210, 195), "Target", headings=headings)
    assert _status(outcome) == ("red", [])


def test_a_bare_target_without_a_year_beside_it_is_the_periods(tmp_path: Path) -> None:
    outcome = _outcome(tmp_path, "Litter picks held", 820, (200, 230, 195), "Target")
    assert _status(outcome) == ("red", [])


def test_where_the_period_has_no_target_the_next_column_counts(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "book.xlsx",
        [("A1", "Calls taken", 70, 300, 72), ("B1", "Share of calls taken", None, 0.9, 0.95)],
        ("Ref", "Measure", "Q3 2023/24 target", "Annual target", "Q3 2023/24"),
        number_format="General",
    )
    rules = (
        "name: s\ndefaults: {good_is: high}\nindicators:\n"
        "  - {id: A1, name: Calls taken, unit: count}\n"
        "  - {id: B1, name: Share of calls taken, unit: percent}\n"
    )
    outcome = checked(book, rules)
    assert [i.target for i in outcome.indicators] == [70, 0.9]
    assert findings(outcome) == []


@pytest.mark.parametrize(("heading", "target"), [("Nov-23", 25), ("2023/24", 300)])
def test_of_a_months_and_a_years_target_the_one_as_long_as_the_period_counts(
    tmp_path: Path, heading: str, target: float
) -> None:
    book = scorecard(
        tmp_path / "book.xlsx",
        [("A1", "Hedges laid", 300, 25, 26)],
        ("Ref", "Measure", "Annual target", "Monthly target", heading),
        number_format="General",
    )
    outcome = checked(book, "name: s\nindicators:\n  - {id: A1, name: Hedges laid, unit: count}\n")
    assert (outcome.indicators[0].target, findings(outcome)) == (target, [])


@pytest.mark.parametrize(("target", "used"), [(210, 210), (840, None)])
def test_below_a_year_the_figures_say_whose_a_target_is(target: float, used: float | None) -> None:
    rows = [
        ["Ref", "Measure", "2022/23", None, "2023/24", None],
        [None, None, "Q3", "Q4", "Q1", "Target"],
        ["A1", "Number of parcels delivered", 205, 190, 215, target],
    ]
    (read,) = read_grids(grid(rows, ["A1:A2", "B1:B2", "C1:D1", "E1:F1"])).measures
    assert read.target is None if used is None else read.target == Target(used)


def test_tables_side_by_side_have_each_their_own_target() -> None:
    headings = ["Measure", "Target", "Q3 2023/24", "Q4 2023/24"]
    rows = [
        [*headings, None, *headings],
        ["Homes insulated (year to date)", 400, 310, 390, None, "Share of calls", 0.9, 0.8, 0.95],
    ]
    read = read_grids(grid(rows)).measures
    assert [measure.target for measure in read] == [Target(400), Target(0.9)]


@pytest.mark.parametrize(
    "heading",
    ["Lifetime target", "Target (life of project)", "Whole programme target", "Project target"],
)
def test_a_programmes_target_is_not_held_against_a_quarter(tmp_path: Path, heading: str) -> None:
    for target in (90, 400):  # passed already, and far off
        outcome = _outcome(
            tmp_path, "Shopfronts restored", target, (40, 75, 118), heading,
            headings=[f"{quarter} YTD" for quarter in _QUARTERS],
        )  # fmt: skip
        assert _status(outcome) == _UNSPANNED


@pytest.mark.parametrize("heading", ["Profile to Q3 2023/24", "Planned to Dec 2023"])
def test_what_was_due_by_now_is_the_target_beside_a_programmes(
    tmp_path: Path, heading: str
) -> None:
    book = scorecard(
        tmp_path / "book.xlsx",
        [("A1", "Shopfronts restored", 400, 110, 40, 75, 118)],
        ("Ref", "Measure", "Lifetime target", heading,
         *(f"{quarter} cumulative" for quarter in _QUARTERS)),
        number_format="General",
    )  # fmt: skip
    rule = "{id: A1, name: Shopfronts restored, unit: count, good_is: high}"
    outcome = checked(book, f"name: s\nindicators:\n  - {rule}\n")
    (row,) = outcome.indicators
    assert (row.target, row.status) == (110, "good")


@pytest.mark.parametrize(
    ("heading", "target"),
    [("Weekly target", 45), ("Target", "45 per week"), ("Goal (each week)", 45),
     ("Target", "45 a week"), ("Target/week", 45)],
)  # fmt: skip
def test_a_weeks_target_is_not_held_against_a_quarters_count(
    tmp_path: Path, heading: str, target: Cell
) -> None:
    outcome = _outcome(tmp_path, "Gullies emptied", target, (560, 610, 598), heading)
    assert _status(outcome) == _UNSPANNED
    assert outcome.findings[0].expected == "in proportion 587"  # 365 / 4 / 7 weeks of 45


def test_a_weeks_target_is_held_against_what_each_week_came_to(tmp_path: Path) -> None:
    means = _outcome(tmp_path, "Gullies emptied", 45, (43, 44, 47), "Weekly target")
    assert _status(means) == ("good", [])
    rule = "unit: percent, good_is: high"
    shares = _outcome(tmp_path, "Share of gullies", 0.4, (0.5, 0.6, 0.9), "Weekly target", rule)
    assert _status(shares) == ("good", [])


@pytest.mark.parametrize(("quarters", "status"), [(2, "good"), (3, "not_rated")])
def test_half_a_years_target_is_that_of_a_running_total_then(
    tmp_path: Path, quarters: int, status: str
) -> None:
    headings = [f"{quarter} YTD" for quarter in _QUARTERS[:quarters]]
    figures = (110, 230, 345)[:quarters]
    outcome = _outcome(
        tmp_path, "Gullies emptied", 220, figures, "Half-yearly target", headings=headings
    )
    assert outcome.indicators[0].status == status


_OVER_A_YEAR = ("Q3 2022/23", "Q4 2022/23", *_QUARTERS[:2])


@pytest.mark.parametrize(
    ("heading", "figures", "status"),
    [
        ("Target 2023/24", (134, 122, 118, 127), "good"),  # four of these would be 501 of 120
        ("Target 2023/24", (134, 12, 118, 127), "not_rated"),
        ("Target for the year", (134, 122, 118, 127), "not_rated"),
    ],
)
def test_a_years_target_that_each_quarter_comes_to_is_meant_for_a_quarter(
    tmp_path: Path, heading: str, figures: Sequence[Cell], status: str
) -> None:
    outcome = _outcome(tmp_path, "Homes started", 120, figures, heading, headings=_OVER_A_YEAR)
    assert outcome.indicators[0].status == status


@pytest.mark.parametrize(("figure", "status"), [(0, "good"), (2, "red")])
def test_none_in_a_year_is_none_in_a_quarter(tmp_path: Path, figure: int, status: str) -> None:
    rule = "unit: count, good_is: low"
    outcome = _outcome(tmp_path, "Incidents reported", 0, (0, 1, figure), rule=rule)
    assert outcome.indicators[0].status == status


def test_a_target_headed_by_the_month_reported_is_what_is_due_by_then(tmp_path: Path) -> None:
    months = ("Apr 2023", "May 2023", "Jun 2023")
    rule = "unit: percent, good_is: high, basis: year to date"
    name, figures = "Council tax collected (cumulative)", (0.108, 0.199, 0.289)
    due = _outcome(tmp_path, name, 0.28, figures, "Target Jun", rule, months)
    assert due.indicators[0].status == "good"
    other = _outcome(tmp_path, name, 0.97, figures, "Target Mar", rule, months)
    assert other.indicators[0].status == "not_rated"


@pytest.mark.parametrize("heading", ["Target 2023/24", "Target"])
def test_a_rate_that_adds_up_as_its_years_show_is_not_held_against_a_years_target(
    tmp_path: Path, heading: str
) -> None:
    rule = "unit: score, good_is: low"
    years = ("2021/22", "2022/23", "Q1 2023/24", "Q2 2023/24")
    name = "Grievances per 1,000 homes"
    assert _status(_outcome(tmp_path, name, 50, (45, 52, 14, 15), heading, rule, years)) == (
        _UNSPANNED
    )
    level = _outcome(tmp_path, name, 50, (45, 52, 44, 48), heading, rule, years)
    assert level.indicators[0].status == "good"


@pytest.mark.parametrize("heading", ["Target (rolling 12 months)", "Rolling 12 month target"])
def test_a_rolling_years_target_is_not_held_against_a_months_count(
    tmp_path: Path, heading: str
) -> None:
    months = ("Aug-24", "Sep-24", "Oct-24")
    alone = _outcome(tmp_path, "Burglaries", 480, (41, 40, 35), heading, headings=months)
    assert _status(alone) == _UNSPANNED
    rolling = tuple(f"Rolling 12 months to {month}" for month in months)
    year = _outcome(tmp_path, "Burglaries", 480, (505, 500, 490), heading, headings=rolling)
    assert year.indicators[0].status == "good"
