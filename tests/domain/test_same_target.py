"""Targets that stand twice: the same figure however it is typed, or two."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.grid import Cell, Value
from xl_scorecard.domain.same_target import one_target


def _one(*values: Value) -> Value:
    found = one_target([Cell(1, column, value) for column, value in enumerate(values, 1)])
    return found.value if found is not None else None


@pytest.mark.parametrize(
    ("values", "taken"),
    [
        ((0.92, ">= 92%"), ">= 92%"),
        (("92%", 92.0), "92%"),
        (("<= 12", 12.0, "12"), "<= 12"),
        ((0.92, "95%"), None),
        ((90.0, "see plan"), None),
    ],
)
def test_of_targets_that_say_the_same_the_one_that_says_most_is_taken(
    values: tuple[Value, ...], taken: Value
) -> None:
    assert _one(*values) == taken
