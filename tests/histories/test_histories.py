"""Random histories of a workbook; benchmarks/histories.py goes through more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.histories.live import live
from tests.support.office import Office


@pytest.mark.parametrize("seed", range(15))
def test_whatever_happens_theirs_stays_and_ours_stands_once(seed: int, tmp_path: Path) -> None:
    live(seed, tmp_path)


@pytest.mark.parametrize("seed", [2, 5])
def test_so_it_does_where_libreoffice_saves_it_in_between(
    seed: int, tmp_path: Path, soffice: Office
) -> None:
    history = live(seed, tmp_path, soffice, steps=5)
    assert "saved by LibreOffice" in history.told
