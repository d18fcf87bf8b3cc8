"""Pyodide for tests: Python in WebAssembly, and what is compiled for it, installed once.

    python tools/pyodide_home.py --install

Pyodide is an npm package and runs under node; pydantic's core and xlwings come from PyPI as wheels
for it, in the versions that `requirements.lock` pins. They go into a folder of the user's cache, or
that of the variable PYODIDE_HOME.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.installing import carried_out  # noqa: E402

VERSION = "314.0.7"
_PLATFORM, _PYTHON = "pyemscripten_2026_0_wasm32", "314"
_COMPILED = ("pydantic-core", "xlwings")
_LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"


def home() -> Path:
    """The folder that it is installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("PYODIDE_HOME") or cache / f"xl-scorecard-pyodide-{VERSION}")


def module() -> Path:
    """The module that node imports."""
    return home() / "node_modules" / "pyodide" / "pyodide.mjs"


def wheels() -> list[Path]:
    """What is compiled for it, in the versions that are pinned; shorter where some are missing."""
    found = []
    for package in _COMPILED:
        name = f"{package.replace('-', '_')}-{_pinned(package)}-*{_PLATFORM}.whl"
        found += list((home() / "wheels").glob(name))
    return found


def installed() -> bool:
    """Whether Python can be run in it here."""
    there = shutil.which("node") is not None and module().is_file()
    return there and len(wheels()) == len(_COMPILED)


def install() -> None:
    """Put it into its folder; raises CalledProcessError where npm or pip cannot."""
    home().mkdir(parents=True, exist_ok=True)
    npm = [shutil.which("npm") or "npm", "--prefix", str(home()), "install", "--silent"]
    subprocess.run([*npm, "--no-fund", "--no-audit", f"pyodide@{VERSION}"], check=True)
    wanted = [f"{package}=={_pinned(package)}" for package in _COMPILED]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    built = ["--only-binary", ":all:", "--platform", _PLATFORM, "--implementation", "cp"]
    version = ["--python-version", _PYTHON, "--abi", f"cp{_PYTHON}"]
    where = ["--dest", str(home() / "wheels")]
    subprocess.run([*pip, *built, *version, *where, *wanted], check=True)


def _pinned(package: str) -> str:
    match = re.search(rf"(?m)^{package}==(\S+)", _LOCK.read_text("utf-8"))
    if match is None:
        raise ValueError(f"{_LOCK}: pins no {package}")
    return match[1]


if __name__ == "__main__":
    sys.exit(carried_out(sys.argv[1:], __doc__, installed, install))
