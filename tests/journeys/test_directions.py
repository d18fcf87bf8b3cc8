"""Directions of travel in each of their meanings, from rule set to workbook and results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.books import Cell, checked, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.paths import CHILDREN, ROOT
from tests.support.readers import opened
from xl_scorecard.domain.outcome import IndicatorResult

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19",
            "Q2 2018/19", "Q3 2018/19")  # fmt: skip
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Visits made", "High", 80, 60, 76, 82, 79, 78),
    ("B1", "Letters sent", "Low", 80, 90, 60, 69, 68, 84),
    ("C1", "Calls taken", "Neither", None, 5, 5, 5, 6, 7),
    ("D1", "Plans agreed", "High", 80, 60, 61, "n/a", 80, 80),
)
IDS = ("A1", "B1", "C1", "D1")
NAMES = {row[0]: row[1] for row in ROWS}
LAST, BESIDE = len(HEADINGS), len(HEADINGS) + 3
"""The columns of the reported figure, and of its change; that of the direction is before it."""


def _rules(direction: str = "", **own: str) -> str:
    head = "name: ways\nrating: rag\ncolumns: [rag, direction, change]\n"
    head += "defaults: {tolerance: 5, unit: count}\n"
    said = f"direction: {direction}\n" if direction else ""
    lines = []
    for i in IDS:
        more = f", direction: {own[i]}" if i in own else ""
        lines.append(f"  - {{id: {i}, name: {NAMES[i]}{more}}}\n")
    return f"{head}{said}indicators:\n{''.join(lines)}"


def _book(folder: Path) -> Path:
    return scorecard(folder / "q3.xlsx", ROWS, HEADINGS, number_format="General")


def _by_id(folder: Path, rules: str) -> dict[str, IndicatorResult]:
    return {each.id: each for each in checked(_book(folder), rules).indicators}


def _shown(values: Values) -> list[object]:
    return [values.at("Scorecard", row, BESIDE - 1) for row in range(4, 8)]


@pytest.mark.parametrize(
    ("over", "period", "before"),
    [
        ("previous period", "2018/19 Q2", 79),
        ("same period last year", "2017/18 Q3", 60),
        ("start of year", "2018/19 Q1", 82),
        ("start of series", "2017/18 Q3", 60),
        ("since Q4 2017/18", "2017/18 Q4", 76),
        ("since Mar 2018", "2017/18 Q4", 76),  # the quarter that ends with it
        ("Since 2017/18", "2017/18 Q4", 76),
    ],
)
def test_a_figure_is_compared_with_what_the_rule_set_says(
    tmp_path: Path, over: str, period: str, before: float
) -> None:
    a = _by_id(tmp_path, _rules(f"{{over: {over}}}"))["A1"]
    assert (a.compared_with, a.previous) == (period, before)
    assert a.change == pytest.approx((78 - before) / before)
    assert (a.direction, a.travel) == (("up", "improved") if before < 78 else ("down", "worsened"))


def test_the_three_changes_of_the_report_without_a_usual_comparator_can_be_asked_for(
    tmp_path: Path,
) -> None:
    """49.4% in Q1 to 77.2%; 79% in April to 91% in December; complaints up 23% since March."""
    rules = (ROOT / "rules" / "childrens-services.yaml").read_text("utf-8")
    for indicator, over in (
        ("FD-24H", "start of year"),
        ("CIC-ASSESS", "since April 2018"),
        ("COMPL", "since March 2018"),
    ):
        said = f"  - id: {indicator}\n"
        assert said in rules
        rules = rules.replace(said, f"{said}    direction: {{over: {over}}}\n")
    folder = tmp_path / "rules.d"
    folder.mkdir()
    (folder / "rules.yaml").write_text(rules, "utf-8")
    import xl_scorecard
    from tests.support.books import done

    run = xl_scorecard.check(CHILDREN, rules=folder / "rules.yaml")
    found = {each.id: each for each in done(run).indicators}
    told = {
        i: (found[i].compared_with, round((found[i].change or 0) * 100, 1))
        for i in ("FD-24H", "CIC-ASSESS", "COMPL")
    }
    assert told == {
        "FD-24H": ("2018/19 Q1", 56.3),
        "CIC-ASSESS": ("2018-04", 15.2),
        "COMPL": ("2017/18 Q4", 22.7),
    }


def test_a_month_is_not_held_against_a_quarter_that_counts_three(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "q3.xlsx", [("A1", "Visits made", "High", 20, 70, 22)],
        ("Ref", "Measure", "Good is", "Apr-18", "Q3 2018/19", "Dec-18"), number_format="General",
    )  # fmt: skip
    rules = _rules("{over: since Apr 2018}")
    (a, *_) = checked(book, rules).indicators
    assert (a.value, a.previous, a.not_compared) == (70, None, "basis")


def test_in_the_first_quarter_nothing_is_compared_with_the_start_of_the_year(
    tmp_path: Path,
) -> None:
    book = scorecard(tmp_path / "q1.xlsx", [("A1", "Visits made", "High", 80, 60, 76, 82)],
                     HEADINGS[:7], number_format="General")  # fmt: skip
    (a,) = checked(book, _rules("{over: start of year}")).indicators
    assert (a.period, a.compared_with, a.previous, a.direction) == (
        "2018/19 Q1", "2018/19 Q1", None, None,
    )  # fmt: skip


def test_by_performance_up_is_better(tmp_path: Path, soffice: Office) -> None:
    outcome = refreshed_into(tmp_path / "out", _book(tmp_path), _rules("{by: performance}"))
    assert [i.direction_by for i in outcome.indicators] == ["performance"] * 4
    book = tmp_path / "out" / "q3.xlsx"
    values = Values(book)
    assert _shown(values) == ["▼ Worsened", "▼ Worsened", "Up", "► Static"]
    assert values.at("Scorecard", 3, BESIDE - 1) == (
        "Direction of travel (by performance) on Q2 2018/19"
    )
    assert disagreements(tmp_path / "q3.xlsx", book, soffice) == []


def test_by_status_the_status_it_had_is_named(tmp_path: Path, soffice: Office) -> None:
    """79 and 78 are amber; 68 is green where low is good and 84 amber; 80 is green."""
    rules = _rules("{by: status}", D1="{by: status, over: start of series}")
    outcome = refreshed_into(tmp_path / "out", _book(tmp_path), rules)
    assert [(i.status_before, i.travel) for i in outcome.indicators] == [
        ("amber", "static"), ("green", "worsened"), (None, None), ("red", "improved"),
    ]  # fmt: skip
    book = tmp_path / "out" / "q3.xlsx"
    values = Values(book)
    assert _shown(values) == ["► Still Amber", "▼ From Green", "n/a", "▲ From Red"]
    heading = values.at("Scorecard", 3, BESIDE - 1)
    assert heading == (
        "Direction of travel (by status, as of the refresh) on Q2 2018/19 (some rows: Q3 2017/18)"
    )
    assert disagreements(tmp_path / "q3.xlsx", book, soffice) == []


def test_by_slope_the_line_through_all_figures_since_then_counts(
    tmp_path: Path, soffice: Office
) -> None:
    """Of 60, 76, 82, 79, 78 the line rises by 3.9 a quarter; that of 90, 60, 69, 68, 84 falls by
    0.4; 5, 5, 5, 6, 7 rises by 0.5. Of four figures with a gap, 60, 61, -, 80, 80, it rises."""
    outcome = refreshed_into(tmp_path / "out", _book(tmp_path), _rules("{by: slope}"))
    assert [(i.direction, i.travel, i.compared_with) for i in outcome.indicators] == [
        ("up", "improved", "2017/18 Q3"), ("down", "improved", "2017/18 Q3"),
        ("up", None, "2017/18 Q3"), ("up", "improved", "2017/18 Q3"),
    ]  # fmt: skip
    book = tmp_path / "out" / "q3.xlsx"
    assert _shown(Values(book)) == ["▲ Improved", "▼ Improved", "▲ Up", "▲ Improved"]
    assert disagreements(tmp_path / "q3.xlsx", book, soffice) == []


def test_two_figures_have_no_slope(tmp_path: Path) -> None:
    a = _by_id(tmp_path, _rules("{by: slope, over: previous period}"))["A1"]
    assert (a.direction, a.travel, a.change) == (None, None, pytest.approx(-1 / 79))


def test_across_a_break_no_meaning_tells_a_move(tmp_path: Path) -> None:
    for by in ("number", "performance", "status", "slope"):
        rules = _rules(f"{{by: {by}, over: same period last year}}")
        found = _by_id(tmp_path, rules + "breaks: {A1: [Q1 2018/19]}\n")["A1"]
        assert (found.direction, found.travel, found.not_compared) == (None, None, "break"), by


def _edited(book: Path, office: Office, edit: Callable[[Worksheet], None]) -> list[object]:
    workbook = opened(book, formulas=True)
    edit(workbook["Scorecard"])
    changed = book.with_name("edited.xlsx")
    workbook.save(changed)
    return _shown(Values(office.recalculated(changed)))


@pytest.mark.parametrize(
    ("by", "row", "column", "typed", "fresh"),
    [
        ("performance", 4, LAST, 85, "▲ Improved"),
        ("performance", 4, 3, "Low", "▲ Improved"),
        ("performance", 5, LAST - 1, 84, "► Static"),
        ("status", 4, LAST, 85, "Refresh"),
        ("status", 4, 4, 90, "Refresh"),
        ("slope", 4, LAST - 2, 70, "Refresh"),
        ("slope", 4, 3, "Low", "Refresh"),
    ],
)
def test_after_an_edit_a_cell_shows_what_a_refresh_would_give_or_asks_for_one(
    tmp_path: Path, soffice: Office, by: str, row: int, column: int, typed: Cell, fresh: str
) -> None:
    refreshed_into(tmp_path / "out", _book(tmp_path), _rules(f"{{by: {by}}}"))
    book = tmp_path / "out" / "q3.xlsx"
    before = _shown(Values(book))

    def edit(page: Worksheet) -> None:
        page.cell(row, column).value = typed

    expected = list(before)
    expected[row - 4] = fresh
    assert _edited(book, soffice, edit) == expected


@pytest.mark.parametrize("by", ["performance", "status", "slope"])
def test_sorted_rows_take_their_directions_along(tmp_path: Path, soffice: Office, by: str) -> None:
    refreshed_into(tmp_path / "out", _book(tmp_path), _rules(f"{{by: {by}}}"))
    book = tmp_path / "out" / "q3.xlsx"
    a, b, c, d = _shown(Values(book))

    def edit(page: Worksheet) -> None:
        for column in range(1, LAST + 1):
            one, other = page.cell(4, column), page.cell(7, column)
            one.value, other.value = other.value, one.value

    assert _edited(book, soffice, edit) == [d, b, c, a]


@pytest.mark.parametrize("by", ["number", "performance", "status", "slope"])
def test_polarity_is_a_mirror(tmp_path: Path, by: str) -> None:
    """Figures as far on the other side of target, low being good, have moved as well or badly."""
    figures = (60, 76, 82, 79, 78)
    rows = (("A1", "Visits made", "High", 80, *figures),
            ("B1", "Letters sent", "Low", 80, *(160 - f for f in figures)))  # fmt: skip
    for over in ("previous period", "start of year", "start of series"):
        book = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, number_format="General")
        a, b = checked(book, _rules(f"{{by: {by}, over: {over}}}")).indicators
        assert (a.travel, a.status_before) == (b.travel, b.status_before)
        assert {a.direction, b.direction} in ({"up", "down"}, {None})


def test_words_that_say_nothing_to_compare_with_are_a_mistake(tmp_path: Path) -> None:
    from tests.support.books import rule_file
    from tests.support.command import xl_scorecard as command

    for over in ("last summer", "since", "since the flood"):
        rules = rule_file(tmp_path, _rules(f"{{over: {over}}}"))
        told = command("rules", "check", rules, status=2)
        assert "is nothing to compare with; write previous period" in told.out + told.err
