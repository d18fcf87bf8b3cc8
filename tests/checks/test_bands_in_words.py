"""Green, amber and red as rows give them in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_HEADINGS = ("Ref", "Measure", "Green", "Amber", "Red", "Q2 2018/19", "Q3 2018/19")


def _found(
    folder: Path,
    green: Cell,
    amber: Cell,
    red: Cell,
    figure: float = 0.9,
    *,
    unit: str = "percent",
    good_is: str = "high",
    rows: int = 1,
) -> list[tuple[str | None, str]]:
    named = [
        (f"A{n}", f"Visits {n}", green, amber, red, figure, figure) for n in range(1, rows + 1)
    ]
    shown = "0.0%" if unit == "percent" else "General"
    book = scorecard(folder / "b.xlsx", named, _HEADINGS, number_format=shown)
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: Visits {n}, unit: {unit}, good_is: {good_is}}}\n"
        for n in range(1, rows + 1)
    )
    return [
        (f.cell, f.message)
        for f in checked(book, rules).findings
        if f.check == "bands-overlap-or-gap"
    ]


def test_a_figure_in_the_hole_between_two_bands_is_named(tmp_path: Path) -> None:
    ((cell, message),) = _found(tmp_path, "≥85%", "80-84%", "<80%", 0.845)
    assert cell == "D4"
    assert message == (
        'Visits 1: 84% to 85% is in neither of green "≥85%" (C4) and amber "80-84%" (D4), '
        "as is 84.5% (G4)"
    )


def test_whole_numbers_leave_no_hole_where_no_figure_is_in_it(tmp_path: Path) -> None:
    assert _found(tmp_path, "≥85%", "80-84%", "<80%", 0.84) == []
    assert _found(tmp_path, "85% or more", "80% - 84.9%", "below 80%", 0.845) == []


@pytest.mark.parametrize(
    ("green", "amber", "red", "cell"),
    [
        ("≥90%", "80-85%", "<80%", "D4"),  # 86% to 89%
        ("≥85%", "75-84%", "<70%", "E4"),
        ("≥85%", "80-86%", "<80%", "D4"),
        (">85%", "80-84%", "<82%", "E4"),
    ],
)
def test_a_wide_hole_or_an_overlap_is_named_whatever_the_figures(
    tmp_path: Path, green: str, amber: str, red: str, cell: str
) -> None:
    assert [found for found, _ in _found(tmp_path, green, amber, red)] == [cell]


def test_an_end_that_two_bands_share_or_lack_matters_only_where_a_figure_is_on_it(
    tmp_path: Path,
) -> None:
    assert _found(tmp_path, "≥85%", "80-85%", "<80%", 0.86) == []
    assert len(_found(tmp_path, "≥85%", "80-85%", "<80%", 0.85)) == 1
    assert _found(tmp_path, ">85%", None, "<85%", 0.86) == []
    assert len(_found(tmp_path, ">85%", None, "<85%", 0.85)) == 1


def test_where_low_is_good_the_bands_go_the_other_way(tmp_path: Path) -> None:
    low = {"unit": "count", "good_is": "low"}
    assert _found(tmp_path, "≤20", "21-25", ">25", 22, **low) == []  # type: ignore[arg-type]
    assert len(_found(tmp_path, "≤20", "23-25", ">25", 19, **low)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("green", "amber", "red"),
    [
        ("≥85%", "within 5% of target", "more than 5% below"),
        ("≥85%", "5% below target", "<80%"),
        ("85%", "80%", "75%"),
        ("≥85%", "see note", "<60%"),
        (0.85, 0.8, 0.7),
    ],
)
def test_bands_of_distances_and_single_figures_are_left_alone(
    tmp_path: Path, green: Cell, amber: Cell, red: Cell
) -> None:
    assert _found(tmp_path, green, amber, red) == []


@pytest.mark.parametrize("amber", [None, ""])
def test_between_green_and_red_it_is_amber_where_amber_is_left_blank(
    tmp_path: Path, amber: Cell
) -> None:
    assert _found(tmp_path, ">=90%", amber, "<80%", 0.85) == []
    ((cell, said),) = _found(tmp_path, ">=80%", amber, "<85%", 0.9)
    assert (cell, "in both" in said) == ("E4", True)


def test_the_same_slip_in_several_rows_is_one_finding(tmp_path: Path) -> None:
    ((_, message),) = _found(tmp_path, "≥90%", "80-85%", "<80%", rows=3)
    assert message.startswith("Visits 1 (and of 2 other rows): 85% to 90% is in neither")


def _of_key(folder: Path, key: str) -> list[tuple[str | None, str]]:
    rows = [
        ("A1", "Visits 1", 0.9, 0.8, 0.9),
        ("A2", "Visits 2", 0.9, 0.8, 0.7),
        (),
        (key,),
    ]
    headings = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
    book = scorecard(folder / "b.xlsx", rows, headings)
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high, tolerance: 5 points}\nindicators:\n"
        "  - {id: A1, name: Visits 1}\n  - {id: A2, name: Visits 2}\n"
    )
    found = checked(book, rules).findings
    return [(f.cell, f.message) for f in found if f.check == "bands-overlap-or-gap"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Key: Green 85% and above; Amber 70% to 80%; Red below 65%", "65% to 70% is in neither"),
        ("Green: 85% or more, Amber: 70-80%, Red: under 70%", "80% to 85% is in neither"),
        ("Green ≥85%; Amber 75% to 90%; Red <75%", "85% to 90% is in both"),
    ],
)
def test_a_key_with_a_hole_or_an_overlap_is_named(tmp_path: Path, key: str, words: str) -> None:
    ((cell, message),) = _of_key(tmp_path, key)
    assert cell == "A7"
    assert message.startswith(f"the key: {words}")


@pytest.mark.parametrize(
    "key",
    [
        "Key: Green 85% and above; Amber 70% to 84%; Red below 70%",
        "Key: Green 85% and above; Amber 70% to 85%; Red below 70%",
        "Key: Green on target; Amber within 5% of target; Red below 65%",
        "Green: 95% of target and above; Amber: 80% to 90% of target; Red: below 70% of target",
        "Green 1 to 4; Amber 6 to 10; Red 12 to 25",
        "Green 40%, Amber 35%, Red 25%",
        "Reviews in the north were at 85% and amber",
    ],
)
def test_a_key_whose_bands_meet_or_that_says_something_else_is_none(
    tmp_path: Path, key: str
) -> None:
    assert _of_key(tmp_path, key) == []


def test_between_green_and_red_is_amber_which_need_not_be_given(tmp_path: Path) -> None:
    assert _found(tmp_path, ">=48%", None, "<46%", 0.47) == []
    assert [cell for cell, _ in _found(tmp_path, ">=46%", None, "<48%", 0.5)] == ["E4"]
