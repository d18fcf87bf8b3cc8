"""What keys and footnotes say of green, amber and red."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.stated_key import clauses_of


def _ends(line: str) -> dict[str, tuple[float, bool | None]]:
    """Where each colour ends (red: begins), and whether in points, a share, or unsaid (None)."""
    return {c.of.value: (c.reach.amount, c.reach.points) for c in clauses_of(line)}


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Green: target met. Amber: missed by less than 10%. Red: missed by 10% or more of target",
         {"green": (0, False), "amber": (10, None), "red": (10, None)}),
        ("G = on or above target; A = up to 3 percentage points below; R = worse than that",
         {"green": (0, False), "amber": (3, True)}),
        ("At least 98% of plan = Green; 90% to 98% of plan = Amber; under 90% of plan = Red",
         {"green": (2, False), "amber": (10, False), "red": (10, False)}),
        ("Amber | within 2.5% of goal", {"amber": (2.5, None)}),
        ("Red - over 15% off target", {"red": (15, None)}),
        ("All targets carry a tolerance of 4 points", {"amber": (4, True)}),
    ],
)  # fmt: skip
def test_a_key_says_where_the_colours_end(
    line: str, ends: dict[str, tuple[float, bool | None]]
) -> None:
    assert _ends(line) == ends


@pytest.mark.parametrize(
    "line",
    [
        "Green 14, Amber 3, Red 5",
        "Red wine sales rose by 5%",
        "Three projects are Amber and 12% over budget this year",
        "Green Flag parks",
        "Target 95%",
    ],
)
def test_a_line_that_is_no_key_says_nothing(line: str) -> None:
    assert [c for c in clauses_of(line) if c.reach.amount] == []


def test_an_edge_that_belongs_to_red_is_told() -> None:
    red = [c.reach for c in clauses_of("Amber: below target; Red: 10% or more below target")]
    assert [reach.edge_is_worse for reach in red] == [True]
