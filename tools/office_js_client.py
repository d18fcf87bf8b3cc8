"""The Office.js client of xlwings Server, for tests alone: its licence is PolyForm Noncommercial.

    python tools/office_js_client.py --install

It comes from PyPI, as it is, into a folder of the user's cache or that of the variable
OFFICE_JS_CLIENT_HOME; nothing of it is copied into the project. `in_office_js.mjs` runs it under
node.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.installing import carried_out  # noqa: E402

PACKAGE, VERSION = "xlwings-server", "1.20.0"
_SCRIPTS = "xlwings_server/static/js/"


def home() -> Path:
    """The folder that it is installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("OFFICE_JS_CLIENT_HOME") or cache / f"{PACKAGE}-{VERSION}")


def scripts() -> Path:
    """The folder of its scripts."""
    return home() / _SCRIPTS


def installed() -> bool:
    """Whether it can be run here."""
    return shutil.which("node") is not None and (scripts() / "custom-scripts/index.js").is_file()


def install() -> None:
    """Put its scripts into its folder; raises CalledProcessError where pip cannot."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        subprocess.run([*pip, f"{PACKAGE}=={VERSION}"], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            wanted = [name for name in archive.namelist() if name.startswith(_SCRIPTS)]
            archive.extractall(home(), wanted)
    (home() / "package.json").write_text('{"type": "module"}\n', "utf-8")


if __name__ == "__main__":
    sys.exit(carried_out(sys.argv[1:], __doc__, installed, install))
