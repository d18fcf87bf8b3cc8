"""How often a browser waits for Excel while the actions of a press are carried out.

Counted at `context.sync()` of xlwings Server's own client, which `test_calls.py` runs under node:
an action asks for the sheets anew and then carries itself out, but for those below.
"""

from __future__ import annotations

from collections.abc import Mapping

_USUAL = 2
_OTHERWISE = {
    "namesAdd": 0, "nameDelete": 0, "addSheet": 1, "addTable": 1, "setNumberFormat": 1,
    "copyFromRange": 1, "setPrintArea": 1, "setShowGridlines": 1, "freezePaneAtRange": 1,
    "rangeSelect": 1, "sheetDelete": 2, "setDataValidationList": 3, "setChartAxis": 4,
    "addChart": 5,
}  # fmt: skip


def round_trips(actions: Mapping[str, int]) -> int:
    """How many round trips so many actions of each kind take."""
    return sum(_OTHERWISE.get(kind, _USUAL) * count for kind, count in actions.items())
