"""xlwings' remote engine asks for a licence key when it is first imported; see tests/button."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
_without = find_spec("xlwings") is None
_NEED_IT = ("command", "presses", "pane", "read", "carry")
collect_ignore = [f"test_{name}.py" for name in _NEED_IT] if _without else []


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder where Office.js would be."""
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "office.js").write_text("// Office.js", "utf-8")
    return folder
