"""Changes typed with the wrong sign, and running totals that fall."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome


def _checked(
    folder: Path, headings: Sequence[str], rows: Sequence[Sequence[Cell]], good: str = ""
) -> Outcome:
    book = scorecard(
        folder / "book.xlsx",
        [(f"A{n}", f"Ponds cleaned {n}", *cells) for n, cells in enumerate(rows, 1)],
        ("Ref", "Measure", *headings),
        number_format="General",
    )
    rules = [
        f"  - {{id: A{n}, name: Ponds cleaned {n}, unit: count, good_is: {way}}}\n"
        for n, way in enumerate(good.split() or ["high"] * len(rows), 1)
    ]
    return checked(book, "name: s\nindicators:\n" + "".join(rules))


_NAMED = ["change-typed-differs", "cumulative-falls"]


def _found(outcome: Outcome) -> list[tuple[str, str | None]]:
    return [found for found in findings(outcome) if found[0] in _NAMED]


_QUARTERS = ("Q2 2018/19", "Q3 2018/19")


@pytest.mark.parametrize(
    ("heading", "changes"),
    [
        ("Change", (20, -15, 12, 30)),
        ("% change", (0.1, -0.05, 0.12, 0.25)),
        ("Change %", (10, -5, 12, 25)),
        ("Difference", (-20, 15, -12, -30)),  # the earlier less the later
    ],
)
def test_a_change_with_the_wrong_sign_is_named(
    tmp_path: Path, heading: str, changes: tuple[float, ...]
) -> None:
    figures = [(200, 220), (300, 285), (100, 112), (120, 150)]
    right = [(*pair, change) for pair, change in zip(figures, changes, strict=True)]
    assert _found(_checked(tmp_path, (*_QUARTERS, heading), right)) == []
    wrong = [*right[:2], (100, 112, -changes[2]), right[3]]
    outcome = _checked(tmp_path, (*_QUARTERS, heading), wrong)
    assert _found(outcome) == [("change-typed-differs", "E6")]


def test_one_that_is_last_quarters_is_named_where_all_others_are_worked_out(
    tmp_path: Path,
) -> None:
    figures = [
        (200, 220),
        (300, 285),
        (100, 112),
        (120, 150),
        (80, 84),
        (70, 61),
        (40, 33),
        (9, 13),
    ]
    right = [(*pair, pair[1] - pair[0]) for pair in figures]
    assert _found(_checked(tmp_path, (*_QUARTERS, "Change"), right)) == []
    left = [*right[:3], (120, 150, 11), *right[4:]]
    found = _found(_checked(tmp_path, (*_QUARTERS, "Change"), left))
    assert found == [("change-typed-differs", "E7")]
    several = [*left[:6], (40, 33, 5), (9, 13, 7)]  # then some are of something else
    assert _found(_checked(tmp_path, (*_QUARTERS, "Change"), several)) == []


def test_a_whole_change_among_those_with_decimals_is_no_rounding(tmp_path: Path) -> None:
    figures = [(20.1, 21.4), (30.2, 28.9), (10.5, 11.3), (12.6, 15.1), (8.2, 8.7),
               (7.4, 6.1), (5.3, 6.4), (9.9, 9.2)]  # fmt: skip
    right = [(*pair, round(pair[1] - pair[0], 1)) for pair in figures]
    left = [*right[:4], (8.2, 8.7, -1), *right[5:]]  # 8.7 is half more; last quarter it was 1 less
    headings = (*_QUARTERS, "Change")
    assert _found(_checked(tmp_path, headings, right)) == []
    assert _found(_checked(tmp_path, headings, left)) == [("change-typed-differs", "E8")]


def test_a_sign_that_says_what_is_adverse_is_no_slip(tmp_path: Path) -> None:
    rows = [(200, 220, 20), (300, 285, -15), (100, 112, 12), (120, 150, -30)]
    headings = (*_QUARTERS, "Change")
    assert _found(_checked(tmp_path, headings, rows, "high high high low")) == []
    assert _found(_checked(tmp_path, headings, rows)) == [("change-typed-differs", "E7")]


def test_a_variance_from_plan_may_say_what_is_adverse(tmp_path: Path) -> None:
    rows = [(90, 100, 10), (60, 50, -10), (30, 33, 3), (40, 45, 5), (80, 70, 10)]
    headings = ("Plan", "Q3 2018/19", "Variance")
    at = [("change-typed-differs", "E8")]
    assert _found(_checked(tmp_path, headings, rows, "high high high high high")) == at
    assert _found(_checked(tmp_path, headings, rows, "high high high high low")) == []
    rules = [(f"B{n}", f"Ponds cleaned {n}", *row) for n, row in enumerate(rows, 1)]
    book = scorecard(tmp_path / "b.xlsx", rules, ("Ref", "Measure", *headings), number_format="0")
    none = "name: s\nindicators:\n" + "".join(
        f"  - {{id: B{n}, name: Ponds cleaned {n}, unit: count}}\n" for n in range(1, 6)
    )
    assert _found(checked(book, none)) == []


def test_where_figures_and_changes_have_nothing_to_do_with_one_another_there_is_none(
    tmp_path: Path,
) -> None:
    rows = [(200, 220, 3), (300, 285, -8), (100, 112, 1), (120, 150, 2)]
    assert _found(_checked(tmp_path, (*_QUARTERS, "Change"), rows)) == []


# A quarter a year ago, the quarter before, the months of this one, this one, what is planned of it.
_WITH_MONTHS = ("Q3 2017/18", "Q2 2018/19", "Oct-18", "Nov-18", "Dec-18", "Q3 2018/19", "Target",
                "Tolerance", "RAG", "DoT")  # fmt: skip
_FAR_APART: tuple[tuple[Cell, ...], ...] = (
    (230, 200, 70, 75, 75, 220, 210, 10, "", "↑"),
    (280, 300, 90, 100, 95, 285, 290, 10, "", "↓"),
    (90, 100, 40, 36, 36, 112, 100, 5, "", "↑"),
    (130, 120, 60, 50, 40, 150, 140, 5, "", "↑"),
)


@pytest.mark.parametrize(
    ("heading", "changes"),
    [
        ("Change from previous period", (20, -15, 12, 30)),
        ("Change on previous quarter", (0.1, -0.05, 0.12, 0.25)),
        ("Change on last quarter", ("+10%", "-5%", "+12%", "+25%")),
        ("Change on previous year", (-10, 5, 22, 20)),
        ("Movement", (20, -15, 12, 30)),
    ],
)
def test_what_a_heading_says_counts_however_far_the_figures_are(
    tmp_path: Path, heading: str, changes: tuple[Cell, ...]
) -> None:
    rows = [(*row, change) for row, change in zip(_FAR_APART, changes, strict=True)]
    headings = (*_WITH_MONTHS, heading)
    assert _found(_checked(tmp_path, headings, rows)) == []
    turned = {"+12%": "-12%"}.get(str(changes[2])) or -float(changes[2] or 0)
    wrong = [*rows[:2], (*_FAR_APART[2], turned), rows[3]]
    assert _found(_checked(tmp_path, headings, wrong)) == [("change-typed-differs", "M6")]


def test_changes_on_the_period_before_are_not_held_against_others(tmp_path: Path) -> None:
    # Right, and the other way round from the last month but one to the last; three of them also
    # what the figure is short of its target.
    rows = [(0, 200, 70, 90, 70, 220, 200, 10, "", "↑", 20),
            (0, 300, 90, 80, 95, 285, 300, 10, "", "↓", -15),
            (0, 100, 40, 36, 48, 112, 100, 5, "", "↑", 12),
            (0, 120, 60, 80, 50, 150, 180, 5, "", "↑", 30)]  # fmt: skip
    headings = (*_WITH_MONTHS, "Change from previous period")
    assert _found(_checked(tmp_path, headings, rows, "low low low low")) == []


def test_points_of_percentages_and_rounded_changes_are_held_against_the_figures(
    tmp_path: Path,
) -> None:
    rows = [(0.842, 0.871, 2.9), (0.6031, 0.5812, -2.2), (0.91, 0.934, 2.4), (0.75, 0.71, -4)]
    headings = (*_QUARTERS, "Change from previous period (points)")
    assert _found(_checked(tmp_path, headings, rows)) == []
    wrong = [*rows[:1], (0.6031, 0.5812, 2.2), *rows[2:]]
    assert _found(_checked(tmp_path, headings, wrong)) == [("change-typed-differs", "E5")]


def test_a_column_that_mostly_says_something_else_has_no_wrong_signs(tmp_path: Path) -> None:
    right = [(200, 220, 20), (300, 285, -15), (100, 112, 12)]
    others = [(120, 150, -30), (90, 70, 4), (55, 60, 7), (81, 62, 3), (40, 47, 19)]
    headings = (*_QUARTERS, "Change")
    assert _found(_checked(tmp_path, headings, [*right, *others])) == []


_QUARTER_AFTER_MONTHS = (
    "Target", "Q2 2017/18", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Jul 2018", "Aug 2018",
    "Sep 2018", "Q2 2018/19", "RAG", "DoT",
)  # fmt: skip
_OF_QUARTERS: list[tuple[float | None, ...]] = [
    # target, three quarters, Q1, three months, Q2: what Q2 is above September says nothing
    (80, 90, 91, 92, 93, 95, 94, 93, 91),
    (80, 70, 72, 75, 70, 77, 76, 75, 74),
    (50, 40, 42, 41, 44, 47, 48, 49, 46),
    (60, 61, 60, 62, 63, 63, 64, 63, 69),
    (7.1, 7.3, 7.6, 7.3, 7.5, 7.6, 7.4, 7.9, 7.7),
]


@pytest.mark.parametrize(
    ("heading", "changes"),
    [
        ("Change from previous period", (-2, 4, 2, 6, 0.2)),
        ("Change since last quarter", (-2, 4, 2, 6, 0.2)),
        ("Change", (-2, 4, 2, 6, 0.2)),
        ("Change on previous year", (1, 4, 6, 8, 0.4)),
    ],
)
def test_a_change_is_that_of_the_period_reported_and_not_of_any_two_columns(
    tmp_path: Path, heading: str, changes: tuple[float, ...]
) -> None:
    headings = (*_QUARTER_AFTER_MONTHS, heading)
    rows = [
        (*figures, "Green", None, change)
        for figures, change in zip(_OF_QUARTERS, changes, strict=True)
    ]
    assert _found(_checked(tmp_path, headings, rows)) == []
    rows[2] = (*rows[2][:-1], -changes[2])
    assert _found(_checked(tmp_path, headings, rows)) == [("change-typed-differs", "N6")]


def test_where_a_heading_says_which_change_it_is_no_other_is_held_against_it(
    tmp_path: Path,
) -> None:
    rows = [(80, 84.7, 82.2, 2.2), (70, 75, 77, 7), (60, 66, 67, 7), (50, 41, 45, -5)]
    headings = ("Target", "Q2 2018/19", "Q3 2018/19", "Change since last quarter")
    assert _found(_checked(tmp_path, headings, rows)) == []  # all from target; none of the change


_MONTHS = ("Apr-18", "May-18", "Jun-18", "Jul-18", "Aug-18")


@pytest.mark.parametrize(
    ("figures", "cell"),
    [
        ((10, 20, 31, 25, 50), "F4"),  # the pace of a running total, but for one
        ((10, 20, 45, 40, 50), "F4"),  # June may be the slip, July is where it falls
        ((10, 20, 31, 40, 50), None),
        ((10, 21, 19, 40), None),  # too few to tell
        ((10, 14, 9, 12, 15), None),  # counts as they come
        ((90, 91, 89, 90, 92), None),
        ((10, 20, 18, 16, 50), None),  # more than one slip
    ],
)
def test_a_running_total_that_falls_is_named(
    tmp_path: Path, figures: tuple[float, ...], cell: str | None
) -> None:
    found = _found(_checked(tmp_path, _MONTHS, [figures]))
    assert found == ([("cumulative-falls", cell)] if cell else [])


_SAID = "name: s\nindicators:\n  - {{id: A1, name: {name}{basis}}}\n"


def _of_one_row(
    folder: Path, headings: Sequence[str], figures: Sequence[float | str], name: str, basis: str
) -> list[tuple[str, str | None]]:
    rows = [("A1", name, *figures)]
    book = scorecard(folder / "b.xlsx", rows, ("Ref", "Measure", *headings), number_format="0")
    said = f", basis: {basis}" if basis else ""
    return _found(checked(book, _SAID.format(name=name, basis=said)))


_OVER_THE_YEAR = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")


@pytest.mark.parametrize(
    ("name", "basis", "figures", "cell"),
    [
        ("Homes completed", "year to date", (90, 120, 41, 78, 57), "G4"),
        ("Homes completed (year to date)", "", (90, 120, 41, 78, 57), "G4"),
        ("Homes completed (year to date)", "", (90, 60, 41, 78, 97), "D4"),
        ("Homes completed (year to date)", "", (90, 120, 41, 78, 97), None),
        ("Homes completed (year to date)", "", (90, 60, 41, 78, 57), None),  # it often falls
        ("Homes completed (year to date)", "snapshot", (90, 120, 41, 78, 57), None),
        ("Homes completed", "", (90, 120, 41, 78, 57), None),  # nothing says so
        ("Rate of homes completed (year to date)", "", (90, 120, 41, 78, 57), None),
        ("Number of cases open", "year to date", (90, 120, 41, 78, 57), None),
    ],
)
def test_a_total_that_is_said_to_run_on_may_not_fall_once_however_short_the_year(
    tmp_path: Path, name: str, basis: str, figures: tuple[float, ...], cell: str | None
) -> None:
    found = _of_one_row(tmp_path, _OVER_THE_YEAR, figures, name, basis)
    assert found == ([("cumulative-falls", cell)] if cell else [])


def test_a_quarter_of_a_total_to_date_falls_though_its_months_stand_before_it(
    tmp_path: Path,
) -> None:
    headings = (
        "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Jul 2018", "Aug 2018", "Sep 2018", "Q2 2018/19",
    )  # fmt: skip
    name = "Homes completed (year to date)"
    assert _of_one_row(tmp_path, headings, (70, 95, 30, 41, 52, 61, 21), name, "") == [
        ("cumulative-falls", "I4")
    ]
    assert _of_one_row(tmp_path, headings, (70, 95, 30, 41, 52, 47, 47), name, "") == [
        ("cumulative-falls", "H4")
    ]
    assert _of_one_row(tmp_path, headings, (70, 95, 30, 41, 52, 61, 61), name, "") == []


@pytest.mark.parametrize(
    ("name", "basis"),
    [("Serious case reviews", "snapshot"), ("Serious case reviews", "in quarter"),
     ("Serious case reviews open", "")],
)  # fmt: skip
def test_a_basis_or_name_that_says_otherwise_counts_for_more_than_the_pace(
    tmp_path: Path, name: str, basis: str
) -> None:
    months = ("Dec-17", "Jan-18", "Feb-18", "Mar-18", *_MONTHS)
    figures = (5, 6, 5, 9, 10, 20, 31, 25, 50)
    assert _of_one_row(tmp_path, months, figures, name, basis) == []
    assert _of_one_row(tmp_path, months, figures, "Serious case reviews", "") != []


def test_where_headings_say_so_it_need_not_keep_pace(tmp_path: Path) -> None:
    headings = [f"{month} YTD" for month in _MONTHS]
    assert _found(_checked(tmp_path, headings, [(2, 30, 29, 33, 61)])) == [
        ("cumulative-falls", "E4")
    ]
    assert _found(_checked(tmp_path, headings, [(90, 91, 89, 90, 92)])) == []  # shares to date


@pytest.mark.parametrize(("figure", "cell"), [(3.9, "I4"), (6.6, None)])
def test_a_rate_to_date_that_ran_on_last_year_may_not_fall_in_this(
    tmp_path: Path, figure: float, cell: str | None
) -> None:
    year = ("Q1 2017/18", "Q2 2017/18", "Q3 2017/18", "Q4 2017/18")
    figures = (2.1, 4.3, 6.9, 9.4, 2.0, 4.4, figure)
    name = "Sickness days per FTE (year to date)"
    headings = (*year, "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
    found = _of_one_row(tmp_path, headings, figures, name, "year to date")
    assert found == ([("cumulative-falls", cell)] if cell else [])
