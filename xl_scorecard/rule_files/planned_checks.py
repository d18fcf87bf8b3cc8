"""Checks that are planned and not built yet: their words are sound, and nothing is done."""

PLANNED = frozenset((
    "header-row-not-found", "required-column-missing", "period-out-of-order",
    "period-mixed-grain", "merged-data-cell", "sheet-protected", "lossy-content",
    "unreadable-workbook", "indicator-ref-missing", "value-not-due", "denominator-disagrees",
    "percent-parts-rounding", "cumulative-not-sum", "basis-mixed",
    "target-changed", "bands-overlap-or-gap", "rag-on-information-row",
    "rag-edge-display", "dot-across-break", "dot-no-previous", "benchmark-stale",
    "benchmark-unit-differs", "comment-contradicts", "risk-product", "risk-band",
    "risk-off-scale", "cross-reference", "summary-name-clash", "status-colour-only",
    "contrast-low",
))  # fmt: skip
"""Taken from here once built; a word that is in both is built."""
