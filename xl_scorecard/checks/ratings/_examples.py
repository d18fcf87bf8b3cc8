"""Rows beside the one that an example of these checks is about, and their rules."""

from __future__ import annotations

from xl_scorecard.checks.example import Percent

RULES = tuple(
    f"{{id: {key}, name: {name}, unit: percent, good_is: high, tolerance: 5 points}}"
    for key, name in (
        ("A1", "Children seen"), ("B1", "Plans reviewed"), ("C1", "Visits in time"),
        ("D1", "Calls answered"),
    )
)  # fmt: skip
HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
OTHERS = (
    ("B1", "Plans reviewed", Percent(0.8), Percent(0.84), Percent(0.83), "Green"),
    ("C1", "Visits in time", Percent(0.9), Percent(0.91), Percent(0.93), "Green"),
    ("D1", "Calls answered", Percent(0.9), Percent(0.88), Percent(0.87), "Amber"),
)
