"""The desk at which refreshed workbooks are edited."""

from __future__ import annotations

import shutil

import pytest

from tests.conftest import need
from tests.live.desk import Desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """LibreOffice with our list of acts."""
    program = shutil.which("soffice")
    need(program, "LibreOffice (soffice)")
    return Desk(str(program), tmp_path_factory.mktemp("desk"))
