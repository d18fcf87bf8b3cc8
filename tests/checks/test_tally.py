"""Counts of ratings typed beside a scorecard, held against the ratings in its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, findings, scorecard

_ROWS = [
    ("A1", "Children seen", 0.8, 0.9, "Green"),
    ("B1", "Plans written", 0.8, 0.9, "Green"),
    ("C1", "Visits made", 0.8, 0.6, "Red"),
]
_RULES = "name: s\nindicators:\n" + "".join(
    f"  - {{id: {ref}, name: {name}, unit: percent, good_is: high}}\n" for ref, name, *_ in _ROWS
)


def _found(folder: Path, *beside: tuple[int, int, Any]) -> list[str | None]:
    def write(_: Any, page: Any) -> None:
        for row, column, value in beside:
            page.write(row, column, value)

    headings = ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")
    outcome = checked(scorecard(folder / "b.xlsx", _ROWS, headings, more=write), _RULES)
    return [cell for check, cell in findings(outcome) if check == "tally-differs"]


@pytest.mark.parametrize(
    ("beside", "cell"),
    [
        ([(1, 1, "Green"), (1, 2, 1), (1, 3, "Red"), (1, 4, 2)], "C2"),
        ([(0, 6, "Green"), (1, 6, 1), (0, 7, "Red"), (1, 7, 2)], "G2"),
        ([(10, 1, "Green"), (10, 2, 3), (11, 1, "Red"), (11, 2, 0)], "C11"),
        ([(1, 1, "Green"), (1, 2, 2), (1, 3, "Red"), (1, 4, 1)], None),  # right
        ([(1, 1, "Green"), (1, 2, 4), (1, 3, "Red"), (1, 4, 3)], None),  # of other rows
        ([(1, 1, "Green"), (1, 2, 0.9), (1, 3, "Red"), (1, 4, 0.1)], None),
        ([(1, 1, "Green"), (1, 2, "=1"), (1, 3, "Red"), (1, 4, "=2")], None),  # worked out
        ([(0, 1, "Green"), (0, 2, 1), (0, 3, "Red"), (0, 4, 2),
          (1, 1, "Green"), (1, 2, 2), (1, 3, "Red"), (1, 4, 1)], None),  # then and now
    ],
)  # fmt: skip
def test_a_tally_of_as_many_ratings_must_be_theirs(
    tmp_path: Path, beside: list[tuple[int, int, Any]], cell: str | None
) -> None:
    assert _found(tmp_path, *beside) == ([cell] if cell else [])
