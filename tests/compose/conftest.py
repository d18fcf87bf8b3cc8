from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose import registers
from tests.conftest import Refreshed
from tests.support.paths import CHILDREN, EARLY_HELP


@pytest.fixture(scope="session")
def registered(refreshed: Refreshed, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A refreshed workbook of each layout, by what it is."""
    samples = {"children": refreshed.file(CHILDREN), "early help": refreshed.file(EARLY_HELP)}
    return registers.written(tmp_path_factory.mktemp("registered"), samples)
