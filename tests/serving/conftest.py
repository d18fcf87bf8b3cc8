"""xlwings' remote engine asks for a licence key when it is first imported; see tests/button."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from xl_scorecard.serving.scripts import Scripts

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
_without = find_spec("xlwings") is None
collect_ignore = ["test_command.py", "test_presses.py", "test_pane.py"] if _without else []


@pytest.fixture
def scripts(tmp_path: Path) -> Scripts:
    """Folders where the scripts of others would be."""
    for name in ("client", "office"):
        (tmp_path / name).mkdir()
    (tmp_path / "office" / "office.js").write_text("// Office.js", "utf-8")
    return Scripts(tmp_path / "client", tmp_path / "office", "0.37.8")
