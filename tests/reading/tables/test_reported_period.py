from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, scorecard

RULES = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: count, basis: snapshot}\n"


def _period(folder: Path, **figures: Cell) -> str | None:
    headings = ["Measure", *(name.replace("_", " ") for name in figures)]
    rows = [["Children seen", *figures.values()]]
    workbook = scorecard(folder / "q3.xlsx", rows, headings, number_format="0")
    return checked(workbook, RULES).period


@pytest.mark.parametrize(
    ("figures", "period"),
    [
        ({"Q2 2018/19": 5, "Q3 2018/19": 6, "Q4 2018/19": None}, "2018/19 Q3"),
        ({"Q2 2018/19": 5, "Q3 2018/19": "TBC"}, "2018/19 Q2"),
        ({"2016/17": 5, "2015/16": 6}, "2016/17"),
        ({"Nov-18": 5, "Dec-18": 6}, "2018-12"),
        # of periods that end together: quarter, then month, then year
        ({"Dec-18": 5, "Q3 2018/19": 6}, "2018/19 Q3"),
        ({"Mar-19": 5, "2018/19": 6}, "2019-03"),
        ({"Mar-19": 5, "2018/19": 6, "Q4 2018/19": 7}, "2018/19 Q4"),
    ],
)
def test_the_latest_period_with_figures_is_reported(
    tmp_path: Path, figures: dict[str, Cell], period: str
) -> None:
    assert _period(tmp_path, **figures) == period


def test_without_any_figure_it_is_the_latest_there_is_a_column_for(tmp_path: Path) -> None:
    assert _period(tmp_path, **{"Q2 2018/19": "TBC", "Q3 2018/19": "TBC"}) == "2018/19 Q3"


_THREE = ("Children seen", "Visits made", "Plans written")


def _reported(
    folder: Path, title: str, last: tuple[Cell, Cell, Cell], name: str = "book"
) -> tuple[str | None, list[tuple[str, str | None]]]:
    rows = [
        [n, 5 + i, 6 + i, figure] for i, (n, figure) in enumerate(zip(_THREE, last, strict=True))
    ]
    headings = ["Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
    workbook = scorecard(
        folder / f"{name}.xlsx", rows, headings, number_format="0",
        more=lambda _, page: page.write_string(0, 0, title),
    )  # fmt: skip
    outcome = checked(workbook, RULES + "checks: {off: [indicator-no-rule, value-missing]}\n")
    return outcome.period, [(f.check, f.cell) for f in outcome.findings if "period" in f.check]


def test_one_figure_of_the_next_quarter_is_early(tmp_path: Path) -> None:
    early = [("period-future-filled", "D5")]
    assert _reported(tmp_path, "Our service", (None, 7, None)) == ("2018/19 Q2", early)
    assert _reported(tmp_path, "Quarter 2 2018/19", (None, 7, None)) == ("2018/19 Q2", early)


def test_where_the_title_says_so_one_figure_is_the_report(tmp_path: Path) -> None:
    assert _reported(tmp_path, "Quarter 3 2018/19", (None, 7, None)) == ("2018/19 Q3", [])


def test_why_figures_are_not_there_counts_as_filled(tmp_path: Path) -> None:
    assert _reported(tmp_path, "Our service", ("TBC", 7, "n/a")) == ("2018/19 Q3", [])


def test_a_title_left_from_the_report_before_is_a_warning(tmp_path: Path) -> None:
    stale = [("period-current-missing", "C3")]
    assert _reported(tmp_path, "Quarter 2 2018/19", (6, 7, 8)) == ("2018/19 Q3", stale)


@pytest.mark.parametrize(
    ("title", "name"), [("Report for Quarter 3 2018/19", "book"), ("Report", "Q3 2018-19")]
)
def test_a_period_that_is_said_and_blank_is_an_error(tmp_path: Path, title: str, name: str) -> None:
    missing = [("period-current-missing", "D3")]
    assert _reported(tmp_path, title, (None, None, None), name) == ("2018/19 Q2", missing)


@pytest.mark.parametrize(
    ("name", "headings", "is_asked"),
    [
        ("Scorecard Dec 2018", ("Oct-18", "Nov-18"), True),
        ("Scorecard Nov 2018", ("Oct-18", "Nov-18"), False),
        ("Scorecard Feb 2019", ("Oct-18", "Nov-18"), False),
        ("Scorecard Dec 2018", ("Q1 2018/19", "Q2 2018/19"), True),
        ("Scorecard Nov 2018", ("Q1 2018/19", "Q2 2018/19"), False),  # that quarter is not over
    ],
)
def test_a_file_named_after_the_month_to_come_is_asked_about_and_no_fault(
    tmp_path: Path, name: str, headings: tuple[str, ...], *, is_asked: bool
) -> None:
    book = scorecard(tmp_path / f"{name}.xlsx", [(_THREE[0], 5, 6)], ("Measure", *headings))
    found = [(f.check, f.severity) for f in checked(book, RULES).findings if "period" in f.check]
    assert found == ([("period-current-missing", "info")] if is_asked else [])


def _with_formulas(folder: Path, *last: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """The findings about periods where a row's last quarters are formulas with these results."""
    headings = ["Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19"]

    def write(_: Any, page: Any) -> None:
        for row, results in enumerate(last):
            for at, result in enumerate(results):
                if result:
                    page.write_formula(3 + row, 3 + at, "=1/0", None, result)

    rows = [[name, 5, 6] for name in _THREE]
    workbook = scorecard(folder / "b.xlsx", rows, headings, number_format="0", more=write)
    outcome = checked(workbook, RULES + "checks: {off: [indicator-no-rule, value-missing]}\n")
    assert outcome.period == "2018/19 Q2"
    return [(f.check, f.cell) for f in outcome.findings if "period" in f.check]


def test_a_quarter_that_is_there_in_errors_alone_is_named(tmp_path: Path) -> None:
    named = [("period-current-missing", "D4")]
    assert _with_formulas(tmp_path, ("#DIV/0!",)) == named
    assert _with_formulas(tmp_path, ("#DIV/0!",), ("#REF!",)) == named


def test_formulas_filled_ahead_are_no_quarter_that_failed(tmp_path: Path) -> None:
    assert _with_formulas(tmp_path, ("#DIV/0!", "#DIV/0!")) == []
    assert _with_formulas(tmp_path, *[("#DIV/0!",)] * 3) == []
