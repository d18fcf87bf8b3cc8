"""Checks that are planned and not built yet: their words are sound, and nothing is done."""

PLANNED = frozenset((
    "denominator-disagrees", "percent-parts-rounding", "cumulative-not-sum", "basis-mixed",
    "step-change", "outside-limits", "target-changed", "bands-overlap-or-gap",
    "rag-on-information-row", "rag-edge-display", "dot-across-break", "dot-no-previous",
    "benchmark-stale", "benchmark-unit-differs", "comment-contradicts",
))  # fmt: skip
"""Taken from here once built; a word that is in both is built."""
