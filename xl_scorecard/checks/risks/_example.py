"""A scorecard with a register of risks below it, for the examples of checks."""

from __future__ import annotations

RULES = ("{id: A1, name: Children waiting}",)
ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", None),
    ("A1", "Children waiting", 24, 22, None),
    (None,) * 5,
    ("Risk", "Likelihood", "Impact", "Score", "Level"),
    ("Practice", 3, 4, 12, "Moderate"),
    ("Workforce", 4, 4, 16, "High"),
)
