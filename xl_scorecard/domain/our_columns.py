"""The columns of a scorecard's sheet that hold, or would hold, our results."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.scorecard import Table


@dataclass(frozen=True)
class OurColumns:
    """The numbers of our columns beside a table, in order."""

    table: Table
    columns: tuple[int, ...]
