"""Where the scripts are that carry actions out in Excel: xlwings' client and Office.js.

Both come with the package xlwings-server, under licences of their own, and are served from where it
is installed, as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from xl_scorecard.errors import UsageError


@dataclass(frozen=True)
class Scripts:
    """The folder of xlwings' client, that of Office.js, and the version of xlwings."""

    client: Path
    office: Path
    xlwings: str


def installed_scripts() -> Scripts:
    """Those of the installed packages; raises UsageError where they are not there."""
    found = find_spec("xlwings_server")
    if found is None or found.origin is None or find_spec("xlwings") is None:
        raise UsageError(
            "xlwings Server is not installed: pip install 'xl-scorecard[server]', under its own "
            "licence (see docs/server-for-it.md)"
        )
    static = Path(found.origin).parent / "static"
    office = sorted(static.glob("vendor/office-js/*/dist/office.js"))
    if not office or not (static / "js/custom-scripts/index.js").is_file():
        raise UsageError(
            "this version of xlwings Server has its scripts elsewhere: install one between 1.20 "
            "and 2"
        )
    return Scripts(static / "js", office[-1].parent, version("xlwings"))
