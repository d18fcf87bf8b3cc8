"""axe-core, which finds what bars people from using a page; for tests, installed once by npm.

    python tools/axe_core.py --install

It goes into a folder of the user's cache, or that of the variable AXE_CORE_HOME.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def main(arguments: list[str]) -> int:
    """Install it where it is missing; returns the exit status."""
    if arguments != ["--install"]:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    if not installed():
        home().mkdir(parents=True, exist_ok=True)
        npm = [shutil.which("npm") or "npm", "--prefix", str(home()), "install", "--silent"]
        subprocess.run([*npm, "--no-fund", "--no-audit", f"axe-core@{VERSION}"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
