"""What scripts read of a workbook of the stand-in for Excel, under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.support import paths

READER = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "read.js"
_HERE = Path(__file__).parent


def read(book: dict[str, Any], folder: Path, *client: Path) -> dict[str, Any]:
    """What the pane's script reads, and what `client` does, the folder of xlwings' scripts; how
    often each waits, how long the answers are and which members each asks for."""
    host = folder / "office.js"
    script = (_HERE / "office.js").read_text("utf-8")
    host.write_text(f"globalThis.BOOK = {json.dumps(book)};\n{script}", "utf-8")
    shutil.copy(READER, folder / "read.mjs")
    asked = ["node", _HERE / "read.mjs", host, folder / "read.mjs", *client]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
