"""axe-core, which finds what bars people from using a page; for tests, installed once by npm.

    python tools/axe_core.py --install

It goes into a folder of the user's cache, or that of the variable AXE_CORE_HOME.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.installing import by_npm, carried_out  # noqa: E402

VERSION = "4.14.1"


def home() -> Path:
    """The folder that it is installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("AXE_CORE_HOME") or cache / f"xl-scorecard-axe-core-{VERSION}")


def script() -> Path:
    """The script that a page loads."""
    return home() / "node_modules" / "axe-core" / "axe.min.js"


def installed() -> bool:
    """Whether it is there."""
    return script().is_file()


def install() -> None:
    """Put it into its folder; raises CalledProcessError where npm cannot."""
    by_npm(home(), f"axe-core@{VERSION}")


if __name__ == "__main__":
    sys.exit(carried_out(sys.argv[1:], __doc__, installed, install))
