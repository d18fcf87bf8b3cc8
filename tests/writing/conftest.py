"""What the tests of the swap share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.writing.systems import SYSTEMS


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each system in turn."""
    SYSTEMS[request.param](monkeypatch)
    return str(request.param)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A file alone in its folder."""
    path = tmp_path / "books" / "q3.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path
