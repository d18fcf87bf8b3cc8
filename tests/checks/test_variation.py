"""Figures beyond what their series usually does, and those of which nothing can be told."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard
from tests.support.months import month_headings, monthly, rules_for
from xl_scorecard.domain.outcome import FindingResult

WORDS = ("outside-limits", "step-change", "variation-not-told")
USUAL = (802, 815, 794, 808, 811, 797, 803, 812, 799, 806, 810, 801)


def _findings(
    folder: Path, *rows: Sequence[Cell], unit: str = "count", more: str = ""
) -> list[FindingResult]:
    named = [
        (f"A{n}", f"Contacts A{n}", "High", None, figures) for n, figures in enumerate(rows, 1)
    ]
    book = monthly(folder / "months.xlsx", named)
    rules = rules_for(*(name for name, *_ in named), unit=unit, more=more)
    return [f for f in checked(book, rules).findings if f.check in WORDS]


def _told(folder: Path, *rows: Sequence[Cell], unit: str = "count") -> list[tuple[str, str]]:
    return [(f.check, f.severity.value) for f in _findings(folder, *rows, unit=unit)]


def test_a_figure_outside_its_limits_is_named_with_them(tmp_path: Path) -> None:
    """The 13 come to 10,738; the moves of the 12 before to 113 over 11, 2.66 times which is
    27.3."""
    outside, step = _findings(tmp_path, (*USUAL, 1080))
    assert (outside.check, outside.severity, outside.cell) == ("outside-limits", "warning", "Q4")
    assert (outside.found, outside.expected) == ("1080", "798.7 to 853.3")
    assert outside.message == (
        "Contacts A1: 1080 for Dec 2019 is above 853.3, the upper limit of its 13 figures, whose "
        "mean is 826.0; if it is right, say in the comment what happened"
    )
    assert (step.check, step.severity, step.cell) == ("step-change", "info", "Q4")
    assert "801 for Nov 2019 to 1080 for Dec 2019, +35%" in step.message


def test_limits_of_few_figures_are_for_information_and_say_so(tmp_path: Path) -> None:
    step, outside = _findings(tmp_path, (*USUAL[-7:], 1080))
    assert (outside.check, outside.severity) == ("outside-limits", "info")
    assert "of its 8 figures (on trial, of so few)" in outside.message
    assert (step.check, step.severity) == ("step-change", "warning")


def test_a_step_of_few_figures_is_named_where_it_dwarfs_every_move_before(tmp_path: Path) -> None:
    (step,) = _findings(tmp_path, (6, 7, 6, 6, 13), unit="days")
    assert (step.check, step.severity, step.found) == ("step-change", "warning", "13")
    assert "6 for Nov 2019 to 13 for Dec 2019, +117%" in step.message


@pytest.mark.parametrize(
    ("unit", "figures"),
    [
        ("count", (*USUAL, 830)),  # within 5% of the mean
        ("count", (*USUAL, None)),  # awaited
        ("count", (*USUAL, "1080 [note 3]")),  # a note explains it
        ("count", (3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7)),  # so few are so far off by chance
        ("days", (*(189, 208, 211, 209, 212, 210) * 2, 189, 216)),  # from side to side, within
        ("count", (*USUAL, 1080, 804)),  # it came back: the one before was the odd one
        ("count", (*USUAL, 1080, 1090)),  # it was told of the month before
        ("count", tuple(range(200, 226))),  # it rises step by step
        ("percent", (*(0.98, 0.981, 0.982) * 4, 0.97)),  # less than two points
        ("days", (6, 7, 6, 6, 8)),
        ("days", (6, 6, 13)),  # too few to say
        ("days", (6, 9, 4, 6, 13)),  # it moves so anyway
        ("count", (6, 7, 6, 6, 13)),  # a count is so far off by chance
    ],
)
def test_what_may_well_be_so_is_no_finding(
    tmp_path: Path, unit: str, figures: Sequence[Cell]
) -> None:
    assert _told(tmp_path, figures, unit=unit) == []


def test_a_series_that_begins_anew_is_held_against_itself(tmp_path: Path) -> None:
    figures = (*USUAL, *(figure + 300 for figure in USUAL[:8]))
    broken = "breaks: {A1: [May 2019]}\n"
    assert _findings(tmp_path, figures, more=broken) == []
    assert _told(tmp_path, (*USUAL, 1080, 804)) == []


def test_of_chance_alone_next_to_nothing_is_said(tmp_path: Path) -> None:
    """400 rows with a draw of luck for each month, from 5 to 30 of them."""
    draw = random.Random(7)
    rows = []
    for _ in range(400):
        length, level = draw.randint(5, 30), draw.uniform(50, 2000)
        figures = [float(round(draw.gauss(level, level * 0.08))) for _ in range(length)]
        rows.append([*(None,) * (30 - length), *figures])
    assert len(_findings(tmp_path, *rows, unit="days")) <= 4


@pytest.mark.parametrize(
    ("basis", "why"),
    [("Year to date", "the year so far"), ("Rolling 12 months", "each cover a year")],
)
def test_rows_without_limits_are_told_once_for_each_reason_where_the_column_is_asked_for(
    tmp_path: Path, basis: str, why: str
) -> None:
    headings = ("Ref", "Measure", "Basis", *month_headings(8))
    figures = (80, 95, 104, 121, 133, 140, 152, 166)
    rows = [(f"A{n}", f"Contacts A{n}", basis, *figures) for n in range(1, 6)]
    book = scorecard(tmp_path / "b.xlsx", rows, headings, number_format="General")
    rules = rules_for(*(f"A{n}" for n in range(1, 6)))
    (found,) = [f for f in checked(book, rules).findings if f.check in WORDS]
    assert (found.check, found.severity, found.cell) == ("variation-not-told", "info", "K4")
    assert why in found.message
    assert "Contacts A1, Contacts A2, Contacts A3 and 2 more" in found.message
    without = rules.replace(", variation]", "]")
    assert [f for f in checked(book, without).findings if f.check in WORDS] == []
