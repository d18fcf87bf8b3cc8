"""Kinds of fault that the tests do not ask to be found, and what gives false alarms."""

from __future__ import annotations

MISSED = frozenset({
    "change-typed-differs: left from last period",
    "change-typed-differs: sign",
    "comment-repeated: another row's",
    "comment-repeated: last period's",
    "cumulative-falls",
    "dot-typed-differs: level for a move",
    "figure-doubtful: words of their own",
    "marker-legacy",
    "period-current-missing: file name of a month",
    "period-unparseable: misspelt month",
    "period-year: months beside quarters",
    "rag-without-value: blank",
    "row-without-name: no reference either",
    "tally-differs: a sheet of its own",
    "tally-differs: sentences",
    "tally-differs: words",
})  # fmt: skip
"""Not found at all, or not everywhere: see benchmarks/checks.md. Take out what is mended."""

NOISY: dict[str, object] = {"tally": "words"}
"""How clean scorecards are set out here: rows such as "Number of green indicators" are read as
indicators."""
