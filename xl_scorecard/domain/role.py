"""What the columns of a scorecard hold."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column holds."""

    REFERENCE = "reference"
    INDICATOR = "indicator"
    SECTION = "section"
    POLARITY = "polarity"
    UNIT = "unit"
    TARGET = "target"
    TOLERANCE = "tolerance"
    THRESHOLD = "threshold"
    OUTTURN = "outturn"
    RAG = "rag"
    TRAVEL = "travel"
    CHANGE = "change"
    COMMENT = "comment"
    OWNER = "owner"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    FREQUENCY = "frequency"
    BASIS = "basis"
    BENCHMARK = "benchmark"
    PERIOD = "period"
    RANK = "rank"
    DATA_QUALITY = "data quality"
    OTHER = "other"
