"""A chart of ours as it is to stand on its sheet in an open workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xl_scorecard.domain.edits import Chart


@dataclass(frozen=True)
class Planned:
    """A chart, its `source` a range of the sheet, its place and size in points.

    `number_format` is that of the axis of values, where it is not that of the cells drawn. Where
    `headed`, Excel can take no heading of the source for a figure: they are words. Where
    `labelled`, just the first row and the first column of the source are headings.
    """

    chart: Chart
    source: Any
    title: str
    left: float
    top: float
    width: float
    height: float
    plot_by: str
    number_format: str | None
    headed: bool
    labelled: bool
