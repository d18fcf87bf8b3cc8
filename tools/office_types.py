"""Microsoft's types of Office.js and the compiler that holds scripts to them; for tests, by npm.

    python tools/office_types.py --install

They go into a folder of the user's cache, or that of the variable OFFICE_TYPES_HOME.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TYPES, COMPILER = "@types/office-js@1.0.612", "typescript@5.9.3"


def home() -> Path:
    """The folder that they are installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    default = cache / "xl-scorecard-office-types-1.0.612"
    return Path(os.environ.get("OFFICE_TYPES_HOME") or default)


def installed() -> bool:
    """Whether they can be used here."""
    modules = home() / "node_modules"
    parts = ("typescript/bin/tsc", "@types/office-js/index.d.ts")
    return shutil.which("node") is not None and all((modules / part).is_file() for part in parts)


def faults(scripts: Sequence[Path]) -> str:
    """What the compiler finds wrong with scripts, JavaScript or TypeScript; "" if nothing."""
    modules = home() / "node_modules"
    asked = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module",
             "esnext", "--types", "office-js", "--typeRoots", modules / "@types"]  # fmt: skip
    done = subprocess.run(
        ["node", modules / "typescript/bin/tsc", *asked, *scripts],
        capture_output=True, text=True, check=False, cwd=home(),
    )  # fmt: skip
    return done.stdout + done.stderr


def main(arguments: list[str]) -> int:
    """Install them where they are missing; returns the exit status."""
    if arguments != ["--install"]:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    if not installed():
        home().mkdir(parents=True, exist_ok=True)
        npm = [shutil.which("npm") or "npm", "--prefix", str(home()), "install", "--silent"]
        subprocess.run([*npm, "--no-fund", "--no-audit", TYPES, COMPILER], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
