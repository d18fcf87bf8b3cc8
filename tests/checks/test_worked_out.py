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


def test_a_change_that_other_columns_bear_out_has_no_wrong_sign(tmp_path: Path) -> None:
    rows = [(200, 220, 20), (300, 285, -15), (100, 112, 12), (120, 150, 30)]
    of_target = [(earlier - 10, earlier, now, change) for earlier, now, change in rows]
    of_target.append((60, 78, 69, 9))  # 9 above target, and 9 below the quarter before
    headings = ("Target", *_QUARTERS, "Change")
    assert _found(_checked(tmp_path, headings, of_target)) == []


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
