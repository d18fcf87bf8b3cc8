"""Taking out parts that were drawn for us."""

from __future__ import annotations

from xl_scorecard.opc.package import Package
from xl_scorecard.opc.removal import remove_with_inner

_DRAWN = frozenset(
    (
        "application/vnd.openxmlformats-officedocument.drawing+xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
        # what Excel adds to a chart, and to a sheet, when it saves them
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.chartcolorstyle+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
    )
)


def remove_drawn(package: Package, part: str) -> None:
    """Take out a drawing of ours and its charts, each unless something else leads to it.

    Nothing but what is drawn goes: a link may lead to any part of theirs.
    """
    remove_with_inner(package, part, _DRAWN)
