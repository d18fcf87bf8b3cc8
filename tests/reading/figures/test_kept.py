"""How rows keep their figures, seen in the report of small workbooks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.support.books import checked
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.outcome import IndicatorResult, Outcome
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.reading.figures.doubtful import figures_in_doubt

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q1 2021/22", "Q2 2021/22")
DAY = 86_400
GRADED = ("Assurance", None, "Reasonable", "Substantial", "Limited")


class Shown(tuple[float, str]):
    """A number and its format."""

    __slots__ = ()


def _book(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write_row(0, 0, HEADINGS)
        for row, cells in enumerate(rows, 1):
            page.write_row(row, 0, [f"K{row}", *cells[:1]])
            for column, value in enumerate(cells[1:], 2):
                if isinstance(value, Shown):
                    shown = book.add_format({"num_format": value[1]})
                    page.write_number(row, column, value[0], shown)
                elif isinstance(value, str):
                    page.write_string(row, column, value)
                elif value is not None:
                    page.write(row, column, value)
    return path


def _checked(folder: Path, rows: list[tuple[Any, ...]], keys: str = "") -> Outcome:
    rules = "name: small\nrating: rag\nindicators:\n"
    for number, row in enumerate(rows, 1):
        rules += f'  - {{id: K{number}, name: "{row[0]}"{keys}}}\n'
    return checked(_book(folder / "q2.xlsx", rows), rules)


def _only(outcome: Outcome) -> IndicatorResult:
    (indicator,) = outcome.indicators
    return indicator


def _found(outcome: Outcome) -> list[tuple[str, str | None]]:
    """What was found, but for the tolerance that none of these rows has."""
    return [(f.check, f.cell) for f in outcome.findings if f.check != "tolerance-missing"]


@pytest.mark.parametrize("shown", ["[h]:mm:ss", "mm:ss", "h:mm:ss", "[m]:ss"])
def test_a_time_format_makes_a_duration(tmp_path: Path, shown: str) -> None:
    row = ("Time on scene", "Low", *(Shown((s / DAY, shown)) for s in (600, 720, 480)))
    read = _only(_checked(tmp_path, [row]))
    assert (read.unit, read.status) == ("duration", "green")
    assert (round((read.value or 0) * DAY), round((read.target or 0) * DAY)) == (480, 600)


def test_a_date_is_no_duration(tmp_path: Path) -> None:
    day = Shown((float((dt.date(2021, 9, 30) - dt.date(1899, 12, 30)).days), "dd/mm/yyyy hh:mm"))
    outcome = _checked(tmp_path, [("Plan adopted", "High", None, 1, day)])
    assert (_only(outcome).unit, _found(outcome)) == (None, [("marker-unknown", "F2")])


def test_durations_in_words_are_held_against_a_target_in_words(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [("Queue", "Low", "under 3 minutes", "2m 05s", "3 mins 10 secs")])
    read = _only(outcome)
    assert (read.unit, read.status, round((read.value or 0) * DAY)) == ("duration", "red", 190)
    assert _found(outcome) == []


def test_seconds_beside_minutes_are_one_duration(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Queue", "Low", "1 minute", "50 secs", "2 mins")]))
    assert (read.unit, read.status, round((read.value or 0) * DAY)) == ("duration", "red", 120)
    alike = _only(_checked(tmp_path, [("Queue", "Low", "under 3 mins", "4 mins", "2 mins")]))
    assert (alike.value, alike.target, alike.status) == (2, 3, "green")


def test_an_hour_beside_bare_numbers_is_no_target(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [("Queue", "Low", "1 hour", 50, 45)])
    assert (_only(outcome).status, _found(outcome)) == ("not_rated", [("target-scale", "D2")])


def test_two_numbers_are_read_where_the_target_bears_it_out(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Queue", "Low", "3m 00s", "2:05", "3:10")]))
    assert (read.unit, round((read.value or 0) * DAY)) == ("duration", 190)


def test_a_target_of_two_numbers_is_read_beside_times(tmp_path: Path) -> None:
    elapsed = [Shown((s / DAY, "[h]:mm:ss")) for s in (82, 96)]
    read = _only(_checked(tmp_path, [("Turnout", "Low", "<= 1:30", *elapsed)]))
    assert (round((read.target or 0) * DAY), read.status) == (90, "red")


def test_two_numbers_that_nothing_tells_are_read_in_neither_way(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [("Queue", "Low", None, "2:05", "3:10")])
    assert _only(outcome).value is None
    assert _found(outcome) == [("marker-unknown", "E2"), ("marker-unknown", "F2")]


def test_a_bare_number_among_durations_is_none_of_them(tmp_path: Path) -> None:
    elapsed = [Shown((s / DAY, "[h]:mm:ss")) for s in (600, 720)]
    outcome = _checked(tmp_path, [("Time on scene", "Low", elapsed[0], elapsed[1], 8.9)])
    assert (_only(outcome).value, _found(outcome)) == (None, [("marker-unknown", "F2")])


def test_a_bare_target_beside_durations_is_no_target(tmp_path: Path) -> None:
    elapsed = [Shown((s / DAY, "[h]:mm:ss")) for s in (600, 720)]
    outcome = _checked(tmp_path, [("Time on scene", "Low", 9, *elapsed)])
    assert (_only(outcome).status, _found(outcome)) == ("not_rated", [("target-scale", "D2")])


def test_the_target_says_that_figures_are_percentages(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Bins emptied", "High", ">= 87%", 88, 84.2)]))
    assert (read.unit, read.value, read.target) == ("percent", 0.842, 0.87)


def test_a_target_in_percent_says_nothing_of_counts(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [("Bins emptied", "High", "87%", 880, 842)])
    assert _found(outcome) == [("target-scale", "D2")]
    assert (_only(outcome).value, _only(outcome).status) == (842, "not_rated")


def test_a_percentage_in_text_says_the_scale_of_its_row(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Use", "High", 1.4, 1.3, "120%")], ", unit: percent"))
    assert (read.value, read.previous, read.target, read.status) == (1.2, 1.3, 1.4, "red")


def test_small_percentages_are_kept_as_the_rest_of_their_table(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("Rent written off", "Low", 0.5, 0.7, 0.4),
        ("Doors answered", "High", 90, 88, 91),
        ("Staff leaving", "Low", 12, 14, 13.5),
    ]
    read = _checked(tmp_path, rows, ", unit: percent").indicators
    assert [one.value for one in read] == [0.004, 0.91, 0.135]
    alone = _only(_checked(tmp_path, rows[:1], ", unit: percent"))
    assert alone.value == 0.4


def test_a_count_among_shares_is_no_share_and_a_slip_is_one(tmp_path: Path) -> None:
    shares = [Shown((0.41, "0%")), Shown((0.44, "0%"))]
    outcome = _checked(tmp_path, [("Appeals allowed", "Low", *shares, 26)], ", unit: percent")
    assert (_only(outcome).status, _found(outcome)) == ("no_data", [("figure-impossible", "F2")])
    outcome = _checked(tmp_path, [("Appeals allowed", "Low", *shares, 42.5)], ", unit: percent")
    assert (_only(outcome).value, _found(outcome)) == (0.425, [("percent-scale", "F2")])


@pytest.mark.parametrize("code", [-999, -99_999, 999_999])
def test_a_code_is_no_figure_and_decides_no_scale(tmp_path: Path, code: float) -> None:
    outcome = _checked(tmp_path, [("Seen", "High", 0.8, 0.81, code)], ", unit: percent")
    read = _only(outcome)
    assert (read.value, read.previous, read.target, read.status) == (None, 0.81, 0.8, "no_data")
    assert _found(outcome) == [("figure-impossible", "F2")]


def test_pounds_in_words_are_read_in_the_rows_millions(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Savings (£m)", "High", "£1.5m", 1.2, "£1.6m")]))
    assert (read.value, read.target, read.status) == (1.6, 1.5, "green")


def test_a_target_in_words_beside_pounds_in_nobody_knows_what_is_no_target(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [("Savings", "High", "£1.5m", 1.2, 1.6)])
    assert (_only(outcome).status, _found(outcome)) == ("not_rated", [("target-scale", "D2")])


@pytest.mark.parametrize(
    ("numbers", "unit", "places"),
    [
        ([4.9, 0.048, 5.1], None, [1]),
        ([0.42, 0.44, 45], Unit.SCORE, [2]),
        ([4.9, 0.051], None, []),  # of two figures nobody knows which
        ([95, 1, 102], None, []),  # one of a hundred is a count
        ([4.9, 0.048, 5.1], Unit.CURRENCY, []),
    ],
)
def test_a_figure_two_places_off_in_no_known_unit_is_in_doubt(
    numbers: list[float], unit: Unit | None, places: list[int]
) -> None:
    periods = [Period.quarter(2021, 1 + place) for place in range(len(numbers))]
    outturns = {
        period: Outturn(period, 2, 4 + place, number)
        for place, (period, number) in enumerate(zip(periods, numbers, strict=True))
    }
    found = figures_in_doubt(outturns, unit, "Scorecard", "Absence")
    assert [period for period, _ in found] == [periods[place] for place in places]


def test_grades_are_rated_by_the_order_a_rule_gives(tmp_path: Path) -> None:
    rows = [GRADED, ("Visits", "High", 300, 310, 320)]
    outcome = _checked(tmp_path, rows, ", scale: [Substantial, Reasonable, Limited, None]")
    read = outcome.indicators[0]
    assert (read.value, read.target, read.status, read.travel) == (2, 3, "red", "worsened")
    assert _found(outcome) == []


def test_grades_that_nothing_orders_are_a_finding(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, [GRADED, ("Visits", "High", 300, 310, 320)])
    assert outcome.indicators[0].status == "no_data"
    assert _found(outcome) == [("figure-doubtful", "F2")]


@pytest.mark.parametrize(
    ("target", "latest", "severity"),
    [
        ("Reasonable", "Limited", "error"),
        ("reasonable", "Reasonable", "warning"),  # met in whichever order
        (None, "Limited", "warning"),
        ("No target", "Limited", "warning"),
    ],
)
def test_grades_that_nothing_orders_are_an_error_where_they_are_not_the_targets_own(
    tmp_path: Path, target: str | None, latest: str, severity: str
) -> None:
    rows = [("Assurance", None, target, "Substantial", latest), ("Visits", "High", 300, 310, 320)]
    found = _checked(tmp_path, rows).findings
    assert [(f.check, f.severity) for f in found] == [("figure-doubtful", severity)]


def test_one_in_so_many_is_a_ratio(tmp_path: Path) -> None:
    read = _only(_checked(tmp_path, [("Visits refused", "Low", "1 in 5", "1 in 4", "1 in 8")]))
    assert (read.value, read.target, read.status) == (0.125, 0.2, "green")


def _read_with_tolerance(
    folder: Path, figures: tuple[Any, ...], tolerance: float, bare_target: float | None = None
) -> Any:
    headings = ("Ref", "Measure", "Good is", "Target", "Tolerance", *QUARTERS)
    path = folder / "q2.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write_row(0, 0, headings)
        page.write_row(1, 0, ["K1", "Bins emptied", "High"])
        shown = book.add_format({"num_format": "0.0%"})
        page.write_number(1, 3, bare_target or 0.9, None if bare_target else shown)
        page.write_number(1, 4, tolerance)
        for column, value in enumerate(figures, 5):
            if isinstance(value, Shown):
                page.write_number(1, column, value[0], shown)
            else:
                page.write(1, column, value)
    rules = "name: s\nrating: rag\nindicators: [{id: K1, name: Bins emptied, unit: percent}]\n"
    return _only(checked(path, rules))


QUARTERS = ("Q3 2020/21", "Q4 2020/21", "Q1 2021/22", "Q2 2021/22")


@pytest.mark.parametrize(
    "figures",
    [
        ("n/a", Shown((0.827, "%")), "84.7", Shown((0.819, "%"))),
        ("74.6", "74.6", 0.819, Shown((0.819, "%"))),
        ("74.6", "74.8", "75.0", Shown((0.819, "%"))),
    ],
)
def test_texts_in_hundreds_change_nothing_of_what_numbers_mean(
    tmp_path: Path, figures: tuple[Any, ...]
) -> None:
    read = _read_with_tolerance(tmp_path, figures, 0.1)
    assert (read.value, read.tolerance, read.status) == (0.819, 0.1, "amber")  # 8.1 points short
    assert read.previous is not None
    assert 0.7 < read.previous < 0.9


def test_small_texts_change_nothing_of_what_numbers_mean(tmp_path: Path) -> None:
    figures = ("5.2", Shown((0.072, "%")), "9.2", Shown((0.1, "%")))
    read = _read_with_tolerance(tmp_path, figures, 0.05)
    assert (read.value, read.previous, read.tolerance) == (0.1, 0.092, 0.05)


def test_a_number_alone_among_texts_is_the_percentage_that_they_are(tmp_path: Path) -> None:
    read = _read_with_tolerance(tmp_path, ("77.7", "78.1%", 0.776, "78"), 2)
    assert (read.value, read.previous) == (0.78, 0.776)


def test_a_bare_target_is_a_fraction_where_as_many_figures_are_kept_either_way(
    tmp_path: Path,
) -> None:
    figures = (Shown((0.025, "%")), 2.5, 2.5, Shown((0.025, "%")))
    read = _read_with_tolerance(tmp_path, figures, 0.02, bare_target=0.125)
    assert (read.value, read.target, read.tolerance, read.status) == (0.025, 0.125, 0.02, "red")
    assert read.previous == 0.025


@pytest.mark.parametrize(("tolerance", "target"), [(0.1, 0.9), (0.1, 90), (5, 90)])
def test_where_as_many_are_kept_either_way_those_with_a_format_say_it(
    tmp_path: Path, tolerance: float, target: float
) -> None:
    figures = (Shown((0.946, "0.0%")), 94.7, Shown((0.967, "0.0%")), 82.0)
    read = _read_with_tolerance(tmp_path, figures, tolerance, bare_target=target)
    assert (read.value, read.previous, read.target) == (0.82, 0.967, 0.9)
    assert read.tolerance == (0.05 if tolerance == 5 else 0.1)
