"""Comments against the figures beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Tolerance", "Q3 2017/18", "Q1 2018/19",
             "Q2 2018/19", "Q3 2018/19", "Comment")  # fmt: skip


def _found(
    folder: Path,
    comment: Cell,
    *figures: Cell,
    target: Cell = 0.8,
    good_is: str = "High",
    unit: str = "percent",
    shown: str = "",
) -> list[str | None]:
    rows = [("A1", "Children seen", good_is, target, 0.05 if target else None, *figures, comment)]
    shown = shown or ("0%" if unit == "percent" else "0")
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, number_format=shown)
    rules = f"name: s\nindicators:\n  - {{id: A1, name: Children seen, unit: {unit}}}\n"
    outcome = checked(book, rules)
    return [f.cell for f in outcome.findings if f.check == "comment-contradicts"]


_FALLEN = (0.7, 0.71, 0.73, 0.58)
_CLAIMS = (
    "Performance has improved.", "Improved since last quarter", "This is a further improvement",
    "Performance continues to improve. Two posts were filled.", "increased to 58%",
    "Has remained static", "The figure has slightly decreased", "Marginal reduction; decreased",
    "Improved again this quarter to its best yet.", "Up on last quarter", "Up to 58%",
    "Now above target", "Target met", "Performance is above the 80% target",
)  # fmt: skip


@pytest.mark.parametrize("comment", [c for c in _CLAIMS if "reduction" not in c])
def test_what_the_figures_contradict_is_named(tmp_path: Path, comment: str) -> None:
    assert _found(tmp_path, comment, *_FALLEN) == ["J4"]


@pytest.mark.parametrize(
    "comment",
    [
        "Performance has fallen.", "Performance has worsened significantly", "Down on Q2",
        "Recording has improved", "Performance improved in November.",
        "Improved on last year but below the last quarter", "Improved visits in the north",
        "Performance should improve. An action plan is in place.", "Not improved",
        "Improvement required", "We expect this to have improved by March",
        "Performance has improved. However, visits fell in December.",
        "Performance has improved. The annual figure is awaited.", "Below target",
        "The target will be met", "On track", "Target: 80%", "Improve recording",
        "Two posts are vacant.", "Improved (against 50% nationally); England fell",
    ],
)  # fmt: skip
def test_what_they_bear_out_or_leave_open_is_none(tmp_path: Path, comment: str) -> None:
    assert _found(tmp_path, comment, *_FALLEN) == []


def test_a_move_is_borne_out_by_any_earlier_figure_unless_the_last_quarter_is_named(
    tmp_path: Path,
) -> None:
    figures = (0.5, 0.71, 0.73, 0.58)
    assert _found(tmp_path, "Performance has improved.", *figures) == []
    assert _found(tmp_path, "Improved since the previous quarter", *figures) == ["J4"]


@pytest.mark.parametrize(
    ("comment", "figures", "good_is"),
    [
        ("Performance has improved again.", (0.5, 0.71, 0.73, 0.58), "High"),
        ("Has once again improved. Two posts were filled.", (0.5, 0.71, 0.73, 0.58), "High"),
        ("Again improved to 58%", (0.5, 0.71, 0.73, 0.58), "High"),
        ("The rate fell yet again", (0.9, 0.71, 0.73, 0.78), "High"),
        ("Improved for the third quarter running", (0.5, 0.71, 0.73, 0.58), "High"),
        ("Increased for a second consecutive quarter", (0.5, 0.71, 0.73, 0.58), "High"),
        ("Performance has improved again.", (0.5, 0.31, 0.3, 0.38), "Low"),
        ("Performance has worsened again.", (0.3, 0.51, 0.5, 0.38), "Low"),
    ],
)
def test_what_goes_on_again_is_told_from_the_period_before(
    tmp_path: Path, comment: str, figures: tuple[float, ...], good_is: str
) -> None:
    assert _found(tmp_path, comment, *figures, good_is=good_is) == ["J4"]


@pytest.mark.parametrize(
    "comment",
    [
        "Performance has worsened again.", "Performance has fallen again, as in the summer.",
        "We will visit again", "Improved again in the north", "Improved again on last year",
        "Improved again in November", "Target not met again",
    ],
)  # fmt: skip
def test_again_where_it_is_true_or_not_all_is_understood_is_none(
    tmp_path: Path, comment: str
) -> None:
    assert _found(tmp_path, comment, 0.5, 0.71, 0.73, 0.58) == []


def test_what_goes_on_again_in_months_is_told_from_the_month_before(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Good is", "Target", "Tolerance", "Sep 2018", "Oct 2018",
                "Nov 2018", "Dec 2018", "Comment")  # fmt: skip
    for last, found in ((236, ["J4"]), (190, [])):
        row = ("A1", "Households housed", "Low", 187, 13, 239, 213, 194, last, "Improved again.")
        book = scorecard(tmp_path / "b.xlsx", [row], headings, number_format="0")
        rules = "name: s\nindicators:\n  - {id: A1, name: Households housed, unit: count}\n"
        findings = checked(book, rules).findings
        assert [f.cell for f in findings if f.check == "comment-contradicts"] == found


def test_what_rounding_leaves_open_is_none(tmp_path: Path) -> None:
    assert _found(tmp_path, "Marginally improved", 0.85, 0.85, 0.84, 0.84) == []
    assert _found(tmp_path, "Marginally improved", 0.85, 0.85, 0.84, 0.82) == ["J4"]


def test_a_whole_number_among_decimals_is_stated_with_decimals_too(tmp_path: Path) -> None:
    days = {"good_is": "Low", "unit": "days", "target": 4.5, "shown": "0.0"}
    assert _found(tmp_path, "Improved again", 5.2, 4.7, 5.0, 5.5, **days) == ["J4"]  # type: ignore[arg-type]
    assert _found(tmp_path, "Improved again", 5.2, 4.7, 5.0, 5.05, **days) == []  # type: ignore[arg-type]


def test_where_low_is_good_better_is_lower_and_above_target_may_mean_better(
    tmp_path: Path,
) -> None:
    figures = (30, 28, 26, 21)
    low = {"good_is": "Low", "unit": "count", "target": 25}
    assert _found(tmp_path, "Improved", *figures, **low) == []  # type: ignore[arg-type]
    assert _found(tmp_path, "Worsened", *figures, **low) == ["J4"]  # type: ignore[arg-type]
    assert _found(tmp_path, "Increased", *figures, **low) == ["J4"]  # type: ignore[arg-type]
    assert _found(tmp_path, "Above target", *figures, **low) == []  # type: ignore[arg-type]


def test_static_leaves_room_for_what_is_called_so(tmp_path: Path) -> None:
    count = {"good_is": "Neither", "unit": "count", "target": None}
    still = "Relatively static"
    assert _found(tmp_path, still, 2137, None, 2140, 2160, **count) == []  # type: ignore[arg-type]
    assert _found(tmp_path, still, 50, 48, 50, 54, **count) == []  # type: ignore[arg-type]
    assert _found(tmp_path, still, None, 7, 6, 13, **count) == ["J4"]  # type: ignore[arg-type]


def test_on_target_leaves_room_for_the_tolerance(tmp_path: Path) -> None:
    assert _found(tmp_path, "On target", 0.7, 0.7, 0.75, 0.77) == []
    assert _found(tmp_path, "On target", 0.7, 0.7, 0.75, 0.72) == ["J4"]
    assert _found(tmp_path, "Target missed", 0.7, 0.7, 0.75, 0.83) == ["J4"]


def test_what_is_said_of_tolerance_is_held_against_the_rating(tmp_path: Path) -> None:
    within, beyond = (0.7, 0.71, 0.73, 0.78), (0.7, 0.71, 0.73, 0.58)  # of 80%, 5 points
    for comment in (
        "Below tolerance of target.",
        "Has fallen out of tolerance",
        "Outside tolerance",
    ):
        assert _found(tmp_path, comment, *within) == ["J4"]
        assert _found(tmp_path, comment, *beyond) == []
    for comment in ("Within tolerance.", "Now within tolerance of the 80% target"):
        assert _found(tmp_path, comment, *within) == []
        assert _found(tmp_path, comment, *beyond) == ["J4"]
    assert _found(tmp_path, "Below tolerance", *within, good_is="Low") == []
