"""Rows that point to figures and tables of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import More, checked, scorecard

CHECK = "cross-reference"
HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19", "Comment")
NAMES = ("Children waiting for a visit", "Plans reviewed in time")
CAPTIONS = (
    "Fig 1: Children open to social care",
    "Figure 2 - Waiting for a first visit",
    "Fig. 3: Reviews of plans in time",
)
RULES = """\
name: s
indicators:
  - {id: A1, name: Children waiting for a visit}
  - {id: B1, name: Plans reviewed in time}
"""


def _beside(captions: Sequence[str]) -> More:
    def more(book: Any, _: Any) -> None:
        page = book.add_worksheet("Charts")
        for row, caption in enumerate(captions):
            page.write_string(row * 4, 0, caption)

    return more


def _found(
    folder: Path, comment: str, captions: Sequence[str] = CAPTIONS
) -> list[tuple[str | None, str | None, str | None]]:
    rows = (
        ("A1", NAMES[0], "Low", 0.2, 0.25, 0.23, comment),
        ("B1", NAMES[1], "High", 0.8, 0.7, 0.66, "As planned"),
    )
    path = scorecard(folder / "s.xlsx", rows, HEADINGS, more=_beside(captions))
    outcome = checked(path, RULES)
    return [(f.cell, f.found, f.expected) for f in outcome.findings if f.check == CHECK]


def test_a_figure_beyond_the_last_is_not_there(tmp_path: Path) -> None:
    assert _found(tmp_path, "Up on Q2, see Fig 4.") == [("G4", "Fig 4", "Fig 1 to Fig 3")]


def test_a_figure_about_something_else_is_found_where_one_other_fits(tmp_path: Path) -> None:
    captions = ("Fig 1: Case loads", *CAPTIONS[1:])
    assert _found(tmp_path, "See figure 1 for months", captions) == [("G4", "Fig 1", "Fig 2")]


@pytest.mark.parametrize(
    "comment",
    [
        "See Fig 2",
        "Fig 2",
        "See Fig 1",  # it speaks of children too
        "See Table 9",  # no table has a caption
        "See Fig 2 and see Fig 4",
        "Fig leaves fell in 4 weeks",
        "See page 4",
    ],
)
def test_what_may_be_meant_is_no_finding(tmp_path: Path, comment: str) -> None:
    assert _found(tmp_path, comment) == []


def test_a_number_without_a_caption_among_others_may_be_in_a_chart_s_title(tmp_path: Path) -> None:
    captions = (CAPTIONS[0], CAPTIONS[2])
    assert _found(tmp_path, "See Fig 2", captions) == []
    assert _found(tmp_path, "See Fig 4", captions) == []


def test_two_other_figures_that_fit_leave_it_open(tmp_path: Path) -> None:
    captions = ("Fig 1: Case loads", CAPTIONS[1], "Fig 3: Waiting for a visit by area")
    assert _found(tmp_path, "See Fig 1", captions) == []


def test_without_captions_the_paper_has_them(tmp_path: Path) -> None:
    assert _found(tmp_path, "See Fig 4", ()) == []


def _pointing(folder: Path, comment: str) -> list[tuple[str | None, str | None]]:
    headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Comment")
    rows = [
        (f"CP{n}", f"Plans of kind {n}", 0.7, 0.8, comment if n == 2 else "") for n in (1, 2, 3)
    ]
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: CP{n}, name: Plans of kind {n}}}\n" for n in (1, 2, 3, 4)
    )
    outcome = checked(scorecard(folder / "s.xlsx", rows, headings), rules)
    return [(f.cell, f.found) for f in outcome.findings if f.check == CHECK]


@pytest.mark.parametrize("comment", ["Fewer staff. See indicator ZZ99.", "See also KPI ZZ99 too"])
def test_an_indicator_that_no_row_or_rule_has_is_not_there(tmp_path: Path, comment: str) -> None:
    assert _pointing(tmp_path, comment) == [("E5", "ZZ99")]


@pytest.mark.parametrize(
    "comment",
    [
        "See indicator CP3",
        "see measure cp-1.",
        "See indicator CP4",  # a rule has it
        "See indicator ASC12 in the adults' scorecard",
        "See section 47 enquiries",
        "See ZZ99",  # of a plan, a page or a cell, for all that is said
    ],
)
def test_an_indicator_that_is_there_or_elsewhere_is_no_finding(
    tmp_path: Path, comment: str
) -> None:
    assert _pointing(tmp_path, comment) == []
