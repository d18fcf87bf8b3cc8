"""Every kind of fault."""

from tests.checks_bench.faults import (
    columns_of_time,
    figures,
    formulas,
    headings,
    hidden,
    judgements,
    markers,
    papers,
    periods_and_tables,
    rows_and_rules,
    series,
    sums,
    targets,
    words,
)
from tests.checks_bench.kinds import KINDS

__all__ = [
    "KINDS",
    "columns_of_time",
    "figures",
    "formulas",
    "headings",
    "hidden",
    "judgements",
    "markers",
    "papers",
    "periods_and_tables",
    "rows_and_rules",
    "series",
    "sums",
    "targets",
    "words",
]
