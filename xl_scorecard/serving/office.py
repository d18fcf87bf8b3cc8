"""Where Office.js is, which the task pane loads to speak to Excel.

It comes with the package xlwings-server, under Microsoft's terms, and is served from where it is
installed, as it is.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from xl_scorecard.errors import UsageError


def installed_office() -> Path:
    """The folder of Office.js; raises UsageError where what a service needs is not installed."""
    found = find_spec("xlwings_server")
    if found is None or found.origin is None or find_spec("xlwings") is None:
        raise UsageError(
            "xlwings Server is not installed: pip install 'xl-scorecard[server]', under its own "
            "licence (see docs/server-for-it.md)"
        )
    static = Path(found.origin).parent / "static"
    scripts = sorted(static.glob("vendor/office-js/*/dist/office.js"))
    if not scripts:
        raise UsageError(
            "this version of xlwings Server has Office.js elsewhere: install one between 1.20 and 2"
        )
    return scripts[-1].parent
