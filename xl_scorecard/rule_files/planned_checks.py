"""Checks that are planned and not built yet: their words are sound, and nothing is done."""

PLANNED = frozenset((
    "step-change", "outside-limits",
))  # fmt: skip
"""Taken from here once built; a word that is in both is built."""
