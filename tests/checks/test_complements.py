"""Shares in time and not in time, held against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_QUARTERS = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
Row = tuple[str, tuple[Cell, ...]]


def _found(folder: Path, *rows: Row) -> list[str | None]:
    figures = [(f"A{n}", name, *cells) for n, (name, cells) in enumerate(rows, 1)]
    headings = ("Ref", "Measure", *_QUARTERS[4 - len(rows[0][1]) :])
    book = scorecard(folder / "b.xlsx", figures, headings)
    rules = "name: s\nindicators:\n" + "".join(
        f'  - {{id: A{n}, name: "{name}", unit: percent}}\n' for n, (name, _) in enumerate(rows, 1)
    )
    return [cell for check, cell in findings(checked(book, rules)) if check == "complement-sum"]


_SEEN = ("% of children seen in time", (0.74, 0.77, 0.81, 0.84))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_SEEN, ("% of children not seen in time", (0.26, 0.23, 0.19, 0.14))),
        (_SEEN, ("% of children not visited in time", (0.26, 0.23, 0.19, 0.14))),
        (
            ("% of homes compliant", (0.74, 0.77, 0.81, 0.84)),
            ("% of homes non-compliant", (0.26, 0.23, 0.19, 0.14)),
        ),
    ],
)
def test_shares_that_make_up_a_whole_but_for_once_are_named(
    tmp_path: Path, first: Row, second: Row
) -> None:
    assert _found(tmp_path, first, second) == ["F5"]


def test_of_what_is_in_time_or_not_one_other_period_is_enough(tmp_path: Path) -> None:
    seen, not_seen = "% of children seen in time", "% of children not seen in time"
    assert _found(tmp_path, (seen, (0.81, 0.84)), (not_seen, (0.19, 0.14))) == ["D5"]
    assert _found(tmp_path, ("% of homes let", (0.8, 0.8)), ("% not let", (0.2, 0.1))) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_SEEN, ("% of children not seen in time", (0.26, 0.23, 0.19, 0.165))),  # rounded
        (_SEEN, ("% of children not seen in time", (0.26, 0.23, 0.19, "[c]"))),
        (_SEEN, ("% of children not seen in time", (0.2, 0.2, 0.15, 0.14))),  # not yet due, say
        (_SEEN, ("% of plans reviewed in time", (0.26, 0.23, 0.19, 0.14))),
        (_SEEN, ("% of staff not trained", (0.26, 0.23, 0.19, 0.14))),
        (
            ("% of residents who agree", (1, 1, 1, 0.9)),
            ("% of residents who do not agree", (0, 0, 0, 0.05)),
        ),
    ],
)
def test_what_leaves_room_or_is_of_something_else_is_none(
    tmp_path: Path, first: Row, second: Row
) -> None:
    assert _found(tmp_path, first, second) == []


def test_a_third_share_may_make_up_what_is_missing(tmp_path: Path) -> None:
    agree = ("% of residents who agree", (0.74, 0.77, 0.81, 0.84))
    others = ("% of residents who do not agree", (0.26, 0.23, 0.19, 0.1))
    unsure = ("% of residents unsure", (0, 0, 0, 0.06))
    assert _found(tmp_path, agree, others) == ["F5"]
    assert _found(tmp_path, agree, others, unsure) == []
