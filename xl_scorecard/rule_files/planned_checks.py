"""Checks that are planned and not built yet: their words are sound, and nothing is done."""

PLANNED = frozenset((
    "header-row-not-found", "required-column-missing", "period-out-of-order",
    "period-mixed-grain", "merged-data-cell", "sheet-protected", "lossy-content",
    "unreadable-workbook", "external-link", "indicator-ref-missing", "indicator-renamed",
    "value-not-due", "count-not-whole", "formula-overwritten", "numerator-over-denominator",
    "denominator-zero", "denominator-disagrees", "complement-sum", "parts-not-total",
    "percent-parts-rounding", "stock-flow", "cumulative-not-sum",
    "basis-mixed", "stale-repeat", "history-changed", "step-change", "outside-limits",
    "small-number-disclosed", "target-missing", "target-changed", "target-profile-missing",
    "tolerance-wrong-side", "bands-overlap-or-gap",
    "rag-on-information-row", "rag-without-value", "rag-edge-display", "dot-across-break",
    "dot-no-previous", "benchmark-stale", "benchmark-unit-differs", "comment-missing-red",
    "comment-repeated", "comment-contradicts", "risk-product", "risk-band", "risk-off-scale",
    "cross-reference", "summary-name-clash", "status-colour-only", "contrast-low",
))  # fmt: skip
"""Taken from here once built; a word that is in both is built."""
