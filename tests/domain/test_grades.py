"""Grades in their order."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.grades import grade, grade_at, order_of

ASSURANCE = ("Substantial", "Reasonable", "Limited", "None")


def test_grades_count_from_the_worst_whatever_their_capitals() -> None:
    assert [grade(word, ASSURANCE) for word in ("substantial", "Limited", " NONE ")] == [4, 2, 1]
    assert grade("Partial", ASSURANCE) is None
    assert grade_at(2, ASSURANCE) == "Limited"


@pytest.mark.parametrize(
    ("texts", "target", "order"),
    [
        (["Good", "Inadequate"], "",
         ["Outstanding", "Good", "Requires improvement", "Inadequate"]),
        (["Gold", "Bronze"], "Gold", ["Gold", "Bronze"]),  # the target is one of them
        (["Gold", "Bronze"], "", []),
        (["Consultation under way", "Report drafted"], "Adopted", []),
        (["Stage 2", "Stage 3"], "Stage 3", []),
        ([], "Good", []),
    ],
)  # fmt: skip
def test_words_are_grades_where_inspectors_use_them_or_the_target_is_one(
    texts: list[str], target: str, order: list[str]
) -> None:
    assert order_of(texts, target) == order
