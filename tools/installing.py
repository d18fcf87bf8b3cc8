"""What the tools for tests share: each is installed once, where it is missing, by its command."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def by_npm(home: Path, *packages: str) -> None:
    """Install packages below a folder; raises CalledProcessError where npm cannot."""
    home.mkdir(parents=True, exist_ok=True)
    npm = [shutil.which("npm") or "npm", "--prefix", str(home), "install", "--silent"]
    subprocess.run([*npm, "--no-fund", "--no-audit", *packages], check=True)


def carried_out(
    arguments: list[str],
    page: str | None,
    installed: Callable[[], bool],
    install: Callable[[], None],
) -> int:
    """`--install`, where it is missing; any other words are answered with the tool's page.

    Returns the exit status.
    """
    if arguments != ["--install"]:
        print((page or "").strip(), file=sys.stderr)
        return 2
    if not installed():
        install()
    return 0
